import { GrammyError } from 'grammy';
import { isMissing } from '../base/failure.ts';
import type { Copy, Step } from './delivery.ts';

/** A copy without a message that somebody has deleted by hand. */
export interface LostPicture {
  readonly messageId: number;
  readonly copy: Copy;
}

/**
 * The message that an edit did not find: a picture of an album that is to lose pictures. Where somebody has taken it out
 * of the channel, and then out of the entry, both want the same. Undefined where it is anything else.
 */
export function lostPicture(
  step: Step,
  copy: Copy | undefined,
  error: unknown,
): LostPicture | undefined {
  if (!copy || step.call !== 'edit' || step.message.type !== 'album') return undefined;
  if (!(error instanceof GrammyError) || !isMissing(error.description)) return undefined;
  const messageId = Number(error.payload['message_id']);
  const album = copy.messages.find(({ ids }) => ids.includes(messageId));
  if (album?.message.type !== 'album') return undefined;
  const { ids, message } = album;
  if (ids.length <= step.message.pictures.length) return undefined;
  const place = ids.indexOf(messageId);
  const rest = {
    ids: ids.toSpliced(place, 1),
    message: { ...message, pictures: message.pictures.toSpliced(place, 1) },
  };
  const messages = copy.messages.map((one) => (one === album ? rest : one));
  return { messageId, copy: { ...copy, contentHash: '', messages } };
}
