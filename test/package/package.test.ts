import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { digestOf } from '../../src/cache/bodies.ts';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { componentNames } from '../../src/replace/components.ts';
import { eject } from '../../src/replace/eject.ts';
import { startBotApi } from '../../telegram-double/index.ts';
import { eventually } from '../bot/world.ts';
import { serve } from '../browser/server.ts';
import { differences, digests, fixtureJournal } from '../site/build.ts';
import { crawl } from '../site/crawl.ts';
import { fixtureSite } from '../site/fixtureSite.ts';
import { browserStory } from './browserStory.ts';
import { type InstalledJournal, installedJournal } from './installed.ts';
import { tellOtherwise } from './tellOtherwise.ts';

const now = String(Date.parse('2026-05-31T11:00:00Z') / 1000);
const project = resolve(import.meta.dirname, '../..');
/** A journal that version 0.1.0 kept. */
const former = join(project, 'test/fixtures/version-0.1.0/content');
/** What builds of it find in their environment. */
const below = { JOURNAL_CONTENT: 'below/content', SOURCE_DATE_EPOCH: now, TZ: 'UTC' };
let journal: InstalledJournal;

beforeAll(async () => {
  [journal] = await Promise.all([installedJournal(fixtureJournal), fixtureSite()]);
}, 300_000);

afterAll(() => journal?.end());

/** Where a build keeps what is of a content folder. */
async function cacheOf(content: string): Promise<string> {
  const folder = await realpath(join(journal.folder, content));
  return join(journal.folder, 'node_modules/.astro/scrollback', digestOf(folder));
}

it('the package holds what runs, and nothing else', async () => {
  const files = await filesBelow(join(journal.folder, 'node_modules/scrollback-journal'));
  const tops = new Set(files.map((file) => file.split('/')[0]));
  expect([...tops].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'bin',
    'compiled',
    'package.json',
    'preload.cjs',
  ]);
  expect(files.filter((file) => /(?:^|\/)(?:test|fixtures)\/|\.test\./.test(file))).toEqual([]);
  expect(files).toContain('compiled/bundle/site.json');
  const modules = files.filter((file) => /\.(?:m?js|astro)$/.test(file));
  const texts = await Promise.all(
    modules.map(async (file) => [
      file,
      await readFile(join(journal.folder, 'node_modules/scrollback-journal', file), 'utf8'),
    ]),
  );
  expect(modules.length).toBeGreaterThan(400);
  const toSources = texts.filter(([, text]) =>
    /['"](?:\.{1,2}|#journal)\/[^'"\n]+\.ts['"]/.test(text ?? ''),
  );
  expect(toSources.map(([file]) => file)).toEqual([]);
  const toMachine = texts.filter(
    ([, text]) => text?.includes(project) || text?.includes('scrollback-pack-'),
  );
  expect(toMachine.map(([file]) => file)).toEqual([]);
  expect(existsSync(join(project, 'compiled'))).toBe(false);
});

it('builds, with a configuration of three lines and a copy of every component in its place, what a clone builds, and what was written into one', async () => {
  const first = 'EntryFooter';
  const ejected = await journal.run(['eject', first]);
  expect([ejected.exitCode, ejected.errors]).toEqual([0, '']);
  expect(ejected.output).toContain(`{ components: { ${first}: './components/${first}.astro' } }`);
  const source = join(journal.folder, 'node_modules/scrollback-journal/compiled/src');
  for (const name of componentNames.filter((one) => one !== first))
    eject(name, { project: journal.folder, source });
  const signature = '<p>Signed by hand</p>';
  const copy = await journal.read(`components/${first}.astro`);
  await journal.write(`components/${first}.astro`, `${copy}\n${signature}\n`);
  const paths = componentNames.map((name) => [name, `./components/${name}.astro`]);
  const components = JSON.stringify(Object.fromEntries(paths));
  await journal.write(
    'astro.config.mjs',
    `import { scrollback } from 'scrollback-journal';\n\nexport default {\n  integrations: [scrollback({ components: ${components} })],\n};\n`,
  );
  const settings = { SOURCE_DATE_EPOCH: now, TZ: 'UTC' };
  const { exitCode, output, errors } = await journal.run(['build'], settings, 'content/articles');
  expect(errors).toBe('');
  expect(exitCode).toBe(0);
  expect(output).toContain('Built 63 pages of 27 entries');
  const [made, clone] = [join(journal.folder, 'dist'), await fixtureSite()];
  const signed = differences(await digests(clone), await digests(made));
  expect(signed).toContain('~ 2026/first/index.html');
  for (const line of signed) {
    const [ours, theirs] = await Promise.all(
      [made, clone].map((folder) => readFile(join(folder, line.slice(2)), 'utf8')),
    );
    expect(ours).toContain(signature);
    expect(ours?.replaceAll(signature, '')).toBe(theirs);
  }
  await rm(join(journal.folder, 'astro.config.mjs'));
});

