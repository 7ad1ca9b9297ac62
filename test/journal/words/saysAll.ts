import { describe, expect, it } from 'vitest';
import { isWordless, type Message, textsOf } from '../../../src/journal/words/message.ts';
import type { SomeWords } from '../../../src/journal/words/speaker.ts';
import { textTroubles } from '../../../src/journal/words/textTroubles.ts';

/** A table of words in English and in all other languages. */
interface Tables {
  readonly english: Readonly<Record<string, Message>>;
  readonly languages: Readonly<Record<string, SomeWords>>;
}

/** Tests whether each language says all that English says, in its order; `regional` ones say what they say otherwise. */
export function saysAll({ english, languages }: Tables, ...regional: readonly string[]): void {
  const keys = Object.keys(english);
  const messageIn = (words: SomeWords, key: string) => words[key] ?? expect.fail(`no ${key}`);
  const whole = Object.entries(languages).filter(([tag]) => !regional.includes(tag));

  describe.each(whole)('%s', (tag, words) => {
    it('says everything', () => {
      const said = keys.filter((key) => key in words || !isWordless(messageIn(english, key)));
      expect(Object.keys(words)).toEqual(said);
    });

    it('counts in all the forms that the language has', () => {
      const counting = keys.filter((key) => typeof english[key] !== 'string' && words[key]);
      expect(counting.length).toBeGreaterThan(3);
      expect(counting.filter((key) => !countsIn(tag, messageIn(words, key)))).toEqual([]);
    });
  });

  it.each([['en', english], ...Object.entries(languages)])(
    '%s has a place for every value, words for every link, and no others',
    (_, words) => {
      const troubles = Object.entries(words).flatMap(([key, message]) =>
        textsOf(message ?? '').flatMap((text) =>
          textTroubles(text, messageIn(english, key)).map(
            ({ what }) => `${key}: ${what} in ${text}`,
          ),
        ),
      );
      expect(troubles).toEqual([]);
    },
  );
}

/**
 * Whether a message has a form for each whole number, and no other, or says the same of all of them. Of nothing it need not
 * speak, and where no whole number takes `other`, that stands for `few`. Millions are not counted here.
 */
function countsIn(tag: string, message: Message): boolean {
  if (typeof message === 'string') return true;
  const rules = new Intl.PluralRules(tag);
  const taken = new Set(Array.from({ length: 1000 }, (_, index) => rules.select(index + 1)));
  if (!taken.has('other')) taken.delete('few');
  const forms = Object.keys(message).filter((form) => form !== 'zero');
  return forms.sort().join() === [...taken.add('other')].sort().join();
}
