import { button, type Keyboard, keyboardOf } from '../button/button.ts';
import type { Delivery } from '../outbox/delivery.ts';

/** Buttons under the news of a post that may or may not have arrived. */
export function uncertainButtons({ id, questions }: Delivery): Keyboard {
  return keyboardOf([button('Send again', 'resend', { delivery: id, question: questions })]);
}
