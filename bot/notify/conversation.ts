import { button, type Keyboard, keyboardOf } from '../button/button.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { talk } from '../talk/talk.ts';

/** Buttons under the news of a post that may or may not have arrived. */
export function uncertainButtons({ id, questions }: Delivery): Keyboard {
  return keyboardOf([
    button(talk('resendButton'), 'resend', { delivery: id, question: questions }),
  ]);
}
