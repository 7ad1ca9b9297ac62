import { describe, expect, it } from 'vitest';
import { imported } from '../imported.ts';

/** An entry of these lines and these parts. */
const entry = (head: string, ...parts: readonly string[]) =>
  `${head}\n-----\n${parts.map((part) => `${part}\n-----\n`).join('')}--------\n`;

const at = 'STATUS: Publish\nDATE: 03/14/2004 09:30:15 PM';

const article = async (head: string, ...parts: readonly string[]) => {
  const made = await imported({ 'mt.txt': entry(head, ...parts) });
  const [text = ''] = [...made.below('articles/'), ...made.below('notes/')];
  return { ...made, text, notes: made.report.lines.flatMap(({ notes }) => notes) };
};

const whole = entry(
  `AUTHOR: Ana Lima
TITLE: Ferries &amp; <em>tides</em>
BASENAME: ferries_tides
ALLOW COMMENTS: 1
CONVERT BREAKS: __default__
PRIMARY CATEGORY: Boats
CATEGORY: Boats
CATEGORY: Rivers
TAGS: "slow, but sure",boats

UNIQUE URL: http://ana.example/sea/2004/03/ferries_tides.html
${at}`,
  'BODY:\nIt left at 9:02.\nNobody came.\n\nThen <b>rain</b>.',
  'EXTENDED BODY:\nMore of it.',
  'EXCERPT:\nOn <b>ferries</b>.',
  'KEYWORDS:\nriver, tide',
);

it('an entry comes with its fields, in paragraphs, and with what stood behind its break', async () => {
  const { files } = await imported({ 'mt.txt': whole });
  expect(files['articles/2004/ferries_tides.md']).toBe(`---
title: Ferries & tides
date: 2004-03-14T21:30:15+00:00
tags:
  - Boats
  - Rivers
  - slow, but sure
  - river
  - tide
authors:
  - ana-lima
summary: On ferries.
aliases:
  - /sea/2004/03/ferries_tides.html
---

It left at 9:02.\\
Nobody came.

Then **rain**.

More of it.
`);
  expect(files['site.yaml']).toContain('url: http://ana.example\n');
});

it.each([
  ['03/14/2004 12:00:00 AM', '2004-03-14T00:00:00+00:00'],
  ['03/14/2004 12:30:00 PM', '2004-03-14T12:30:00+00:00'],
  ['03/14/2004 15:03:00', '2004-03-14T15:03:00+00:00'],
  ['3/4/2004 9:03', '2004-03-04T09:03:00+00:00'],
  ['14/03/2004 15:03:00', '2004-03-14T15:03:00+00:00'],
  ['03/14/99 01:02:03 PM', '1999-03-14T13:02:03+00:00'],
  ['03/14/2004 15:03:00 PM', '2004-03-14T15:03:00+00:00'],
  ['2004-03-14 15:03:00', '2004-03-14T15:03:00+00:00'],
])('the date %s is read', async (written, expected) => {
  const { text } = await article(`TITLE: A\nDATE: ${written}`, 'BODY:\nA.');
  expect(text).toContain(`\ndate: ${expected}\n`);
});

it('a date that is none is told', async () => {
  const { notes } = await article('TITLE: A\nDATE: 31/31/2004 10:00:00', 'BODY:\nA.');
  expect(notes.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['DATE: 31/31/2004 10:00:00', 'date']),
  );
});

it.each([
  ['1', 'One\ntwo.\n\n<pre>a\n\nb</pre>', 'One\\\ntwo.\n\n```\na\n\nb\n```'],
  ['0', '<p>One\ntwo.</p>', 'One two.'],
  ['richtext', '<P>One<BR><BR>two.</P>', 'One\n\ntwo.'],
  ['markdown', '*One*.[^a]\n\n[^a]: Two.', '*One*.[^a]\n\n[^a]: Two.'],
  ['markdown_with_smartypants', '# One', '# One'],
  ['', 'One\n\ntwo.', 'One\n\ntwo.'],
  ['', '<p>One</p>\n\n<p>two.</p>', 'One\n\ntwo.'],
])('a text whose filter is "%s" is read so: %j', async (filter, body, expected) => {
  const head = `TITLE: A\n${filter === '' ? '' : `CONVERT BREAKS: ${filter}\n`}${at}`;
  const { text } = await article(head, `BODY:\n${body}`);
  expect(text.split('---\n\n')[1]).toBe(`${expected}\n`);
});

