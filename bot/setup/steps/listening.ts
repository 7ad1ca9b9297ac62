import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, GrammyError } from 'grammy';
import type { Message, Update } from 'grammy/types';
import { lockProcess } from '../../base/lock.ts';
import { messageOf } from '../../base/log.ts';
import { type Finding, fault } from '../../doctor/finding.ts';
import { allowedUpdates } from '../../inbox/receive.ts';
import { FindingError, stopping } from './finding.ts';

const pollSeconds = 5;
const pauseMilliseconds = 300;
const mostUpdates = 100;
// Without those that look like others.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const codeLength = 6;

/** A word that nobody can guess, and that is asked for once. */
export function oneTimeCode(): string {
  return Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');
}

/** Whether a message says the word, as such or after /start; phones begin sentences with capitals. */
export function says(message: Message, code: string): boolean {
  const words = (message.text ?? message.caption ?? '').toLowerCase().split(/\s+/);
  return words.includes(code);
}

/** Why nobody else than the bot can hear what is sent to it; undefined where setup may listen. */
export async function listeningTrouble(
  api: Api,
  stateFolder: string,
): Promise<Finding | undefined> {
  const unlock = lockProcess(stateFolder);
  if (!unlock)
    return fault(
      'receiving',
      'the bot runs, and gets what is sent to it',
      'Stop it (Ctrl-C in its window, or "systemctl stop scrollback"), and try again; or type the id.',
    );
  unlock();
  const { url } = await api.getWebhookInfo();
  if (!url) return undefined;
  return fault(
    webhookCheck,
    `a webhook at ${URL.parse(url)?.host ?? 'some address'} gets what is sent to the bot`,
    'If another program uses this bot, make one of its own for the journal (/newbot at @BotFather). Else take the webhook away; "npm run bot" sets its own anew.',
  );
}

/** The check of {@link listeningTrouble} that a webhook fails. */
export const webhookCheck = 'webhook';

/**
 * The first update that fits, of those that wait and those that come; undefined where `signal` aborts. None is confirmed:
 * whatever else was sent still waits for the bot.
 *
 * @throws {FindingError} where somebody else receives, or more waits than can be looked through.
 */
export async function nextUpdate<T>(
  api: Api,
  fits: (update: Update) => T | undefined,
  signal: AbortSignal,
): Promise<T | undefined> {
  while (!signal.aborted) {
    const updates = await pendingUpdates(api, pollSeconds, signal);
    for (const update of updates) {
      const found = fits(update);
      if (found !== undefined) return found;
    }
    if (updates.length === mostUpdates)
      throw stopping(
        'receiving',
        `${mostUpdates} older messages wait for the bot, and what is new comes only behind them`,
        'Type the id; or run "npm run bot" once, which takes them in.',
      );
    if (updates.length > 0) await sleep(pauseMilliseconds, undefined, { signal }).catch(() => {});
  }
  return undefined;
}

async function pendingUpdates(api: Api, timeout: number, signal?: AbortSignal): Promise<Update[]> {
  try {
    return await api.getUpdates(
      { timeout, limit: mostUpdates, allowed_updates: [...allowedUpdates] },
      signal as Parameters<Api['getUpdates']>[1],
    );
  } catch (error) {
    if (signal?.aborted) return [];
    throw new FindingError(receivingFault(error), { cause: error });
  }
}

function receivingFault(error: unknown): Finding {
  if (error instanceof GrammyError && error.error_code === 409)
    return fault(
      'receiving',
      'another program receives what is sent to this bot',
      'Stop it, wherever it runs, and try again; or type the id.',
    );
  return fault(
    'Telegram',
    `Telegram did not answer: ${messageOf(error)}`,
    'Look at the connection of this machine, and try again.',
  );
}

/**
 * Lets Telegram forget updates that were meant for setup alone, as far as nothing else waits before them.
 *
 * @returns those that wait still.
 */
export async function forgetOwn(api: Api, own: ReadonlySet<number>): Promise<number[]> {
  const pending = (await pendingUpdates(api, 0)).map(({ update_id }) => update_id);
  const firstOther = pending.findIndex((id) => !own.has(id));
  const end = firstOther === -1 ? pending.length : firstOther;
  const last = pending.slice(0, end).at(-1);
  // An offset lets all that is below it go.
  if (last !== undefined) await api.getUpdates({ offset: last + 1, limit: 1, timeout: 0 });
  return pending.slice(end).filter((id) => own.has(id));
}
