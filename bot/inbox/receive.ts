import { type Api, GrammyError, HttpError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Clock } from '../base/clock.ts';
import { type Log, messageOf } from '../base/log.ts';
import { isTokenRefused, tokenError } from '../base/token.ts';
import type { Inbox } from './inbox.ts';

/** The kinds of update that the bot asks Telegram for. Left out, Telegram would go on with an older choice. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'callback_query',
  'message_reaction',
  'my_chat_member',
] as const satisfies ReadonlyArray<keyof Update>;

const pollSeconds = 50;
const firstRetryMilliseconds = 1_000;
const longestRetryMilliseconds = 60_000;

/** What receiving takes. */
export interface ReceiveTools {
  readonly api: Api;
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether an update is worth keeping: what strangers send is not even stored. */
  concerns(update: Update): boolean;
  /** Told when the inbox has something new. */
  received(): void;
  /** Told when updates came and could not be stored: Telegram keeps them. */
  notStored(error: unknown): Promise<void>;
}

/** Thrown where Telegram gives the updates to somebody else. */
class OtherProcessError extends Error {
  constructor() {
    super(
      'Another process receives this bot’s updates. Stop it, then start this one again; each bot has one receiver.',
    );
    this.name = 'OtherProcessError';
  }
}

/**
 * Polls until `signal` aborts: a batch goes into the inbox in one transaction, and only the next call, with the offset
 * behind the batch, tells Telegram that it may forget it.
 *
 * The offset is sent only to confirm a batch. After a quiet week update ids begin anew at random, perhaps lower: an
 * offset that stayed would shut those out.
 *
 * @throws {OtherProcessError} on a conflict.
 */
export async function poll(tools: ReceiveTools, signal: AbortSignal): Promise<void> {
  const { api, inbox, clock } = tools;
  let offset: number | undefined;
  let failures = 0;
  let begun = false;
  while (!signal.aborted) {
    try {
      if (!begun) await api.deleteWebhook({ drop_pending_updates: false });
      begun = true;
      const updates = await api.getUpdates(
        {
          timeout: pollSeconds,
          allowed_updates: [...allowedUpdates],
          ...(offset !== undefined && { offset }),
        },
        signal as Parameters<Api['getUpdates']>[1],
      );
      failures = 0;
      if (updates.length > 0) {
        inbox.accept(updates.filter(tools.concerns), clock.now());
        tools.received();
      }
      // Only now: the next call lets Telegram forget what is below the offset.
      offset = behind(updates);
    } catch (error) {
      if (signal.aborted) return;
      failures++;
      await waitAfterFailure(error, failures, tools, signal);
    }
  }
}

function behind(updates: readonly Update[]): number | undefined {
  return updates.length === 0
    ? undefined
    : Math.max(...updates.map((update) => update.update_id)) + 1;
}

async function waitAfterFailure(
  error: unknown,
  failures: number,
  { clock, log, notStored }: ReceiveTools,
  signal: AbortSignal,
): Promise<void> {
  if (error instanceof GrammyError && error.error_code === 409) throw new OtherProcessError();
  if (error instanceof GrammyError && isTokenRefused(error)) throw tokenError(error);
  const wait = waitFor(error, failures);
  const isConnection = error instanceof GrammyError || error instanceof HttpError;
  if (!isConnection) await notStored(error);
  log.warn(isConnection ? 'Telegram could not be reached' : 'updates could not be stored', {
    reason: messageOf(error),
    nextTrySeconds: wait / 1000,
  });
  await clock.sleep(wait, signal);
}

function waitFor(error: unknown, failures: number): number {
  const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
  const wait = firstRetryMilliseconds * 2 ** Math.min(failures - 1, 10);
  return Math.max(asked, Math.min(longestRetryMilliseconds, wait));
}