it('tells its commands, its version, and what is none of them', async () => {
  const { version } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
  expect(await journal.run(['--version'])).toEqual({
    exitCode: 0,
    output: `${version}\n`,
    errors: '',
  });
  const help = await journal.run(['help']);
  const told = [...help.output.matchAll(/^ {2}(\w+) +\S/gm)].map(([, name]) => name);
  expect(told.sort().join(' ')).toBe(
    'bot build check demo dev doctor eject import mirror new preview setup start',
  );
  const wrong = await journal.run(['biuld']);
  expect([wrong.exitCode, wrong.errors.split('\n')[0]]).toEqual([
    1,
    '"biuld" is no command of Scrollback.',
  ]);
  const usage = await journal.run(['eject', '--help']);
  expect(usage.output).toMatch(/^npx scrollback eject /);
});

it('begins an entry and checks it, wherever in the journal it is typed', async () => {
  const begun = await journal.run(['new', '--note', 'Said in passing'], {}, 'content/notes');
  expect(begun.errors).toBe('');
  const [, file = ''] = /Wrote (content\/notes\/\S+);/.exec(begun.output) ?? [];
  expect(await journal.read(file)).toContain('Said in passing');
  await journal.write('content/notes/wrong.md', '---\ndate: 2026-01-02\n---\n\n[gone](/gone/)\n');
  const checked = await journal.run(['check'], {}, 'content');
  expect(checked.exitCode).toBe(1);
  expect(checked.output).toContain('content/notes/wrong.md:5: a link to /gone/');
  expect(checked.output).toContain('npx scrollback check --');
  await rm(join(journal.folder, 'content/notes/wrong.md'));
});

it('imports what lies where it is typed, to where `--to` leads from there, and names it as it is there', async () => {
  await journal.write('old/posts/a.md', '---\ntitle: Old words\ndate: 2020-01-02\n---\n\nHello.\n');
  const { exitCode, output, errors } = await journal.run(
    ['import', 'posts', '--to', '../moved'],
    {},
    'old',
  );
  expect([exitCode, errors]).toEqual([0, '']);
  expect(await journal.read('moved/articles/2020/a.md')).toContain('Old words');
  const moved = await realpath(join(journal.folder, 'moved'));
  expect(output).toContain(`JOURNAL_CONTENT='${moved}' npx scrollback check`);
  for (const folder of ['old', 'moved']) await journal.remove(folder);
});

describe('in a browser', () => browserStory(() => journal));

it('the bot makes a draft of what it hears, and a post of what is published', async () => {
  const api = await startBotApi();
  onTestFinished(() => api.stop());
  const owner = api.user({ id: 1001, first_name: 'Ada' });
  const channel = api.channel({ username: 'journal', owner });
  const settings = {
    TELEGRAM_API_ROOT: api.root,
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_OWNER_ID: String(owner.id),
    TELEGRAM_CHANNEL: '@journal',
    TELEGRAM_MESSAGES_A_MINUTE: '0',
    JOURNAL_CONTENT: join(journal.folder, 'second/content'),
    JOURNAL_STATE: join(journal.folder, 'second/state'),
  };
  await journal.write('second/content/site.yaml', 'title: Second\nurl: https://second.example\n');
  const notes = join(settings.JOURNAL_CONTENT, 'notes');
  await mkdir(notes);
  const bot = journal.start(['bot'], settings);
  try {
    await owner.sends(owner, 'Heard on the ferry');
    const saved = await eventually(
      () => api.botMessages(owner).find((one) => one.text.startsWith('Saved as ')),
      'an acknowledgement',
    );
    await owner.presses(saved.message, 'Publish');
    const posted = await eventually(() => api.messages(channel)[0], 'the post');
    expect(posted.text).toContain('Heard on the ferry');
    // What the bot writes lies beside the file for a moment, with a dot in front.
    const written = (await readdir(notes)).filter((one) => !one.startsWith('.'));
    expect(written).toHaveLength(1);
  } catch (cause) {
    throw new Error(bot.text(), { cause });
  } finally {
    await bot.end();
  }
  await journal.write(
    'second/content/notes/by-hand.md',
    '---\ndate: 2026-01-02\n---\n\nBy hand.\n',
  );
  const mirrored = await journal.run(['mirror', '--all'], settings);
  expect(mirrored.exitCode, mirrored.errors).toBe(0);
  expect(api.messages(channel).map(({ text }) => text)).toEqual([
    expect.stringContaining('Heard on the ferry'),
    expect.stringContaining('By hand.'),
  ]);
  const { findings } = JSON.parse((await journal.run(['doctor', '--json'], settings)).output);
  const wrong = findings.filter(({ ok }: { ok: boolean }) => !ok);
  // Nobody can have an address such as this.
  expect(wrong).toEqual([expect.objectContaining({ check: 'site' })]);
});

