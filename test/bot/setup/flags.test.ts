import { execFile } from 'node:child_process';
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { readCommandLine } from '#journal/command/commandLine.ts';
import { Answers } from '../../../bot/setup/answers/answers.ts';
import { readGiven, setupFlags } from '../../../bot/setup/flags.ts';
import { type Outcome, outcomeOf } from '../../../bot/setup/setUpByFlags.ts';
import { type CommandEnd, runTogether } from '../../runTogether.ts';
import { projectRoot } from '../botProcess.ts';
import { makeSetupWorld, now, type SetupWorld } from './setupWorld.ts';

/** A project of its own: `.env` is written beside its code. */
let world: SetupWorld;

beforeAll(async () => {
  world = await makeSetupWorld();
  for (const part of ['bot', 'src/journal', 'package.json', 'preload.cjs'])
    await cp(join(projectRoot, part), join(world.folder, part), { recursive: true });
  await symlink(join(projectRoot, 'node_modules'), join(world.folder, 'node_modules'), 'junction');
});

afterEach(async () => {
  for (const name of ['content', '.env', 'journal'])
    await rm(join(world.folder, name), { recursive: true, force: true });
  await mkdir(join(world.folder, 'content'));
});

afterAll(async () => {
  await world.end();
});

const environment = () => ({
  PATH: process.env['PATH'] ?? '',
  TELEGRAM_API_ROOT: world.api.root,
  TZ: 'Europe/Lisbon',
});

/** Runs setup without a terminal. */
function runs(flags: readonly string[], settings = {}): Promise<CommandEnd> {
  const path = join(world.folder, 'bot/setupCommand.ts');
  return runTogether({ path, parameters: flags, environment: { ...environment(), ...settings } });
}

const site = ['--title', 'Half Past', '--url', 'ada.example'];
const bot = () => ['--token', world.api.token, '--owner', '1001'];

test('flags set up a journal and its bot, which Telegram is asked about, with a post that is taken back', async () => {
  const flags = [
    ...site,
    ...['--author', 'Ada', '--channel', '@ada_days', '--publish', 'command:npm run build'],
    ...['--test-post', '--token', '-', '--owner', '1001'],
  ];
  const parameters = ['--require', './preload.cjs', 'bot/setupCommand.ts', ...flags];
  const options = { cwd: world.folder, env: environment() };
  const run = promisify(execFile)(process.execPath, parameters, options);
  run.child.stdin?.end(`${world.api.token}\n`);
  const stdout = expect.stringContaining('npm run mirror -- --dry-run');
  expect(await run).toEqual({ stdout, stderr: '' });
  expect(await world.read('content/site.yaml')).toBe(
    'title: Half Past\nauthor: Ada\nurl: https://ada.example\nlanguage: en\ntimeZone: Europe/Lisbon\n',
  );
  expect(parseEnv(await world.read('.env'))).toMatchObject({
    TELEGRAM_BOT_TOKEN: world.api.token,
    TELEGRAM_OWNER_ID: '1001',
    TELEGRAM_CHANNEL: '@ada_days',
    JOURNAL_PUBLISH: 'command:npm run build',
  });
  expect(await world.rights('.env')).toBe('600');
  const used = world.api.calls().map(({ method }) => method);
  expect(used).toEqual(expect.arrayContaining(['sendMessage', 'editMessageText', 'deleteMessage']));
});

test('a journal elsewhere is begun there, and told to all commands', async () => {
  const outcome = await outcomeFor([...site, '--content', 'journal']);
  expect(outcome).toMatchObject({ ok: true, missing: [], findings: [] });
  expect(outcome.changed).toContainEqual({ file: '.env', name: 'JOURNAL_CONTENT' });
  expect(await world.read('journal/site.yaml')).toContain('title: Half Past');
  expect(parseEnv(await world.read('.env'))).toMatchObject({ JOURNAL_CONTENT: 'journal' });
});

test('a folder that only this shell knows is written down; what .env says otherwise stays, and that is told', async () => {
  const shell = { JOURNAL_CONTENT: 'journal' };
  const run = await runs([...site, '--json'], shell);
  expect(run).toMatchObject({ code: 0, error: '' });
  expect(JSON.parse(run.out).changed).toContainEqual({ file: '.env', name: 'JOURNAL_CONTENT' });
  expect(parseEnv(await world.read('.env'))).toEqual(shell);
  expect(await world.read('journal/site.yaml')).toContain('title: Half Past');
  const other = await runs(['--publish', 'none'], { JOURNAL_CONTENT: 'another' });
  expect(other.error).toContain(
    'JOURNAL_CONTENT is another in this shell, and journal in .env, which stays.',
  );
  expect(parseEnv(await world.read('.env'))).toMatchObject(shell);
});

test('what is set to something else is written over only with --yes', async () => {
  await world.write('content/site.yaml', 'title: Old # keep\nurl: https://ada.example\n');
  const refused = await outcomeFor(['--title', 'New']);
  expect(refused.ok).toBe(false);
  expect(refused.findings).toEqual([
    {
      check: 'site.yaml',
      what: 'it would be changed: title: New   (was Old)',
      cure: 'With --yes it is written over.',
    },
  ]);
  expect(await world.read('content/site.yaml')).toContain('Old');
  const run = await runs(['--title', 'New', '--yes', '--json']);
  expect(run.code).toBe(0);
  expect(JSON.parse(run.out)).toMatchObject({
    ok: true,
    changed: [{ file: 'site.yaml', name: 'title' }],
  });
  expect(await world.read('content/site.yaml')).toBe(
    'title: New # keep\nurl: https://ada.example\n',
  );
});

