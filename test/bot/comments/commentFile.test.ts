import { expect, test } from 'vitest';
import { commentHtml } from '../../../src/render/output/comment.ts';
import { beginRepository, gitIn } from '../gitWorld.ts';
import { eventually } from '../world.ts';
import { commentFile, commentWorld } from './commentWorld.ts';

/** What a reader sees of a comment. */
const seen = (markdown: string) =>
  commentHtml(markdown)
    .replaceAll(/<br>\n/g, '\n')
    .replaceAll('</p>\n<p>', '\n\n')
    .replace(/^<p>|<\/p>$/g, '')
    .replace(/<a [^>]*>|<\/a>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const hostile = [
  '---\ntitle: x\ndraft: false\n---',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)> &lt;b&gt; &amp;',
  '![spy](https://evil.example/pixel.png)',
  '[click](javascript:alert(1))',
  '# heading\n- list\n1. one\n> quote\n| a | b |\n|---|---|',
  '[^1] [[page]] $$x$$ {.x} :::note',
  'entry: /other/\ncomments: []\nstatus: removed',
  '"quoted": \'single\' # no comment\n- a: *alias\n&anchor !!tag %YAML',
  '\u202Eright to left\u202C \u200Bzero\u200Dwidth\uFEFF',
  'a\u0000b\u0007c\u001Bd\u0085e\u2028f',
  '```\nfence\n~~~',
  '../../../etc/passwd\\..\\x',
  '👩‍👩‍👧‍👦 ✍ \u{1F1E6}\u{1F1E9}',
  '  indented\n\n\n\tcode\n   ',
  'null',
  '~',
  '2026-01-01',
  '|\n  block',
  `${'long '.repeat(800)}`,
];

test('hostile texts reach readers as what was typed, through the file and the site’s own renderer', async () => {
  const world = await commentWorld('always');
  for (const text of hostile) await world.ana.replies(world.thread, text);
  const kept = await eventually(async () => {
    const comments = await world.kept();
    return comments?.length === hostile.length ? comments : undefined;
  }, 'all comments');
  const plain = (text: string) =>
    text
      .replace(/[^\P{Cc}\n\t]/gu, ' ')
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .replace(/\n{2,}/g, '\n\n')
      .trim();
  expect(kept.map(({ text }) => plain(seen(text)))).toEqual(hostile.map(plain));
  for (const { text } of kept)
    expect(commentHtml(text)).not.toMatch(
      /<(?!\/?(p|br|a|em|strong|code|pre)\b)|javascript:"|<img/,
    );
});

test('formatting arrives as formatting, media as words', async () => {
  const world = await commentWorld('always');
  const { ana, thread, discussion } = world;
  await ana.replies(thread, {
    text: 'bold and link',
    entities: [
      { type: 'bold', offset: 0, length: 4 },
      { type: 'text_link', offset: 9, length: 4, url: 'https://a.example/' },
    ],
  });
  await ana.sendsPhoto(discussion, { caption: 'Look.' }, { replyTo: thread });
  await ana.sendsMedia(discussion, { kind: 'voice' }, { replyTo: thread });
  const kept = await eventually(async () => {
    const comments = await world.kept();
    return comments?.length === 3 ? comments : undefined;
  }, 'three comments');
  expect(kept.map(({ text }) => text)).toEqual([
    '**bold** and [link](https://a.example/)',
    '(photo)\n\nLook.',
    '(voice message)',
  ]);
});

test('a name is one line that turns nothing around', async () => {
  const names = [
    ['Eve\n- id: x', 'Eve - id: x'],
    ['\u202Eeve\u0000', 'eve'],
    ['<b>Eve</b>', '<b>Eve</b>'],
    ['\u200B', 'Somebody'],
    ['"a": #b', '"a": #b'],
  ] as const;
  const world = await commentWorld('always');
  for (const [at, [first_name]] of names.entries()) {
    const eve = world.api.user({ id: 3001 + at, first_name });
    eve.joins(world.discussion);
    await eve.replies(world.thread, 'Hi.');
  }
  await world.idle();
  expect((await world.kept())?.map(({ name }) => name)).toEqual(names.map(([, name]) => name));
});

test('everything that its owner wrote into the file stays', async () => {
  const world = await commentWorld('always');
  const own = `# Kept by hand.
entry: "/notes/lift/" # the lift

comments:
  # The first of all.
  - id: by-letter-1
    name: 'Joost'
    date: 2026-02-02T10:00:00+00:00
    text: >
      A folded text, which is longer than one line would be and is folded here by hand at that,
      as its owner likes it.
    replyTo:   by-letter-2   # odd spacing
  - {id: by-letter-2, name: Piet, date: 2026-02-01T10:00:00+00:00, text: "In \\"one\\" line", status: removed}
`;
  await world.write(commentFile, own);
  await world.ana.replies(world.thread, 'New.');
  await world.told('Allowed: ');
  const text = await world.read(commentFile);
  for (const kept of [
    '# Kept by hand.',
    '"/notes/lift/" # the lift',
    '# The first of all.',
    "'Joost'",
    '# odd spacing',
    '"In \\"one\\" line"',
  ])
    expect(text).toContain(kept);
  expect((await world.kept())?.map((one) => one.id)).toEqual([
    'by-letter-1',
    'by-letter-2',
    expect.stringMatching(/^tg-/),
  ]);
});

test('a comment goes where publishing goes, and nothing else with it', async () => {
  const world = await commentWorld('always', { JOURNAL_PUBLISH: 'commit' });
  // The bot writes the address of the post into the entry: the first commit is to have it.
  await eventually(
    async () => (await world.read('notes/lift.md')).includes('syndication:'),
    'the address of the post in the entry',
  );
  await beginRepository(world.content);
  await world.write('notes/other.md', 'half done');
  await world.ana.replies(world.thread, 'Hello.');
  await world.told('Allowed: ');
  expect(gitIn(world.content, 'show', '--name-only', '--format=%s').trim().split('\n')).toEqual([
    'Comment on /notes/lift/',
    '',
    commentFile,
  ]);
  expect(gitIn(world.content, 'status', '--porcelain')).toBe('?? notes/other.md\n');
});
