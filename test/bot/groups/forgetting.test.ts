import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { eventually } from '../world.ts';
import { type GroupWorld, groupWorld, onlyNote } from './groupWorld.ts';

let world: GroupWorld;

afterEach(() => world.end());

const hour = 3_600_000;

/** Whether words are anywhere in the files of the bot's state. */
async function isInState(words: string): Promise<boolean> {
  const files = await readdir(world.state, { recursive: true, withFileTypes: true });
  const contents = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), 'utf8').catch(() => '')),
  );
  return contents.some((content) => content.includes(words));
}

const remembered = () => world.rows('SELECT COUNT(*) AS n FROM groups_messages')[0]?.['n'];

async function passes(milliseconds: number): Promise<void> {
  world.clock.advance(milliseconds);
  await world.idle();
}

test('what nobody picks within 48 hours is gone from every file of the bot', async () => {
  world = await groupWorld();
  const { ana, group } = world;
  const message = await ana.sends(group, 'Said-in-passing');
  await ana.edits(message, 'Said-otherwise');
  await world.idle();
  expect(await isInState('Said-otherwise')).toBe(true);
  await passes(47 * hour);
  expect(remembered()).toBe(1);
  await passes(1.1 * hour);
  await eventually(
    async () => !(await isInState('Said-in-passing')) && !(await isInState('Said-otherwise')),
    'the words to be gone',
  );
  expect(remembered()).toBe(0);
  expect(world.rows("SELECT COUNT(*) AS n FROM inbox WHERE body <> '{}'")).toEqual([{ n: 0 }]);
});

test('what waits for an answer is kept until it is given', async () => {
  world = await groupWorld();
  const { ana, owner, group } = world;
  await owner.reacts(await ana.sends(group, 'Picked.'), '✍');
  const question = await world.told('who is not in people.yaml');
  await passes(72 * hour);
  await owner.presses(question.message, 'Use «Ana»');
  await world.told('Saved as');
  expect(await onlyNote(world)).toBe('> **Ana:** Picked.');
  await passes(hour);
  await eventually(() => remembered() === 0 || undefined, 'the rest to be forgotten');
});

test('what the owner says in private stays where it was', async () => {
  world = await groupWorld();
  await world.owner.sends(world.owner, 'A private draft.');
  await world.told('Saved as');
  await passes(49 * hour);
  expect(world.rows("SELECT COUNT(*) AS n FROM inbox WHERE body <> '{}'")).toEqual([{ n: 1 }]);
});
