import { type Api, GrammyError } from 'grammy';
import { classify } from '../base/failure.ts';
import { type Log, messageOf } from '../base/log.ts';
import type { Keyboard } from '../button/button.ts';
import type { Speaking } from './notices.ts';

const longestText = 4_000;

/** Speaks to the owner in private. What cannot be said is logged, and said when it is tried again. */
export function speakingTo(api: Api, ownerId: number, log: Log): Speaking {
  const more = (keyboard?: Keyboard) => ({
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  });
  return {
    async say(text, keyboard) {
      try {
        return (await api.sendMessage(ownerId, fitting(text), more(keyboard))).message_id;
      } catch (error) {
        log.warn('the owner could not be told', { reason: messageOf(error) });
        return undefined;
      }
    },
    async replace(messageId, text, keyboard) {
      try {
        await api.editMessageText(ownerId, messageId, fitting(text), more(keyboard));
        return true;
      } catch (error) {
        if (classify(error).kind === 'done-already') return true;
        log.warn('a message to the owner could not be changed', { reason: messageOf(error) });
        // Where Telegram does not answer, it stands as it is.
        return !(error instanceof GrammyError);
      }
    },
  };
}

function fitting(text: string): string {
  return text.slice(0, longestText).toWellFormed();
}
