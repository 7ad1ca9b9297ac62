import { AsyncLocalStorage } from 'node:async_hooks';
import type { Update } from 'grammy/types';
import { systemFault } from '#journal/fault/systemFault.ts';
import type { BotConfig } from '../base/config.ts';
import { waitAfter } from '../base/failure.ts';
import { messageOf } from '../base/log.ts';
import { StoppedError } from '../base/runCommand.ts';
import { isOfWriting, isOutOfReach, troubleIn } from '../base/trouble.ts';
import { Waker } from '../base/waker.ts';
import { lookAfterGroups } from '../groups/forgetting.ts';
import { poll, type ReceiveTools } from '../inbox/receive.ts';
import { letsWrite, routeOf } from '../inbox/route.ts';
import { serveWebhook } from '../inbox/webhook.ts';
import { ChannelError } from '../outbox/channel.ts';
import { deliverDue } from '../outbox/deliver.ts';
import { hearRights } from '../outbox/rightsGiven.ts';
import { databaseFile } from '../state/database.ts';
import { explained, StateError } from '../state/stateError.ts';
import { StateWatch } from '../state/stateWatch.ts';
import { inJournalsLanguage, inLanguageLastHeard } from '../talk/journalTalk.ts';
import { talk } from '../talk/talk.ts';
import { type Bot, createBot, tellUntold } from './bot.ts';
import type { RunTools } from './ground.ts';
import { tellOfChannel } from './outOfChannel.ts';
import { afterTrouble, untilDue, type WorkerTools, workInbox } from './worker.ts';

const secondMilliseconds = 1_000;
const tickMilliseconds = 1_000;
const firstStartWaitMilliseconds = 2_000;

/** Runs the bot until `signal` aborts, then finishes what is in hand. */
export function runBot(config: BotConfig, tools: RunTools, signal: AbortSignal): Promise<void> {
  return inJournalsLanguage(config.contentFolder, () => run(config, tools, signal));
}

async function run(config: BotConfig, tools: RunTools, signal: AbortSignal): Promise<void> {
  const stop = new AbortController();
  const stopped = AbortSignal.any([signal, stop.signal]);
  const inboxWaker = new Waker(tools.clock);
  const outboxWaker = new Waker(tools.clock);
  const bot = await startBot(config, tools, () => outboxWaker.wake(), stopped);
  if (!bot) return;
  const databasePath = bot.database.location() ?? databaseFile;
  const worker = { ...bot, watch: new StateWatch(bot.database), databasePath };
  let loss: unknown;
  const lost = (found: unknown) => {
    loss = found;
    stop.abort();
  };
  tools.log.info('the bot runs', {
    channel: bot.channel?.title ?? null,
    receiving: config.receiving.mode,
  });
  bot.outbox.recover();
  const work = [
    workInbox(worker, inboxWaker),
    workOutbox(worker, outboxWaker),
    lookAgainAndAgain(worker),
    lookAfterGroups(bot.handler, stopped),
    bot.menus.announce(stopped),
  ].map((one) => stopOnFailure(one, stop));
  const receiving = receivingOf(worker, inboxWaker, lost);
  work.push(stopOnFailure(receive(bot, receiving, work), stop));
  // What is in hand is finished before the database goes.
  const ends = await Promise.allSettled(work);
  await bot.allowlist.settled();
  const failure = loss ?? ends.find((end) => end.status === 'rejected')?.reason;
  // The owner may not see what the process says as it ends.
  if (failure instanceof StateError) await bot.tell(talk('botEnds', { reason: failure.message }));
  bot.database.close();
  if (failure) throw failure;
}

/** What takes updates in, whatever brings them. `lost` is told where the state is no longer what it was. */
function receivingOf(
  worker: WorkerTools,
  inboxWaker: Waker,
  lost: (found: unknown) => void,
): ReceiveTools {
  const { api, inbox, clock, log, disk, watch, databasePath, config } = worker;
  return {
    api,
    inbox,
    clock,
    log,
    concerns: (update) => {
      try {
        // What no database could give back would stand in the way even of the next start.
        routeOf(update, config.ownerId);
        if (letsWrite(update, config.ownerId)) inbox.hearAgain(clock.now());
        return isHeard(update, worker);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        // Of a form that is not known here, it would stand in the way of all that comes behind it.
        const reason = messageOf(error);
        log.warn('an update is passed over', { update: update.update_id, reason });
        return false;
      }
    },
    received: () => {
      disk.goesOn('receiving');
      inboxWaker.wake();
    },
    // Where updates are pushed, nobody's work has brought them.
    notStored: AsyncLocalStorage.bind(async (error: unknown) => {
      try {
        watch.examine(error);
        await disk.met(explained(error, databasePath), 'receiving');
      } catch (found) {
        lost(found);
      }
    }),
  };
}

/** Whether an update is kept. What is not may tell of a chat that the bot is to leave, or of its rights in the channel. */
function isHeard(update: Update, { handler, allowlist, channel, outbox, signal }: Bot): boolean {
  if (handler.groups.audience.concerns(update)) return true;
  if (channel) hearRights(update, channel.id, outbox);
  allowlist.meet(update, signal);
  return false;
}

