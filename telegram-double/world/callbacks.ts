import { type Clock, SECOND_MILLISECONDS } from './clock.ts';

/** After this long a pressed button can no longer be answered. */
const ANSWERABLE_MILLISECONDS = 60 * SECOND_MILLISECONDS;

/** How the bot answered a pressed button. */
export type CallbackAnswer = { text?: string; showAlert: boolean };

/** The buttons that people pressed, and what the bot said to each. */
export class Callbacks {
  readonly #now: Clock;
  readonly #askedAt = new Map<string, number>();
  readonly #answers = new Map<string, CallbackAnswer>();
  #nextId = 4_382_000_000_000_001n;

  constructor(now: Clock) {
    this.#now = now;
  }

  /** Opens a query and returns its id. */
  open(): string {
    const id = String(this.#nextId++);
    this.#askedAt.set(id, this.#now());
    return id;
  }

  /** Records an answer; false when the query is unknown, answered or too old. */
  answer(id: string, answer: CallbackAnswer): boolean {
    const askedAt = this.#askedAt.get(id);
    if (askedAt === undefined || this.#answers.has(id)) return false;
    if (this.#now() - askedAt > ANSWERABLE_MILLISECONDS) return false;
    this.#answers.set(id, answer);
    return true;
  }

  /** What the person saw, if the bot answered. */
  answerTo(id: string): CallbackAnswer | undefined {
    return this.#answers.get(id);
  }
}