it('a text in Textile is a draft with its words', async () => {
  const { text } = await article(
    `TITLE: A\nCONVERT BREAKS: textile_2\n${at}`,
    'BODY:\nh2. One',
    'EXTENDED BODY:\n* two',
  );
  expect(text).toContain('draft: true\n');
  expect(text).toContain('\n\n```textile\nh2. One\n\n* two\n```\n');
});

it.each([
  ['Publish', false],
  ['publish', false],
  ['Draft', true],
  ['Review', true],
  ['Unpublish', true],
])('of the status %s, whether it is a draft is kept', async (status, isDraft) => {
  const { text } = await article(`TITLE: A\nSTATUS: ${status}\nDATE: 03/14/2004`, 'BODY:\nA.');
  expect(text.includes('draft: true')).toBe(isDraft);
});

it.each([
  ['03/14/2004 09:30:15 PM', false],
  ['soon', true],
])(
  'of one that waited for a day, %s, whether it is a draft follows from that',
  async (day, isDraft) => {
    const { text } = await article(`TITLE: A\nSTATUS: Future\nDATE: ${day}`, 'BODY:\nA.');
    expect(text.includes('draft: true')).toBe(isDraft);
  },
);

it('lines of hyphens that end nothing are a part of the text', async () => {
  const { text, files } = await article(
    `TITLE: A\n${at}`,
    'BODY:\nOne.\n\n-----\n\nTwo.\n\n--------\n\nThree.',
  );
  expect(text).toContain('One.\n\n\\-----\n\nTwo.\n\n\\--------\n\nThree.\n');
  expect(Object.keys(files).filter((name) => name.endsWith('.md'))).toHaveLength(1);
});

it('an entry that begins with a key that nobody knows is one of its own', async () => {
  const draft = entry('LANG: en\nTITLE: Hidden\nSTATUS: Draft', 'BODY:\nCanary.');
  const { below } = await imported({ 'mt.txt': entry(`TITLE: A\n${at}`, 'BODY:\nA.') + draft });
  expect(below('articles/').map((text) => [/Canary/.test(text), /draft: true/.test(text)])).toEqual(
    [
      [false, false],
      [true, true],
    ],
  );
});

it.each([
  ['words with spaces', 'slow ferry', []],
  ['one word', 'ferry', ['ferry']],
  ['commas of another script', '船、海', ['船', '海']],
])('keywords are tags where they are a list: %s', async (_, keywords, tags) => {
  const { text, notes } = await article(`TITLE: A\n${at}`, 'BODY:\nA.', `KEYWORDS:\n${keywords}`);
  for (const tag of tags) expect(text).toContain(`\n  - ${tag}\n`);
  expect(notes.some(({ what }) => what === 'keywords')).toBe(tags.length === 0);
});

describe('its comments', () => {
  const comments = [
    'COMMENT:\nAUTHOR: Tom\nEMAIL: tom@secret.example\nIP: 10.1.2.3\nURL: http://tom.example/\nDATE: 03/15/2004 08:00:01 AM\nNice.\nDATE: I had none.',
    'COMMENT:\nAUTHOR: Ines\nDATE: 03/15/2004 08:10:00 AM\nSECRET: 1\nOnly for you.',
    'PING:\nTITLE: Spam\nURL: http://spam.example\nIP: 10.1.2.4\nBLOG NAME: Pills\nDATE: 03/15/2004 08:20:00 AM\nBuy.',
  ];

  it('come with names and words, without addresses, and not what was for one alone', async () => {
    const { below, files, notes } = await article(
      `TITLE: A\nBASENAME: a\n${at}`,
      'BODY:\nA.',
      ...comments,
    );
    const [text] = below('comments/');
    expect(text).toBe(`entry: /2004/a/
comments:
  - id: movabletype-1
    name: Tom
    url: http://tom.example/
    date: 2004-03-15T08:00:01Z
    text: |-
      Nice.\\
      DATE: I had none.
`);
    expect(notes.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['trackback', 'comment', 'file']),
    );
    expect(JSON.stringify(files)).not.toMatch(/secret\.example|10\.1\.2|Only for you|Buy/);
  });
});

