import { readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browser/chromium.ts';
import { writeFiles } from '../load/temporary.ts';
import { timesOf } from '../longRuns.ts';
import { linesOf } from './linesOf.ts';
import { startWorkshop, type Workshop } from './workshop.ts';

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** Below a path that Astro does not serve by itself, and below one that it does; where these are served, so is a whole host. */
const addresses = [
  'https://xn--bcher-kva.example/~me/caf%C3%A9',
  "https://workshop.example/it's",
].slice(0, timesOf('addressesBelow'));

let workshop: Workshop;
let content = '';
let home = '';

/** A page as the browser gets it. */
async function page(path: string, at = home) {
  const response = await fetch(at + path, { headers: { accept: 'text/html' } });
  const html = await response.text();
  return { status: response.status, html, lines: linesOf(html) };
}

/** The page as soon as it is seen so. */
async function pageWhere(
  path: string,
  isSo: (seen: Awaited<ReturnType<typeof page>>) => boolean,
  wanted: string,
) {
  const until = Date.now() + 20_000;
  for (;;) {
    const seen = await page(path);
    if (isSo(seen)) return seen;
    if (Date.now() > until)
      throw new Error(`${path} is ${seen.status}, not ${wanted}:\n${workshop.text()}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

const pageOnceIt = (status: number, path: string) =>
  pageWhere(path, (seen) => seen.status === status, `${status}`);

const edit = async (file: string, from: string, to: string) => {
  const path = join(content, file);
  // In one step, as editors do: who asks in the midst of two finds an empty file.
  const whole = join(content, '..', 'written');
  await writeFile(whole, (await readFile(path, 'utf8')).replace(from, to));
  await rename(whole, path);
};

// In the order of a morning's work: one server serves them all.
describe.each(addresses)('the dev server of %s', (url) => {
  beforeAll(async () => {
    workshop = await startWorkshop(url);
    ({ content, home } = workshop);
    return workshop.stop;
  });

  it.each(['/', '/2026/fair/', '/feed.xml'])(
    'shows at %s what is wrong in site.yaml',
    async (path) => {
      const { status, html, lines } = await page(path);
      expect(status).toBe(500);
      expect(lines.map((line) => line.replace(content, 'content'))).toMatchInlineSnapshot(`
        [
          "2 faults in content",
          "The build would stop here. This page makes way for the one that you asked for as soon as all is mended.",
          "content/site.yaml",
          "Line 1: no "title"",
          "Expected: text",
          "What to do: add the line "title: …"",
          "Line 2: "timeZone" is "Tokyo"",
          "Expected: an IANA time zone such as Europe/Lisbon",
          "What to do: correct "timeZone"",
        ]
      `);
      expect(html).not.toMatch(/ style=|\bat .*\.ts:\d/);
    },
  );

  it('goes on serving what makes the page load anew', async () => {
    const { html } = await page('/');
    const [, script = ''] = /<script type="module" src="([^"]*)"><\/script>/.exec(html) ?? [];
    const response = await fetch(workshop.origin + script);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('full-reload');
  });

  it.each([
    ['/.gitignore', 'by its name'],
    ['/.gitignore?raw', 'as a module'],
    ['/.gitignore?import&raw', 'as an imported module'],
    ['/.gitignore?url', 'as an address'],
    ['/%2egitignore', 'with its dot in disguise'],
    ['/%252egitignore?raw', 'with its dot in disguise twice'],
    ['/src/..%2f.gitignore', 'by a way around'],
    [`/@fs${projectFolder}.gitignore`, 'by its place on the disk'],
    [`/@fs${projectFolder}.gitignore?import&raw`, 'as a module, by its place on the disk'],
    [`${projectFolder}.gitignore?raw`, 'by its place on the disk alone'],
  ])('shows nobody what begins with a dot: %s, %s', async (path) => {
    for (const at of [home, workshop.origin]) {
      const { status, html } = await page(path, at);
      expect(status).toBe(404);
      expect(html).not.toContain('node_modules');
    }
  });

  it('shows nobody what begins with a dot in the content folder', async () => {
    await writeFiles(content, { '.env': 'SECRET=1', '.git/config': 'SECRET' });
    for (const file of ['.env', '.git/config'])
      for (const query of ['', '?raw', '?import&raw', '?url'])
        for (const at of [home, workshop.origin]) {
          const { status, html } = await page(`/@fs${content}/${file}${query}`, at);
          expect(status).toBe(404);
          expect(html).not.toContain('SECRET');
        }
  });

  it('shows the journal once site.yaml is mended', async () => {
    await writeFile(join(content, 'site.yaml'), workshop.site);
    expect((await pageOnceIt(200, '/2026/fair/')).html).toContain('Fair copy');
  });

  it('has its links, pictures, feeds and old addresses below its path, however a browser spells that', async () => {
    const { base } = workshop;
    const { html } = await page('/notes/a/');
    expect(html.replaceAll('&#x27;', "'")).toContain(`<a href="${base}/">B</a>`);
    const picture = /src="([^"]*_images[^"]*)"/.exec(html)?.[1]?.slice(base.length) ?? '';
    for (const path of ['/', '/feed.xml', '/rss/', '/old.html', picture])
      expect((await page(path)).status, path).toBe(200);
    const otherwise = base.replace(/[~']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
    expect(otherwise).not.toBe(base);
    expect((await page('/notes/a/', workshop.origin + otherwise)).html).toBe(html);
  });

  it.each([
    ['/', ['draft', 'scheduled for 1 June 2026, 08:30']],
    ['/2026/rough/', ['draft']],
    ['/2026/fair/', []],
    ['/notes/soon/', ['scheduled for 1 June 2026, 08:30']],
    ['/articles/', ['draft']],
    ['/about/', ['draft']],
  ])('marks on %s what readers do not see yet', async (path, marks) => {
    const { html } = await page(path);
    const found = [...html.matchAll(/<strong class="entry-hidden"[^>]*>([^<]*)</g)];
    expect(new Set(found.map(([, mark]) => mark))).toEqual(new Set(marks));
  });

  it('says where the search comes from', async () => {
    const browser = await openChromium();
    try {
      const open = await browser.newPage();
      await open.goto(`${home}/search/?q=fair`);
      await open.getByRole('status').filter({ hasText: 'npm run build' }).waitFor();
    } finally {
      await browser.close();
    }
  });

  it('shows a wrong file in place of every page, and the page again once it is mended', async () => {
    await edit('articles/fair.md', 'Fair.', 'Fair.[^1] See [<b>](/nowhere/).');
    const { lines } = await pageOnceIt(500, '/articles/');
    expect(lines.map((line) => line.replace(content, 'content'))).toMatchInlineSnapshot(`
      [
        "2 faults in content",
        "The build would stop here. This page makes way for the one that you asked for as soon as all is mended.",
        "content/articles/fair.md",
        "Line 6: a link to /nowhere/, which does not exist",
        "Expected: a page of this journal",
        "What to do: correct the link",
        "Line 6: the footnote [^1] is not defined",
        "Expected: a line "[^1]: …"",
        "What to do: write the note, remove the mark, or write \\[^1] if it is not one",
      ]
    `);
    await edit('articles/fair.md', 'Fair.[^1] See [<b>](/nowhere/).', 'Mended.');
    expect((await pageOnceIt(200, '/2026/fair/')).html).toContain('Mended.');
  });

  it('shows its pages while an editor has unsaved changes, and a draft that says nothing but that', async () => {
    await symlink('me@host.1:2', join(content, 'articles/.#fair.md'));
    await symlink('nowhere', join(content, 'notes/gone'));
    await writeFile(join(content, 'articles/fair.md~'), 'x');
    await writeFile(join(content, 'articles/bare.md'), '---\ndraft: true\n---\n\nBare.\n');
    expect((await pageOnceIt(200, '/2026/bare/')).html).toContain('Bare.');
    expect((await page('/2026/fair/')).status).toBe(200);
    expect(workshop.text()).toContain('in a draft: ');
    expect(workshop.text()).toContain('notes/gone:1: a link that leads nowhere (ENOENT)');
    for (const name of [
      'articles/.#fair.md',
      'notes/gone',
      'articles/fair.md~',
      'articles/bare.md',
    ])
      await rm(join(content, name));
  });

  it('shows an MDX document as it was saved last, and where what it links to has gone', async () => {
    const made = (body: string) => `---\ntitle: Made\ndate: 2026-01-04\n---\n\n${body}\n`;
    const text = (path: string, words: string) =>
      pageWhere(path, ({ html }) => html.includes(words), words);
    await writeFile(join(content, 'articles/made.mdx'), made('See [it](fair.md). {1 + 1} words.'));
    await text('/2026/made/', `See <a href="${workshop.base}/2026/fair/">it</a>. 2 words.`);
    await writeFile(join(content, 'articles/made.mdx'), made('See [it](fair.md). {2 + 2} words.'));
    await text('/2026/made/', '4 words.');
    await edit('articles/fair.md', 'title: Fair copy', 'title: Fair copy\nslug: fairer');
    await text('/2026/made/', `See <a href="${workshop.base}/2026/fairer/">it</a>. 4 words.`);
    await edit('articles/fair.md', '\nslug: fairer', '');
    await rm(join(content, 'articles/made.mdx'));
    await pageOnceIt(404, '/2026/made/');
  });

  it('survives that site.yaml breaks while it runs, and open pages follow by themselves', async () => {
    const browser = await openChromium();
    try {
      const open = await browser.newPage();
      // A page follows once its script has reached the workshop.
      const connected = open.waitForEvent('console', (one) => one.text().includes('connected.'));
      await open.goto(`${home}/2026/fair/`);
      await connected;
      await writeFile(join(content, 'site.yaml'), 'title: [\n');
      await open.getByRole('heading', { name: /faults? in / }).waitFor();
      expect(workshop.text()).not.toContain('another path of its host');
      await writeFile(join(content, 'site.yaml'), workshop.site);
      await open.getByRole('heading', { name: 'Fair copy' }).waitFor();
    } finally {
      await browser.close();
    }
  });

  it('a page that was on its way when its content changed follows as well', async () => {
    const browser = await openChromium();
    try {
      const listening = await browser.newPage();
      await listening.goto(`${home}/about/`, { waitUntil: 'networkidle' });
      const open = await browser.newPage();
      let connect = () => {};
      const changed = new Promise<void>((resolve) => {
        connect = resolve;
      });
      await open.route('**/@vite/client', async (route) => {
        await changed;
        await route.continue();
      });
      await open.goto(`${home}/2026/fair/`, { waitUntil: 'commit' });
      await open.getByRole('heading', { name: 'Fair copy' }).waitFor();
      await edit('articles/fair.md', 'title: Fair copy', 'title: Fairer copy');
      while (!(await page('/2026/fair/')).html.includes('Fairer copy'));
      connect();
      await open.getByRole('heading', { name: 'Fairer copy' }).waitFor();
      await edit('articles/fair.md', 'title: Fairer copy', 'title: Fair copy');
      await open.getByRole('heading', { name: 'Fair copy' }).waitFor();
    } finally {
      await browser.close();
    }
  });

  it('shows what lies in public/ as it is, from the moment on at which it is there', async () => {
    await writeFiles(content, {
      'public/old/index.html': '<p>Old',
      'public/notes.md': '# Not rendered',
      'public/favicon.svg': '<svg/>',
      'public/.env': 'SECRET=1',
    });
    expect((await pageOnceIt(200, '/old/')).html).toBe('<p>Old');
    const seen = async (path: string) => {
      const response = await fetch(home + path);
      return [response.status, response.headers.get('content-type'), await response.text()];
    };
    expect(await seen('/notes.md?x')).toEqual([200, null, '# Not rendered']);
    expect(await seen('/favicon.svg')).toEqual([200, 'image/svg+xml', '<svg/>']);
    for (const path of ['/.env', '/public/.env', '/notes%2F..%2F.env'])
      expect(JSON.stringify(await seen(path))).not.toContain('SECRET');
  });

  it('shows nothing of the project that is not of the site', async () => {
    const files = ['package.json', 'README.md', 'bot/main.ts', 'test/seed.ts', 'content/site.yaml'];
    const folders = ['/', `/@fs${projectFolder}`, `/@id/${projectFolder}`];
    const ways = [home, workshop.origin].flatMap((at) =>
      folders.flatMap((folder) =>
        files.flatMap((file) =>
          ['', '?raw', '?import&raw', '?url'].map((end) => at + folder + file + end),
        ),
      ),
    );
    const answers = ways.map(async (way) => [way, (await fetch(way)).status]);
    expect(await Promise.all(answers)).toEqual(ways.map((way) => [way, 404]));
  });

  it('told in its terminal what is wrong in a draft, without stopping for it', () => {
    expect(workshop.text()).toContain('in a draft: ');
    expect(workshop.text()).toContain('articles/rough.md:7: the footnote [^1] is not defined');
  });
});
