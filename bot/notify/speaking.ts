import { type Api, GrammyError } from 'grammy';
import type { BotConfig } from '../base/config.ts';
import { classify } from '../base/failure.ts';
import { type Log, messageOf } from '../base/log.ts';
import type { Keyboard } from '../button/button.ts';
import { cutTo } from '../talk/talk.ts';
import type { Speaking } from './notices.ts';

const longestText = 4_000;
const withoutPreview = { link_preview_options: { is_disabled: true } };

/** What speaking to the owner takes. */
export interface SpeakingTools {
  readonly api: Api;
  readonly config: Pick<BotConfig, 'ownerId'>;
  readonly log: Log;
}

/** How a message is sent, beside what it says. */
export type More = Parameters<Api['sendMessage']>[2];

/** Says something to the owner in private. @returns the id of the message; undefined where it did not go out, which is logged. */
export async function sayTo(
  { api, config, log }: SpeakingTools,
  text: string,
  more?: More,
): Promise<number | undefined> {
  try {
    const options = { ...withoutPreview, ...more };
    const sent = await api.sendMessage(config.ownerId, cutTo(longestText, text), options);
    return sent.message_id;
  } catch (error) {
    log.warn('the owner could not be told', { reason: messageOf(error) });
    return undefined;
  }
}

/** Speaks to the owner in private. What cannot be said is logged, and said when it is tried again. */
export function speakingTo(tools: SpeakingTools): Speaking {
  const { api, config, log } = tools;
  const below = (keyboard?: Keyboard) => (keyboard ? { reply_markup: keyboard } : {});
  return {
    say: (text, keyboard) => sayTo(tools, text, below(keyboard)),
    async replace(messageId, text, keyboard) {
      try {
        const more = { ...withoutPreview, ...below(keyboard) };
        await api.editMessageText(config.ownerId, messageId, cutTo(longestText, text), more);
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
