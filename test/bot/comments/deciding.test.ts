import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import { eventually } from '../world.ts';
import { type CommentWorld, commentFile, commentWorld, entryId, noteFile } from './commentWorld.ts';

let world: CommentWorld;

afterEach(() => {
  for (const chat of [world.discussion, world.ana, world.bob])
    expect(world.api.botMessages(chat)).toEqual([]);
});

const idOf = (message: { readonly message_id: number }) => `tg-2000001881-${message.message_id}`;
const shown = async () =>
  (await world.kept())?.filter(({ status }) => status === 'shown').map(({ text }) => text);

test('the automatic forward of our own post is a mapping, not a comment or draft', async () => {
  world = await commentWorld('always');
  await world.idle();
  expect(world.rows('SELECT message_id, post_id FROM comments_threads')).toEqual([
    {
      message_id: world.thread.message_id,
      post_id: world.api.botMessages(world.talk)[0]?.message.message_id,
    },
  ]);
  expect(world.rows('SELECT COUNT(*) AS n FROM comments_held')).toEqual([{ n: 0 }]);
  expect(world.said()).toEqual([]);
  expect(await world.notes()).toEqual(['notes/lift.md']);
});

describe('ask', () => {
  test('nothing is written before one tap, and then the comment stands in the entry’s file', async () => {
    world = await commentWorld();
    const { ana, owner, thread } = world;
    const comment = await ana.replies(thread, 'Has it *moved*?');
    const notice = await world.told(
      'Comment of Ana Souza on notes/lift.md:\n\nHas it \\*moved\\*\\?',
    );
    expect(await world.kept()).toBeUndefined();
    await owner.presses(notice.message, 'Allow');
    await eventually(world.kept, 'the comment');
    expect(await world.read(commentFile)).toBe(
      `entry: ${entryId}\ncomments:\n  - id: ${idOf(comment)}\n    name: Ana Souza\n    date: 2026-03-01T12:01:00+00:00\n    text: Has it \\*moved\\*?\n`,
    );
    await world.told('Allowed: comment of Ana Souza');
  });

  test('a comment on an entry that is gone is not written, where it would stop the build', async () => {
    world = await commentWorld();
    const { ana, owner, thread } = world;
    await ana.replies(thread, 'Too late.');
    const notice = await world.told('Comment of Ana');
    const note = await world.read(noteFile);
    await rm(join(world.content, noteFile));
    await owner.presses(notice.message, 'Allow');
    const refused = await world.told('No entry has the id "/notes/lift/"');
    expect(await world.kept()).toBeUndefined();
    await world.write(noteFile, note);
    await owner.presses(refused.message, 'Allow');
    await world.told('Allowed: ');
    expect(await shown()).toEqual(['Too late.']);
  });

  test('taking a comment away whose file is gone leaves no file behind', async () => {
    world = await commentWorld('always');
    const { ana, owner, thread } = world;
    await ana.replies(thread, 'Hello.');
    const notice = await world.told('Allowed: comment of Ana');
    await eventually(world.kept, 'the comment');
    await rm(join(world.content, commentFile));
    await owner.presses(notice.message, 'Remove');
    await world.told('Removed: ');
    expect(await world.kept()).toBeUndefined();
  });

  test.each([
    ['none', 'after the next "npm run build"', 'until the next "npm run build"'],
    ['commit', undefined, undefined],
  ])(
    'with JOURNAL_PUBLISH=%s the notice says when the site follows',
    async (mode, shows, showed) => {
      world = await commentWorld('ask', { JOURNAL_PUBLISH: mode });
      const { ana, owner, thread } = world;
      await ana.replies(thread, 'Hello.');
      await owner.presses((await world.told('Comment of Ana')).message, 'Allow');
      const allowed = await world.told('Allowed: ');
      // Nothing was committed: the folder is no repository.
      if (shows === undefined) expect(allowed.text).toContain('The file is written, but:');
      expect(allowed.text).toMatch(
        shows === undefined ? /^(?!.*The site)/s : /Hello\.\n\nThe site/,
      );
      if (shows !== undefined) expect(allowed.text).toContain(`The site shows it ${shows}.`);
      await owner.presses(allowed.message, 'Remove');
      const removed = await world.told('Removed: ');
      if (showed !== undefined) expect(removed.text).toContain(`The site shows it ${showed}.`);
    },
  );

  test('an ignored comment is not written, and can be shown after all', async () => {
    world = await commentWorld();
    const { ana, owner, thread } = world;
    await ana.replies(thread, 'Buy now.');
    await owner.presses((await world.told('Comment of Ana')).message, 'Ignore');
    const ignored = await world.told('Ignored: comment of Ana');
    expect(await world.kept()).toBeUndefined();
    await owner.presses(ignored.message, 'Show after all');
    await world.told('Allowed: ');
    expect(await shown()).toEqual(['Buy now.']);
  });

  test('pressed twice, and delivered twice, it is done once; a restart in between changes nothing', async () => {
    world = await commentWorld();
    const { ana, owner, thread, api } = world;
    await ana.replies(thread, 'Once.');
    const notice = await world.told('Comment of Ana');
    await world.stop();
    world.run();
    for (const { update_id } of api.updates()) api.repeatUpdate(update_id);
    await world.idle();
    const first = await owner.presses(notice.message, 'Allow');
    const second = await owner.presses(notice.message, 'Allow');
    await world.told('Allowed: ');
    await world.idle();
    for (const { update_id } of api.updates()) api.repeatUpdate(update_id);
    await world.idle();
    expect([owner.answerTo(first)?.text, owner.answerTo(second)?.text]).toEqual([
      'Allowed.',
      'Allowed already.',
    ]);
    expect(await shown()).toEqual(['Once.']);
    expect(world.said().filter(({ text }) => text.includes('omment of Ana'))).toHaveLength(1);
  });

  test('an edit before the decision changes what waits', async () => {
    world = await commentWorld();
    const { ana, owner, thread } = world;
    const comment = await ana.replies(thread, 'Frist.');
    const notice = await world.told('Comment of Ana');
    world.clock.advance(1_000);
    await ana.edits(comment, 'First.');
    await world.told('Comment, changed, of Ana Souza on notes/lift.md:\n\nFirst');
    expect(await world.kept()).toBeUndefined();
    await owner.presses(notice.message, 'Allow');
    await world.told('Allowed: ');
    expect(await shown()).toEqual(['First.']);
  });

  test('an edit that arrives before the comment itself wins', async () => {
    world = await commentWorld();
    const { ana, owner, thread, api } = world;
    api.holdUpdates();
    const comment = await ana.replies(thread, 'Old.');
    world.clock.advance(1_000);
    await ana.edits(comment, 'New.');
    api.releaseUpdates((updates) => updates.toReversed());
    await owner.presses((await world.told('New.')).message, 'Allow');
    await world.told('Allowed: ');
    await world.idle();
    expect(await shown()).toEqual(['New.']);
  });

  test('the owner’s own replies need no tap, and bring no news', async () => {
    world = await commentWorld();
    await world.write('people.yaml', '"1001":\n  name: Ada L.\n  url: https://ada.example/\n');
    await world.owner.replies(world.thread, 'It has.');
    await eventually(world.kept, 'the comment');
    await world.idle();
    expect(await world.kept()).toMatchObject([{ name: 'Ada L.', url: 'https://ada.example/' }]);
    expect(world.said()).toEqual([]);
  });
});

