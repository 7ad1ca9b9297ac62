import { type Api, GrammyError } from 'grammy';
import { classify, isMissing } from '../base/failure.ts';
import { type Delivery, idsOfCopy } from './delivery.ts';
import type { Outbox } from './outbox.ts';

/**
 * Whether a delivery failed because somebody deleted the post by hand. Nothing tells the bot of that; it hears of it when
 * it would edit or replace the post. It is not posted again unless the owner says so.
 */
export function wasDeletedByHand({ state, steps, step, error }: Delivery): boolean {
  return state === 'failed' && steps[step]?.call !== 'send' && isMissing(error ?? '');
}

/**
 * Makes the entry of such a delivery a new one for the channel: what is left of its copy is taken down. The next look
 * at the journal posts it.
 *
 * @returns false where that is settled already.
 */
export async function giveUpCopy(deliveryId: number, outbox: Outbox, api: Api): Promise<boolean> {
  const delivery = outbox.failed().find((one) => one.id === deliveryId);
  if (!delivery || !wasDeletedByHand(delivery)) return false;
  const { entryId, channelId } = delivery;
  const copy = outbox.copies.find(entryId, channelId);
  const ids = copy ? idsOfCopy(copy) : [];
  for (const id of ids) await deleteLeftover(id, channelId, api);
  outbox.recordGone(delivery, ids);
  return true;
}

async function deleteLeftover(id: number, channelId: number, api: Api): Promise<void> {
  try {
    await api.deleteMessage(channelId, id);
  } catch (error) {
    // One that is too old stays; the owner sees it where he deleted the other.
    if (classify(error).kind === 'done-already') return;
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}
