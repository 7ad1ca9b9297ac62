import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { describe, expect, it, test } from 'vitest';
import { type CommentWorld, commentFile, commentWorld } from './commentWorld.ts';

let world: CommentWorld;

const shown = async () =>
  (await world.kept())?.filter(({ status }) => status === 'shown').map(({ text }) => text);

const question = 'Other words in the comment of Ana Souza on notes/lift.md. Readers see:';

const notices = () => world.said().filter(({ text }) => text.includes('omment of Ana'));

/** A world in which a comment of Ana's was allowed, and what she made of it since. */
async function allowed(words: string, ...edits: string[]): Promise<Message> {
  world = await commentWorld();
  const comment = await world.ana.replies(world.thread, words);
  await world.owner.presses((await world.told('Comment of Ana')).message, 'Allow');
  await world.told('Allowed: ');
  for (const edit of edits) await edited(comment, edit);
  return comment;
}

async function edited(comment: Message, words: string): Promise<void> {
  world.clock.advance(1_000);
  await world.ana.edits(comment, words);
  await world.idle();
}

describe('ask: words that the owner has not seen do not follow those that were allowed', () => {
  test('the allowed ones stay, and the owner is asked with both', async () => {
    await allowed('Nice post.', 'Buy pills.');
    const { text } = await world.told(question);
    expect(text).toBe(`${question}\n\nNice post.\n\nIt says now:\n\nBuy pills.`);
    expect(await shown()).toEqual(['Nice post.']);
  });

  test('one tap shows the new words', async () => {
    await allowed('Nice post.', 'Nice post, Ada.');
    const asked = await world.told(question);
    expect(await world.press('Show the new words', asked.message)).toBe('Allowed.');
    expect(await world.kept()).toMatchObject([
      { text: 'Nice post, Ada.', updated: expect.any(Number) },
    ]);
    await world.told('Allowed: comment of Ana Souza on notes/lift.md:\n\nNice post, Ada');
  });

  test('one tap keeps the old ones; the next edit is asked about anew, and neither is over a restart', async () => {
    const comment = await allowed('Nice post.', 'Buy pills.');
    const asked = await world.told(question);
    expect(await world.press('Keep the old ones', asked.message)).toBe('The old ones stay.');
    await world.told('Kept as it was: comment of Ana');
    await world.stop();
    world.run();
    for (const { update_id } of world.api.updates()) world.api.repeatUpdate(update_id);
    await world.idle();
    expect(notices()).toHaveLength(2);
    await edited(comment, 'Buy more pills.');
    expect((await world.told('Buy more pills')).text).toContain(question);
    expect(notices()).toHaveLength(3);
    expect(await shown()).toEqual(['Nice post.']);
  });

  test('who changes their mind shows the new words after all', async () => {
    await allowed('Nice post.', 'Nice post, Ada.');
    await world.press('Keep the old ones', (await world.told(question)).message);
    await world.press('Show the new words', (await world.told('Kept as it was')).message);
    expect(await shown()).toEqual(['Nice post, Ada.']);
  });

  test('edited again, the same question follows, and a button of before allows nothing, not within the same second either', async () => {
    const comment = await allowed('Nice post.', 'Nice post, Ada.');
    const asked = (await world.told(question)).message;
    await world.stop();
    await world.ana.edits(comment, 'Buy pills.');
    const query = await world.owner.presses(asked, 'Show the new words');
    world.run();
    await world.told('Buy pills');
    await world.idle();
    expect(world.owner.answerTo(query)?.text).toBe(
      'Its words have changed since. Look at them again.',
    );
    expect(await shown()).toEqual(['Nice post.']);
    expect(notices()).toHaveLength(2);
    expect(await world.press('Show the new words', (await world.told('Buy pills')).message)).toBe(
      'Allowed.',
    );
    expect(await shown()).toEqual(['Buy pills.']);
  });

  test('a comment that waits is not allowed by a button from before its edit', async () => {
    world = await commentWorld();
    const comment = await world.ana.replies(world.thread, 'Nice post.');
    const notice = (await world.told('Comment of Ana')).message;
    await world.stop();
    await world.ana.edits(comment, 'Buy pills.');
    const query = await world.owner.presses(notice, 'Allow');
    world.run();
    await world.told('Buy pills');
    await world.idle();
    expect(world.owner.answerTo(query)?.text).toContain('changed since');
    expect(await world.kept()).toBeUndefined();
  });

  test('an “Allow” that is handled again does not show what was removed since', async () => {
    world = await commentWorld();
    await world.ana.replies(world.thread, 'Nice post.');
    const notice = (await world.told('Comment of Ana')).message;
    world.api.fault({ method: 'editMessageText', kind: { status: 502 } });
    expect(await world.press('Allow', notice)).toBe('Allowed.');
    await world.owner.replies(notice, '/uncomment');
    await world.told('Removed.');
    await world.wait(60_000);
    expect(await shown()).toEqual([]);
  });

  test('pressed twice, it is done once', async () => {
    await allowed('Nice post.', 'Nice post, Ada.');
    const asked = (await world.told(question)).message;
    const first = await world.owner.presses(asked, 'Show the new words');
    const second = await world.owner.presses(asked, 'Show the new words');
    const third = await world.owner.presses(asked, 'Keep the old ones');
    await world.idle();
    expect([first, second, third].map((query) => world.owner.answerTo(query)?.text)).toEqual([
      'Allowed.',
      'Allowed already.',
      'Allowed already.',
    ]);
    expect(await shown()).toEqual(['Nice post, Ada.']);
  });

  test('a removed comment that was edited since is shown only with words that the owner has seen', async () => {
    const comment = await allowed('Nice post.');
    await world.press('Remove', (await world.told('Allowed: ')).message);
    const removed = (await world.told('Removed: ')).message;
    await edited(comment, 'Buy pills.');
    expect(await world.press('Show after all', removed)).toContain('changed since');
    expect(await shown()).toEqual([]);
    await world.press('Show after all', (await world.told(/^Removed: .*Buy pills/s)).message);
    expect(await shown()).toEqual(['Buy pills.']);
  });

  test('an edit back to what readers see is nothing to ask about', async () => {
    const comment = await allowed('Nice post.', 'Nice pots.');
    await world.told(question);
    await edited(comment, 'Nice post.');
    await world.told('Allowed, with changed words: comment of Ana');
    expect(notices()).toHaveLength(2);
  });

  test('Remove under the question takes the comment away', async () => {
    await allowed('Nice post.', 'Buy pills.');
    await world.press('Remove', (await world.told(question)).message);
    expect(await shown()).toEqual([]);
  });

  test('a change behind a long text is shown where it is', async () => {
    const long = `${'nice '.repeat(700)}post.`;
    await allowed(long, `${long} Buy pills.`);
    expect((await world.told(question)).text).toContain('nice post. Buy pills.');
  });

  test('the owner’s own edits follow at once', async () => {
    world = await commentWorld();
    const comment = await world.replyTo(world.thread, 'It has moevd.');
    world.clock.advance(1_000);
    await world.owner.edits(comment, 'It has moved.');
    await world.idle();
    expect(await shown()).toEqual(['It has moved.']);
    expect(world.said()).toEqual([]);
  });
});

