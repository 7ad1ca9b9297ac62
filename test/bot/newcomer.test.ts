import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { lockProcess } from '../../bot/base/lock.ts';
import { shellCall } from '../../bot/base/shell.ts';
import { editEnvironmentFile } from '../../bot/setup/answers/environmentFile.ts';
import { surroundings } from '../processes.ts';
import { projectRoot } from './botProcess.ts';
import { makeWorld, type World } from './world.ts';

let world: World;

beforeEach(async () => {
  world = await makeWorld();
});

const [check, create, bot, mirror, doctor] = [
  '../src/check.ts',
  '../src/new.ts',
  'main.ts',
  'mirrorCommand.ts',
  'doctorCommand.ts',
] as const;

interface Mishap {
  readonly mishap: string;
  readonly commands: readonly string[];
  /** What somebody has done wrong, or what has happened. */
  make(one: World): void | Promise<void> | (() => void);
  readonly says: RegExp;
}

const set = (settings: Record<string, string>) => (one: World) =>
  void Object.assign(one.environment, settings);

const mishaps: readonly Mishap[] = [
  {
    mishap: 'a content folder that is not there',
    commands: [check, create, bot, mirror],
    make: (one) => set({ JOURNAL_CONTENT: join(one.content, 'nowhere') })(one),
    says: /content folder \S+ does not exist.*Create it, or name another one with JOURNAL_CONTENT/,
  },
  {
    mishap: 'a content folder that is empty',
    commands: [bot, mirror],
    make: (one) => rm(join(one.content, 'site.yaml')),
    says: /holds no site\.yaml.*Create it, or name another one/,
  },
  {
    mishap: 'a pipe in the place of site.yaml',
    commands: [bot, mirror],
    make: async (one) => {
      await rm(join(one.content, 'site.yaml'));
      execFileSync('mkfifo', [join(one.content, 'site.yaml')]);
    },
    says: /holds a site\.yaml that is no file.*Create it, or name another one/,
  },
  {
    mishap: 'a file in the place of the content folder',
    commands: [bot, mirror],
    make: (one) => set({ JOURNAL_CONTENT: join(one.content, 'site.yaml') })(one),
    says: /content folder \S+ is a file\. Expected a folder with site\.yaml, articles\/ and notes\/\. Create it/,
  },
  {
    mishap: 'a site.yaml that is no YAML',
    commands: [check, create, mirror],
    make: (one) => one.write('site.yaml', 'title: a: b\nurl: https://x.example\n'),
    says: /site\.yaml:1: YAML that cannot be read.*mend that line/,
  },
  {
    mishap: 'no settings',
    commands: [bot, mirror],
    make: set({ TELEGRAM_BOT_TOKEN: '', TELEGRAM_OWNER_ID: '' }),
    says: /TELEGRAM_BOT_TOKEN is missing[\s\S]*npm run setup/,
  },
  {
    mishap: 'a token that Telegram does not know',
    commands: [bot, mirror],
    make: set({ TELEGRAM_BOT_TOKEN: '1:another' }),
    says: /^Telegram does not know the token in TELEGRAM_BOT_TOKEN.*Copy it again from @BotFather: \/mybots, the bot, "API Token"\.$/m,
  },
  {
    mishap: 'a channel that is none',
    commands: [bot, mirror],
    make: set({ TELEGRAM_CHANNEL: '@nowhere' }),
    says: /@nowhere.*Check the name, and add the bot to the channel's administrators\.$/m,
  },
  {
    mishap: 'a bot that may not post',
    commands: [mirror],
    make: async (one) => {
      await one.write('notes/a.md', '---\ndate: 2026-02-01\n---\n\nWords\n');
      one.api.setBotRights(one.channel, { can_post_messages: false });
    },
    says: /notes\/a\.md: .*rights.*Give the bot the rights to post.*npm run doctor/,
  },
  {
    mishap: 'a group of which the bot hears commands alone, and a push to nowhere',
    commands: [doctor],
    make: (one) => {
      const group = one.api.supergroup({ owner: one.owner, bot: 'member' });
      spawnSync('git', ['-C', one.content, 'init', '--quiet']);
      set({ TELEGRAM_GROUPS: String(group.id), JOURNAL_PUBLISH: 'push' })(one);
    },
    says: /^FAULT +group -\d+ .*privacy mode is on[\s\S]*->.*(?:administrator|\/setprivacy)[\s\S]*^FAULT +(?:git|remote|branch) [\s\S]*->.*git remote add/m,
  },
  {
    mishap: 'a second copy of the bot',
    commands: [bot],
    make: (one) => lockProcess(one.state),
    says: /Another process of this bot runs.*Stop it first/,
  },
  {
    mishap: 'a state folder that can be none',
    commands: [bot, mirror],
    make: set({ JOURNAL_STATE: '/proc/x' }),
    says: /\/proc\/x.*(?:choose another|Name another)/,
  },
];

describe.each(mishaps)('$mishap', ({ commands, make, says }) => {
  it.each(commands)('%s says what to do, and nothing of its own inside', async (file) => {
    const undo = await make(world);
    const { code, output } = await world.command(file, file === create ? ['A title'] : []);
    if (undo) undo();
    expect(output).toMatch(says);
    expect(output).not.toMatch(/^\s+at |Call to '|node:internal/m);
    expect(output).not.toContain(world.environment['TELEGRAM_BOT_TOKEN'] || world.api.token);
    expect(code).toBe(1);
  });
});

test('a disk that takes no more is told by its file', () => {
  const command = `ulimit -f 0; exec "$0" src/new.ts "A title"`;
  const run = spawnSync('sh', ['-c', command, process.execPath], {
    cwd: projectRoot,
    env: { ...surroundings, JOURNAL_CONTENT: world.content },
    encoding: 'utf8',
  });
  expect(run.stderr).toMatch(/could not be written.*then run this again\.$/m);
  expect(run.stderr).not.toMatch(/^\s+at /m);
  expect(run.status).toBe(1);
});

describe('Windows', () => {
  test('scripts of npm have nothing that only a shell of Unix knows', () => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    const lines = Object.values<string>(scripts);
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => /['`$;|&<>*]|^\w+=|\brm\b|\bcp\b/.test(line))).toEqual([]);
  });

  it.each([
    [
      'linux',
      { program: 'sh', parameters: ['-c', 'npm run build && echo "a b"'], isVerbatim: false },
    ],
    [
      'win32',
      {
        program: 'cmd',
        parameters: ['/d', '/s', '/c', '"npm run build && echo "a b""'],
        isVerbatim: true,
      },
    ],
  ] as const)(
    'a command of JOURNAL_PUBLISH goes to the shell of %s as it stands',
    (platform, call) => {
      expect(shellCall('npm run build && echo "a b"', platform)).toEqual(call);
    },
  );

  it.each(['C:\\Users\\Ada\\new journal', 'D:\\notes', '\\\\server\\share\\n', '..\\my-journal'])(
    'a path such as %s is written into .env so that it is read back',
    (path) => {
      const text = editEnvironmentFile('', { JOURNAL_CONTENT: path });
      expect(parseEnv(text)).toEqual({ JOURNAL_CONTENT: path });
    },
  );
});
