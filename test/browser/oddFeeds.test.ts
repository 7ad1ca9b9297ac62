import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../load/temporary.ts';
import { built } from '../site/build.ts';
import { openChromium } from './chromium.ts';
import { readFeed } from './feedDocument.ts';

const formats = ['feed.xml', 'atom.xml', 'feed.json'] as const;

it('feeds tell ids, names and characters of every kind, and hold no more than they may', async () => {
  const note = (lines: string) => `---\ndate: 2026-01-02\n${lines}\n---\n\nWords.\n`;
  const folder = await temporaryFolder({
    'content/site.yaml':
      'title: A & <b>\nurl: https://sample.example\nchannel: "@some_where"\nfeeds: {entries: 3}\n',
    'content/authors.yaml': 'nell: {name: "007", url: https://nell.example/}\n',
    'content/articles/a.md': note(
      'title: "]]> &amp;"\nid: urn:x:1\nauthors: nell\nlang: de\ncanonical: https://b.example/a/\ncover: {src: c.svg, alt: C}',
    ),
    'content/articles/c.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    'content/notes/b.md': note('id: "007"\ninReplyTo: https://b.example/?a=1&b=2').replace(
      '01-02',
      '01-02T09:00:00Z\nupdated: 2026-01-02',
    ),
    'content/notes/c.md': note('summary: ab'),
    'content/notes/d.md': note(''),
  });
  const output = join(folder, 'dist');
  await built({ content: join(folder, 'content'), output, cache: join(folder, 'cache') });
  const browser = await openChromium();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const read = async (file: string) =>
    page.evaluate(readFeed, { file, text: await readFile(join(output, file), 'utf8') });
  const [rss, atom, json] = await Promise.all(formats.map(read));

  for (const one of [rss, atom, json]) {
    expect(one).toMatchObject({ faults: [], title: 'A & <b>' });
    expect(one?.items.map(({ title }) => title)).toEqual([undefined, ']]> &amp;', undefined]);
    expect(one?.items.map(({ authors }) => authors)).toEqual([[], ['007'], []]);
    // Changed on the day of its publication, and no hour given.
    expect(one?.items[0]?.updated).toBeUndefined();
  }
  const ids = ['007', 'urn:x:1', 'https://sample.example/notes/c/'];
  expect(rss?.items.map(({ id }) => id)).toEqual(ids);
  expect(json?.items.map(({ id }) => id)).toEqual(ids);
  // Atom takes nothing but an IRI.
  expect(atom?.items.map(({ id }) => id)).toEqual(['https://sample.example/#007', ...ids.slice(1)]);
  expect(atom?.items.map(({ summary }) => summary)).toEqual(['Words.', 'Words.', 'ab']);
  expect(atom?.authors).toEqual(['A & <b>']);
  expect((await read('authors/nell/atom.xml')).authors).toEqual(['007 <https://nell.example/>']);
  expect(await readFile(join(output, 'atom.xml'), 'utf8')).toContain(
    '<link rel="related" href="https://b.example/?a=1&amp;b=2"/>',
  );

  const wrapped = '&lt;div lang=&quot;de&quot; dir=&quot;ltr&quot;&gt;';
  for (const file of ['feed.xml', 'atom.xml'])
    expect((await readFile(join(output, file), 'utf8')).split(wrapped)).toHaveLength(2);
  const { items } = JSON.parse(await readFile(join(output, 'feed.json'), 'utf8')) as {
    items: Readonly<Record<string, unknown>>[];
  };
  expect(items[1]).toMatchObject({
    external_url: 'https://b.example/a/',
    language: 'de',
    authors: [{ name: '007', url: 'https://nell.example/' }],
    image: expect.stringMatching(/^https:\/\/sample\.example\/_(files|images)\/.*\.svg$/),
  });
  expect(items[1]?.['content_html']).toContain(`src="${items[1]?.['image']}"`);
  expect(items[0]).not.toHaveProperty('image');

  const follow = await readFile(join(output, 'follow/index.html'), 'utf8');
  expect(follow).toContain('href="https://t.me/some_where"');
  expect(follow).toContain('the newest 3 entries');
});
