import type { Update } from '@grammyjs/types';
import { type Clock, pause, SECOND_MILLISECONDS, unixSeconds } from './clock.ts';
import type { UpdateQueue } from './updateQueue.ts';

/** Where updates go instead of `getUpdates`. */
export type WebhookTarget = { url: string; secretToken?: string; maxConnections: number };

const FIRST_RETRY_MILLISECONDS = 100;
const LAST_RETRY_MILLISECONDS = 5 * SECOND_MILLISECONDS;
const ANSWER_MILLISECONDS = 60 * SECOND_MILLISECONDS;

/** Posts each update to the bot's URL, in order, and again until it answers 2xx. */
export class Webhook {
  readonly #queue: UpdateQueue;
  readonly #now: Clock;
  readonly #stop = new AbortController();
  #target: WebhookTarget | undefined;
  #isPumping = false;
  #lastError: { date: number; message: string } | undefined;

  constructor(queue: UpdateQueue, now: Clock) {
    this.#queue = queue;
    this.#now = now;
    queue.onAdded(() => void this.#pump());
  }

  get target(): WebhookTarget | undefined {
    return this.#target;
  }

  get lastError(): { date: number; message: string } | undefined {
    return this.#lastError;
  }

  /** Delivers to another URL, or to none. */
  set(target: WebhookTarget | undefined): void {
    this.#target = target;
    this.#lastError = undefined;
    void this.#pump();
  }

  /** Stops deliveries for good. */
  stop(): void {
    this.#stop.abort();
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    let retryMilliseconds = FIRST_RETRY_MILLISECONDS;
    for (;;) {
      const update = this.#queue.first();
      if (this.#target === undefined || update === undefined || this.#stop.signal.aborted) break;
      const error = await this.#deliver(this.#target, update);
      if (error === undefined) {
        this.#queue.remove(update);
        retryMilliseconds = FIRST_RETRY_MILLISECONDS;
      } else {
        this.#lastError = { date: unixSeconds(this.#now), message: error };
        await pause(retryMilliseconds, this.#stop.signal);
        retryMilliseconds = Math.min(2 * retryMilliseconds, LAST_RETRY_MILLISECONDS);
      }
    }
    this.#isPumping = false;
  }

  async #deliver(target: WebhookTarget, update: Update): Promise<string | undefined> {
    try {
      const response = await fetch(target.url, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          ...(target.secretToken === undefined
            ? {}
            : { 'X-Telegram-Bot-Api-Secret-Token': target.secretToken }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(ANSWER_MILLISECONDS)]),
      });
      await response.arrayBuffer();
      if (response.ok) return undefined;
      return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    } catch {
      return 'Connection refused';
    }
  }
}
