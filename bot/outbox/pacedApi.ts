import type { Api, RawApi } from 'grammy';
import type { ApiError, ApiResponse } from 'grammy/types';
import type { ChatPace } from '../base/chatPace.ts';
import type { Clock } from '../base/clock.ts';
import { type Log, messageOf } from '../base/log.ts';

/** No limit of any chat, but of the bot. */
const callsASecond = 30;
const secondMilliseconds = 1_000;
/** Longer than this nobody is kept waiting: the call is refused as Telegram would refuse it, and made later. */
const longestWaitMilliseconds = 3_000;
const longestHoldMilliseconds = 24 * 60 * 60_000;

/** Calls that Telegram counts for the chat that they name. */
const counted =
  /^(?:send(?!ChatAction)|editMessage|copyMessage|forwardMessage|deleteMessage|stopPoll)/;

/** What keeping the pace takes. */
export interface PaceTools {
  readonly pace: ChatPace;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Calls of the bot's own clients of the last second, together. */
  readonly made: number[];
  /** A chat whose queue keeps the pace itself. */
  readonly except?: number | undefined;
  /** The chat in which buttons are pressed; answers to that name none. */
  readonly home: number;
}

/**
 * Keeps all that a client calls within Telegram's limits: those of each chat, and those of the bot. A 429 silences its
 * whole chat until Telegram hears again; what is called meanwhile is refused here.
 */
export function keepPace(api: Api, tools: PaceTools): void {
  api.config.use(async (call, method, payload, signal) => {
    const chatId = chatOf(method, payload, tools);
    if (chatId !== undefined) {
      const wait = counted.test(method)
        ? await untilFree(chatId, messagesIn(payload), tools)
        : heldFor(chatId, tools);
      if (wait > 0) return tooEarly(wait);
    }
    await untilBotIsFree(method, tools);
    const answer = await call(method, payload, signal);
    if (chatId !== undefined) hear(answer, chatId, tools);
    return answer;
  });
}

/** The chat that a call writes to, or otherwise disturbs. */
function chatOf(
  method: keyof RawApi,
  payload: unknown,
  { except, home }: PaceTools,
): number | undefined {
  if (method === 'answerCallbackQuery') return home;
  if (method.startsWith('get') || typeof payload !== 'object' || payload === null) return undefined;
  const id = 'chat_id' in payload ? Number(payload.chat_id) : Number.NaN;
  return Number.isSafeInteger(id) && id !== except ? id : undefined;
}

/** How much longer a chat is silent, for what Telegram does not count. */
function heldFor(chatId: number, tools: PaceTools): number {
  const now = tools.clock.now();
  return quietly(now, tools, () => tools.pace.afterHold(chatId, now)) - now;
}

/** Each picture of an album is a message. */
function messagesIn(payload: unknown): number {
  const { media, message_ids } = payload as { media?: unknown; message_ids?: unknown };
  const several = Array.isArray(media) ? media : message_ids;
  return Array.isArray(several) ? Math.max(1, several.length) : 1;
}

/** Waits for a chat and takes its turn there. @returns how much longer it would have to wait than anybody is kept. */
async function untilFree(chatId: number, messages: number, tools: PaceTools): Promise<number> {
  const { pace, clock, signal } = tools;
  for (;;) {
    const now = clock.now();
    const at = quietly(now, tools, () => {
      pace.tidy(now, longestHoldMilliseconds);
      const free = pace.freeAt(chatId, messages, now);
      // At once, with nothing in between: two calls do not take the same turn.
      if (free <= now) pace.note(chatId, messages, now);
      return free;
    });
    if (at <= now || signal.aborted) return 0;
    if (at - now > longestWaitMilliseconds) return at - now;
    await clock.sleep(at - now, signal);
  }
}

async function untilBotIsFree(
  method: keyof RawApi,
  { pace, clock, signal, made }: PaceTools,
): Promise<void> {
  if (!pace.isLimited || method === 'getUpdates') return;
  while (!signal.aborted) {
    const now = clock.now();
    while (made[0] !== undefined && (made[0] <= now - secondMilliseconds || made[0] > now))
      made.shift();
    if (made.length < callsASecond) {
      made.push(now);
      return;
    }
    await clock.sleep((made[0] ?? now) + secondMilliseconds - now, signal);
  }
}

function hear(answer: ApiResponse<unknown>, chatId: number, tools: PaceTools): void {
  if (answer.ok || answer.error_code !== 429) return;
  const seconds = answer.parameters?.retry_after ?? 5;
  const until = tools.clock.now() + (seconds + 1) * secondMilliseconds;
  quietly(0, tools, () => {
    tools.pace.hold(chatId, until);
    return 0;
  });
}

function tooEarly(waitMilliseconds: number): ApiError {
  const seconds = Math.max(1, Math.ceil(waitMilliseconds / secondMilliseconds) - 1);
  return {
    ok: false,
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  };
}

/** A disk in trouble does not silence the bot: what it cannot remember it does not keep to. */
function quietly(otherwise: number, { log }: PaceTools, work: () => number): number {
  try {
    return work();
  } catch (error) {
    log.warn('the pace of a chat could not be kept', { reason: messageOf(error) });
    return otherwise;
  }
}