test('always: edits follow at once and are told', async () => {
  world = await commentWorld('always');
  const comment = await world.ana.replies(world.thread, 'First.');
  await world.told('Allowed: ');
  await edited(comment, 'First, and more.');
  await world.told('Allowed, with changed words: comment of Ana');
  expect(await shown()).toEqual(['First, and more.']);
});

describe('what was taken out of the file by hand', () => {
  it.each([
    ['the whole file', () => rm(join(world.content, commentFile))],
    ['the comment', () => world.write(commentFile, 'entry: /notes/lift/\ncomments: []\n')],
    [
      'only from readers',
      async () => world.write(commentFile, `${await world.read(commentFile)}    status: removed\n`),
    ],
  ] as const)('%s: is not brought back by an edit, and is by the owner', async (_, takeOut) => {
    world = await commentWorld('always');
    const comment = await world.ana.replies(world.thread, 'First.');
    const notice = (await world.told('Allowed: ')).message;
    await takeOut();
    await edited(comment, 'Again.');
    expect((await shown()) ?? []).toEqual([]);
    await world.press('Remove', notice);
    const removed = (await world.told('Removed: ')).message;
    expect(await world.press('Show after all', removed)).toBe('Allowed.');
    expect(await shown()).toEqual(['Again.']);
  });

  test('a comment that was removed, and whose file was then deleted, is written again by “Show after all”', async () => {
    world = await commentWorld('always');
    await world.ana.replies(world.thread, 'First.');
    await world.press('Remove', (await world.told('Allowed: ')).message);
    await rm(join(world.content, commentFile));
    expect(await world.press('Show after all', (await world.told('Removed: ')).message)).toBe(
      'Allowed.',
    );
    expect(await shown()).toEqual(['First.']);
  });

  test('new words for a text that was changed by hand are refused, and that is said', async () => {
    await allowed('Call me on 555.', 'Call me on 556.');
    await world.change(commentFile, '555', 'that');
    const asked = (await world.told(question)).message;
    expect(await world.press('Show the new words', asked)).toBe('Not yet.');
    await world.told('changed by hand in the file');
    expect(await shown()).toEqual(['Call me on that.']);
  });

  test('new words that a broken file cannot take are asked about again once it is mended', async () => {
    world = await commentWorld('always');
    const comment = await world.ana.replies(world.thread, 'First.');
    await world.told('Allowed: ');
    const good = await world.read(commentFile);
    const broken = good.replace('name:', 'nam:');
    await world.write(commentFile, broken);
    await edited(comment, 'First, and more.');
    const asked = await world.told(/cannot be kept until this is mended.*"comments\.0\.nam"/s);
    expect(await world.read(commentFile)).toBe(broken);
    await world.write(commentFile, good);
    expect(await world.press('Show the new words', asked.message)).toBe('Allowed.');
    expect(await shown()).toEqual(['First, and more.']);
  });
});
