import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeFiles } from '../load/temporary.ts';
import { plainPicture } from '../plainPicture.ts';
import { built, differences, digests } from './build.ts';

const site = [
  'title: Ways',
  'url: https://sample.example',
  'language: en',
  'timeZone: Europe/Lisbon',
  'author: nell',
  'nav:',
  '  - {label: Archive, path: /archive/2026/05/}',
  '  - {label: Blogroll, path: /blogroll/}',
  '',
].join('\n');

const text = (lines: string, body: string) => `---\n${lines}\n---\n\n${body}\n`;

const dough = 'The starter had doubled by noon, so the dough rested, and the crust came out dark.';
const rye =
  'Rye dough rests in its tin; a ripe starter makes the crust crack, and the crumb is dark.';

/** Of each kind of way one. What is hidden says "canary". */
const content: Readonly<Record<string, string>> = {
  'site.yaml': site,
  'authors.yaml': `nell:
  name: Nell Prowse
  url: https://nell.example/
  bio: Looks after *maps*.
  picture: {src: authors/nell.png, alt: Nell by the river}
  links: [{label: Somewhere, url: "https://somewhere.example/@nell"}]
joost: {name: Joost Verhage}
canary: {name: Canary, picture: {src: authors/canary.png, alt: ""}}
`,
  'blogroll.yaml':
    '- {title: One & all, url: "https://one.example/", feed: "https://one.example/f"}\n',
  'series/house.yaml': 'title: House\n',
  'pages/about.md': text('title: About', 'See [bread](/2026/bread/).'),
  'articles/bread.md': text('title: Bread\ndate: 2026-05-02\ntags: [bread, food]', dough),
  'articles/rye.md': text('title: Rye\ndate: 2024-03-01\ntags: [food]\nauthors: joost', rye),
  'articles/both.md': text(
    'title: Both\ndate: 2026-05-09\nauthors: [nell, joost]\naliases: /old/both.html',
    'Written by two, about [bread](bread.md) and [bread again](/2026/bread/).',
  ),
  'articles/house-1.md': text('title: Door\ndate: 2025-01-10\nseries: house', 'A blue door.'),
  'articles/house-2.md': text('title: Stairs\ndate: 2025-07-10\nseries: house', 'Steep stairs.'),
  'notes/untitled.md': text(
    'date: 2026-05-31T23:30:00Z\nlang: pt',
    'Choveu toda a noite, e [ambos](/old/both.html) o sabem.',
  ),
  'notes/tea.md': text('date: 2025-12-31', 'Tea went cold while the radio talked.'),
  'notes/canary.md': text(
    `date: 2026-04-01\nauthors: canary\ndraft: true\ntags: [canary, bread]`,
    `canary [bread](/2026/bread/) ${dough}`,
  ),
  'articles/canary-later.md': text(
    'title: Canary\ndate: 2099-04-01\nauthors: canary\ntags: [canary, bread]',
    `canary [bread](bread.md) ${dough}`,
  ),
};

let folder = '';
let files: ReadonlyMap<string, string> = new Map();

const options = () => ({
  content: join(folder, 'content'),
  output: join(folder, 'dist'),
  cache: join(folder, 'cache'),
  now: '2026-06-15T12:00:00Z',
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrollback-ways-'));
  const picture = await plainPicture('png', '#345', 30, 40);
  await writeFiles(join(folder, 'content'), {
    ...content,
    'authors/nell.png': picture,
    'authors/canary.png': await sharp(picture).negate().png().toBuffer(),
  });
  files = await built(options());
  return () => rm(folder, { recursive: true, force: true });
});

/** What a part of a page says, a line for each block, feeds left out; links as `words → path`. */
async function shown(page: string, part = /<main[^>]*>([\s\S]*)<\/main>/): Promise<string[]> {
  const html = await readFile(join(folder, 'dist', page, 'index.html'), 'utf8');
  return (part.exec(html)?.[1] ?? '')
    .replace(/<a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, '$2 → $1 ')
    .replace(/<\/?(?:p|li|h\d|ol|ul|div|section|nav|header)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && !/feed\.(?:xml|json)/.test(line));
}

