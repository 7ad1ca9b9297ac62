import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../load/temporary.ts';
import { built, differences } from './build.ts';

const isFeed = (file: string) => /(feed\.xml|atom\.xml|feed\.json)$/.test(file);

const note = (lines: string, body = 'Words.') =>
  `---\ndate: 2026-01-02\n${lines}\n---\n\n${body}\n`;
const content = {
  'content/site.yaml':
    'title: Sample\nurl: https://sample.example\ntimeZone: Asia/Tokyo\nauthor: ana\nchannel: "-1001234567890"\n',
  'content/notes/one.md': note('tags: x'),
  'content/notes/two.md': note('tags: y\nauthors: ben'),
  'content/articles/three.md': note('title: Three\ntags: y\nauthors: ben'),
};

it('a feed’s bytes change with its entries and with nothing else', async () => {
  const folder = await temporaryFolder(content);
  const build = (name: string, timeZone: string, now: string) =>
    built({
      content: join(folder, 'content'),
      output: join(folder, name, 'dist'),
      cache: join(folder, name, 'cache'),
      timeZone,
      now,
    });
  const [first, later] = await Promise.all([
    build('west', 'America/Los_Angeles', '2026-05-31T11:00:00Z'),
    build('east', 'Pacific/Kiritimati', '2031-11-02T23:59:59Z'),
  ]);
  expect([...first.keys()].filter(isFeed).length).toBe(3 * 7);
  expect(differences(first, later).filter((line) => isFeed(line))).toEqual([]);
  expect(await readFile(join(folder, 'west/dist/follow/index.html'), 'utf8')).not.toMatch(
    /t\.me|Telegram/,
  );

  const told = async () => {
    const read = (file: string) => readFile(join(folder, 'west/dist/notes', file), 'utf8');
    const part = (text: string, pattern: RegExp) =>
      [...text.matchAll(pattern)].map(([, one]) => one);
    const [rss, atom, json] = await Promise.all(['feed.xml', 'atom.xml', 'feed.json'].map(read));
    const { items } = JSON.parse(json ?? '') as { items: Readonly<Record<string, string>>[] };
    return {
      ids: [
        part(rss ?? '', /<guid[^>]*>(.*?)<\/guid>/g),
        part(atom ?? '', /<entry><id>(.*?)<\/id>/g),
        items.map(({ id }) => id),
      ],
      published: [
        part(rss ?? '', /<pubDate>(.*?)<\/pubDate>/g),
        part(atom ?? '', /<published>(.*?)<\/published>/g),
        items.map(({ date_published }) => date_published),
      ],
      updated: [
        part(rss ?? '', /<atom:updated>(.*?)<\/atom:updated>/g),
        part(atom ?? '', /<published>.*?<updated>(.*?)<\/updated>/g),
        items.flatMap(({ date_modified }) => date_modified ?? []),
      ],
    };
  };
  const before = await told();
  const ids = ['https://sample.example/notes/one/', 'https://sample.example/notes/two/'];
  expect(before.ids).toEqual([ids, ids, ids]);
  expect(before.updated).toEqual([
    [],
    ['2026-01-01T15:00:00.000Z', '2026-01-01T15:00:00.000Z'],
    [],
  ]);

  await writeFiles(folder, {
    'content/notes/one.md': note(
      'tags: x\naliases: /notes/one/\nupdated: 2026-03-04',
      'Other words.',
    ),
  });
  await rename(join(folder, 'content/notes/one.md'), join(folder, 'content/notes/uno.md'));
  const changed = await build('west', 'America/Los_Angeles', '2026-06-01T11:00:00Z');
  const files = ['atom.xml', 'feed.json', 'feed.xml'];
  expect(differences(first, changed).filter((line) => isFeed(line))).toEqual(
    ['', 'authors/ana/', 'notes/', 'tags/x/']
      .flatMap((list) => files.map((file) => `~ ${list}${file}`))
      .sort(),
  );

  const after = await told();
  const swapped = (lists: readonly (readonly unknown[])[]) =>
    lists.map((list) => list.toReversed());
  // Two notes of one day stand in the order of their files' names.
  expect(swapped(after.ids)).toEqual(before.ids);
  expect(swapped(after.published)).toEqual(before.published);
  expect(after.updated).toEqual([
    ['2026-03-03T15:00:00.000Z'],
    ['2026-01-01T15:00:00.000Z', '2026-03-03T15:00:00.000Z'],
    ['2026-03-03T15:00:00.000Z'],
  ]);
});
