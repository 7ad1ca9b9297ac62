import { lstatSync, statSync } from 'node:fs';
import { rename, rm, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { mdxTexts } from '../../src/build/mdxDocuments.ts';
import {
  type CodeSettings,
  siteCode as digestsOf,
  environmentSeen,
  programCode,
  programSource,
} from '../../src/build/pages/siteCode.ts';
import { keepFile, keptFile } from '../../src/files/keptFile.ts';
import { isSettled } from '../../src/files/stampedFile.ts';
import { setCurrentJournal } from '../../src/load/current.ts';
import { entryText, load } from '../load/content.ts';
import { temporaryFolder, writeFiles } from '../load/temporary.ts';

const project = {
  'src/pages/index.astro': '<p>Home {import.meta.env.PLACE}</p>',
  'src/styles/base.css': 'p {}',
  'components/Footer.astro': '<p>{process.env.COMMIT} {process.env["BRANCH"]}</p>',
  'package-lock.json': '{}',
  'astro.config.mjs': 'export default {};',
  '.env': 'PUBLIC_A=1',
  'node_modules/.package-lock.json': '{}',
  'content/notes/a.md': 'A',
  'README.md': 'Read me',
};

async function place() {
  const root = await temporaryFolder(project);
  const settings: CodeSettings = {
    root,
    sourceFolder: join(root, 'src'),
    componentFolders: [join(root, 'components')],
    shown: { base: '/' },
    flags: {},
    environment: { PUBLIC_A: '1', TELEGRAM_BOT_TOKEN: 'secret' },
  };
  return { root, settings };
}

const siteCode = async (settings: CodeSettings) =>
  (await digestsOf(settings, join(settings.root, 'program.json'))).whole;

type Change = (root: string) => Promise<unknown>;
const write =
  (file: string, text: string): Change =>
  (root) =>
    writeFiles(root, { [file]: text });

it.each<[string, Change]>([
  ['a component', write('src/pages/index.astro', '<p>House</p>')],
  ['what Vite reads by itself', write('postcss.config.cjs', 'module.exports = {}')],
  ['a style', write('src/styles/base.css', 'p { margin: 0 }')],
  ['a page that was not there', write('src/pages/more.astro', '')],
  ['a page that is gone', (root) => rm(join(root, 'src/pages/index.astro'))],
  [
    'a name',
    (root) => rename(join(root, 'src/styles/base.css'), join(root, 'src/styles/other.css')),
  ],
  ['the version of a dependency', write('package-lock.json', '{"a":1}')],
  ['what is installed', write('node_modules/.package-lock.json', '{"a":1}')],
  ['the configuration', write('astro.config.mjs', 'export default { base: "/x" };')],
  ['a setting of modules', write('.env', 'PUBLIC_A=2')],
  ['a setting of modules for one mode', write('.env.production', 'PUBLIC_A=2')],
])('%s changes the code of the site', async (_, change) => {
  const { root, settings } = await place();
  const before = await siteCode(settings);
  expect(await siteCode(settings)).toBe(before);
  await change(root);
  expect(await siteCode(settings)).not.toBe(before);
});

it.each<[string, Partial<CodeSettings>]>([
  ['a variable that modules see', { environment: { PUBLIC_A: '2' } }],
  ['a variable that a module names', { environment: { PUBLIC_A: '1', PLACE: 'here' } }],
  ['a variable that a component asks Node for', { environment: { PUBLIC_A: '1', COMMIT: 'a' } }],
  ['another one', { environment: { PUBLIC_A: '1', BRANCH: 'main' } }],
  ['development', { environment: { PUBLIC_A: '1', NODE_ENV: 'development' } }],
  ['a flag', { flags: { mode: 'staging' } }],
  ['a setting of Astro', { shown: { base: '/x' } }],
])('%s changes the code of the site', async (_, change) => {
  const { settings } = await place();
  expect(await siteCode({ ...settings, ...change })).not.toBe(await siteCode(settings));
});

it.each([
  ['view/links.ts', false],
  ['components/import/Page.astro', false],
  ['import/report/report.ts', true],
  ['create/newEntry.ts', true],
  ['view/links.d.ts', true],
])('of the program, %s is no code that makes pages: %s', async (file, isNone) => {
  const folder = await temporaryFolder({ [file]: '1' });
  const before = await programCode(folder);
  await writeFiles(folder, { [file]: '2' });
  expect((await programCode(folder)) === before).toBe(isNone);
});

/** A program whose files are old enough to be known by their stamps. */
async function settledProgram() {
  const folder = await temporaryFolder({ 'src/a.ts': 'import.meta.env.A', 'src/b.ts': 'b' });
  const newest = lstatSync(join(folder, 'src/b.ts')).ctimeMs;
  await expect.poll(() => isSettled(newest, Date.now())).toBe(true);
  return { source: join(folder, 'src'), kept: join(folder, 'program.json') };
}

it.each<[string, (source: string) => Promise<unknown>]>([
  ['has another text', (source) => writeFiles(source, { 'a.ts': 'import.meta.env.B' })],
  [
    'has another text of the same length and time',
    async (source) => {
      const { atime, mtime } = statSync(join(source, 'a.ts'));
      await writeFiles(source, { 'a.ts': 'import.meta.env.B' });
      await utimes(join(source, 'a.ts'), atime, mtime);
    },
  ],
  ['was not there', (source) => writeFiles(source, { 'c.ts': '' })],
  ['is gone', (source) => rm(join(source, 'b.ts'))],
  ['has another name', (source) => rename(join(source, 'b.ts'), join(source, 'c.ts'))],
])('the source of the program that is kept is read anew where a file %s', async (_, change) => {
  const { source, kept } = await settledProgram();
  const before = await programSource(source, kept);
  expect(before).toEqual({ digest: await programCode(source), variables: ['A'] });
  // Whoever takes what is kept reads nothing.
  const { stamps } = JSON.parse(String(keptFile(kept)));
  keepFile(kept, JSON.stringify({ stamps, source: 'kept' }));
  expect(await programSource(source, kept)).toBe('kept');
  await change(source);
  const after = await programSource(source, kept);
  expect(after.digest).toBe(await programCode(source));
  expect(after.digest).not.toBe(before.digest);
});

it('the source of a program that was changed a moment ago is not kept', async () => {
  const folder = await temporaryFolder({ 'src/a.ts': 'a' });
  const soon = lstatSync(join(folder, 'src/a.ts')).ctimeMs + 10;
  vi.spyOn(Date, 'now').mockReturnValue(soon);
  onTestFinished(() => void vi.restoreAllMocks());
  const kept = join(folder, 'program.json');
  await programSource(join(folder, 'src'), kept);
  expect(keptFile(kept)).toBeUndefined();
});

it('a link to a folder is no text', async () => {
  const { root, settings } = await place();
  const before = await siteCode(settings);
  await symlink(join(root, 'content'), join(root, 'src/shared'));
  expect(await siteCode(settings)).not.toBe(before);
});

it('neither content nor what only the bot sees is code of the site', async () => {
  const { root, settings } = await place();
  const before = await siteCode(settings);
  await writeFiles(root, { 'content/notes/a.md': 'B', 'README.md': 'Read' });
  const environment = { PUBLIC_A: '1', TELEGRAM_BOT_TOKEN: 'other', NODE_ENV: 'production' };
  expect(await siteCode({ ...settings, environment })).toBe(before);
});

it.each([
  ['Hello, {import.meta.env.A}', true],
  ['Hello, {import.meta.env.B} {process.env.AB}', false],
  ['Hello, {import.meta.env.B} {JSON.stringify(process.env)}', true],
  ['{process.env["A"]}', true],
  ['{process.env.hasOwnProperty("A")}', true],
  ["import { env } from 'node:process';", true],
  ['An environment, an envelope.', false],
])('%j sees the variable A of the environment: %s', (text, isSeen) => {
  const [one, two] = ['1', '2'].map((A) => environmentSeen(['Other.', text], { A }));
  expect(one !== two).toBe(isSeen);
});

it.each([
  ['The env of words.', false],
  ['We import the env.', false],
  ['The env of {1 + 1}.', true],
  ["import { env } from 'node:process'\n\nWords.", true],
  ['export const a = 1\n\nThe env.', true],
])('the MDX document %j may see the environment: %s', async (body, may) => {
  const { loaded } = await load({ 'articles/a.mdx': entryText('', body) });
  if (!loaded) throw new Error('It was not loaded.');
  setCurrentJournal(loaded);
  expect(mdxTexts().map((text) => text.trim())).toEqual(may ? [body] : []);
});
