import { type Api, GrammyError } from 'grammy';
import type { BotConfig } from '../base/config.ts';
import { type Log, messageOf } from '../base/log.ts';
import { menuOf } from './dialogue/commandTable.ts';

/**
 * Which commands Telegram's menus show: all of them to the owner, a few in the groups that the bot listens in, none to
 * anybody else. A failure is a warning: without menus all commands work.
 */
export class Menus {
  readonly #api: Api;
  readonly #config: BotConfig;
  readonly #log: Log;
  #announced = '';

  constructor(api: Api, config: BotConfig, log: Log) {
    this.#api = api;
    this.#config = config;
    this.#log = log;
  }

  /** Tells Telegram of them, in the language that is spoken here, unless it was told the same before. */
  async announce(signal: AbortSignal): Promise<void> {
    const words = JSON.stringify([menuOf('private'), menuOf('group')]);
    if (words === this.#announced) return;
    this.#announced = words;
    for (const call of this.#calls(signal)) {
      try {
        await call();
      } catch (error) {
        if (signal.aborted) return;
        const cure =
          error instanceof GrammyError && /chat not found/i.test(error.description)
            ? 'write /start to the bot, then start it again'
            : 'it is tried again at the next start';
        this.#log.warn('the menu of commands could not be set', {
          reason: messageOf(error),
          cure,
        });
      }
    }
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
