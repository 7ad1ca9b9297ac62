import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually, makeWorld, type World } from './world.ts';

let world: World;

beforeEach(async () => {
  world = await makeWorld();
});

afterEach(() => world.end());

const note = (words: string) => `---\ndate: 2026-02-01\n---\n\n${words}\n`;
const posts = () => world.api.messages(world.channel).map(({ text }) => text.split('\n')[0]);

/** Runs `npm run mirror` to its end. */
async function mirror(...parameters: string[]) {
  const run = world.start('mirrorCommand.ts', parameters);
  return { code: await run.ended, output: run.output() };
}

test('--dry-run --json tells the plan to a program, and nothing happens', async () => {
  await world.write('notes/a.md', note('One'));
  const { code, output } = await mirror('--dry-run', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(output)).toEqual({
    adoptions: [],
    deliveries: [{ entry: '/notes/a/', file: 'notes/a.md', action: 'post', calls: 1 }],
    withdrawn: [],
  });
  expect(posts()).toEqual([]);
  expect(await world.read('notes/a.md')).toBe(note('One'));
  expect((await mirror()).code).toBe(0);
  expect(posts()).toEqual(['One']);
});

test('a wrong content folder takes nothing down, unless that is meant', async () => {
  for (let number = 0; number < 7; number++) await world.write(`notes/${number}.md`, note('Words'));
  await mirror();
  for (let number = 0; number < 6; number++) await rm(join(world.content, `notes/${number}.md`));
  const refused = await mirror();
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('6 of 7 posts would be taken down');
  expect(posts()).toHaveLength(7);
  expect((await mirror('--allow-removals')).code).toBe(0);
  expect(posts()).toHaveLength(1);
});

test('what does not go through is told, with exit code 1', async () => {
  await world.write('notes/a.md', note('One'));
  world.api.fault({ method: 'sendMessage', when: 'after', kind: 'reset' });
  const { code, output } = await mirror();
  expect(code).toBe(1);
  expect(output).toMatch(/^uncertain: notes\/a\.md: /m);
  expect(posts()).toEqual(['One']);
  // The question goes to the owner, and another run sends nothing.
  expect(world.api.botMessages(world.owner)[0]?.text).toContain('Nobody knows');
  expect((await mirror()).code).toBe(1);
  expect(posts()).toEqual(['One']);
});

test('beside a running bot it leaves the sending to the bot, and waits for it', async () => {
  world.start();
  await eventually(() => world.api.calls('getUpdates').length || undefined, 'the bot');
  await world.write('notes/a.md', note('One'));
  const { code, output } = await mirror();
  expect(output).toContain('The bot is running and delivers this.');
  expect(code).toBe(0);
  expect(posts()).toEqual(['One']);
});

test('without a channel it says so', async () => {
  const run = await makeWorld({}, { TELEGRAM_CHANNEL: '' });
  try {
    const command = run.start('mirrorCommand.ts');
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain('TELEGRAM_CHANNEL is not set');
  } finally {
    await run.end();
  }
});

test.each([
  ['@nowhere', 'chat not found'],
  ['@people', 'which is a supergroup; expected a channel'],
])('a channel that is none is told: %s', async (name, words) => {
  const other = await makeWorld({}, { TELEGRAM_CHANNEL: name });
  try {
    other.api.supergroup({ username: 'people', owner: other.owner });
    const command = other.start('mirrorCommand.ts');
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain(words);
    expect(command.output()).not.toContain(other.api.token);
  } finally {
    await other.end();
  }
});
