import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Api } from 'grammy';
import { ChatPace, type Pace, paceOf } from '../base/chatPace.ts';
import type { Clock } from '../base/clock.ts';
import type { BotConfig } from '../base/config.ts';
import { DiskTrouble } from '../base/diskTrouble.ts';
import { Lock } from '../base/lock.ts';
import type { Log } from '../base/log.ts';
import { pageAnswers } from '../base/pageProbe.ts';
import { settledByItself } from '../comments/arrivals.ts';
import { CommentFiles } from '../comments/commentFile.ts';
import { CommentStore } from '../comments/commentStore.ts';
import { pathOnDisk } from '../content/contentFolder.ts';
import { isForReaders } from '../content/matter.ts';
import { PeopleFile } from '../content/peopleFile.ts';
import { Changes } from '../drafts/changes.ts';
import { DraftStore } from '../drafts/draftStore.ts';
import { KnownAddresses } from '../drafts/knownAddress.ts';
import { PastedParts } from '../drafts/pastedParts.ts';
import { UndoableDrafts } from '../drafts/undoableDrafts.ts';
import { Waiting } from '../drafts/waiting.ts';
import type { WorkTree } from '../git/workTree.ts';
import { Audience } from '../groups/audience.ts';
import { ChatAllowlist } from '../groups/chatAllowlist.ts';
import { GroupStore } from '../groups/groupStore.ts';
import { askOnce } from '../groups/groupTools.ts';
import { PickStore } from '../groups/pickStore.ts';
import { Inbox } from '../inbox/inbox.ts';
import { isNothingDone } from '../mirror/guard.ts';
import { unfinishedWords } from '../mirror/heldWords.ts';
import { mirrorParts } from '../mirror/mirrorParts.ts';
import type { MirrorOutcome, MirrorPass } from '../mirror/mirrorPass.ts';
import { tellOfLook } from '../mirror/mirrorQuestions.ts';
import { Syndication } from '../mirror/syndication.ts';
import { speakingTo } from '../notify/speaking.ts';
import { tellOfDelivery, tellOwner } from '../notify/tellOwner.ts';
import { type Channel, findChannel, postAddress } from '../outbox/channel.ts';
import type { DeliveryTools } from '../outbox/deliver.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { keepPace } from '../outbox/pacedApi.ts';
import { Dialogue } from '../owner/dialogue/dialogue.ts';
import { Menus } from '../owner/menus.ts';
import { Builds } from '../publish/builds.ts';
import { PublishBacklog } from '../publish/publishBacklog.ts';
import { createPublishHook, NotYetError, type PublishHook } from '../publish/publishHook.ts';
import { Schedule } from '../publish/scheduledEntries.ts';
import { openDatabase } from '../state/database.ts';
import { takeFreshIds } from '../state/freshIds.ts';
import { talk } from '../talk/talk.ts';
import type { UpdateTools } from './updateTools.ts';
import { Upkeep } from './upkeep.ts';

const callTimeoutSeconds = 60;
const soonMilliseconds = 60_000;

/** What a run is made with. */
export interface RunTools {
  readonly clock: Clock;
  readonly log: Log;
  /** How long a call may take. Default: {@link callTimeoutSeconds}. */
  readonly callSeconds?: number;
}

/** The parts of the bot, wired. */
export interface Bot {
  readonly database: DatabaseSync;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly api: Api;
  readonly channel: Channel | undefined;
  readonly pass: MirrorPass | undefined;
  readonly delivery: DeliveryTools | undefined;
  readonly handler: UpdateTools;
  readonly allowlist: ChatAllowlist;
  readonly menus: Menus;
  readonly schedule: Schedule;
  readonly upkeep: Upkeep;
  readonly tree: WorkTree;
  readonly pace: Pace;
  readonly disk: DiskTrouble;
}

async function channelOf({ channel }: BotConfig, api: Api): Promise<Channel | undefined> {
  return channel === undefined ? undefined : findChannel(api, channel);
}

