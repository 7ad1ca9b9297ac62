import { describe, expect, it } from 'vitest';
import { pixel } from '../exports/export.ts';
import { imported } from '../imported.ts';

const message = (id: number, more: object) => ({
  id,
  type: 'message',
  date: '2024-03-04T05:06:07',
  date_unixtime: String(1_709_525_167 + id),
  from: 'Things I would have said',
  from_id: 'channel1234567890',
  ...more,
});

const channel = {
  name: 'Things I would have said',
  type: 'public_channel',
  id: 1234567890,
  messages: [
    { id: 1, type: 'service', action: 'create_channel', text: '' },
    message(2, {
      text: [],
      text_entities: [
        { type: 'plain', text: 'The 9:02 was *late*, ' },
        { type: 'bold', text: 'again ' },
        { type: 'spoiler', text: 'by an hour' },
        { type: 'plain', text: '.\nSecond line\n\n' },
        { type: 'blockquote', text: 'Nobody\nsleeps.' },
        { type: 'pre', text: 'a  <b>\n  c', language: 'ts' },
        { type: 'plain', text: '\n' },
        { type: 'hashtag', text: '#trains' },
      ],
      edited: '2024-03-04T06:00:00',
      edited_unixtime: '1709600000',
    }),
    message(3, { date_unixtime: '1709700000', photo: 'photos/a.jpg', text: 'Two platforms' }),
    message(4, { date_unixtime: '1709700000', photo: 'photos/b.jpg', text: '' }),
    message(5, {
      photo: '(File not included. Change data exporting settings to download.)',
      text: 'Lost',
      reply_to_message_id: 2,
    }),
    message(6, { text: 'Old words', forwarded_from: 'Another channel' }),
    message(7, { text: '' }),
  ],
};

describe('the history of a channel', () => {
  const exported = {
    'result.json': JSON.stringify(channel),
    'photos/a.jpg': pixel,
    'photos/b.jpg': Buffer.concat([pixel, pixel]),
  };

  it('becomes notes that name their posts, with the formatting that they had', async () => {
    const { files } = await imported(exported);
    expect(files['notes/2024/2024-03-04-040609.md']).toBe(`---
date: 2024-03-04T04:06:09Z
updated: 2024-03-05T00:53:20Z
tags:
  - trains
syndication:
  - https://t.me/c/1234567890/2
---

The 9:02 was \\*late\\*, **again** ||by an hour||.\\
Second line

> Nobody\\
> sleeps.

\`\`\`ts
a  <b>
  c
\`\`\`

\\#trains
`);
  });

  it('has an album as one note that names all its posts', async () => {
    const { files } = await imported(exported);
    expect(files['notes/2024/2024-03-06-044000/index.md']).toBe(`---
date: 2024-03-06T04:40:00Z
syndication:
  - https://t.me/c/1234567890/3
  - https://t.me/c/1234567890/4
---

![](a.jpg)![](b.jpg)

Two platforms
`);
  });

  it.each([
    ['an answer', '040612', 'inReplyTo: https://t.me/c/1234567890/2\n'],
    ['a picture that was not exported', '040612', '(Photo)\n'],
    ['what somebody else wrote', '040613', '> Old words\n>\n> -- Another channel\n'],
  ])('keeps %s', async (_, time, expected) => {
    const { files } = await imported(exported);
    expect(files[`notes/2024/2024-03-04-${time}.md`]).toContain(expected);
  });

  it('tells what holds nothing, and counts the notices', async () => {
    const { report } = await imported(exported);
    const left = report.lines.filter(({ outcome }) => outcome === 'left');
    expect(left.map(({ where, what }) => [where, what])).toEqual([
      ['Things I would have said: message 7', 'message'],
      ['Things I would have said', 'notice'],
    ]);
  });
});

it('what a channel has beside words and pictures comes as text, and what cannot is told', async () => {
  const rows: readonly (readonly [object, string])[] = [
    [{ text: [{ type: 'link', text: 'rye.example/a' }] }, '[rye.example/a](https://rye.example/a)'],
    [{ text: 'Whose', forwarded_from: null }, '> Whose\n>\n> -- ?'],
    [{ place_name: 'Mill', address: 'Rua 1', location_information: null }, 'Mill, Rua 1'],
    [{ game_title: 'G', game_link: 'https://t.me/g?game=g' }, '[G](https://t.me/g?game=g)'],
    [{ invoice_information: { title: 'Loaf', description: 'Rye' } }, 'Loaf\n\nRye'],
    [
      { file: 'a.mp3', media_type: 'audio_file', performer: 'P', title: 'T' },
      'P – T (missing file)',
    ],
    [{ file: 'x (File exceeds maximum size. Change …)', file_name: 'x.pdf' }, '(x.pdf)'],
    [{ media_type: 'sticker', sticker_emoji: '🍞', file: 's.webp' }, '🍞'],
    [{ text: 'One\vtwo' }, 'One two'],
    [
      {
        text: 'See',
        inline_bot_buttons: [
          [
            { type: 'url', text: 'More', data: 'https://a.example' },
            { type: 'callback', text: 'Vote', data: 'v' },
          ],
        ],
      },
      'See\n\n[More](https://a.example)',
    ],
  ];
  const messages = rows.map(([more], at) => message(2 * at, { text: '', ...more }));
  const json = JSON.stringify({
    ...channel,
    messages: [...messages, { id: 99, type: 'unsupported' }],
  });
  // So Telegram Desktop writes it, which is no JSON.
  const { below, report } = await imported({ 'result.json': json.replace('\\u000b', '\\x0B') });
  const texts = below('notes/').map((text) => text.replace(/^---[\s\S]*?---\n\n/, '').trim());
  expect(texts.toSorted()).toEqual(rows.map(([, text]) => text).toSorted());
  expect(report.lines.filter(({ outcome }) => outcome === 'left').map(({ why }) => why)).toEqual([
    '1 of a kind that the program which exported them did not know: export with a newer one',
  ]);
  expect(report.lines.flatMap(({ notes }) => notes).map(({ what }) => what)).toContain('button');
});

describe('any other chat', () => {
  const said = (id: number, from: string, more: object) =>
    message(id, { from, from_id: `user${from}`, ...more });

  const exported = {
    'result.json': JSON.stringify({
      chats: {
        list: [
          {
            name: 'Bakers',
            type: 'private_supergroup',
            id: 99,
            messages: [
              said(2, 'Ana', { text: 'Which flour?' }),
              said(3, 'Tom: the miller', {
                text: ['Rye, see ', { type: 'link', text: 'https://rye.example' }],
              }),
              said(4, 'Tom: the miller', { text: 'Always.' }),
              said(5, 'Ana', {
                poll: { question: 'Salt?', answers: [{ text: 'Yes', voters: 2 }, { text: 'No' }] },
                text: '',
              }),
              said(6, 'Ana', {
                contact_information: { first_name: 'Eva', phone_number: '+1 555' },
                text: '',
              }),
            ],
          },
        ],
      },
    }),
  };

  it('becomes one draft of a conversation, without telephone numbers', async () => {
    const { files, line } = await imported(exported);
    expect(files['notes/2024/bakers.md']).toBe(`---
date: 2024-03-04T04:06:09Z
draft: true
---

> **Ana:** Which flour?
>
> **Tom: the miller:** Rye, see <https://rye.example>
>
> Always.
>
> **Ana:** **Salt?**
>
> - Yes (2)
> - No
>
> Eva
`);
    expect(line('Bakers').notes.map(({ what }) => what)).toEqual([
      'telephone number',
      'names of people',
    ]);
  });
});
