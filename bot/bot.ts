import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Api } from 'grammy';
import { type Channel, findChannel } from './channel/channel.ts';
import type { DeliveryTools } from './channel/deliver.ts';
import type { Delivery } from './channel/delivery.ts';
import { MirrorPass } from './channel/mirrorPass.ts';
import { Outbox } from './channel/outbox.ts';
import { uncertainButtons } from './chat/conversation.ts';
import type { HandlerTools } from './chat/handlerTools.ts';
import type { Clock } from './clock.ts';
import type { BotConfig } from './config.ts';
import { openDatabase } from './database.ts';
import { DraftStore } from './drafts/draftStore.ts';
import { Drafts } from './drafts/drafts.ts';
import { readMatter } from './drafts/matter.ts';
import { Inbox } from './inbox/inbox.ts';
import { Lock } from './lock.ts';
import { type Log, messageOf } from './log.ts';
import { createPublishHook, entryFiles, type PublishHook } from './publishHook.ts';

const callTimeoutSeconds = 60;
const pageTimeoutMilliseconds = 10_000;

/** What a run is made with. */
export interface RunTools {
  readonly clock: Clock;
  readonly log: Log;
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
  readonly handler: HandlerTools;
}

/** Wires the parts. Calls Telegram once, to look the channel up. */
export async function createBot(
  config: BotConfig,
  { clock, log }: RunTools,
  wake: () => void,
): Promise<Bot> {
  const api = new Api(config.token, {
    apiRoot: config.apiRoot,
    timeoutSeconds: callTimeoutSeconds,
  });
  const channel = config.channel === undefined ? undefined : await findChannel(api, config.channel);
  const database = openDatabase(config.stateFolder);
  const lock = new Lock();
  const store = new DraftStore(database);
  const inbox = new Inbox(database);
  const outbox = new Outbox(database);
  const pass = channel && new MirrorPass(config.contentFolder, channel, outbox, lock, log);
  const hook = createPublishHook(config.publish, config.contentFolder);
  // Git changes files as chat and mirror do, and cannot run beside itself; a command of the owner's keeps nobody waiting.
  const hookLock = config.publish.mode === 'command' ? new Lock() : lock;
  const publishHook: PublishHook = (files, subject) => hookLock.run(() => hook(files, subject));
  const onDisk = (file: string) => join(config.contentFolder, file);
  const toCarryOn = new Set<string>();
  const syndicate = async () => {
    if (!pass) return;
    for (const file of await pass.writeSyndicationBack()) toCarryOn.add(file);
    const files = [...toCarryOn];
    if (files.length === 0) return;
    await publishHook(
      files.flatMap((file) => entryFiles(onDisk(file))),
      'Note where entries are syndicated',
    );
    for (const file of files) toCarryOn.delete(file);
  };
  const mirror = async () => {
    if (!pass) return;
    await pass.queue(clock.now());
    wake();
    await syndicate();
  };
  const handler: HandlerTools = {
    api,
    config,
    clock,
    log,
    store,
    drafts: new Drafts(database, store, config.contentFolder, lock),
    inbox,
    outbox,
    channel,
    publishHook,
    mirror,
  };
  const delivery: DeliveryTools | undefined = channel &&
    pass && {
      api,
      channelId: channel.id,
      clock,
      log,
      onDisk,
      pageAnswers,
      isShown: (one) => isShown(onDisk(one.file)),
      delivered: syndicate,
      needsOwner: (one, reason) => tellOwner(api, config.ownerId, one, reason, log),
    };
  return { database, inbox, outbox, api, channel, pass, delivery, handler };
}

/** Deliveries that the last process left in the middle, told before anything else happens. */
export async function askAboutInterrupted(bot: Bot): Promise<void> {
  for (const delivery of bot.outbox.recover()) {
    await bot.delivery?.needsOwner(delivery, delivery.error ?? '');
  }
}

/** Whether a file is there and is no draft. One that cannot be read is left for the next look. */
async function isShown(path: string): Promise<boolean> {
  const source = await readFile(path, 'utf8').catch(() => undefined);
  const matter = source === undefined ? undefined : readMatter(source, path);
  return matter !== undefined && matter['draft'] !== 'true';
}

async function tellOwner(
  api: Api,
  ownerId: number,
  delivery: Delivery,
  reason: string,
  log: Log,
): Promise<void> {
  const isUncertain = delivery.state === 'uncertain';
  const next =
    delivery.contentHash === ''
      ? 'Take it down by hand.'
      : 'It is tried again when the entry changes.';
  const text = isUncertain
    ? `Nobody knows whether the post of ${delivery.file} arrived in the channel: ${reason}\nLook there. If it is there, forward it to me. If it is not:`
    : `The channel refused what was to be done for ${delivery.file}: ${reason}\n${next}`;
  try {
    await api.sendMessage(
      ownerId,
      text.slice(0, 4000),
      isUncertain ? { reply_markup: uncertainButtons(delivery) } : {},
    );
  } catch (error) {
    // It stays in /status.
    log.warn('the owner could not be told', { entry: delivery.entryId, reason: messageOf(error) });
  }
}

async function pageAnswers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, {
      method: 'HEAD',
      redirect: 'follow',
      signal: AbortSignal.timeout(pageTimeoutMilliseconds),
    });
    return response.ok;
  } catch {
    return false;
  }
}