/** Wires the parts. Calls Telegram once, to look the channel up. */
export async function createBot(
  config: BotConfig,
  { clock, log, callSeconds = callTimeoutSeconds }: RunTools,
  wake: () => void,
  signal = new AbortController().signal,
): Promise<Bot> {
  const api = new Api(config.token, {
    apiRoot: config.apiRoot,
    timeoutSeconds: callSeconds,
  });
  // What is wrong with the state is told first: for that nobody has to be reached.
  const database = openDatabase(config.stateFolder);
  takeFreshIds(database, clock.now());
  const channel = await channelOf(config, api).catch((error: unknown) => {
    database.close();
    throw error;
  });
  const lock = new Lock();
  const store = new DraftStore(database);
  const inbox = new Inbox(database, config.ownerId);
  const groupStore = new GroupStore(database);
  const audience = new Audience(config, channel, groupStore);
  const granted = paceOf(config.messagesAMinute);
  const pace = new ChatPace(database, granted);
  const paceTools = { clock, log, signal, made: [], home: config.ownerId };
  keepPace(api, pace, paceTools);
  const speaking = speakingTo(api, config.ownerId, log);
  const parts = mirrorParts(config, channel, { database, lock, clock, signal, speaking });
  const { outbox, pictures, directPosts, memory, notices, tree, pass } = parts;
  if (channel) memory.noteChannel(config.channel ?? channel.id, channel);
  const hook = createPublishHook(config.publish, config.contentFolder, clock, signal);
  // Git changes files as chat and mirror do, and cannot run beside itself; a command of the owner's keeps nobody waiting.
  const hookLock = config.publish.mode === 'command' ? new Lock() : lock;
  const news = new Lock();
  const builds = new Builds(database, clock);
  const changes = new Changes(database, config.contentFolder, lock);
  const backlog = new PublishBacklog(database);
  const finishedHook: PublishHook = async (...published) => {
    const unfinished = config.publish.mode === 'none' ? undefined : await tree.unfinished();
    if (unfinished) throw new NotYetError(unfinishedWords(unfinished));
    return hookLock.run(() => hook(...published));
  };
  const publishHook: PublishHook = backlog.noting(builds.noting(finishedHook));
  const onDisk = (file: string) => pathOnDisk(config.contentFolder, file);
  const schedule = new Schedule(database);
  const tell = (text: string) => tellOwner(api, config.ownerId, text, log);
  const disk = new DiskTrouble(database, tell, {
    log,
    isAwaited: () => inbox.waitingForDisk() > 0,
  });
  const upkeep = new Upkeep({
    config,
    clock,
    log,
    lock,
    syndication:
      channel && new Syndication(config.contentFolder, channel, outbox, { lock, log, disk }),
    schedule,
    builds,
    backlog,
    publishHook,
    onDisk,
    tellOwner: tell,
  });
  const look = async () => {
    const due = await upkeep.lookAtSchedule();
    let outcome: MirrorOutcome | undefined;
    try {
      outcome = await pass?.queue(clock.now(), { due, signal });
    } finally {
      wake();
      await upkeep.carryOnDue(due);
    }
    if (outcome && channel) await tellOfLook(outcome, { ...parts, ...config, channel }, notices);
    for (const file of pictures.takeUntold()) await tell(unreadableWords(file));
    if (outcome && isNothingDone(outcome)) return talk('waitsForAnswer');
    await upkeep.syndicate();
    return undefined;
  };
  const mirror = async () => {
    const unfinished = await tree.unfinished();
    if (!unfinished) {
      if (await notices.over('unfinished', talk('gitFinished'))) upkeep.tryAgainSoon();
      return look();
    }
    pass?.close();
    await notices.tell('unfinished', () => unfinishedWords(unfinished));
    return unfinishedWords(unfinished);
  };
  const handler: UpdateTools = {
    api,
    config,
    clock,
    log,
    store,
    drafts: new UndoableDrafts(changes, database, store, config.contentFolder, lock),
    pasted: new PastedParts(database),
    waiting: new Waiting(database),
    changes,
    dialogue: new Dialogue(database),
    addresses: new KnownAddresses(database, clock),
    builds,
    inbox,
    outbox,
    channel,
    directPosts,
    memory,
    notices,
    groups: {
      audience,
      store: groupStore,
      picks: new PickStore(database),
      people: new PeopleFile(config.contentFolder, lock),
      username: askOnce(async () => (await api.getMe()).username),
    },
    comments: {
      store: new CommentStore(database),
      files: new CommentFiles(config.contentFolder, lock),
    },
    publishHook,
    signal,
    mirror,
  };
  // The outbox keeps the channel's pace itself: what waits there has not been begun.
  const posting = new Api(config.token, api.options);
  keepPace(posting, pace, { ...paceTools, except: channel?.id });
  const delivery: DeliveryTools | undefined = channel &&
    pass && {
      api: posting,
      channelId: channel.id,
      clock,
      log,
      disk,
      onDisk,
      photoCache: join(config.stateFolder, 'photos'),
      leftStub: async (id) => {
        if (outbox.takenDown.isStub(channel.id, id)) return;
        await tell(stubWords(postAddress(channel, id)));
        outbox.takenDown.addStub(channel.id, id);
      },
      mayDeliver: () => pass.mayDeliver(),
      pageAnswers,
      isShown: (one) => isShown(onDisk(one.file)),
      delivered: async () => {
        // A channel that is being filled is written back once a minute, and not after each post.
        const next = outbox.nextRunAt(channel.id);
        const isLast = next === undefined || next > clock.now() + soonMilliseconds;
        if (isLast && pass.mayDeliver()) await upkeep.syndicate();
      },
      needsOwner: async (one, reason) => {
        if (await settledByItself(one, handler, clock, signal)) return;
        // One at a time: the worker and a look at the journal may both come upon it.
        await news.run(async () => {
          if (outbox.news.isTold(one)) return;
          if (await tellOfDelivery(api, config.ownerId, one, reason, log)) outbox.news.told(one);
        });
      },
    };
  return {
    database,
    inbox,
    outbox,
    api,
    channel,
    pass,
    delivery,
    handler,
    allowlist: new ChatAllowlist({ api, audience, channel, config, clock, log }),
    menus: new Menus(api, config, log),
    schedule,
    upkeep,
    tree,
    pace: granted,
    disk,
  };
}

/** Tells the owner of everything that he has to look at and has not heard of, whatever kept that from him. */
export async function tellUntold({ outbox, delivery }: Bot): Promise<void> {
  for (const one of outbox.news.untold()) await delivery?.needsOwner(one, one.error ?? '');
}

function stubWords(address: string): string {
  return talk('stub', { address, removed: talk('stubText') });
}

function unreadableWords(file: string): string {
  return talk('unreadablePicture', { file });
}

/** Whether a file is there and is no draft. One that cannot be read is left for the next look. */
async function isShown(path: string): Promise<boolean> {
  const source = await readFile(path, 'utf8').catch(() => undefined);
  return source !== undefined && isForReaders(source, path);
}
