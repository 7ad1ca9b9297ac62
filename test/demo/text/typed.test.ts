import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markedText } from '../../../demo/text/typed.ts';
import { typedText } from '../../../demo/text/typing.ts';
import { formatText } from '../../../telegram-double/text/formattedText.ts';

const mark = (type: string, offset: number, length: number, more = {}) => ({
  type,
  offset,
  length,
  ...more,
});

it.each([
  ['plain words', 'plain words', []],
  ['a **b c** d', 'a b c d', [mark('bold', 2, 3)]],
  [
    '__a__ and _b_ and *c*',
    'a and b and c',
    [mark('italic', 0, 1), mark('italic', 6, 1), mark('italic', 12, 1)],
  ],
  ['~~old~~ ||who||', 'old who', [mark('strikethrough', 0, 3), mark('spoiler', 4, 3)]],
  ['run `a*b*c`', 'run a*b*c', [mark('code', 4, 5)]],
  ['```ts\nlet a\n```', 'let a', [mark('pre', 0, 5, { language: 'ts' })]],
  [
    '[the *tide*](https://a.example/b)',
    'the tide',
    [mark('italic', 4, 4), mark('text_link', 0, 8, { url: 'https://a.example/b' })],
  ],
  ['**run `x` now**', 'run x now', [mark('bold', 0, 3), mark('bold', 6, 3), mark('code', 4, 1)]],
  ['**a __b__ c**', 'a b c', [mark('bold', 0, 5), mark('italic', 2, 1)]],
  ['2 * 3 * 4, snake_case_name, 2*3*4', '2 * 3 * 4, snake_case_name, 2*3*4', []],
  ['** a ** ****', '** a ** ****', []],
  ['\\*a\\* \\[b\\](c)', '*a* [b](c)', []],
  ['[a](javascript:b)', '[a](javascript:b)', []],
  ['🙂 **🙂🙂**', '🙂 🙂🙂', [mark('bold', 3, 4)]],
])('typed as %s, a message says %s', (typed, text, entities) => {
  expect(markedText(typed)).toEqual({ text, entities });
});

it('a message as its writer would type it says the same again, and Telegram takes it', () => {
  const words = fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      ' ',
      '*',
      '_',
      '~',
      '|',
      '`',
      '[',
      ']',
      '(',
      ')',
      '\\',
      '🙂',
      '.',
    ),
    maxLength: 24,
  });
  fc.assert(
    fc.property(words, (typed) => {
      const said = markedText(typed);
      expect(() => formatText(said.text, said.entities)).not.toThrow();
      const again = markedText(typedText(said));
      const sorted = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort();
      expect(again.text).toBe(said.text);
      expect(sorted(again.entities)).toEqual(sorted(said.entities));
    }),
    { numRuns: 2000, examples: [['a_*a*'], ['a~~~b~~'], ['|||a||'], ['*\\ `a`*']] },
  );
});
