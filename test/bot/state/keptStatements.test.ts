import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test, vi } from 'vitest';
import { DatabaseOfKeptStatements } from '../../../bot/state/keptStatements.ts';
import { commentWorld } from '../comments/commentWorld.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('no time and no id stands in a statement that is kept: there would be ever more of them', async () => {
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare');
  const world = await commentWorld();
  for (let number = 0; number < 8; number++) {
    await world.bob.replies(world.thread, `Comment ${number}`);
    await world.owner.sends(world.owner, `Note ${number}`);
    await world.idle();
    world.clock.advance(500);
  }
  await world.looked();
  const kept = prepare.mock.calls.flatMap(([sql], call) =>
    prepare.mock.contexts[call] instanceof DatabaseOfKeptStatements ? [sql] : [],
  );
  expect(kept.length).toBeGreaterThan(40);
  expect(kept.filter((sql) => /\d{4}/.test(sql))).toEqual([]);
});
