import { type Api, GrammyError } from 'grammy';
import type { BotConfig } from '../base/config.ts';
import { refusedWith } from '../base/failure.ts';
import { type Log, messageOf } from '../base/log.ts';
import { menuOf } from './dialogue/commandTable.ts';

const mostPasses = 64;

/**
 * Which commands Telegram's menus show: all of them to the owner, a few in the groups that the bot listens in, none to
 * anybody else. A failure is a warning: without menus all commands work.
 */
export class Menus {
  readonly #api: Api;
  readonly #config: BotConfig;
  readonly #log: Log;
  #announced = '';
  /** What Telegram did not take so far. */
  #left: readonly (() => Promise<unknown>)[] = [];
  #failures = 0;
  /** How often to pass before that is tried again. */
  #passes = 0;

  constructor(api: Api, config: BotConfig, log: Log) {
    this.#api = api;
    this.#config = config;
    this.#log = log;
  }

  /**
   * Tells Telegram of them, in the language that is spoken here, unless it was told the same before. What it did not take
   * is told again at later calls, after ever more of them, and said once.
   */
  async announce(signal: AbortSignal): Promise<void> {
    const words = JSON.stringify([menuOf('private'), menuOf('group')]);
    const isNew = words !== this.#announced;
    if (!isNew && (this.#left.length === 0 || this.#passes-- > 0)) return;
    this.#announced = words;
    const calls = isNew ? this.#calls(signal) : this.#left;
    const left: (() => Promise<unknown>)[] = [];
    for (const call of calls) {
      try {
        await call();
      } catch (error) {
        if (signal.aborted) return;
        left.push(call);
        if (isNew) this.#warn(error);
      }
    }
    this.#left = left;
    this.#failures = isNew ? 1 : this.#failures + 1;
    this.#passes = Math.min(2 ** this.#failures, mostPasses);
  }

  #warn(error: unknown): void {
    // Of a wrong token the run tells itself, as it ends.
    if (error instanceof GrammyError && error.error_code === 401) return;
    const isUnknown = refusedWith(error, /chat not found/i);
    this.#log.warn('the menu of commands could not be set', {
      reason: messageOf(error),
      cure: isUnknown ? 'write /start to the bot' : 'it is tried again by and by',
    });
  }

  #calls(signal: AbortSignal): (() => Promise<unknown>)[] {
    const api = this.#api;
    const until = signal as Parameters<Api['deleteMyCommands']>[1];
    const owner = { type: 'chat' as const, chat_id: this.#config.ownerId };
    const groups = this.#config.groups.map((id) => ({ type: 'chat' as const, chat_id: id }));
    return [
      () => api.deleteMyCommands({}, until),
      () => api.setMyCommands(menuOf('private'), { scope: owner }, until),
      ...groups.map((scope) => () => api.setMyCommands(menuOf('group'), { scope }, until)),
    ];
  }
}
