import { InlineKeyboard } from 'grammy';
import type { Delivery } from '../outbox/delivery.ts';

/** Buttons under the news of a post that may or may not have arrived. */
export function uncertainButtons({ id, questions }: Delivery): InlineKeyboard {
  return new InlineKeyboard().text('Send again', `resend:${id}:${questions}`);
}
