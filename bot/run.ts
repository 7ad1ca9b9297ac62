import { GrammyError, HttpError } from 'grammy';
import type { Update } from 'grammy/types';
import { systemFault } from '#journal/systemFault.ts';
import { Bell } from './bell.ts';
import { type Bot, createBot, type RunTools, tellUntold } from './bot.ts';
import { deliverDue } from './channel/deliver.ts';
import { waitAfter } from './channel/failure.ts';
import { handleUpdate } from './chat/handler.ts';
import { announceCommands } from './chat/menus.ts';
import type { Clock } from './clock.ts';
import type { BotConfig } from './config.ts';
import { databaseFile } from './database.ts';
import { lookAfterGroups } from './groups/forgetting.ts';
import type { InboxItem } from './inbox/inbox.ts';
import { poll } from './inbox/receive.ts';
import { serveWebhook } from './inbox/webhook.ts';
import { type Log, messageOf } from './log.ts';
import { StoppedError } from './runCommand.ts';
import { explained } from './stateError.ts';
import { tellOwner } from './tellOwner.ts';

const lookMilliseconds = 60_000;
const tickMilliseconds = 1_000;
const firstStartWaitMilliseconds = 2_000;
const outOfReachMilliseconds = 5_000;
const troubleMilliseconds = 5_000;
const idleMilliseconds = 2_000;

