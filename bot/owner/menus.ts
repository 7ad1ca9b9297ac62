import { type Api, GrammyError } from 'grammy';
import type { BotConfig } from '../base/config.ts';
import { type Log, messageOf } from '../base/log.ts';
import { menuOf } from './dialogue/commandTable.ts';

/**
 * Tells Telegram which commands its menus show: all of them to the owner, a few in the groups that the bot listens in,
 * none to anybody else. A failure is a warning: without menus all commands work.
 */
export async function announceCommands(
  api: Api,
  config: BotConfig,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const until = signal as Parameters<Api['deleteMyCommands']>[1];
  const groups = config.groups.map((id) => ({ type: 'chat' as const, chat_id: id }));
  const calls = [
    () => api.deleteMyCommands({}, until),
    () =>
      api.setMyCommands(
        menuOf('private'),
        { scope: { type: 'chat', chat_id: config.ownerId } },
        until,
      ),
    ...groups.map((scope) => () => api.setMyCommands(menuOf('group'), { scope }, until)),
  ];
  for (const call of calls) {
    try {
      await call();
    } catch (error) {
      if (signal.aborted) return;
      const cure =
        error instanceof GrammyError && /chat not found/i.test(error.description)
          ? 'write /start to the bot, then start it again'
          : 'it is tried again at the next start';
      log.warn('the menu of commands could not be set', { reason: messageOf(error), cure });
    }
  }
}
