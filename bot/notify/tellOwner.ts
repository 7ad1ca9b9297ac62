import { isOfRights } from '../base/failure.ts';
import { type Button, button, keyboardOf } from '../button/button.ts';
import { wasDeletedByHand } from '../outbox/deletedPost.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { talk } from '../talk/talk.ts';
import { type More, type SpeakingTools, sayTo } from './speaking.ts';

/** Tells the owner something that nobody asked for. @returns whether it went out; where not, it is logged. */
export async function tellOwner(tools: SpeakingTools, text: string, more?: More): Promise<boolean> {
  return (await sayTo(tools, text, more)) !== undefined;
}

/** Tells the owner of a delivery that needs a look. @returns whether it went out. */
export async function tellOfDelivery(
  tools: SpeakingTools,
  delivery: Delivery,
  reason: string,
): Promise<boolean> {
  const told = wordsOf(delivery, reason);
  if (!told) return true;
  const more = told.below && { reply_markup: keyboardOf([told.below]) };
  return tellOwner(tools, told.words, more);
}

interface DeliveryWords {
  readonly words: string;
  readonly below?: Button;
}

/** Undefined where there is nothing to look at. */
function wordsOf(delivery: Delivery, reason: string): DeliveryWords | undefined {
  const { id, file, state, contentHash, page, questions } = delivery;
  switch (state) {
    case 'uncertain':
      return {
        words: `${talk('uncertain', { file, reason })}\n${talk('uncertainHint')}`,
        below: button(talk('resendButton'), 'resend', { delivery: id, question: questions }),
      };
    case 'pending':
      return {
        words:
          page !== undefined && isOfPage(reason, page)
            ? `${talk('linkWaits', { file, reason })}\n${talk('linkWaitsHint')}`
            : `${talk('pictureWaits', { file, reason })}\n${talk('pictureWaitsHint')}`,
      };
    case 'failed': {
      if (wasDeletedByHand(delivery))
        return {
          words: talk('deletedByHand', { file }),
          below: button(talk('repostButton'), 'repost', { delivery: id }),
        };
      const refused = talk('refused', { file, reason });
      // It is done once the bot has the rights, which the reason asks for.
      if (isOfRights(reason)) return { words: refused };
      const next = talk(contentHash === '' ? 'takeDownByHand' : 'triedWhenChanged');
      return { words: `${refused}\n${next}` };
    }
    case 'sending':
    case 'sent':
      return undefined;
    default:
      return state satisfies never;
  }
}

/** Whether a delivery waits for its page. A journal's own words for that may leave the page out. */
function isOfPage(reason: string, page: string): boolean {
  return reason.includes(page) || reason === talk('pageSilent', { page });
}