test('always: a comment is written at once, and the notice can take it away', async () => {
  world = await commentWorld('always');
  await world.ana.replies(world.thread, 'Hello.');
  const notice = await world.told('Allowed: comment of Ana');
  expect(await shown()).toEqual(['Hello.']);
  await world.owner.presses(notice.message, 'Remove');
  await world.told('Removed: ');
  expect(await world.kept()).toMatchObject([{ text: 'Hello.', status: 'removed' }]);
});

test('never: nothing is held, written or told', async () => {
  world = await commentWorld('never');
  await world.ana.replies(world.thread, 'Hello.');
  await world.replyTo(world.thread, 'Hello.');
  expect(await world.kept()).toBeUndefined();
  expect(world.rows('SELECT COUNT(*) AS n FROM comments_held')).toEqual([{ n: 0 }]);
  expect(world.said()).toEqual([]);
});

test('answers hang on what they answer, also where that is allowed later', async () => {
  world = await commentWorld();
  const { ana, bob, owner, thread } = world;
  const first = await ana.replies(thread, 'One.');
  const second = await bob.replies(first, 'Two.');
  await owner.presses((await world.told('Comment of Bob')).message, 'Allow');
  await world.told('Allowed: comment of Bob');
  expect((await world.kept())?.[0]).not.toHaveProperty('replyTo', expect.anything());
  await owner.presses((await world.told('Comment of Ana')).message, 'Allow');
  await world.told('Allowed: comment of Ana');
  expect((await world.kept())?.map(({ id, replyTo }) => [id, replyTo])).toEqual([
    [idOf(second), idOf(first)],
    [idOf(first), undefined],
  ]);
  const third = await ana.replies(second, 'Three.');
  await owner.presses(
    (await world.told('Comment of Ana Souza on notes/lift.md:\n\nThree')).message,
    'Allow',
  );
  await world.told('Allowed: comment of Ana Souza on notes/lift.md:\n\nThree');
  expect((await world.kept())?.at(-1)).toMatchObject({ id: idOf(third), replyTo: idOf(second) });
});

