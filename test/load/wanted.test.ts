import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Audience } from '#journal/public/publicJournal.ts';
import { openCaches, saveCaches } from '../../src/load/caches.ts';
import { loadJournal } from '../../src/load/loadJournal.ts';
import { checked } from '../runTogether.ts';
import { temporaryFolder } from './temporary.ts';

const site = 'title: Sample\nurl: https://sample.example\n';
const article = (title: string, body: string, day = '2026-01-02') =>
  `---\ntitle: ${title}\ndate: ${day}\n---\n\n${body}\n`;
const readers = (day: string): Audience => ({ sees: 'published', now: Date.parse(day) });

/** A journal on disk whose first article can be looked at by different people at different times. */
async function journalOf(files: Readonly<Record<string, string>>) {
  const root = await temporaryFolder({ 'site.yaml': site, ...files });
  const cache = await temporaryFolder();
  return {
    root,
    async seenBy(audience: Audience) {
      const caches = openCaches(cache);
      const options = { root, shownRoot: 'content', now: 0 };
      const { loaded, faults, wanted } = await loadJournal(options, audience, caches, []);
      const first = loaded?.journal.entries.find((entry) => entry.file === 'articles/first.md');
      if (!loaded || !first) throw new Error('articles/first.md is not there');
      const result = {
        html: loaded.htmlOf(first),
        digest: loaded.digestOf(first),
        faults: faults.length,
        wanted: wanted.map(({ file, line, name }) => `${file}:${line} ${name}`),
      };
      saveCaches(caches);
      return result;
    },
  };
}

const open = '<a class="wanted" role="link" aria-disabled="true" title="not written yet">Later</a>';

it('a name of what is not published is wanted for readers, a link for the owner, and a link once it is published', async () => {
  const { seenBy } = await journalOf({
    'articles/first.md': article('First', '[[Later]]'),
    'articles/later.md': article('Later', 'Secret.', '2026-09-01'),
  });
  const before = await seenBy(readers('2026-06-01'));
  expect(before).toMatchObject({
    html: `<p>${open}</p>\n`,
    faults: 0,
    wanted: ['articles/first.md:6 Later'],
  });
  const link = '<p><a href="/2026/later/">Later</a></p>\n';
  expect(await seenBy({ sees: 'everything' })).toMatchObject({ html: link, wanted: [] });
  expect(await seenBy(readers('2026-06-02'))).toEqual(before);
  const after = await seenBy(readers('2026-10-01'));
  expect(after).toMatchObject({ html: link, faults: 0, wanted: [] });
  expect(after.digest).not.toBe(before.digest);
});

it('a name becomes a link when its page is written, follows it, and is wanted again when it is gone', async () => {
  const { root, seenBy } = await journalOf({ 'articles/first.md': article('First', '[[Later]]') });
  const at = readers('2026-06-01');
  expect((await seenBy(at)).html).toContain(open);
  await mkdir(join(root, 'pages'));
  await writeFile(join(root, 'pages/x.md'), '---\ntitle: Later\n---\n\nHere.\n');
  expect((await seenBy(at)).html).toContain('href="/x/"');
  await rename(join(root, 'pages/x.md'), join(root, 'pages/y.md'));
  expect((await seenBy(at)).html).toContain('href="/y/"');
  await rm(join(root, 'pages/y.md'));
  expect((await seenBy(at)).html).toContain(open);
});

it('a name that several pages came to have since is a fault, whatever is kept from before', async () => {
  const { root, seenBy } = await journalOf({ 'articles/first.md': article('First', '[[Later]]') });
  const at = readers('2026-06-01');
  expect(await seenBy(at)).toMatchObject({ faults: 0 });
  await mkdir(join(root, 'pages'));
  await writeFile(join(root, 'pages/x.md'), '---\ntitle: Later\n---\n\nHere.\n');
  await writeFile(join(root, 'pages/y.md'), '---\ntitle: Later\n---\n\nThere.\n');
  expect(await seenBy(at)).toMatchObject({ faults: 1, wanted: [] });
});

it('site.yaml and the language of the journal decide about punctuation, whatever is kept from before', async () => {
  const { root, seenBy } = await journalOf({ 'articles/first.md': article('First', '"a"') });
  const at = readers('2026-06-01');
  expect((await seenBy(at)).html).toBe('<p>“a”</p>\n');
  await writeFile(join(root, 'site.yaml'), `${site}language: de\n`);
  expect((await seenBy(at)).html).toBe('<p>„a“</p>\n');
  await writeFile(join(root, 'site.yaml'), `${site}smartPunctuation: false\n`);
  expect((await seenBy(at)).html).toBe('<p>"a"</p>\n');
});

it('the check lists what is wanted at its end, and ends well', async () => {
  const root = await temporaryFolder({
    'site.yaml': site,
    'articles/first.md': article('First', 'See [[Later]].'),
    'articles/second.md': article('Second', 'See [[Later]], [[Later|then]] and [[Never]].'),
  });
  expect(await checked(root)).toEqual({
    text: 'Nothing is wrong in content.\nnot written yet: content/articles/first.md:6: [[Later]], and 2 more places\nnot written yet: content/articles/second.md:6: [[Never]]\n',
    code: 0,
  });
  const { text, code } = await checked(root, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(text)).toEqual(
    ['first', 'second', 'second', 'second'].map((name) =>
      expect.objectContaining({ file: `articles/${name}.md`, line: 6, wanted: true }),
    ),
  );
});
