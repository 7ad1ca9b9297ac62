import { expect, test } from 'vitest';
import { eventually } from '../world.ts';
import { commentWorld } from './commentWorld.ts';

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
    await eventually(() => tries() > 0 || undefined, 'the first try');
    // Longer than anything is tried that something is wrong with.
    await eventually(() => {
      world.clock.advance(24 * 60 * 60_000);
      return tries() > 8 || undefined;
    }, 'the tries');
    expect(world.rows("SELECT 1 FROM inbox WHERE state = 'failed'")).toEqual([]);
    expect((await world.kept())?.length).toBe(comments === 'always' ? 1 : undefined);
    world.owner.unblocks();
    await eventually(
      () => world.said().some(({ text }) => told.test(text)) || undefined,
      'the news',
    );
    expect(world.said()).toHaveLength(1);
  },
);
