import { expect, it } from 'vitest';
import { changedPages, pageKeys, toldOf } from './pages.ts';

const note = (day: string, lines = '') => `---\ndate: ${day}\n${lines}---\n\nText of ${day}.\n`;

const drawing = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="30"><path d="M0 0h9v9"/></svg>`;

/**
 * Two pages of the stream, of which the older one is kept: it has the article, with a note on either side of it. The
 * notes of 2026 are the home page.
 */
const files: Readonly<Record<string, string>> = {
  'site.yaml':
    'title: Sample\nurl: https://sample.example\nauthor: ana\nstream: { entries: 4 }\nnav:\n  - { label: About, path: /about/ }\n',
  'authors.yaml': `ana:
  name: Ana
  url: https://ana.example/
rui:
  name: Rui
  bio: Draws.
  picture: { src: rui.svg, alt: A face }
  links:
    - { label: Elsewhere, url: https://rui.example/ }
`,
  'rui.svg': drawing(30),
  'series/steps.yaml': 'title: Steps\ndescription: In order.\nplanned: [The last step]\n',
  'pages/about.md': '---\ntitle: About\n# Spare\n---\n\nAbout this.\n',
  'articles/a.md': `---
title: An article
date: 2024-03-04
summary: In short.
# A line to spare: where a text begins counts as a change of it.
tags: [only]
authors: rui
series: steps
cover: { src: cover.svg, alt: A cover, caption: Below it, credit: Ana }
syndication: https://elsewhere.example/1
---

Text of the article.
`,
  'articles/cover.svg': drawing(40),
  'notes/before.md': note('2024-02-03'),
  'notes/long-before.md': note('2023-01-02'),
  'notes/foreign.md': note('2022-01-02', 'lang: pt\n'),
  'notes/after.md': note('2024-05-06'),
  'notes/1.md': note('2026-01-01'),
  'notes/2.md': note('2026-01-02'),
  'notes/3.md': note('2026-01-03'),
  'notes/4.md': note('2026-01-04'),
  'comments/a.yaml': `entry: /2024/a/
comments:
  - { id: c1, name: Bea, date: 2024-04-01T10:00:00Z, status: shown, text: Well said. }
`,
};

const spare = '# A line to spare: where a text begins counts as a change of it.';
const own = '/2024/a/';
const stream = '/page/1/';
const neighbours = ['/notes/after/', '/notes/before/'];
const lists = [
  '/archive/2024/',
  '/archive/2024/03/',
  '/articles/',
  '/authors/rui/',
  '/series/steps/',
  '/tags/only/',
];

const article = (name: string, from: string, to: string, pages: readonly string[]): Case => [
  name,
  'articles/a.md',
  from,
  to,
  pages,
];

type Case = [name: string, file: string, from: string, to: string, pages: readonly string[]];

it.each<Case>([
  article('text', 'Text of', 'Words of', [own, stream]),
  article('title', 'An article', 'The article', [own, stream, ...neighbours, ...lists]),
  article('summary', 'In short', 'In brief', [own, '/series/steps/']),
  article('time', '2024-03-04', '2024-03-04T09:30:00Z', [own, stream, ...lists]),
  article('updated', spare, 'updated: 2024-06-07', [own, stream]),
  // The home page names the feeds of each language.
  article('language', spare, 'lang: de', ['/', own, stream, ...neighbours, ...lists]),
  article('tldr', spare, 'tldr: In *one* line', [own, stream]),
  article('reply', spare, 'inReplyTo: https://one.example/', [own, stream]),
  article('translation', spare, 'translations: ../notes/foreign.md', [
    own,
    stream,
    '/notes/foreign/',
  ]),
  article('canonical', spare, 'canonical: https://one.example/', [own]),
  article('copies', 'elsewhere.example/1', 'elsewhere.example/2', [own, stream]),
  article('cover’s words', 'A cover', 'The cover', [own, stream]),
  article('cover’s caption', 'Below it', 'Under it', [own, stream]),
  article('cover’s credit', 'credit: Ana', 'credit: Rui', [own, stream]),
  ['cover', 'articles/cover.svg', '40', '50', [own, stream]],
  ['name of the tag', 'articles/a.md', '[only]', '[Only]', [own, stream, '/tags/only/']],
  ['comment’s text', 'comments/a.yaml', 'Well said', 'Hear, hear', [own]],
  ['comment’s author', 'comments/a.yaml', 'Bea', 'Eva', [own]],
  ['comment’s address', 'comments/a.yaml', 'Bea', 'Bea, url: https://bea.example/', [own]],
  ['comment’s date', 'comments/a.yaml', '10:00', '10:01', [own]],
  ['comment’s change', 'comments/a.yaml', 'Bea', 'Bea, updated: 2024-04-02T10:00:00Z', [own]],
  ['comment’s status', 'comments/a.yaml', 'shown', 'removed', [own]],
  ['author’s words', 'authors.yaml', 'Draws', 'Writes', [own, '/authors/rui/']],
  ['author’s picture', 'rui.svg', '30', '31', [own, '/authors/rui/']],
  ['words for the author’s picture', 'authors.yaml', 'A face', 'His face', [own, '/authors/rui/']],
  ['author’s links', 'authors.yaml', 'Elsewhere', 'There', [own, '/authors/rui/']],
  ['series’ words', 'series/steps.yaml', 'In order', 'One by one', ['/series/steps/']],
  ['title of the series', 'series/steps.yaml', 'Steps', 'Stairs', [own, stream, '/series/steps/']],
  [
    'part to come',
    'series/steps.yaml',
    'The last step',
    'The second step',
    [own, stream, '/series/steps/'],
  ],
  ['page’s text', 'pages/about.md', 'this', 'that', ['/about/']],
  ['page’s title', 'pages/about.md', 'title: About', 'title: Us', ['/about/']],
  ['page’s summary', 'pages/about.md', '# Spare', 'summary: Who', ['/about/']],
])(
  'a change of an entry’s, author’s or series’ %s renews the pages that show it, and no other',
  async (_, file, from, to, pages) => {
    expect(changedPages(await unchanged(), await pageKeys(edited(file, from, to)))).toEqual(
      [...pages].sort(),
    );
  },
);

it.each<[name: string, file: string, from: string, to: string]>([
  ['title', 'site.yaml', 'title: Sample', 'title: Example'],
  ['tagline', 'site.yaml', 'author: ana', 'author: ana\ntagline: Of all things'],
  ['address', 'site.yaml', 'sample.example', 'example.example'],
  ['language', 'site.yaml', 'author: ana', 'author: ana\nlanguage: de'],
  ['navigation', 'site.yaml', 'label: About', 'label: Us'],
  ['channel', 'site.yaml', 'author: ana', 'author: ana\nchannel: "@sample_channel"'],
  ['colour', 'site.yaml', 'author: ana', 'author: ana\ntheme: { accent: "#7a1f1f" }'],
  ['face', 'site.yaml', 'author: ana', 'author: ana\ntheme: { face: sans }'],
  ['author’s address', 'authors.yaml', 'ana.example', 'anna.example'],
])('a change of the journal’s %s renews every page', async (_, file, from, to) => {
  expect(changedPages(await unchanged(), await pageKeys(edited(file, from, to)))).toEqual(
    [...(await unchanged()).keys()].sort(),
  );
});

it('whatever search engines are told of an entry stands in the key of its page', async () => {
  const changes: readonly (readonly [field: string, file: string, from: string, to: string])[] = [
    ['headline', 'articles/a.md', 'An article', 'The article'],
    ['description', 'articles/a.md', 'In short', 'In brief'],
    ['datePublished', 'articles/a.md', '2024-03-04', '2024-03-04T09:30:00Z'],
    ['dateModified', 'articles/a.md', spare, 'updated: 2024-06-07'],
    ['mainEntityOfPage', 'articles/a.md', spare, 'canonical: https://one.example/'],
    ['inLanguage', 'articles/a.md', spare, 'lang: de'],
    ['keywords', 'articles/a.md', '[only]', '[Only]'],
    ['sameAs', 'articles/a.md', 'elsewhere.example/1', 'elsewhere.example/2'],
    ['image', 'articles/cover.svg', '40', '50'],
    ['author', 'authors.yaml', 'name: Rui', 'name: Ruy'],
    ['author', 'authors.yaml', '  bio: Draws.', '  url: https://rui.example/'],
    ['author', 'articles/a.md', 'authors: rui', 'authors: [rui, ana]'],
    ['@id', 'site.yaml', 'sample.example', 'example.example'],
    ['url', 'site.yaml', 'sample.example', 'sample.example/a'],
    ['isPartOf', 'site.yaml', 'title: Sample', 'title: Example'],
  ];
  const before = await toldOf(own, files);
  for (const [field, ...change] of changes) {
    const changed = edited(...change);
    expect((await toldOf(own, changed))[field], field).not.toEqual(before[field]);
    const pages = changedPages(await unchanged(), await pageKeys(changed));
    expect(pages, field).toContain(own);
  }
  // What it is follows from whether it has a headline.
  const fields = new Set(['@context', '@type', ...changes.map(([field]) => field)]);
  expect(Object.keys(before).filter((field) => !fields.has(field))).toEqual([]);
});

it('a style sheet of the journal’s own renews every page, which names it', async () => {
  const style = 'p { color: red }';
  expect(changedPages(await unchanged(), await pageKeys({ ...files, 'style.css': style }))).toEqual(
    [...(await unchanged()).keys()].sort(),
  );
});

it('a blogroll renews every page, whose footer leads to it', async () => {
  const blogroll = '- { title: A friend, url: https://friend.example/ }\n';
  expect(
    changedPages(await unchanged(), await pageKeys({ ...files, 'blogroll.yaml': blogroll })),
  ).toEqual([...(await unchanged()).keys()].sort());
});

let keys: Promise<Map<string, string>> | undefined;

/** The keys of {@link files}, made once. */
function unchanged(): Promise<Map<string, string>> {
  keys ??= pageKeys(files);
  return keys;
}

function edited(file: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = files[file];
  if (!text?.includes(from)) throw new Error(`${file} does not have ${from}`);
  return { ...files, [file]: text.replace(from, to) };
}