it.each([
  ['empty lines', '\nAUTHOR: Tom\n\nEMAIL: tom@secret.example\nIP: 10.1.2.3\n\nNice.'],
  [
    'keys that nobody knows',
    'ID: 7\nAUTHOR: Tom\nPARENT ID: 6\nEMAIL: tom@secret.example\nNOTE: Nice.',
  ],
])('of comments with %s above, addresses are no words, either', async (_, comment) => {
  const { below, files } = await article(`TITLE: A\n${at}`, 'BODY:\nA.', `COMMENT:\n${comment}`);
  const [text] = below('comments/');
  expect(text).toMatch(/name: Tom\n[\s\S]*text: (?:NOTE: |"NOTE: )?Nice\./);
  expect(JSON.stringify(files)).not.toMatch(/secret\.example|10\.1\.2/);
});

const linked = ['ferry_one', 'ferry_two', 'ferry_three'].map((name, index) =>
  entry(
    `TITLE: ${name}\nBASENAME: ${name}\nDATE: 0${index + 1}/14/2004 09:30:15 PM`,
    `BODY:\nSee <a href="http://www.ana.example/blog/2004/0${3 - index}/${['ferry-three', 'ferry-two', 'ferry-one'][index]}.php">it</a> and <a href="http://other.example/2004/01/x.html">x</a>.`,
  ),
);

it('where the export says no addresses, links among its texts do', async () => {
  const { files, report } = await imported({ 'mt.txt': linked.join('') });
  expect(files['articles/2004/ferry_one.md']).toContain(
    'aliases:\n  - /blog/2004/01/ferry-one.php\n---\n\nSee [it](ferry_three.md) and [x](http://other.example/2004/01/x.html).\n',
  );
  expect(files['site.yaml']).toContain('url: http://www.ana.example\n');
  expect(report.lines.find(({ what }) => what === 'old addresses')?.why).toContain(
    'links among them lead to 3 of them at /blog/:year/:month/:dashed.php',
  );
});

it('where nothing says them, that is told', async () => {
  const { report } = await imported({ 'mt.txt': linked.slice(0, 2).join('') });
  expect(report.lines.find(({ what }) => what === 'old addresses')?.why).toContain(
    'nor do links among them',
  );
});

it.each([
  ['Windows-1252', Buffer.from(whole.replace('Nobody', '\x93No\x94 caf\xE9'), 'latin1')],
  ['UTF-16', Buffer.from(`\uFEFF${whole.replace('Nobody', '“No” café')}`, 'utf16le')],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${whole.replace('Nobody', '“No” café')}`)],
  [
    'UTF-8 with line ends of DOS',
    Buffer.from(whole.replace('Nobody', '“No” café').replaceAll('\n', '\r\n')),
  ],
  [
    'UTF-8 with line ends of old Macs',
    Buffer.from(whole.replace('Nobody', '“No” café').replaceAll('\n', '\r')),
  ],
])('a file in %s is read', async (_, bytes) => {
  const { files } = await imported({ export: bytes });
  expect(files['articles/2004/ferries_tides.md']).toContain('It left at 9:02.\\\n“No” café came.');
});

it('of a file that was cut off, what is whole comes, and the rest is told', async () => {
  const cut = entry(`TITLE: B\n${at}`, 'BODY:\nWords').slice(0, -20);
  const { files, report } = await imported({ 'mt.txt': whole + cut });
  expect(Object.keys(files).filter((name) => name.endsWith('.md'))).toEqual([
    'articles/2004/ferries_tides.md',
  ]);
  expect(report.lines.find(({ outcome }) => outcome === 'failed')).toMatchObject({
    where: 'mt.txt: B',
    why: expect.stringContaining('it was cut off'),
  });
});

it('comments of an entry that is not there are told', async () => {
  const { report } = await imported({
    'mt.txt': whole + entry('NO ENTRY: 1\nTITLE: B', 'COMMENT:\nAUTHOR: Tom\nWords.'),
  });
  expect(report.lines.find(({ what }) => what === 'comments')?.where).toBe('mt.txt: B');
});

it('a text that only begins alike is none', async () => {
  await expect(
    imported({ 'notes.txt': 'AUTHOR: Ana\nTITLE: A\n\nWords.\n-----\nMore.\n' }),
  ).rejects.toThrow(/was not recognised/);
});

it('a text of many lines with colons is told from one at once', async () => {
  const play = 'ANA: Hello there. \nBEN: And you: A: B: C: \n'.repeat(500);
  await expect(imported({ 'play.txt': play })).rejects.toThrow(/was not recognised/);
});
