import { describe, expect, test } from 'vitest';
import type { Person } from '../../../telegram-double/index.ts';
import { eventually } from '../world.ts';
import { type CommentWorld, commentWorld } from './commentWorld.ts';

let world: CommentWorld;

function newMembers(count: number): Person[] {
  return Array.from({ length: count }, (_, index) => {
    const person = world.api.user({ id: 3000 + index, first_name: `Member ${index}` });
    person.joins(world.discussion);
    return person;
  });
}

/** Everybody says so many things at once, while the bot is off. */
async function flood(people: readonly Person[], each: number): Promise<void> {
  await world.stop();
  for (let number = 0; number < each; number++)
    for (const one of people) await one.replies(world.thread, `Comment ${number}`);
}

const keptCount = async () => (await world.kept())?.length ?? 0;
const pending = () =>
  Number(world.rows("SELECT COUNT(*) AS n FROM inbox WHERE state = 'pending'")[0]?.['n']);
const notices = () =>
  world.said().filter(({ text }) => /Comment of|Allowed|more comment/.test(text));

test('the owner comes first: what he sends is answered while comments that came before wait', async () => {
  world = await commentWorld('always');
  await flood(newMembers(10), 20);
  await world.owner.sends(world.owner, 'A note');
  world.run();
  await eventually(
    () => world.said().some(({ text }) => text.startsWith('Saved as')),
    'the answer',
  );
  expect(pending()).toBeGreaterThan(100);
  await world.idle();
  expect(await keptCount()).toBe(200);
});

test('a member is heard 30 times a minute; the rest waits on disk and comes in later, all of it', async () => {
  world = await commentWorld('always');
  await flood([world.ana], 70);
  await world.bob.replies(world.thread, 'And I?');
  world.run();
  await world.idle();
  expect(await keptCount()).toBe(31);
  expect(pending()).toBe(40);
  await world.restart();
  expect(await keptCount()).toBe(31);
  await world.wait(60_000);
  expect(await keptCount()).toBe(61);
  await world.wait(60_000);
  expect(await keptCount()).toBe(71);
  const texts = (await world.kept())?.map(({ text }) => text) ?? [];
  expect(new Set(texts).size).toBe(71);
});

test('of many edits of one comment the newest counts, and one is dealt with', async () => {
  world = await commentWorld('always');
  const said = await world.ana.replies(world.thread, 'First');
  await world.idle();
  await world.stop();
  for (let number = 1; number <= 100; number++) await world.ana.edits(said, `Edit ${number}`);
  world.run();
  await world.idle();
  expect(pending()).toBe(0);
  expect((await world.kept())?.map(({ text }) => text)).toEqual(['Edit 100']);
  expect(notices()).toHaveLength(1);
});

describe('notices are gathered into one message after the third', () => {
  test('always: it counts them, and its buttons hide those of one person, or all', async () => {
    world = await commentWorld('always');
    await flood([world.ana, world.bob], 10);
    world.run();
    await world.idle();
    expect(notices()).toHaveLength(4);
    const digest = world.lastMessage();
    expect(digest.text).toBe('17 more comments are allowed:\nBob: 9\nAna Souza: 8');
    await world.press('Hide all of Bob', digest.message);
    const shown = (await world.kept())?.filter(({ status }) => status === 'shown');
    expect(shown).toHaveLength(11);
    expect(world.said().at(-1)?.text).toBe(
      '8 more comments are allowed:\nAna Souza: 8\n\nTo have one back, reply to it in its group with /uncomment: my message about it has “Show after all”.',
    );
    await world.press('Enough', digest.message);
    expect(world.said().at(-1)?.text).toBe('No more comments are gathered here.');
  });

  test('always: what was hidden with others is had back from its group', async () => {
    world = await commentWorld('always');
    await flood([world.bob], 5);
    const comment = await world.bob.replies(world.thread, 'Worth it');
    world.run();
    await world.idle();
    await world.press('Hide all');
    const shown = async () =>
      (await world.kept())?.filter(({ status }) => status === 'shown').map(({ text }) => text);
    expect(await shown()).not.toContain('Worth it');
    await world.replyTo(comment, '/uncomment');
    await world.press('Show after all');
    expect(await shown()).toContain('Worth it');
  });

  test('what is hidden below several entries goes where publishing goes, each file of it, though that fails', async () => {
    const JOURNAL_PUBLISH = 'command:printf "%s\\n" "$JOURNAL_PUBLISHED" >> log; exit 1';
    world = await commentWorld('always', { JOURNAL_PUBLISH });
    await world.write('notes/stairs.md', '---\ndate: 2026-02-02\n---\n\nThe stairs stay.\n');
    await world.wait(60_000);
    const other = await eventually(() => {
      const forwards = world.api.updates().filter(({ message }) => message?.is_automatic_forward);
      return forwards[1]?.message;
    }, 'the second forward');
    await flood([world.bob], 5);
    for (const words of ['Up', 'Down']) await world.bob.replies(other, words);
    world.run();
    await world.idle();
    await world.write('log', '');
    await world.press('Hide all');
    expect((await world.read('log')).match(/[^/]+\.yaml$/gm)).toEqual(['lift.yaml', 'stairs.yaml']);
  });

  test('ask: nothing is shown until it is allowed, one by one or together, and what came since is not meant', async () => {
    world = await commentWorld('ask');
    await flood([world.ana, world.bob], 10);
    world.run();
    await world.idle();
    expect(notices()).toHaveLength(4);
    expect(await world.kept()).toBeUndefined();
    const digest = world.lastMessage();
    expect(digest.text).toContain('17 more comments, of which 17 wait for you:');
    await world.stop();
    const query = await world.owner.presses(digest.message, 'Allow all of Ana Souza');
    await world.ana.replies(world.thread, 'One more');
    world.run();
    await world.idle();
    expect(world.owner.answerTo(query)?.text).toBe('Allowed: 8.');
    expect(await keptCount()).toBe(8);
    expect(notices().at(-1)?.text).toContain('10 more comments, of which 10 wait for you:');
    await world.press('Show the next', digest.message);
    expect(notices()).toHaveLength(7);
    await world.press('Allow all', digest.message);
    expect(await keptCount()).toBe(15);
  });
});

test.each([
  ['ask', /^Comment of Bob on notes\/lift\.md:\n\nNice/],
  ['always', /^Allowed: comment of Bob on notes\/lift\.md:\n\nNice/],
] as const)(
  'a comment that comes while the owner has blocked the bot is told of as soon as that is over, however much later (comments: %s)',
  async (comments, told) => {
    const world = await commentWorld(comments);
    world.owner.blocks();
    await world.bob.replies(world.thread, 'Nice');
    const tries = () =>
      world.api.calls('sendMessage').filter(({ answer }) => answer?.ok === false).length;
    await eventually(() => tries() > 0, 'the first try');
    // Longer than anything is tried that something is wrong with.
    await eventually(() => {
      world.clock.advance(24 * 60 * 60_000);
      return tries() > 8;
    }, 'the tries');
    expect(world.rows("SELECT 1 FROM inbox WHERE state = 'failed'")).toEqual([]);
    expect((await world.kept())?.length).toBe(comments === 'always' ? 1 : undefined);
    world.owner.unblocks();
    await eventually(() => world.said().some(({ text }) => told.test(text)), 'the news');
    expect(world.said()).toHaveLength(1);
  },
);