/** Runs the bot until `signal` aborts, then finishes what is in hand. */
export async function runBot(
  config: BotConfig,
  tools: RunTools,
  signal: AbortSignal,
): Promise<void> {
  const stop = new AbortController();
  const stopped = AbortSignal.any([signal, stop.signal]);
  const inboxBell = new Bell(tools.clock);
  const outboxBell = new Bell(tools.clock);
  const bot = await startBot(config, tools, () => outboxBell.ring(), stopped);
  if (!bot) return;
  const receiving = {
    api: bot.api,
    inbox: bot.inbox,
    ...tools,
    concerns: (update: Update) => {
      const isHeard = bot.handler.groups.audience.concerns(update);
      if (!isHeard) bot.door.meet(update, stopped);
      return isHeard;
    },
    received: () => inboxBell.ring(),
  };
  tools.log.info('the bot runs', {
    channel: bot.channel?.title ?? null,
    receiving: config.receiving.mode,
  });
  bot.outbox.recover();
  const work = [
    workInbox(bot, tools, inboxBell, stopped),
    workOutbox(bot, tools, outboxBell, stopped),
    lookEveryMinute(bot, tools, stopped),
    lookAfterGroups(bot.handler, stopped),
    announceCommands(bot.api, config, tools.log, stopped),
  ].map((one) => stopOnFailure(one, stop));
  const health = () => ({
    inbox: bot.inbox.counts().pending,
    outbox: bot.outbox.pending().length,
  });
  const received =
    config.receiving.mode === 'polling'
      ? poll(receiving, stopped)
      : serveWebhook(config.receiving, { ...receiving, health }, stopped, Promise.allSettled(work));
  work.push(stopOnFailure(received, stop));
  // What is in hand is finished before the database goes.
  const ends = await Promise.allSettled(work);
  await bot.door.settled();
  bot.database.close();
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
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

/** A broken line, a server's own trouble or "later": nothing that the bot or its settings could be blamed for. */
function isOutOfReach(error: unknown): boolean {
  return (
    error instanceof HttpError ||
    (error instanceof GrammyError && (error.error_code >= 500 || error.error_code === 429))
  );
}

/** Handles updates one after another, in the order in which they came. */
async function workInbox(
  bot: Bot,
  tools: RunTools,
  bell: Bell,
  signal: AbortSignal,
): Promise<void> {
  const { clock } = tools;
  while (!signal.aborted) {
    const item = bot.inbox.next(clock.now());
    if (!item) {
      await bell.wait(untilDue(bot.inbox.nextRunAt(), clock.now()), signal);
      continue;
    }
    await handleItem(bot, item, tools).catch((error: unknown) =>
      afterTrouble(error, bot, tools, signal),
    );
  }
}

async function handleItem(bot: Bot, item: InboxItem, { clock, log }: RunTools): Promise<void> {
  try {
    await handleUpdate(item.update, bot.handler);
    bot.inbox.settle(item);
  } catch (error) {
    const reason = messageOf(error);
    const update = item.update.update_id;
    if (isOutOfReach(error)) {
      log.warn('an update waits for Telegram', { update, reason });
      return bot.inbox.postpone(item, reason, clock.now() + waitFor(error));
    }
    if (error instanceof StoppedError) return bot.inbox.postpone(item, reason, clock.now());
    const outcome = bot.inbox.fail(item, reason, clock.now());
    log.error('an update could not be handled', { update, reason, outcome });
    if (outcome === 'failed') await tellGivenUp(bot, item, error, log);
  }
}

function waitFor(error: unknown): number {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? outOfReachMilliseconds : (seconds + 1) * 1000;
}

/** The bot's own files cannot be written: it waits, and goes on where it was. */
async function afterTrouble(
  error: unknown,
  { database }: Bot,
  { clock, log }: RunTools,
  signal: AbortSignal,
): Promise<void> {
  const reason = messageOf(explained(error, database.location() ?? databaseFile));
  log.error('the state folder cannot be used', { reason });
  await clock.sleep(troubleMilliseconds, signal);
}

async function workOutbox(
  bot: Bot,
  tools: RunTools,
  bell: Bell,
  signal: AbortSignal,
): Promise<void> {
  const { delivery, outbox } = bot;
  if (!delivery) return;
  while (!signal.aborted) {
    try {
      await deliverDue(outbox, delivery, signal);
      await bell.wait(untilDue(outbox.nextRunAt(delivery.channelId), tools.clock.now()), signal);
    } catch (error) {
      await afterTrouble(error, bot, tools, signal);
    }
  }
}

/** Looks for files that changed by hand and for entries whose time has come. */
async function lookEveryMinute(
  bot: Bot,
  { clock, log }: RunTools,
  signal: AbortSignal,
): Promise<void> {
  let told = '';
  while (!signal.aborted) {
    const began = clock.now();
    try {
      bot.handler.waiting.forgetOld(clock.now());
      bot.handler.dialogue.forgetOld(clock.now());
      await tellUntold(bot);
      await bot.handler.mirror();
      await bot.upkeep.tryAgain();
      log.debug('looked at the journal');
      told = '';
    } catch (error) {
      if (error instanceof StoppedError) return;
      const reason = systemFault(error) ?? messageOf(error);
      log.error('the journal could not be mirrored', { reason });
      // Once: it stays so until somebody mends it.
      if (reason !== told)
        await tellOwnerOf(bot, `The channel is not kept up to date: ${reason}`, log);
      told = reason;
    }
    await untilNextLook(bot, began, clock, signal);
  }
}

/** Waits a minute, or until the date of an entry comes. In short sleeps: a clock may be put on or back meanwhile. */
async function untilNextLook(
  { schedule }: Bot,
  last: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const now = clock.now();
    const scheduled = schedule.nextAt() ?? Number.POSITIVE_INFINITY;
    const isOverdue = scheduled <= last;
    const next = Math.min(
      last + lookMilliseconds,
      isOverdue ? Number.POSITIVE_INFINITY : scheduled,
    );
    if (now >= next || now < last) return;
    await clock.sleep(Math.min(tickMilliseconds, next - now), signal);
  }
}

/** Short sleeps: another process, the mirror command, may have put something into the queue. */
function untilDue(runAt: number | undefined, now: number): number {
  return runAt === undefined
    ? idleMilliseconds
    : Math.max(0, Math.min(idleMilliseconds, runAt - now));
}

async function stopOnFailure(work: Promise<void>, stop: AbortController): Promise<void> {
  try {
    await work;
  } catch (error) {
    stop.abort();
    throw error;
  }
}

async function tellGivenUp(bot: Bot, item: InboxItem, error: unknown, log: Log): Promise<void> {
  const { message, edited_message } = item.update;
  const said = message ?? edited_message;
  const { ownerId } = bot.handler.config;
  // Where it is the owner's own message, the answer hangs on it.
  const more = said?.chat.id === ownerId && {
    reply_parameters: { message_id: said.message_id, allow_sending_without_reply: true },
  };
  await tellOwner(
    bot.api,
    ownerId,
    `I could not deal with a message of yours, and have given up after several tries: ${messageOf(error)}\nIt is kept in the inbox. Look with /drafts whether its words are there; if they are not, mend the cause and send it again.`,
    log,
    more || {},
  );
}

async function tellOwnerOf({ api, handler }: Bot, text: string, log: Log): Promise<void> {
  await tellOwner(api, handler.config.ownerId, text, log);
}
