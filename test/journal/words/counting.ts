import type { Message } from '../../../src/journal/words/message.ts';

/**
 * Whether a message has a form for each whole number, and no other, or says the same of all of them. Of nothing it need not
 * speak, and where no whole number takes `other`, that stands for `few`. Millions are not counted here.
 */
export function countsIn(tag: string, message: Message): boolean {
  if (typeof message === 'string') return true;
  const rules = new Intl.PluralRules(tag);
  const taken = new Set(Array.from({ length: 1000 }, (_, index) => rules.select(index + 1)));
  if (!taken.has('other')) taken.delete('few');
  const forms = Object.keys(message).filter((form) => form !== 'zero');
  return forms.sort().join() === [...taken.add('other')].sort().join();
}
