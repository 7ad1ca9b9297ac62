import { mkdir, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { readConfig } from '../../../bot/base/config.ts';
import { networkDisk } from '../../../bot/doctor/disk.ts';
import type { Finding } from '../../../bot/doctor/finding.ts';
import { examineMachine } from '../../../bot/doctor/machine.ts';
import { programOf } from '../../../bot/doctor/publishing.ts';
import { projectRoot } from '../botProcess.ts';
import { beginRepository, gitIn } from '../gitWorld.ts';
import { makeWorld, type World } from '../world.ts';

let world: World;

beforeEach(async () => {
  world = await makeWorld();
});

const lines = (findings: readonly Finding[]) =>
  findings.map(({ check, what, cure }) => `${check}: ${what}${cure ? ` -> ${cure}` : ''}`);
const look = async (
  check: Parameters<typeof examineMachine>[0],
  settings: Record<string, string> = {},
) =>
  lines(
    await examineMachine(check, readConfig({ ...world.environment, ...settings }, projectRoot)),
  );
const note = (words: string) => `---\ndate: 2026-02-01\n---\n\n${words}\n`;

describe('what waits', () => {
  test('posts by their files, and nothing once they are there', async () => {
    await world.write('notes/a.md', note('One'));
    await world.write('notes/b.md', note('Two').replace('-02-01', '-02-02'));
    expect(await look('mirror')).toEqual([
      expect.stringMatching(
        /^mirror: for @?\S+ wait 2 posts: 2 calls, .*: notes\/a\.md, notes\/b\.md$/,
      ),
    ]);
    await world.command('mirrorCommand.ts');
    expect(await look('mirror')).toEqual([
      'mirror: nothing waits: the channel shows what the journal says',
    ]);
  });

  test('a post of which nobody knows whether it arrived, and one that Telegram refused', async () => {
    await world.write('notes/a.md', note('One'));
    world.api.fault({ method: 'sendMessage', when: 'after', kind: 'reset' });
    await world.command('mirrorCommand.ts');
    expect((await look('mirror')).join('\n')).toMatch(
      /uncertain: nobody knows whether these posts arrived: notes\/a\.md -> .*forward the post/,
    );
    await world.write('notes/b.md', note('Two'));
    world.api.setBotRights(world.channel, { can_post_messages: false });
    await world.command('mirrorCommand.ts');
    expect((await look('mirror')).join('\n')).toMatch(
      /refused: .*notes\/b\.md: .*rights.* -> Mend/,
    );
  });

  test('what is unfinished in git, for it stops the channel too', async () => {
    await beginRepository(world.content);
    gitIn(world.content, 'bisect', 'start');
    expect(await look('mirror')).toEqual([
      expect.stringMatching(/^mirror: a bisect in .* is not finished: .* -> .*git bisect reset/),
    ]);
  });
});

describe('publishing', () => {
  test('a script of npm that no package.json above the content folder has', async () => {
    const [line] = await look('publishing', {
      JOURNAL_PUBLISH: 'command:npm run build -- --secret',
    });
    expect(line).toBe(
      `publishing: JOURNAL_PUBLISH runs a command of yours in ${world.content}, where "npm run" finds no package.json, nor above -> Name the folder that has the script: npm --prefix ${projectRoot} run …`,
    );
    const named = { JOURNAL_PUBLISH: `command:npm --prefix ${projectRoot} run build` };
    expect(await look('publishing', named)).toEqual([
      'publishing: JOURNAL_PUBLISH runs a command of yours',
    ]);
  });

  it.each([
    ['npm run build', undefined],
    ['LANG=C npm run build', undefined],
    ['cd .. && make', undefined],
    ['no-such-program --all', 'no-such-program'],
    ['./deploy.sh --key abc', './deploy.sh'],
  ])('command:%s', async (command, missing) => {
    await world.write('package.json', '{}');
    const [line = ''] = await look('publishing', { JOURNAL_PUBLISH: `command:${command}` });
    expect(line.includes('->')).toBe(missing !== undefined);
    expect(line).toContain('JOURNAL_PUBLISH runs a command of yours');
    expect(line).not.toContain(command.replace(missing ?? '', ''));
    if (missing) expect(line).toContain(`there is no command ${missing} -> Correct the name`);
  });

  it.each([
    ['A=1 B=x/y make all', 'make'],
    ['C:\\tools\\deploy.exe now', 'C:\\tools\\deploy.exe'],
    ['"my program" x', undefined],
    ['$HOME/x', undefined],
    ['(cd x; y)', undefined],
  ])('the program of %s is %s', (command, program) => expect(programOf(command)).toBe(program));
});

describe('the disk of the state', () => {
  it.each([
    [0x6969, 'NFS'],
    [0xff534d42 | 0, 'SMB'],
    [0x01021997, '9P'],
    [0xef53, undefined],
    [0x01021994, undefined],
  ])('%i is %s', (type, name) => expect(networkDisk(type)).toBe(name));

  test('a state that is too old to be brought up to date is told', async () => {
    await mkdir(world.state);
    const database = new DatabaseSync(`${world.state}/bot.sqlite`);
    database.exec('CREATE TABLE inbox (x); PRAGMA user_version = 3;');
    database.close();
    expect((await look('state')).join('\n')).toMatch(/^state: .*bot\.sqlite .* -> /m);
  });
});

test('with wrong settings all else is looked at, and each of them is told', async () => {
  await writeFile(`${world.content}/site.yaml`, 'title: a: b\n');
  const wrong = {
    TELEGRAM_BOT_TOKEN: '',
    TELEGRAM_OWNER_ID: '@ada',
    JOURNAL_PUBLISH: 'pull',
  };
  Object.assign(world.environment, wrong);
  const { code, output } = await world.command('doctorCommand.ts', ['--json']);
  expect(code).toBe(1);
  const { findings } = JSON.parse(output);
  const told = lines(findings).join('\n');
  for (const name of Object.keys(wrong))
    expect(told).toMatch(new RegExp(`^settings: ${name}.* -> Run "npm run setup"`, 'm'));
  expect(told).toContain('TELEGRAM_BOT_TOKEN is missing');
  expect(output).not.toContain('    at ');
  expect(told).toMatch(/^content: .*site\.yaml:1: YAML that cannot be read/m);
  expect(told).toMatch(/^clock: agrees/m);
  expect(told).toMatch(/^state: .*does not run$/m);
});
