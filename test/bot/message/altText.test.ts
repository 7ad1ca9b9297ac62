import fc from 'fast-check';
import type { Image } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '#journal/text/markdown.ts';
import { altText, undescribedPictures, withAlt } from '../../../bot/message/altText.ts';

const head = '---\ndate: 2026-01-02\n# kept\n---\n\n';

describe('a picture gets alt text', () => {
  test.each([
    ['in its place', '![ ](a.jpg)\n\nWords', 'A cat', '![A cat](a.jpg)\n\nWords'],
    ['instead of another', '![Dog](a.jpg)', 'A cat', '![A cat](a.jpg)'],
    ['with its title kept', '![ ](a.jpg "Now")', 'A cat', '![A cat](a.jpg "Now")'],
    ['wherever it stands', '![ ](a.jpg)\n\n> ![ ](a.jpg)', 'x', '![x](a.jpg)\n\n> ![x](a.jpg)'],
    ['and no other picture', '![ ](b.jpg) ![ ](a.jpg)', 'x', '![ ](b.jpg) ![x](a.jpg)'],
    ['as one line', '![ ](a.jpg)', ' a\n\n---\n b ', '![a --- b](a.jpg)'],
    ['as text', '![ ](a.jpg)', '](x) <b>', '![\\](x) \\<b>](a.jpg)'],
    ['of nothing, and has none', '![x](a.jpg)', ' \n', '![ ](a.jpg)'],
    [
      'behind a code block that shows it',
      '`![ ](a.jpg)` ![ ](a.jpg)',
      'x',
      '`![ ](a.jpg)` ![x](a.jpg)',
    ],
  ])('%s', (_, body, words, wanted) => {
    expect(withAlt(head + body, 'a.jpg', words)).toBe(head + wanted);
  }); // prettier-ignore

  test('unless it is not there', () => {
    expect(withAlt(`${head}![ ](b.jpg) \`![ ](a.jpg)\``, 'a.jpg', 'x')).toBeUndefined();
  });
});

test('whatever the words are, the picture says them and nothing else appears', () => {
  const pieces = fc.constantFrom(
    '](x)',
    '<b>',
    '`',
    '$$',
    '[[x]]',
    '[^1]',
    '\n# ',
    '*',
    '_',
    '&amp;',
    '\\',
    '!',
    'é',
    '👍',
    '\u0000',
    '"',
    ' ',
    'tl;dr:',
    '{lang=x}',
    '\ud800',
  ); // prettier-ignore
  const words = fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 8 });
  fc.assert(
    fc.property(words, (parts) => {
      const said = parts.join('');
      const source = withAlt(`${head}![ ](a.jpg)\n\nWords\n`, 'a.jpg', said) ?? '';
      expect(source.startsWith(head)).toBe(true);
      const [paragraph, ...more] = parseMarkdown(source.slice(head.length)).children;
      const [image, ...others] = paragraph?.type === 'paragraph' ? paragraph.children : [];
      expect([image?.type, others.length, more.length]).toEqual(['image', 0, 1]);
      expect((image as Image).alt?.trim()).toBe(altText(said).trim());
    }),
    { numRuns: 2000 },
  );
});

test('the pictures that nobody has described are told in their order', () => {
  const body =
    '![ ](b%20c.jpg)\n\n![x](a.jpg)\n\n> ![](d.jpg)\n\n`![ ](e.jpg)`\n\n![ ](https://example.org/f.jpg)';
  expect(undescribedPictures(head + body)).toEqual(['b%20c.jpg', 'd.jpg']);
});
