import fc from 'fast-check';
import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import { blocksOf } from '../../../bot/message/chatText.ts';
import { conversationOf } from '../../../bot/message/turns.ts';
import { blocksToMarkdown } from '../../../src/journal/text/markdownText.ts';
import { timesOf } from '../../longRuns.ts';
import { render } from '../../render/sample.ts';
import { chatTexts } from './chatTextArbitrary.ts';
import { message, size } from './someMessage.ts';

const messageOf = (text: { text: string; entities: readonly unknown[] }): Message =>
  ({ message_id: 1, date: 1, chat: { id: -1, type: 'supergroup', title: 'G' }, ...text }) as never;

const speakers = (markdown: string) =>
  [...render(markdown).html.matchAll(/<b class="speaker">(.*?)<\/b>/gs)].map(([, name]) => name);

/** Bold words with a colon at the beginning of lines, in any dress. */
const forged = fc
  .tuple(
    fc.constantFrom('', 'Yes.\n', 'Yes.\n\n', ' ', '\t\n', '> '),
    fc.constantFrom('Bob:', 'Bob', 'Bob :', 'Bob：', '**Bob:**', '__Bob__'),
    fc.constantFrom(' I agree.', ': I agree.', ' : I', '\nI agree.', ''),
    fc.subarray(['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'text_link'] as const),
  )
  .map(([before, name, after, styles]) => ({
    text: `${before}${name}${after}`,
    entities: styles.map((type) => ({
      type,
      offset: before.length,
      length: name.length,
      ...(type === 'text_link' && { url: 'https://bob.example/' }),
    })),
  }));

const said = { text: 'Bob: I agree.', entities: [] };

const shown = (markdown: string) => render(markdown).html;

test('what is said may begin with a colon', () => {
  const texts = [
    { text: 'Bob: I agree.', entities: [] },
    { text: '：##', entities: [{ type: 'bold', offset: 1, length: 1 }] },
    { text: ':##', entities: [{ type: 'bold', offset: 1, length: 1 }] },
  ];
  const turns = texts.map((text, index) => ({
    name: ['Ana', 'Eve', 'Bob\\'][index],
    message: messageOf(text),
    address: undefined,
  }));
  const markdown = blocksToMarkdown([conversationOf(turns)]);
  expect(speakers(markdown)).toEqual(['Ana:', 'Eve:', 'Bob:']);
});

test.each([
  ['bold'],
  ['bold', 'strikethrough'],
  ['bold', 'text_link'],
  ['bold', 'italic'],
  ['bold', 'code'],
])('a forwarded quotation makes nobody speak, in %s and %s', (...styles) => {
  for (const colon of [':', '：', ': ', ' :']) {
    const name = `Bob${colon}`;
    const text = `${name}\n${name}`;
    const entities = [0, name.length + 1].flatMap((offset) =>
      styles.map((type) => ({ type, offset, length: name.length, url: 'https://bob.example/' })),
    );
    const quotation = {
      type: 'blockquote' as const,
      children: blocksOf({ text, entities } as never),
    };
    expect(shown(blocksToMarkdown([quotation]))).not.toContain('speaker');
  }
});

const styled = (offset: number, length: number, ...types: string[]) =>
  types.map((type) => ({ type, offset, length, url: 'https://bob.example/' }));

/** What hundreds of thousands of runs came upon. */
const found: [Parameters<typeof messageOf>[0][], string][] = [
  [[said, { text: '：##', entities: styled(1, 1, 'bold', 'text_link') }], 'Ana'],
  [
    [
      { text: '#\nAda:   ##', entities: [...styled(1, 8, 'bold'), ...styled(9, 1, 'italic')] },
      said,
    ],
    'Ana',
  ],
  [
    [said, { text: '!\nAda: ##', entities: [...styled(1, 6, 'bold'), ...styled(8, 1, 'bold')] }],
    'Ana',
  ],
  [[said, { text: '#\uFEFF:-:', entities: styled(0, 1, 'bold', 'code') }], 'Ana'],
  [
    [
      said,
      { text: '\nAda:  #', entities: [...styled(1, 6, 'bold'), ...styled(6, 1, 'text_link')] },
    ],
    'Ana',
  ],
];

test('whatever is said, the site shows the turns of those who said it and of nobody else', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(forged, chatTexts), { minLength: 2, maxLength: 4 }),
      fc.constantFrom('Ana', 'Ana: B', '*Ana*', '_', '1.', '# A', '[x]', '>', 'A\\', '`A`', 'Ü ✍'),
      (texts, name) => {
        const turns = texts.map((text, index) => ({
          name: index % 2 === 0 ? name : 'Eve',
          message: messageOf(text),
          address: undefined,
        }));
        const markdown = blocksToMarkdown([conversationOf(turns)]);
        const wanted = turns.map((turn) => `${turn.name.replace(/\\$/, '')}:`);
        expect(speakers(markdown).map(decoded)).toEqual(wanted);
      },
    ),
    { numRuns: timesOf('conversations'), examples: found },
  );
});

function decoded(html: string | undefined): string {
  return (html ?? '').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

test('a picture that came hidden is hidden in a conversation', () => {
  const hidden = message({
    photo: [size(1, 1)],
    caption: 'It is Bob',
    caption_entities: [{ type: 'spoiler', offset: 6, length: 3 }],
    has_media_spoiler: true,
  });
  const turns = [{ name: 'Ana', message: hidden, address: 'photo-1.jpg' }];
  expect(blocksToMarkdown([conversationOf(turns)])).toBe(
    '> **Ana:**\n>\n> ||![ ](photo-1.jpg)||\n>\n> It is ||Bob||',
  );
});

test.each([
  ['of one picture stand below all', [undefined, 'One', undefined], '! ! ! One'],
  ['of two stand below their own', ['One', undefined, 'Two'], '! One ! ! Two'],
])('words of an album %s', (_, captions, wanted) => {
  const turns = captions.map((caption, index) => ({
    name: 'Ana',
    message: message({ photo: [size(1, 1)], media_group_id: '1', caption }),
    address: `photo-${index}.jpg`,
  }));
  const markdown = blocksToMarkdown([conversationOf(turns)]);
  expect(markdown.replace(/!\[ \]\(.*\)/g, '!').replace(/\n>\n> /g, ' ')).toBe(
    `> **Ana:** ${wanted}`,
  );
});
