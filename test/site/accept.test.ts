import { access, mkdir, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { digestOf } from '../../src/cache/bodies.ts';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { Places } from '../../src/load/places.ts';
import { loadFolder } from '../load/content.ts';
import { temporaryFolder, writeFiles } from '../load/temporary.ts';
import { checked } from '../runTogether.ts';
import { said } from './build.ts';

const site = 'title: S\nurl: https://s.example\n';

const note = (body: string) => `---\ndate: 2026-01-02\n---\n\n${body}\n`;

const old = {
  'site.yaml': site,
  'notes/a.md': note('![](x.png)\n\n[gone](/gone/) and <b style="color: red">red</b>'),
  'notes/b.md': note('![](y.png)\n\nA ![plan](plan.png)\n\n<script>alert(1)</script>'),
  'notes/c.md': note('[elsewhere](nope.md)\n\n[^1]: lost'),
};

it('the check ends with what there is of each kind and in each file, and with what brings most', async () => {
  const content = await temporaryFolder(old);
  const { text, code } = await checked(content);
  expect(text.split('\n\n')[1]).toMatchInlineSnapshot(`
    "10 faults that stop the build.
    By kind:
          3  missing-picture      pictures that are not there
          2  missing-alt          pictures without words
          1  dead-file-link       links to texts that are no entry
          1  dead-link            links to pages that do not exist
          1  forbidden-html       elements that no page has
          1  inline-style         inline styles
          1  unused-footnote      footnotes that no mark leads to
    By file:
          4  notes/a.md
          4  notes/b.md
          2  notes/c.md
    What brings most:
      npm run check -- --accept                   bears 9 of 10 for the time being
      npm run check -- --only missing-picture     shows 3 of 10
      npm run check -- --only missing-alt         shows 2 of 10
    "
  `);
  expect(code).toBe(1);
});

it('the check shows one kind alone, and says which there are', async () => {
  const content = await temporaryFolder(old);
  const { text, code } = await checked(content, '--only', 'missing-alt');
  expect(text).toMatchInlineSnapshot(`
    "content/notes/a.md:5: the picture x.png has no alt text; expected words that say what it shows; write ![what it shows](…), or ![ ](…) if it only decorates
    content/notes/b.md:5: the picture y.png has no alt text; expected words that say what it shows; write ![what it shows](…), or ![ ](…) if it only decorates

    2 faults that stop the build.
    By kind:
          2  missing-alt          pictures without words
    By file:
          1  notes/a.md
          1  notes/b.md
    "
  `);
  expect(code).toBe(1);
  expect(await checked(content, '--only', 'double-id')).toEqual({
    text: 'No double-id in content.\n',
    code: 0,
  });
  const wrong = await checked(content, '--only', 'missing-atl');
  expect(wrong.text).toMatch(
    /^There is no kind of fault "missing-atl"\. Expected one of missing-alt, .*; did you mean "missing-alt"\?\n$/,
  );
  expect(wrong.code).toBe(1);
  const json = await checked(content, '--json', '--only', 'dead-link', '--only', 'inline-style');
  expect(JSON.parse(json.text)).toMatchObject([
    { kind: 'dead-link', file: 'notes/a.md', line: 7 },
    { kind: 'inline-style', file: 'notes/a.md', line: 7 },
  ]);
});

it('what is accepted lets the site be built, which ends with a summary and says nothing else, and what is new stops it', async () => {
  const content = await temporaryFolder(old);
  const first = await checked(content, '--accept');
  expect(first.text).toMatchInlineSnapshot(`
    "content/notes/c.md:7: the footnote [^1] is never referred to; expected the mark [^1] somewhere in the text; set the mark, or remove the note
    content/known-faults.yaml: 9 known faults, 0 before
    not accepted: 1 unused-footnote (footnotes that no mark leads to): text would be lost
    "
  `);
  expect(first.code).toBe(1);
  await writeFiles(content, { 'notes/c.md': note('[elsewhere](nope.md)') });
  expect(await checked(content)).toMatchObject({ code: 0 });
  await writeFiles(content, {
    'site.yaml': `${site}timeZone: Europe/Lisbon\n`,
    'notes/draft.md': '---\ndate: 2026-01-02\ndraft: true\n---\n\nB[^1]\n',
    'notes/later.md': '---\ndate: 2099-06-01T00:00:01+01:00\n---\n\nC\n',
  });
  const folder = await temporaryFolder();
  const places = { output: join(folder, 'dist'), cache: join(folder, 'cache') };
  expect(summaryOf(await said({ content, ...places }))).toEqual([
    expect.stringContaining('in a draft: '),
    expect.stringContaining(
      '9 known faults (3 missing-picture, 2 missing-alt, 1 dead-file-link, 1 dead-link, 1 forbidden-html, 1 inline-style)',
    ),
    expect.stringMatching(/^Built \d+ pages of 3 entries in N s: \S*dist\/$/),
    'held back: 1 draft, 1 scheduled entry',
    'next scheduled entry: 1 June 2099, 00:00:01 (Europe/Lisbon): notes/later.md',
    '2 warnings, above',
  ]);
  const kept = (await filesBelow(places.cache)).filter((file) => file.endsWith('places.json'));
  expect(kept).toHaveLength(1);
  const page = (name: string) => readFile(join(folder, 'dist/notes', name, 'index.html'), 'utf8');
  expect(await page('a')).toContain('<a href="/gone/">gone</a> and <b>red</b>');
  expect(await page('b')).toContain('A <span class="missing-picture">plan</span>');
  expect(await page('b')).not.toContain('alert(1)');
  expect(await page('c')).toContain('<p>elsewhere</p>');
  await writeFiles(content, { 'notes/d.md': note('![](x.png)') });
  const stopped = await checked(content);
  expect(stopped).toEqual({
    code: 1,
    text: expect.stringContaining('2 faults that stop the build'),
  });
});

/** All lines that a build wrote; on a slow machine it tells how far it is, too. */
function summaryOf(text: string): string[] {
  const lines = text.trimEnd().replace(/^(?:pages: \d+ of \d+|making pictures)\n/gm, '');
  return lines.split('\n').map((line) => line.replace(/\d+\.\d s/, 'N s'));
}

it('a list is taken away with the last of its faults, and nothing else is left beside it', async () => {
  const content = await temporaryFolder({ 'site.yaml': site, 'notes/a.md': note('[a](/gone/)') });
  await checked(content, '--accept');
  const list = await readFile(join(content, 'known-faults.yaml'), 'utf8');
  await checked(content, '--accept');
  expect(await readFile(join(content, 'known-faults.yaml'), 'utf8')).toBe(list);
  await writeFiles(content, { 'notes/a.md': note('Mended.') });
  expect((await checked(content)).text).toContain('a known fault that is gone');
  expect(await checked(content, '--accept')).toEqual({
    text: 'content/known-faults.yaml: 0 known faults, 1 before; there is no such file\n',
    code: 0,
  });
  await expect(access(join(content, 'known-faults.yaml'))).rejects.toThrow();
  expect(await readdir(content)).toEqual(['notes', 'site.yaml']);
});

it('the check keeps the addresses of what has moved since the last build', async () => {
  const content = await realpath(
    await temporaryFolder({ 'site.yaml': site, 'notes/a.md': note('Words.') }),
  );
  const { loaded } = await loadFolder(content);
  const cache = fileURLToPath(new URL('../../node_modules/.astro/scrollback', import.meta.url));
  const kept = join(cache, digestOf(content));
  onTestFinished(() => rm(kept, { recursive: true }));
  await mkdir(kept, { recursive: true });
  if (loaded) new Places(kept).keep(loaded.journal, new Map(), []);
  await writeFiles(content, { 'site.yaml': `${site}permalinks: {notes: /n/:slug/}\n` });
  expect((await checked(content)).text).toContain(
    'warning: content/notes/a.md:1: was at /notes/a/ before',
  );
  const whole = await readFile(join(content, 'site.yaml'), 'utf8');
  await writeFiles(content, { 'site.yaml': `${whole}home: {}\n` });
  expect((await checked(content, '--keep-addresses')).text).toContain(
    'No address is kept while content/site.yaml cannot be read',
  );
  await writeFiles(content, { 'site.yaml': whole });
  expect(await checked(content, '--keep-addresses', '--json')).toEqual({ text: '[]\n', code: 0 });
  expect(await readFile(join(content, 'notes/a.md'), 'utf8')).toBe(
    '---\ndate: 2026-01-02\naliases:\n  - /notes/a/\n---\n\nWords.\n',
  );
  expect((await checked(content)).text).toContain('Nothing is wrong');
});