describe('a comment deleted by hand is removed by a command, for no update tells of it', () => {
  it.each([
    [
      'in reply to its notice',
      async (notice: { readonly message: never }) =>
        world.owner.replies(notice.message, '/uncomment'),
    ],
    [
      'in reply to a forward of it',
      async (_: unknown, comment: never) => {
        const forwarded = await world.owner.forwards(comment, world.owner);
        await world.owner.replies(forwarded, '/uncomment');
      },
    ],
    [
      'in reply to it in the group',
      async (_: unknown, comment: never) => world.owner.replies(comment, '/uncomment'),
    ],
  ] as const)('%s', async (_, uncomment) => {
    world = await commentWorld('always');
    const comment = await world.ana.replies(world.thread, 'Oops.');
    await world.bob.replies(world.thread, 'Stays.');
    const notice = await world.told('Allowed: comment of Ana');
    await uncomment(notice as never, comment as never);
    await world.told('Removed: comment of Ana');
    world.ana.deletes(comment);
    expect((await world.kept())?.map(({ text, status }) => [text, status])).toEqual([
      ['Oops.', 'removed'],
      ['Stays.', 'shown'],
    ]);
    await world.idle();
    expect(
      world.rows("SELECT COUNT(*) AS n FROM comments_held WHERE plain = '/uncomment'"),
    ).toEqual([{ n: 0 }]);
  });

  test('but not by others than the owner', async () => {
    world = await commentWorld('always');
    const { bob, owner, discussion } = world;
    const comment = await world.ana.replies(world.thread, 'Mine.');
    await world.told('Allowed: comment of Ana');
    await bob.replies(comment, '/uncomment');
    await owner.sends(discussion, '/uncomment', { as: discussion, replyTo: comment });
    await world.idle();
    expect((await world.kept())?.map(({ text, status }) => [text, status])).toEqual([
      ['Mine.', 'shown'],
    ]);
  });

  test('a removed comment stays removed when its writer edits it', async () => {
    world = await commentWorld('always');
    const comment = await world.ana.replies(world.thread, 'Oops.');
    await world.owner.presses((await world.told('Allowed: ')).message, 'Remove');
    await world.told('Removed: ');
    world.clock.advance(1_000);
    await world.ana.edits(comment, 'Oops again.');
    await world.idle();
    expect(await world.kept()).toMatchObject([{ text: 'Oops.', status: 'removed' }]);
  });
});
