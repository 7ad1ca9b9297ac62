import type { Api } from 'grammy';
import { type Log, messageOf } from '../base/log.ts';
import { repostButton, wasDeletedByHand } from '../outbox/deletedPost.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { uncertainButtons } from './conversation.ts';

const longestText = 4_000;

/** Tells the owner something that nobody asked for. @returns whether it went out; where not, it is logged. */
export async function tellOwner(
  api: Api,
  ownerId: number,
  text: string,
  log: Log,
  more: Parameters<Api['sendMessage']>[2] = {},
): Promise<boolean> {
  try {
    await api.sendMessage(ownerId, text.slice(0, longestText).toWellFormed(), {
      link_preview_options: { is_disabled: true },
      ...more,
    });
    return true;
  } catch (error) {
    log.warn('the owner could not be told', { reason: messageOf(error) });
    return false;
  }
}

/** Tells the owner of a delivery that needs a look. @returns whether it went out. */
export async function tellOfDelivery(
  api: Api,
  ownerId: number,
  delivery: Delivery,
  reason: string,
  log: Log,
): Promise<boolean> {
  const { file, state, contentHash, page } = delivery;
  switch (state) {
    case 'uncertain':
      return tellOwner(
        api,
        ownerId,
        `Nobody knows whether the post of ${file} arrived in the channel: ${reason}\nLook there. If it is there, forward it to me. If it is not:`,
        log,
        { reply_markup: uncertainButtons(delivery) },
      );
    case 'pending':
      return tellOwner(
        api,
        ownerId,
        page !== undefined && reason.startsWith(page)
          ? `The link to ${file} is not in the channel yet: ${reason}.\nI keep looking, and it goes out as soon as its page answers. Was the site built and put online?`
          : `What the channel is to show of ${file} waits: ${reason}.\nGive me the right to read that file; I keep trying, and nothing else is to be done.`,
        log,
      );
    case 'failed': {
      if (wasDeletedByHand(delivery)) {
        const question = `${file} has changed, but its post was deleted in the channel. I do not post it again unless you say so; "mirror: false" in its front matter keeps it from the channel for good.`;
        return tellOwner(api, ownerId, question, log, { reply_markup: repostButton(delivery) });
      }
      const next =
        contentHash === '' ? 'Take it down by hand.' : 'It is tried again when the entry changes.';
      return tellOwner(
        api,
        ownerId,
        `The channel refused what was to be done for ${file}: ${reason}\n${next}`,
        log,
      );
    }
    case 'sending':
    case 'sent':
      return true;
    default: {
      const never: never = state;
      return never;
    }
  }
}
