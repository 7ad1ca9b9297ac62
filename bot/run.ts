import { GrammyError, HttpError } from 'grammy';
import { Bell } from './bell.ts';
import { askAboutInterrupted, type Bot, createBot, type RunTools } from './bot.ts';
import { deliverDue } from './channel/deliver.ts';
import { waitAfter } from './channel/failure.ts';
import { handleUpdate } from './chat/handler.ts';
import { isFromOwner } from './chat/owner.ts';
import type { BotConfig } from './config.ts';
import type { InboxItem } from './inbox/inbox.ts';
import { poll, serveWebhook } from './inbox/receive.ts';
import { type Log, messageOf } from './log.ts';

const lookMilliseconds = 60_000;
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
  const bot = await startBot(config, tools, () => outboxBell.ring(), signal);
  if (!bot) return;
  const receiving = {
    api: bot.api,
    inbox: bot.inbox,
    ...tools,
    concerns: (update: Parameters<typeof isFromOwner>[0]) => isFromOwner(update, config.ownerId),
    received: () => inboxBell.ring(),
  };
  tools.log.info('the bot runs', {
    channel: bot.channel?.title ?? null,
    receiving: config.receiving.mode,
  });
  await askAboutInterrupted(bot);
  const work = [
    config.receiving.mode === 'polling'
      ? poll(receiving, stopped)
      : serveWebhook(config.receiving, receiving, stopped),
    workInbox(bot, tools, inboxBell, stopped),
    workOutbox(bot, tools, outboxBell, stopped),
    lookEveryMinute(bot, tools, stopped),
  ].map((one) => stopOnFailure(one, stop));
  // What is in hand is finished before the database goes.
  const ends = await Promise.allSettled(work);
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
      return await createBot(config, tools, wake);
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
      afterTrouble(error, tools, signal),
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
    const outcome = bot.inbox.fail(item, reason, clock.now());
    log.error('an update could not be handled', { update, reason, outcome });
    if (outcome === 'failed') await tellGivenUp(bot, error, log);
  }
}

function waitFor(error: unknown): number {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? outOfReachMilliseconds : (seconds + 1) * 1000;
}

/** The bot's own files cannot be written: it waits, and goes on where it was. */
async function afterTrouble(
  error: unknown,
  { clock, log }: RunTools,
  signal: AbortSignal,
): Promise<void> {
  log.error('the state folder cannot be used; look at its disk', { reason: messageOf(error) });
  await clock.sleep(troubleMilliseconds, signal);
}

async function workOutbox(
  bot: Bot,
  tools: RunTools,
  bell: Bell,
  signal: AbortSignal,
): Promise<void> {
  if (!bot.delivery) return;
  while (!signal.aborted) {
    try {
      await deliverDue(bot.outbox, bot.delivery, signal);
      await bell.wait(untilDue(bot.outbox.nextRunAt(), tools.clock.now()), signal);
    } catch (error) {
      await afterTrouble(error, tools, signal);
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
    try {
      await bot.handler.mirror();
      told = '';
    } catch (error) {
      const reason = messageOf(error);
      log.error('the journal could not be mirrored', { reason });
      // Once: it stays so until somebody mends it.
      if (reason !== told)
        await tellOwner(bot, `The channel is not kept up to date: ${reason}`, log);
      told = reason;
    }
    await clock.sleep(lookMilliseconds, signal);
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

async function tellGivenUp(bot: Bot, error: unknown, log: Log): Promise<void> {
  await tellOwner(
    bot,
    `I could not deal with a message of yours, and have given up after several tries: ${messageOf(error)}\nIt is kept in the inbox. Look with /drafts whether its words are there; if they are not, mend the cause and send it again.`,
    log,
  );
}

async function tellOwner({ api, handler }: Bot, text: string, log: Log): Promise<void> {
  await api
    .sendMessage(handler.config.ownerId, text.slice(0, 4000))
    .catch((error: unknown) =>
      log.warn('the owner could not be told', { reason: messageOf(error) }),
    );
}
