import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Bytes } from '../../src/files/utf8Bytes.ts';
import { anySign } from '../anySign.ts';

const isAsNodeHasIt = (text: string) => utf8Bytes(text).equals(Buffer.from(text));

it('a text has the bytes that Node gives it, half pairs too', () => {
  const parts = fc.oneof(fc.string({ unit: anySign }), fc.constantFrom('\uD83D', '\uDE00'));
  fc.assert(fc.property(fc.array(parts), (texts) => isAsNodeHasIt(texts.join(''))));
});

it.each([100_000, 2_000_000])('so does one of %i signs', (length) => {
  expect(isAsNodeHasIt('€'.repeat(length))).toBe(true);
});
