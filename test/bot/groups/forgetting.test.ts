import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../world.ts';
import { type GroupWorld, groupWorld, savedNote } from './groupWorld.ts';

let world: GroupWorld;

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

test('what nobody picks within 48 hours is gone from every file of the bot', async () => {
  world = await groupWorld();
  const { ana, group } = world;
  const message = await ana.sends(group, 'Said-in-passing');
  await ana.edits(message, 'Said-otherwise');
  await world.idle();
  expect(await isInState('Said-otherwise')).toBe(true);
  await world.wait(47 * hour);
  expect(remembered()).toBe(1);
  await world.wait(1.1 * hour);
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
  await world.wait(72 * hour);
  await owner.presses(question.message, 'Use «Ana»');
  expect(await savedNote(world)).toBe('> **Ana:** Picked.');
  await world.wait(hour);
  await eventually(() => remembered() === 0, 'the rest to be forgotten');
});

test('what the owner says in private stays where it was', async () => {
  world = await groupWorld();
  await world.owner.sends(world.owner, 'A private draft.');
  await world.told('Saved as');
  await world.wait(49 * hour);
  expect(world.rows("SELECT COUNT(*) AS n FROM inbox WHERE body <> '{}'")).toEqual([{ n: 1 }]);
});

const count = (table: string) => world.rows(`SELECT COUNT(*) AS n FROM ${table}`)[0]?.['n'];

test('of a pick that is done the messages are gone after 48 hours, and everything after 30 days', async () => {
  world = await groupWorld();
  const { ana, bob, owner, group } = world;
  await bob.sends(group, 'Left-out-words');
  await ana.sends(group, 'Picked.');
  await owner.sends(group, '/draft 2');
  await owner.presses((await world.told('has words of Bob')).message, 'Leave out');
  await owner.presses((await world.told('has words of Ana')).message, 'Another name');
  await owner.replies((await world.told('Write the name')).message, 'Anna');
  await world.told('Saved as');
  expect(count('groups_picked')).toBe(2);
  await world.wait(48.1 * hour);
  await eventually(async () => !(await isInState('Left-out-words')), 'the words to go');
  expect(['groups_messages', 'groups_picked', 'groups_left_out'].map(count)).toEqual([0, 0, 0]);
  expect(['groups_picks', 'groups_prompts'].map(count)).toEqual([1, 1]);
  await world.wait(29 * 24 * hour);
  await eventually(() => count('groups_picks') === 0, 'the pick to be forgotten');
  expect(count('groups_prompts')).toBe(0);
});

test('a pick that nobody answers is let go after 30 days, and the owner is told once', async () => {
  world = await groupWorld();
  const { ana, owner, group } = world;
  await owner.reacts(await ana.sends(group, 'Picked-and-left'), '✍');
  const question = await world.told('who is not in people.yaml');
  await world.wait(29 * 24 * hour);
  expect(await isInState('Picked-and-left')).toBe(true);
  await world.wait(25 * hour);
  await world.told('has waited 30 days for an answer');
  await world.wait(hour);
  await eventually(async () => !(await isInState('Picked-and-left')), 'the words to go');
  expect(await world.press('Use «Ana»', question.message)).toBe(
    'I no longer have what was picked.',
  );
  expect(world.said().filter(({ text }) => text.includes('30 days'))).toHaveLength(1);
  expect(await world.notes()).toEqual([]);
});