it('begins a journal of its own beside, which has all that it needs', async () => {
  const { exitCode, output, errors } = await journal.run(['start', '../tide tables']);
  const told = 'Packing Scrollback for the new journal, which takes up to a minute …\n';
  expect([exitCode, errors]).toEqual([0, told]);
  expect(output).toContain('A journal begins in ');
  const folder = resolve(journal.folder, '../tide tables');
  expect((await readdir(folder)).filter((name) => name !== '.git').sort()).toEqual([
    '.env.example',
    '.github',
    '.gitignore',
    'README.md',
    'astro.config.mjs',
    'content',
    'package.json',
    expect.stringMatching(/^scrollback-journal-[\d.]+\.tgz$/),
  ]);
  const { dependencies, scripts } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  expect(Object.keys(dependencies)).toEqual(['scrollback-journal']);
  expect(scripts.build).toBe('scrollback build');
  const checked = await journal.run(['check', '--json'], {
    JOURNAL_CONTENT: join(folder, 'content'),
  });
  expect(JSON.parse(checked.output)).toEqual([]);
  const refused = await journal.run(['start', '../tide tables']);
  expect([refused.exitCode, refused.errors]).toEqual([1, expect.stringContaining('is not empty')]);
});

it('without a configuration, a journal that version 0.1.0 kept is built without a fault, by the bundle that the package brings along: its look, its words and its place below a path of a host are its own', async () => {
  await cp(former, join(journal.folder, 'below/content'), { recursive: true });
  const site = await journal.read('below/content/site.yaml');
  const url = 'https://me.example/blog';
  await journal.write('below/content/site.yaml', site.replace('https://journal.example', url));
  await journal.write('below/content/style.css', '.masthead { background: url(/key.svg) }\n');
  await journal.write('below/content/words.yaml', 'archive: All the years\n');
  const build = ['exec', 'scrollback', 'build', '--', '--outDir', 'below/dist'];
  const { exitCode, output, errors } = await journal.npm(build, below);
  expect([exitCode, errors]).toEqual([0, '']);
  expect(output).toContain('no warnings');
  expect(await readdir(await cacheOf('below/content'))).not.toContain('site');
  const folder = join(journal.folder, 'below/dist');
  expect([...(await digests(folder)).keys()]).toEqual(
    expect.arrayContaining(['2025/every-key/index.html', 'old/every-key.html', 'about/index.html']),
  );
  expect(await journal.read('below/dist/feed.xml')).toContain('urn:every-key');
  const page = await journal.read('below/dist/2025/every-key/index.html');
  expect(page).toContain('>All the years</a>');
  const [, own = ''] = /<link rel="stylesheet" href="\/blog\/(_files\/[^"]+)">/.exec(page) ?? [];
  expect(await journal.read(`below/dist/${own}`)).toContain(
    '.masthead {\n  background: url("../../key.svg");',
  );
  const server = await serve(folder, '/blog');
  onTestFinished(() => server.close());
  const { asked, dead } = await crawl({ folder, url, origin: server.origin });
  expect(dead).toEqual([]);
  expect(asked).toBeGreaterThan(30);
});

it('where the bundle that came along is not of this program, the site is bundled, byte for byte the same', async () => {
  const kept = await cacheOf('below/content');
  const brought = join(journal.folder, 'node_modules/scrollback-journal/compiled/bundle/site.json');
  const text = await readFile(brought);
  tellOtherwise(brought, '"digest":"', '"digest":"of others');
  const { exitCode, errors } = await journal.run(['build', '--outDir', 'below/bundled'], below);
  expect([exitCode, errors]).toEqual([0, '']);
  expect(await readdir(kept)).toContain('site');
  const bundled = join(journal.folder, 'below/bundled');
  const made = await digests(join(journal.folder, 'below/dist'));
  expect(differences(await digests(bundled), made)).toEqual([]);
  // Whichever makes them, they are the same pages, and what an earlier version kept makes none.
  await writeFile(brought, text);
  const own = join(kept, 'site/site.json');
  tellOtherwise(own, /"code":"[^"]*"/, '"code":"former"');
  const outdated = await readFile(own, 'utf8');
  const page = join(bundled, 'about/index.html');
  const { mtimeMs } = await stat(page);
  const isBuiltFromKept = () =>
    journal.evaluate(
      "const { buildFromKept } = await import('scrollback-journal/src/build/buildFromKept.js'); console.log(await buildFromKept({ outDir: 'below/bundled', silent: true }));",
      below,
    );
  expect(await isBuiltFromKept()).toEqual({ exitCode: 0, output: 'true\n', errors: '' });
  expect(await readFile(own, 'utf8')).toBe(outdated);
  expect((await stat(page)).mtimeMs).toBe(mtimeMs);
  // What an earlier configuration said of folders holds no more.
  tellOtherwise(own, '/public/"', '/static/"');
  expect(await isBuiltFromKept()).toEqual({ exitCode: 0, output: 'false\n', errors: '' });
});
