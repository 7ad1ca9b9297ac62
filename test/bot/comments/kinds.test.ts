import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message, MessageEntity } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { commentHtml } from '../../../src/render/output/comment.ts';
import { eventually } from '../world.ts';
import { type CommentWorld, commentWorld, noteFile, talkWorld } from './commentWorld.ts';

let world: Omit<CommentWorld, 'thread'>;

const user = { id: 7, is_bot: false, first_name: 'Bob' };

const comments: readonly [string, string, MessageEntity[], string][] = [
  [
    'a mention',
    'Ask @anna_b.',
    [{ type: 'mention', offset: 4, length: 7 }],
    '<p>Ask <a href="https://t.me/anna_b" rel="nofollow ugc noopener">@anna_b</a>.</p>',
  ],
  [
    'a mention of somebody without a username',
    'Ask Bob.',
    [{ type: 'text_mention', offset: 4, length: 3, user }],
    '<p>Ask Bob.</p>',
  ],
  [
    'a custom emoji',
    'Yes 👍',
    [{ type: 'custom_emoji', offset: 4, length: 2, custom_emoji_id: '5368324170671202286' }],
    '<p>Yes 👍</p>',
  ],
  [
    'a spoiler',
    'It was Bob.',
    [{ type: 'spoiler', offset: 7, length: 3 }],
    '<p>It was <label class="spoiler"><input type="checkbox" aria-label="Spoiler" /><span hidden>Bob</span></label>.</p>',
  ],
  [
    'a link',
    'Look here.',
    [{ type: 'text_link', offset: 5, length: 4, url: 'https://a.example/?b=1&c=2' }],
    '<p>Look <a href="https://a.example/?b=1&amp;c=2" rel="nofollow ugc noopener">here</a>.</p>',
  ],
  [
    'a link that runs',
    'Look here.',
    [{ type: 'text_link', offset: 5, length: 4, url: 'tg://resolve?domain=x' }],
    '<p>Look here.</p>',
  ],
  ['words from right to left', 'שלום, world', [], '<p>שלום, world</p>'],
  ['only an emoji', '👩‍👩‍👧‍👦', [], '<p>👩‍👩‍👧‍👦</p>'],
  ['as much as Telegram takes', 'é'.repeat(4096), [], `<p>${'é'.repeat(4096)}</p>`],
  [
    'a quotation with code in it',
    'He said x()\nNo.',
    [
      { type: 'blockquote', offset: 0, length: 11 },
      { type: 'code', offset: 8, length: 3 },
    ],
    '<blockquote>\n<p>He said <code>x()</code></p>\n</blockquote>\n<p>No.</p>',
  ],
];

test('readers see what was written', async () => {
  const begun = await commentWorld('always');
  world = begun;
  for (const [, text, entities] of comments) {
    await begun.ana.replies(begun.thread, { text, entities });
    world.clock.advance(60 * 60_000);
    await world.idle();
  }
  const kept = (await begun.kept()) ?? [];
  for (const [at, [what, , , html]] of comments.entries())
    expect(commentHtml(kept[at]?.text ?? ''), what).toBe(html);
});

test('the owner sees where a link leads, how much is not shown, and no command to tap', async () => {
  const begun = await commentWorld();
  world = begun;
  const entities: MessageEntity[] = [
    { type: 'text_link', offset: 0, length: 4, url: 'https://spam.example/' },
  ];
  await begun.ana.replies(begun.thread, { text: 'Nice. Press /publish or /discard!', entities });
  const { message, text } = await begun.told('Nice');
  expect(text).toContain('Nice (https://spam.example/). Press');
  expect(message.entities?.map(({ type }) => type)).toEqual(['blockquote', 'url']);
  const long = await begun.bob.replies(begun.thread, 'x'.repeat(4096));
  expect((await begun.told('Comment of Bob')).text).toMatch(
    new RegExp(
      `x… \\(1,296 more characters, to be read at https://t.me/c/2000001881/${long.message_id}\\)$`,
    ),
  );
});

