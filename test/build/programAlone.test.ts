import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CodeSettings } from '../../src/build/pages/siteCode.ts';
import { isOfProgramAlone } from '../../src/build/programAlone.ts';
import { journalFiles } from '../../src/start/journalFiles.ts';
import { temporaryFolder } from '../load/temporary.ts';

/** A journal as `scrollback start` begins it. */
const begun = Object.fromEntries(
  journalFiles({
    name: 'tides',
    dependency: '^0.2.0',
    now: 0,
    timeZone: 'UTC',
    environment: '# TELEGRAM_BOT_TOKEN=\n',
    workflow: 'on: push\n',
  }),
);

async function settingsOf(
  files: Readonly<Record<string, string>>,
  change: Partial<CodeSettings> = {},
): Promise<CodeSettings> {
  const root = await temporaryFolder({ ...begun, ...files });
  return {
    root,
    sourceFolder: join(root, 'src'),
    componentFolders: [],
    shown: {},
    flags: { mode: undefined },
    environment: {},
    ...change,
  };
}

it.each<[string, Readonly<Record<string, string>>]>([
  ['as it was begun', {}],
  ['with settings, and what npm has installed', { '.env': 'JOURNAL_CONTENT=a', 'yarn.lock': 'a' }],
  [
    'whose configuration is written in another way',
    {
      'astro.config.mjs':
        '// Mine.\nimport {scrollback} from "scrollback-journal"\nexport default {\n  /* All. */\n  integrations: [\n    scrollback(),\n  ],\n}\n',
    },
  ],
  ['that has its own look, and files of its own', { 'content/style.css': '', 'public/a.css': '' }],
])('a journal %s is of the program alone', async (_, files) => {
  expect(await isOfProgramAlone(await settingsOf(files))).toBe(true);
});

it('links that lead nowhere say nothing', async () => {
  const settings = await settingsOf({});
  for (const name of ['.env', 'package-lock.json']) {
    await rm(join(settings.root, name), { force: true });
    await symlink('nowhere', join(settings.root, name));
  }
  expect(await isOfProgramAlone(settings)).toBe(true);
});

const config = String(begun['astro.config.mjs']);

it.each<[string, Readonly<Record<string, string>>]>([
  ['a page', { 'src/pages/more.astro': '' }],
  ['middleware', { 'src/middleware.ts': '' }],
  ['a component in the place of ours', { 'astro.config.mjs': config.replace('()', '({ a: 1 })') }],
  ['another integration', { 'astro.config.mjs': config.replace('[', '[more(), ') }],
  ['a configuration in another language', { 'astro.config.ts': `${config}\nmore();` }],
  ['what begins to be a comment', { 'astro.config.mjs': `${config}"/*"; more(); "*/";` }],
  ['a configuration of the bundler', { 'vite.config.ts': '' }],
  ['one of its parts', { '.postcssrc': '{}' }],
  ['one that package.json has', { 'package.json': '{ "postcss": {} }' }],
  ['one of TypeScript', { 'tsconfig.json': '{}' }],
  ['another mode in a file of settings', { '.env.production': 'NODE_ENV=development' }],
  ['a folder that has the name of one', { 'old.config.d/a.js': '' }],
])('one with %s is not', async (_, files) => {
  expect(await isOfProgramAlone(await settingsOf(files))).toBe(false);
});

it.each<[string, Partial<CodeSettings>]>([
  ['components of a folder of their own', { componentFolders: ['/components'] }],
  ['a flag', { flags: { mode: 'staging' } }],
  ['development', { environment: { NODE_ENV: 'development' } }],
])('one with %s is not', async (_, change) => {
  expect(await isOfProgramAlone(await settingsOf({}, change))).toBe(false);
});
