import { afterEach, describe, expect, test } from 'vitest';
import { type CommentWorld, commentWorld } from './commentWorld.ts';

let world: CommentWorld;

afterEach(() => {
  for (const chat of [world.discussion, world.ana, world.bob])
    expect(world.api.botMessages(chat)).toEqual([]);
});

describe('who does not show who they are', () => {
  test.each([
    ['the group itself', () => world.discussion, 'Talk'],
    ['the channel', () => world.talk, 'The channel'],
  ] as const)('%s comments under its title, and waits like everybody', async (_, as, name) => {
    world = await commentWorld();
    await world.owner.sends(world.discussion, 'Hm.', { as: as(), replyTo: world.thread });
    await world.told(`Comment of ${name} on`);
    expect(await world.kept()).toBeUndefined();
  });

  test('who took the owner’s name waits like everybody, and decides nothing', async () => {
    world = await commentWorld();
    const double = world.api.user({ id: 2009, first_name: 'Ada', username: 'ada' });
    double.joins(world.discussion);
    await double.replies(world.thread, 'It is me.');
    const notice = await world.told('Comment of Ada on');
    const query = await double.presses(notice.message, 'Allow');
    await world.idle();
    expect(double.answerTo(query)).toBeUndefined();
    expect(await world.kept()).toBeUndefined();
  });
});
