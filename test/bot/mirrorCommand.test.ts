import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { eventually, makeWorld, type World } from './world.ts';

let world: World;

beforeEach(async () => {
  world = await makeWorld();
});

const note = (words: string) => `---\ndate: 2026-02-01\n---\n\n${words}\n`;

/** Runs `npm run mirror` to its end. */
const mirror = (...parameters: string[]) => world.command('mirrorCommand.ts', parameters);

test('--dry-run --json tells the plan to a program, and nothing happens', async () => {
  await world.write('notes/a.md', note('One'));
  const { code, out } = await mirror('--dry-run', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    adoptions: [],
    deliveries: [{ entry: '/notes/a/', file: 'notes/a.md', action: 'post', calls: 1 }],
    withdrawn: [],
    held: { posts: [], removals: [], journal: null },
    faults: [],
    totals: { posts: 1, edits: 0, replacements: 0, removals: 0, calls: 1, seconds: 0 },
  });
  expect(world.headlines()).toEqual([]);
  expect(await world.read('notes/a.md')).toBe(note('One'));
  expect((await mirror()).code).toBe(0);
  expect(world.headlines()).toEqual(['One']);
});

test('a wrong content folder takes nothing down, unless that is meant', async () => {
  for (let number = 0; number < 7; number++) await world.write(`notes/${number}.md`, note('Words'));
  await mirror('--all');
  for (let number = 0; number < 6; number++) await rm(join(world.content, `notes/${number}.md`));
  const refused = await mirror();
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('6 of 7 posts would be taken down');
  expect(world.headlines()).toHaveLength(7);
  expect((await mirror('--allow-removals')).code).toBe(0);
  expect(world.headlines()).toHaveLength(1);
});

test('what does not go through is told, with exit code 1', async () => {
  await world.write('notes/a.md', note('One'));
  world.api.fault({ method: 'sendMessage', when: 'after', kind: 'reset' });
  const { code, output } = await mirror();
  expect(code).toBe(1);
  expect(output).toMatch(/^uncertain: notes\/a\.md: /m);
  expect(world.headlines()).toEqual(['One']);
  // The question goes to the owner, and another run sends nothing.
  expect(world.api.botMessages(world.owner)[0]?.text).toContain('Nobody knows');
  expect((await mirror()).code).toBe(1);
  expect(world.headlines()).toEqual(['One']);
});

test('beside a running bot it leaves the sending to the bot, and waits for it', async () => {
  world.start();
  await eventually(() => world.api.calls('getUpdates').length > 0, 'the bot');
  await world.write('notes/a.md', note('One'));
  const { code, output } = await mirror();
  expect(output).toContain('The bot is running and delivers this.');
  expect(code).toBe(0);
  expect(world.headlines()).toEqual(['One']);
});

test('without a channel it says so', async () => {
  const run = await makeWorld({}, { TELEGRAM_CHANNEL: '' });
  const { code, output } = await run.command('mirrorCommand.ts');
  expect(code).toBe(1);
  expect(output).toContain('TELEGRAM_CHANNEL is not set');
});

test('a group in the place of the channel is told', async () => {
  const other = await makeWorld({}, { TELEGRAM_CHANNEL: '@people' });
  other.api.supergroup({ username: 'people', owner: other.owner });
  const { code, output } = await other.command('mirrorCommand.ts');
  expect(code).toBe(1);
  expect(output).toContain('which is a supergroup; expected a channel');
  expect(output).not.toContain(other.api.token);
});

test('many posts at once need --all, in a channel that shows none of them', async () => {
  for (let number = 1; number < 5; number++)
    await world.write(
      `notes/${number}.md`,
      note(`Note ${number}`).replace('-01\n', `-0${number}\n`),
    );
  const refused = await mirror();
  expect(refused.code).toBe(1);
  expect(refused.output).toMatch(/^4 entries would go to @journal at once, which shows nothing/m);
  expect(refused.output).toContain('"npm run mirror -- --all" posts all of them');
  expect(world.headlines()).toEqual([]);
  const dry = await mirror('--dry-run');
  expect(dry.code).toBe(0);
  expect(dry.output).toMatch(
    /^post: notes\/1\.md\n[\s\S]*\nIn all: 4 posts: 4 calls, a moment\.$/m,
  );
  expect((await mirror('--all', '--from-now')).code).toBe(1);
  expect((await mirror('--all')).code).toBe(0);
  expect(world.headlines()).toEqual(['Note 1', 'Note 2', 'Note 3', 'Note 4']);
});

test('--from-now keeps what is there out of the channel for good, and --all posts it after all', async () => {
  for (let number = 1; number < 6; number++)
    await world.write(`notes/${number}.md`, note(`Note ${number}`));
  expect((await mirror('--from-now')).code).toBe(0);
  await world.write('notes/new.md', note('New'));
  expect((await mirror()).code).toBe(0);
  expect(world.headlines()).toEqual(['New']);
  expect((await mirror('--all')).code).toBe(0);
  expect(world.headlines()).toHaveLength(6);
});

test('half of eight is not taken down, and of another journal nothing', async () => {
  for (let number = 0; number < 8; number++) await world.write(`notes/${number}.md`, note('Words'));
  await mirror('--all');
  await world.change('site.yaml', 'journal.example', 'other.example');
  await world.write('notes/new.md', note('New'));
  world.api.clearCalls();
  const other = await mirror();
  expect(other.code).toBe(1);
  expect(other.output).toContain('@journal shows the journal https://journal.example');
  expect(world.api.calls().map(({ method }) => method)).toEqual(['getChat']);
  await world.change('site.yaml', 'other.example', 'journal.example');
  for (let number = 0; number < 4; number++) await rm(join(world.content, `notes/${number}.md`));
  const half = await mirror();
  expect(half.code).toBe(1);
  expect(half.output).toContain('4 of 8 posts would be taken down');
  // What is new goes out all the same.
  expect(world.headlines()).toHaveLength(9);
});

test.each([[['--dry-run']], [[]]])(
  'a file that cannot be read is told, with exit code 1: %j',
  async (flags) => {
    await world.write('notes/a.md', note('One').replace('date', 'dtae'));
    const { code, output } = await mirror(...flags);
    expect(code).toBe(1);
    expect(output).toMatch(
      /^passed over: notes\/a\.md:2: unknown key "dtae"; expected .*; did you mean "date"\?/m,
    );
    expect(output).not.toContain('the channel shows what the journal says');
  },
);

test('--dry-run calls nobody: not with a state, not without, and not offline', async () => {
  await world.write('notes/a.md', note('One'));
  const first = await mirror('--dry-run');
  expect([first.code, first.output]).toEqual([
    0,
    'post: notes/a.md\nIn all: 1 post: 1 call, a moment.\n',
  ]);
  expect(world.api.calls()).toEqual([]);
  expect(existsSync(world.state)).toBe(false);
  await mirror();
  await world.change('notes/a.md', 'One', 'Two');
  await world.api.stop();
  const offline = await mirror('--dry-run');
  expect([offline.code, offline.output]).toEqual([
    0,
    'edit: notes/a.md\nIn all: 1 edit: 1 call, a moment.\n',
  ]);
});

test('a merge that is not finished stops it', async () => {
  await world.write('notes/a.md', note('One'));
  await world.write('.git/MERGE_HEAD', '');
  for (const flags of [[], ['--dry-run']]) {
    const { code, output } = await mirror(...flags);
    expect(code).toBe(1);
    expect(output).toMatch(/^A merge in .* is not finished\..*"git merge --abort"\.$/m);
  }
  expect(world.headlines()).toEqual([]);
});
