import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readKept } from '../../src/build/pages/keptSite.ts';
import { writeFiles } from '../load/temporary.ts';
import { buildFlags, surroundings } from '../processes.ts';
import { copyProject } from '../projectCopy.ts';
import { buildDay, differences, digests } from './build.ts';

let project = '';

beforeAll(async () => {
  project = await realpath(await mkdtemp(join(tmpdir(), 'scrollback-components-')));
  await copyProject(project);
  return () => rm(project, { recursive: true, force: true });
});

/** Runs a command of the project, as a person does. */
function run(command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...buildFlags, '--require', './preload.cjs', `src/${command}.ts`, ...args],
    {
      cwd: project,
      encoding: 'utf8',
      env: {
        ...surroundings,
        NO_COLOR: '1',
        SOURCE_DATE_EPOCH: String(Date.parse(`${buildDay}T11:00:00Z`) / 1000),
      },
    },
  );
  return { status, text: stdout + stderr };
}

async function build(...args: readonly string[]) {
  const { status, text } = run('build', ...args);
  if (status !== 0) throw new Error(text);
  return digests(join(project, args[1] ?? 'dist'));
}

const configure = (components: Readonly<Record<string, string>>) =>
  writeFile(
    join(project, 'astro.config.mjs'),
    `import { scrollback } from './src/build/integration.ts';
export default { integrations: [scrollback({ components: ${JSON.stringify(components)} })] };
`,
  );

/** Whether the next build goes by the bundle of the last one: then nothing of Astro's is written anew. */
async function keptCode(): Promise<string> {
  const [file = ''] = [
    ...(await digests(join(project, 'node_modules/.astro/scrollback'))).keys(),
  ].filter((name) => name.endsWith('/site/site.json'));
  return readKept(join(project, 'node_modules/.astro/scrollback', dirname(file)))?.code ?? '';
}

const dated = (day: string, title = 'T') => `---\ntitle: ${title}\ndate: ${day}\n---\n\nWords.\n`;

/** A component that shows what it imports and all that it is told, and answers in the place of the page that is made last. */
const foot = `---
// scrollback: EntryFooter 1
import Ours from '../src/components/EntryFooter.astro';
import { words } from './parts/words.ts';
const { url, request, params, routePattern, isPrerendered, originPathname, site, locals } = Astro;
Astro.cookies.set('a', 'b');
if (url.pathname === '/2026/old/') {
  Astro.response.status = 301;
  Astro.response.headers.set('location', '/2026/first/');
}
const inner = await Astro.slots.render('default');
const told = { url, at: request.url, params, routePattern, isPrerendered, originPathname, site, inner };
---
<p class="told">{JSON.stringify(told)}</p>
<p class="heard">{locals.heard ?? 'nothing'}</p>
<p class="mine">{words}</p>
<Ours {...Astro.props} />
`;

/** What is put before the making of each page: with it, Astro makes them. */
const middleware = `export const onRequest = (context, next) => {
  context.locals.heard = 'by middleware of ' + context.url.pathname;
  return next();
};
`;

/** A page as the last build left it. */
const page = (name = 'first') => readFile(join(project, `dist/2026/${name}/index.html`), 'utf8');

it('a change of a component, or of what it imports, makes what a build from nothing makes, by Astro too where middleware of a person’s own is heard', async () => {
  const copied = run('eject', 'AuthorCard');
  expect(copied).toEqual({ status: 0, text: expect.stringContaining('Wrote components/Auth') });
  await writeFiles(project, {
    'content/site.yaml': 'title: S\nurl: https://sample.example\n',
    'content/articles/old.md': dated('2026-01-01'),
    'content/articles/first.md': dated('2026-01-02', 'First'),
    'content/articles/second.md': dated('2026-02-02'),
    'content/articles/third.md': dated('2026-03-02'),
    'components/Foot.astro': foot,
    'components/parts/words.ts': "export const words = 'First words';\n",
  });
  await configure({
    AuthorCard: './components/AuthorCard.astro',
    EntryFooter: '.\\components\\Foot.astro',
  });
  await build();
  expect(await page()).toMatch(/First words<\/p>\s*<footer class="entry-footer"/);
  const before = await keptCode();
  await writeFiles(project, {
    'components/parts/words.ts': "export const words = 'Second words';\n",
  });
  await build();
  expect(await page()).toContain('Second words');
  expect(await keptCode()).not.toBe(before);
  // The title stands on each page: all of them are made anew, with what is kept.
  await writeFiles(project, {
    'content/site.yaml': 'title: Sample\nurl: https://sample.example\n',
    'content/notes/more.md': '---\ndate: 2026-05-01\n---\n\nMore.\n',
  });
  const after = await keptCode();
  const made = await build();
  expect(await keptCode()).toBe(after);
  await rm(join(project, 'node_modules/.astro'), { recursive: true });
  await writeFiles(project, { 'src/middleware.ts': middleware });
  const again = await build('--outDir', 'again');
  await rm(join(project, 'src/middleware.ts'));
  const heard = new Set<string>();
  for (const file of [...again.keys()].filter((name) => name.endsWith('.html'))) {
    const text = await readFile(join(project, 'again', file), 'utf8');
    const unheard = text.replace(/(?<=<p class="heard">)by middleware of ([^<]*)/g, (_, path) => {
      heard.add(path);
      return 'nothing';
    });
    await writeFile(join(project, 'again', file), unheard);
  }
  expect(differences(await digests(join(project, 'again')), made)).toEqual([]);
  expect([...heard].sort()).toEqual([
    '/',
    '/2026/first/',
    '/2026/second/',
    '/2026/third/',
    '/notes/more/',
  ]);
}, 240_000);

it('components are told what Astro tells them', async () => {
  expect(await page('old')).toContain('http-equiv="refresh"');
  const address = 'https://sample.example/2026/first/';
  expect(await page()).toContain(
    `{"url":"${address}","at":"${address}","params":{"path":"2026/first"}`.replaceAll(
      '"',
      '&quot;',
    ),
  );
});

it('a component that redirects stops the build, which names it', async () => {
  await writeFile(
    join(project, 'components/Foot.astro'),
    '---\n// scrollback: EntryFooter 1\nawait 0;\nreturn Astro.redirect("https://else.example/");\n---\n',
  );
  const { status, text } = run('build');
  expect(status).toBe(1);
  expect(text).toMatch(
    /\.\\components\\Foot\.astro, which stands in the place of EntryFooter, failed on the page \/(?:\S+\/)?: it redirects, or returns another response, which only a page itself can; .+; expected a component that shows what it is handed \(src\/replace\/props\.ts has its props\); correct it, or take EntryFooter out of "components" in astro\.config\.mjs\n/,
  );
  expect(text).not.toMatch(/\n\s+at /);
}, 240_000);
