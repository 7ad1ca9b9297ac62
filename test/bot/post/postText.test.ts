import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { partOf } from '../../../bot/message/chatText.ts';
import { type PostText, PostTextBuilder, splitPostText } from '../../../bot/post/postText.ts';

const plain = (text: string): PostText => ({ text, entities: [] });
const pieces = (text: string, limit: number) =>
  splitPostText(plain(text), limit).map((piece) => piece.text);

it.each([
  [
    'between paragraphs',
    'One two.\n\nThree four.\n\nFive.',
    24,
    ['One two.\n\nThree four.', 'Five.'],
  ],
  [
    'between paragraphs rather than between lines',
    'One two.\n\nThree\nfour.',
    16,
    ['One two.', 'Three\nfour.'],
  ],
  ['between lines', 'one two three\nfour five six', 20, ['one two three', 'four five six']],
  ['between sentences', 'One two three. Four five six.', 20, ['One two three.', 'Four five six.']],
  ['between words', 'one two three four', 10, ['one two', 'three four']],
  [
    'not within an address',
    'one two https://a.example/?q=1',
    22,
    ['one two', 'https://a.example/?q=1'],
  ],
  ['not before a full stop', 'one two three.', 13, ['one two', 'three.']],
  ['where no spaces are', '海は青い。空も青い。', 7, ['海は青い。', '空も青い。']],
  ['not behind a bracket that opens', '海です。「青い」空。', 6, ['海です。', '「青い」空。']],
  ['within a word where there is no other place', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['within a pile of marks, and within none of them', 'a𝅥𝅥𝅥𝅥', 4, ['a𝅥', '𝅥𝅥', '𝅥']],
  ['not at all where it fits', 'abc', 3, ['abc']],
])('a text is cut %s', (_, text, limit, expected) => {
  expect(pieces(text, limit)).toEqual(expected);
});

const characters = fc.constantFrom(
  'a',
  'b',
  ' ',
  '\n',
  '\n\n',
  '. ',
  '😀',
  '👨‍👩‍👧',
  'é',
  '日',
  '本',
  'ß',
  'x'.repeat(12),
);

test('whatever is cut, nothing is lost, broken or too long', () => {
  fc.assert(
    fc.property(
      fc.array(characters, { maxLength: 120 }),
      fc.integer({ min: 12, max: 60 }),
      (parts, limit) => {
        const text = parts.join('').trim();
        const cut = pieces(text, limit);
        expect(cut.join('').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
        for (const piece of cut) {
          expect(piece.length).toBeLessThanOrEqual(limit);
          expect(piece.isWellFormed()).toBe(true);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('styles of a slice stay on their words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(characters, fc.boolean()), { maxLength: 40 }),
      fc.nat(60),
      fc.nat(60),
      (runs, a, b) => {
        const builder = new PostTextBuilder();
        for (const [text, bold] of runs) builder.append(text, bold ? [{ type: 'bold' }] : []);
        const whole = builder.build();
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const slice = partOf(whole, start, end);
        for (const { offset, length } of slice.entities) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(slice.text.length);
          expect(length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 500 },
  );
});
