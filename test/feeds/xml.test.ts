import fc from 'fast-check';
import { expect, it } from 'vitest';
import { elementParts, textElement, xmlText } from '../../src/feeds/xml.ts';
import { anySign } from '../anySign.ts';

/** XML 1.0, production 2. */
function isXml(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return [0x9, 0xa, 0xd].includes(code);
  return code <= 0xd7ff || (code >= 0xe000 && code !== 0xfffe && code !== 0xffff);
}

it('text keeps each character that XML can hold, and half a character becomes the sign for one', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: anySign }),
      fc.constantFrom('', '\uD83D', '\uDE00'),
      (text, half) => {
        const kept = [...text].filter(isXml).join('');
        expect(xmlText(`${text} ${half}`)).toBe(`${kept} ${half && '\uFFFD'}`);
      },
    ),
  );
});

it('an element has only what XML can hold, and none of what would end it', () => {
  expect(textElement('a', 'b\u0001 & <c>', { d: '"\uFFFE\'', e: undefined })).toBe(
    '<a d="&quot;\'">b &amp; &lt;c&gt;</a>',
  );
});

it('an element of parts without any length is an empty one', () => {
  expect(elementParts('a', {}, ['', new Uint8Array()])).toEqual(['<a/>']);
  expect(elementParts('a', { b: 'c' }, ['', 'd'])).toEqual(['<a b="c">', '', 'd', '</a>']);
});