test('a command that is replaced, and may hold a key, is not shown', async () => {
  const command = 'command:curl -X POST https://host.example/hook?key=';
  await world.write('.env', `JOURNAL_PUBLISH='${command}old'\n`);
  const { findings } = await outcomeFor([...site, '--publish', `${command}new`]);
  expect(findings.map(({ what }) => what)).toContain(
    'it would be changed: JOURNAL_PUBLISH=command:…   (was command:…)',
  );
  const run = await runs([...site, '--publish', `${command}new`, '--yes']);
  expect(run.output).not.toContain('key=');
  expect(await world.read('.env')).toContain(`${command}new`);
});

test('entries that are there stay out of the channel with --entries new', async () => {
  await world.write('content/site.yaml', 'title: Old\nurl: https://ada.example\n');
  await world.write('content/notes/a.md', '---\ndate: 2026-03-04\n---\n\nToday\n');
  const flags = [...bot(), '--channel', '@ada_days', '--entries', 'new'];
  expect(await outcomeFor(flags)).toMatchObject({ ok: true });
  expect(await world.read('content/site.yaml')).toMatch(
    /\nchannel:\n {2}name: "@ada_days"\n {2}since: 2026-03-04T12:00:00\+00:00\n$/,
  );
  expect(
    await outcomeFor([...bot(), '--channel', '@ada_days', '--entries', 'all', '--yes']),
  ).toMatchObject({ ok: true });
  expect(await world.read('content/site.yaml')).toMatch(/\nchannel: "@ada_days"\n$/);
});

/** What comes of flags in this project, without another process. */
async function outcomeFor(flags: readonly string[], apiRoot = world.api.root): Promise<Outcome> {
  const read = readCommandLine({ name: 'setup', flags: setupFlags }, flags, {});
  if (read.kind !== 'read') throw new Error('these flags are not understood');
  const place = {
    projectRoot: world.folder,
    environmentFile: join(world.folder, '.env'),
    surroundings: { TELEGRAM_API_ROOT: apiRoot },
  };
  return outcomeOf(await Answers.of(place), readGiven(read.flags), now);
}

describe('nothing is written', () => {
  it.each([
    [
      'a wrong zone',
      () => [...site, '--time-zone', 'Mars'],
      '--time-zone: is "Mars". Expected an IANA time zone',
    ],
    [
      'a wrong id',
      () => [...site, '--token', world.api.token, '--owner', '@ada'],
      '--owner: does not fit',
    ],
    [
      'a channel that is none',
      () => [...site, ...bot(), '--channel', '@nowhere'],
      '@nowhere: Bad Request: chat not found',
    ],
    [
      'a group without the bot',
      () => [...site, ...bot(), '--group', '-1009'],
      'the bot is not in the group',
    ],
    ['a wish without a channel', () => [...site, '--entries', 'new'], '--entries: needs a channel'],
    ['a wish that is none', () => [...site, '--entries', 'some'], 'Expected all, new, ask'],
    ['a folder without git', () => [...site, '--publish', 'push'], 'Run "git init" there'],
    [
      'another place of Telegram that is none',
      () => [...site, ...bot()],
      'TELEGRAM_API_ROOT is "tg.example"; expected an address',
      'tg.example',
    ],
  ])('%s is told', async (_, flags, words, apiRoot?) => {
    const outcome = await outcomeFor(flags(), apiRoot);
    expect(outcome).toMatchObject({ ok: false, written: [], changed: [], next: [] });
    const told = outcome.findings.map(({ check, what, cure }) => `${check}: ${what}. ${cure}`);
    expect(told.join('\n')).toContain(words);
    expect(told.join('\n')).not.toContain(world.api.token);
    await nothingWritten();
  });

  it.each([
    ['what is missing', () => ['--owner', '1001'], 'Missing: --title, --url, --token.'],
    [
      'a token of nobody',
      () => [...site, '--token', '1:abc', '--owner', '1'],
      'Telegram does not know this token',
    ],
    ['an unknown flag', () => ['--titel', 'x'], 'did you mean "--title"?'],
  ])('%s is told in a sentence, with exit code 1', async (_, flags, words) => {
    const run = await runs(flags());
    expect(run.code).toBe(1);
    expect(run.error).toContain(words);
    expect(run.error).not.toMatch(/^\s+at |1:abc/m);
    await nothingWritten();
  });

  test('a site.yaml that cannot be read is told with its line', async () => {
    await world.write('content/site.yaml', 'title: a: b\n');
    const { findings } = await outcomeFor(['--title', 'x', '--yes']);
    expect(findings).toEqual([
      expect.objectContaining({
        check: 'site.yaml',
        what: expect.stringMatching(/^line 1: YAML that cannot be read/),
      }),
    ]);
    expect(await world.read('content/site.yaml')).toBe('title: a: b\n');
  });
});

async function nothingWritten(): Promise<void> {
  await expect(world.read('.env')).rejects.toThrow();
  await expect(world.read('content/site.yaml')).rejects.toThrow();
}