it.each<[string, string[]]>([
  [
    'archive',
    [
      'Archive',
      '2026 → /archive/2026/ 3',
      'June → /archive/2026/06/ 1',
      'May → /archive/2026/05/ 2',
      '2025 → /archive/2025/ 3',
      'December → /archive/2025/12/ 1',
      'July → /archive/2025/07/ 1',
      'January → /archive/2025/01/ 1',
      '2024 → /archive/2024/ 1',
      'March → /archive/2024/03/ 1',
    ],
  ],
  [
    'archive/2026',
    [
      '2026',
      'June → /archive/2026/06/',
      '1 Jun Choveu toda a noite, e ambos o sabem. → /notes/untitled/',
      'May → /archive/2026/05/',
      '9 May Both → /2026/both/',
      '2 May Bread → /2026/bread/',
    ],
  ],
  [
    'archive/2026/05',
    [
      'May 2026',
      '9 May Both → /2026/both/',
      '2 May Bread → /2026/bread/',
      '← December 2025 → /archive/2025/12/ June 2026 → → /archive/2026/06/',
    ],
  ],
  [
    'archive/2025/12',
    [
      'December 2025',
      '31 Dec Tea went cold while the radio talked. → /notes/tea/',
      '← July 2025 → /archive/2025/07/ May 2026 → → /archive/2026/05/',
    ],
  ],
  ['series', ['Series', 'House → /series/house/', '2 of 2 parts, January 2025 – July 2025']],
  ['tags', ['Tags', 'bread → /tags/bread/ 1', 'food → /tags/food/ 2']],
  [
    'authors',
    [
      'Authors',
      'Nell Prowse → /authors/nell/ 6',
      'Looks after maps.',
      'Joost Verhage → /authors/joost/ 2',
    ],
  ],
  [
    'authors/nell',
    [
      'Nell Prowse',
      'Looks after maps.',
      'nell.example → https://nell.example/',
      'Somewhere → https://somewhere.example/@nell',
      '2026 → /archive/2026/',
      '1 Jun Choveu toda a noite, e ambos o sabem. → /notes/untitled/',
      '9 May Both → /2026/both/',
      '2 May Bread → /2026/bread/',
      '2025 → /archive/2025/',
      '31 Dec Tea went cold while the radio talked. → /notes/tea/',
      '10 Jul Stairs → /2025/house-2/',
      '10 Jan Door → /2025/house-1/',
    ],
  ],
  [
    'authors/joost',
    [
      'Joost Verhage',
      '2026 → /archive/2026/',
      '9 May Both → /2026/both/',
      '2024 → /archive/2024/',
      '1 Mar Rye → /2024/rye/',
    ],
  ],
  [
    'blogroll',
    [
      'Blogroll',
      'A feed reader can import all of these at once from this OPML file → /blogroll.opml .',
      'One &amp; all → https://one.example/ Feed → https://one.example/f',
    ],
  ],
])('the page %s', async (page, lines) => {
  expect(await shown(page)).toEqual(lines);
});

it.each<[string, string[]]>([
  [
    '2026/bread',
    ['Referred to by', 'Both → /2026/both/', 'About → /about/', 'Similar', 'Rye → /2024/rye/'],
  ],
  [
    '2026/both',
    [
      'Referred to by',
      '1 de junho de 2026: Choveu toda a noite, e ambos o sabem. → /notes/untitled/',
      'More from Joost Verhage → /authors/joost/',
      'Rye → /2024/rye/',
    ],
  ],
  [
    '2024/rye',
    [
      'Similar',
      'Bread → /2026/bread/',
      'More from Joost Verhage → /authors/joost/',
      'Both → /2026/both/',
    ],
  ],
  ['2025/house-1', []],
  ['notes/tea', []],
])('%s leads on to what is related', async (page, lines) => {
  expect(await shown(page, /<nav class="related"[^>]*>([\s\S]*?)<\/nav>/)).toEqual(lines);
});

it('every month with entries has a page, in the journal’s time zone, and no other', () => {
  const pages = [...files.keys()].filter((file) => /^archive\/\d+\/\d+\//.test(file));
  expect(pages.map((file) => file.slice('archive/'.length, 'archive/2026/05'.length))).toEqual([
    '2024/03',
    '2025/01',
    '2025/07',
    '2025/12',
    '2026/05',
    '2026/06',
  ]);
});

it('an author’s card has the picture and the addresses of that person', async () => {
  const html = await readFile(join(folder, 'dist/authors/nell/index.html'), 'utf8');
  const [, picture = ''] =
    /<img class="u-photo" src="([^"]+)"[^>]*alt="Nell by the river"/.exec(html) ?? [];
  expect(files.has(picture.slice(1))).toBe(true);
  expect(html).toContain('<a class="u-url" rel="me" href="https://somewhere.example/@nell">');
});

it.each([
  ['both', ['Nell Prowse', 'Joost Verhage'], 2],
  ['rye', ['Joost Verhage'], 0],
])(
  'below %s, who wrote it is told by %j, and %i cards that say more',
  async (slug, names, cards) => {
    const file = [...files.keys()].find((one) => one.endsWith(`/${slug}/index.html`)) ?? '';
    const html = await readFile(join(folder, 'dist', file), 'utf8');
    expect(html.match(/class="author-card/g) ?? []).toHaveLength(cards);
    expect(html.match(/class="[^"]*\bp-author\b/g)).toHaveLength(names.length);
    for (const name of names) expect(html).toContain(`<bdi>${name}</bdi>`);
  },
);

it('the blogroll can be imported', async () => {
  expect(await readFile(join(folder, 'dist/blogroll.opml'), 'utf8')).toContain(
    '<outline type="rss" text="One &amp; all" title="One &amp; all" xmlUrl="https://one.example/f" htmlUrl="https://one.example/"/>',
  );
});

describe('another build', () => {
  it('of the same changes nothing', async () => {
    const before = await digests(options().output);
    expect(differences(before, await built(options()))).toEqual([]);
  });

  it('after a new link changes the page that is referred to', async () => {
    const before = await digests(options().output);
    await writeFiles(join(folder, 'content'), {
      'notes/tea.md': text(
        'date: 2025-12-31',
        'Tea went cold while the [radio](/2025/house-1/) talked.',
      ),
    });
    const after = await built(options());
    const pages = differences(before, after).filter((line) => line.endsWith('.html'));
    expect(pages).toEqual(['~ 2025/house-1/index.html', '~ index.html', '~ notes/tea/index.html']);
  });
});