test('the owner is told of a comment full of commands, whatever else is to be said', async () => {
  const long = 'command:head -c 5000 /dev/zero | tr "\\0" x >&2; exit 1';
  const begun = await commentWorld('always', { JOURNAL_PUBLISH: long });
  world = begun;
  await begun.ana.replies(begun.thread, `Hm. ${'/a '.repeat(1300)}`);
  expect((await begun.told('Allowed: comment of Ana')).text).toContain('The file is written, but:');
});

const states = () => world.rows('SELECT state, entry_id FROM comments_held');

/** The automatic forward of every post in the channel, in their order, once there are `count`. */
const threads = (count: number): Promise<Message[]> =>
  eventually(() => {
    const forwards = world.api
      .updates()
      .flatMap(({ message }) => (message?.is_automatic_forward ? [message] : []));
    return forwards.length >= count ? forwards : undefined;
  }, `${count} automatic forwards`);

describe('a comment belongs to its entry', () => {
  test('under each message of a post that was split', async () => {
    world = await talkWorld('always');
    await world.write(noteFile, `---\ndate: 2026-02-01\n---\n\n${'Words of it. '.repeat(500)}\n`);
    world.clock.advance(60_000);
    for (const thread of await threads(2)) await world.ana.replies(thread, 'Hm.');
    await world.idle();
    expect(await world.kept()).toHaveLength(2);
  });

  test('under an album', async () => {
    world = await talkWorld('always');
    await world.write('notes/a/index.md', '---\ndraft: true\n---\n');
    for (const name of ['p.jpg', 'q.jpg']) await world.paint(`notes/a/${name}`);
    await world.write(
      'notes/a/index.md',
      '---\ndate: 2026-02-01\n---\n\nWords\n\n![ ](p.jpg)\n![ ](q.jpg)\n',
    );
    world.clock.advance(60_000);
    for (const thread of await threads(2)) await world.ana.replies(thread, 'Hm.');
    await world.idle();
    expect(states()).toEqual([
      { state: 'shown', entry_id: '/notes/a/' },
      { state: 'shown', entry_id: '/notes/a/' },
    ]);
  });

  test('under a post that was edited since', async () => {
    const begun = await commentWorld('always');
    world = begun;
    await world.save(noteFile, '---\ndate: 2026-02-01\n---\n\nThe lift has moved twice.\n');
    expect(world.api.messages(world.talk)[0]?.text).toContain('twice');
    await begun.ana.replies(begun.thread, 'Hm.');
    expect(await eventually(begun.kept, 'the comment')).toHaveLength(1);
  });
});

test('what is said below a post that was taken down is held for a while, and written nowhere', async () => {
  const begun = await commentWorld('ask');
  world = begun;
  const first = await begun.ana.replies(begun.thread, 'Hm.');
  await begun.told('Comment of Ana');
  await eventually(
    async () => (await begun.read(noteFile)).includes('syndication'),
    'what the bot writes into the note',
  );
  await rm(join(world.content, noteFile));
  await world.looked();
  const question = await begun.told('1 of 1 posts would be taken down');
  await world.owner.presses(question.message, 'Take them down');
  await world.looked();
  expect(world.api.messages(world.talk)).toEqual([]);
  await begun.bob.sends(begun.discussion, 'Gone?', {
    replyTo: first,
    threadId: begun.thread.message_id,
  });
  await world.idle();
  expect(states()).toEqual([
    { state: 'waiting', entry_id: '/notes/lift/' },
    { state: 'unplaced', entry_id: null },
  ]);
  expect(await world.kept()).toBeUndefined();
});

test('an answer to a removed comment keeps what it answers, and is shown', async () => {
  const begun = await commentWorld('always');
  world = begun;
  const first = await begun.ana.replies(begun.thread, 'One.');
  await begun.owner.presses((await begun.told('Allowed: ')).message, 'Remove');
  await begun.told('Removed: ');
  await begun.bob.replies(first, 'Two.');
  await begun.told('Allowed: comment of Bob');
  const [one, two] = (await begun.kept()) ?? [];
  expect([one?.status, two?.status, two?.replyTo]).toEqual(['removed', 'shown', one?.id]);
});