/** Takes updates in until the bot stops; a webhook answers until all other work has ended. */
function receive(
  { inbox, outbox, config: { receiving }, signal }: Bot,
  tools: ReceiveTools,
  work: readonly Promise<void>[],
): Promise<void> {
  if (receiving.mode === 'polling') return poll(tools, signal);
  const health = () => ({ inbox: inbox.counts().pending, outbox: outbox.pending().length });
  return serveWebhook(receiving, { ...tools, health }, signal, Promise.allSettled(work));
}

/** Makes the bot, however long Telegram is out of reach; undefined where it is stopped meanwhile. */
async function startBot(
  config: BotConfig,
  tools: RunTools,
  wake: () => void,
  signal: AbortSignal,
): Promise<Bot | undefined> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      return await createBot(config, tools, wake, signal);
    } catch (error) {
      if (error instanceof ChannelError) await tellOfChannel(error, config, tools);
      if (!isOutOfReach(error)) throw error;
      const wait = waitAfter(attempt, firstStartWaitMilliseconds);
      tools.log.warn('Telegram could not be reached', {
        reason: messageOf(error),
        nextTrySeconds: Math.round(wait / 1000),
      });
      await tools.clock.sleep(wait, signal);
    }
  }
  return undefined;
}

async function workOutbox(tools: WorkerTools, waker: Waker): Promise<void> {
  const { delivery, outbox, disk, clock, config, signal } = tools;
  if (!delivery) return;
  while (!signal.aborted) {
    try {
      // Looks and updates, which put it there, have read the language.
      await inLanguageLastHeard(config.contentFolder, () => deliverDue(outbox, delivery, signal));
      if (disk.isOn && outbox.pending().length === 0) await disk.passed('outbox');
      const next = delivery.mayDeliver() ? outbox.nextRunAt(delivery.channelId) : undefined;
      await waker.wait(untilDue(next, clock.now()), signal);
    } catch (error) {
      await afterTrouble(error, 'outbox', tools);
    }
  }
}

/** Looks for files that changed by hand and for entries whose time has come. */
async function lookAgainAndAgain(tools: WorkerTools): Promise<void> {
  const { clock, watch, config, signal } = tools;
  while (!signal.aborted) {
    const began = clock.now();
    try {
      watch.look();
    } catch (error) {
      // All that was in the database is at hand for as long as the bot runs: it is written once the disk takes it.
      if (troubleIn(error)?.with !== 'disk') throw error;
      await afterTrouble(error, 'looks', tools);
      continue;
    }
    const isStopped = await inJournalsLanguage(config.contentFolder, () => look(tools));
    if (isStopped) return;
    await untilNextLook(began, tools);
  }
}

/** @returns whether it was stopped. */
async function look(tools: WorkerTools): Promise<boolean> {
  const { handler, upkeep, clock, log, disk } = tools;
  try {
    const before = disk.times('looks');
    handler.waiting.forgetOld();
    handler.dialogue.forgetOld(clock.now());
    const isHeld = (await handler.mirror()) !== undefined;
    // After the look: what a file names as posted is asked of nobody.
    await tellUntold(tools);
    await upkeep.tryAgain();
    await handler.notices.over('stopped', talk('upToDateAgain'));
    // A look that is held back writes nothing: it shows no more than that this run has met no trouble.
    if (disk.times('looks') === before && (!isHeld || before === 0)) await disk.passed('looks');
    log.debug('looked at the journal');
  } catch (error) {
    if (error instanceof StoppedError) return true;
    await afterFailedLook(error, tools);
  }
  await tools.menus.announce(tools.signal);
  return false;
}

/** Told once, over restarts too: it stays so until somebody mends it. */
async function afterFailedLook(
  error: unknown,
  { handler, log, disk, watch, databasePath }: WorkerTools,
): Promise<void> {
  watch.examine(error);
  const cause = explained(error, databasePath);
  const reason = systemFault(cause) ?? messageOf(cause);
  log.error('the journal could not be mirrored', { reason });
  if (isOfWriting(cause)) return disk.met(cause, 'looks');
  try {
    await handler.notices.tell('stopped', () => talk('notUpToDate', { reason }));
  } catch (error) {
    // The disk that cannot take a note of it is told of by whoever stores what comes in.
    log.warn('the owner could not be told', { reason: messageOf(error) });
  }
}

/** Waits for the next look, or until the date of an entry comes. In short sleeps: a clock may be put on or back meanwhile. */
async function untilNextLook(
  last: number,
  { schedule, config, clock, signal }: Bot,
): Promise<void> {
  while (!signal.aborted) {
    const now = clock.now();
    const scheduled = schedule.nextAt(last) ?? Number.POSITIVE_INFINITY;
    const next = Math.min(last + config.lookSeconds * secondMilliseconds, scheduled);
    if (now >= next || now < last) return;
    await clock.sleep(Math.min(tickMilliseconds, next - now), signal);
  }
}

async function stopOnFailure(work: Promise<void>, stop: AbortController): Promise<void> {
  try {
    await work;
  } catch (error) {
    stop.abort();
    throw error;
  }
}
