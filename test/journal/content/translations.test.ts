import { expect, it } from 'vitest';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import { sistersOf } from '#journal/content/translations.ts';
import { publicJournal } from '#journal/public/publicJournal.ts';
import { faultsOfFiles, type SampleFiles, sampleJournal } from '../sample.ts';

const note = (...lines: string[]) => `---\n${['date: 2026-01-02', ...lines].join('\n')}\n---\n`;
const day = Date.parse('2026-06-01');

/** What readers see of each entry's translations. */
function shown(files: SampleFiles): Record<string, string> {
  const { translations } = publicJournal(sampleJournal(files), { sees: 'published', now: day });
  return Object.fromEntries(
    [...translations].map(([{ file }, all]) => [file, all.map((one) => one.file).join(' ')]),
  );
}

const pair = { 'notes/a.md': 'notes/b.md notes/a.md', 'notes/b.md': 'notes/b.md notes/a.md' };

it.each<[string, SampleFiles, Record<string, string>]>([
  ['nobody names anybody', { 'notes/a.md': note(), 'notes/b.md': note('lang: de') }, {}],
  ...[
    'b.md',
    './b.md',
    '../notes/b.md',
    '[b.md]',
    '[b.md, b.md]',
    '/notes/b/',
    '/notes/b',
    '/old/b/',
    'https://sample.example/notes/b/',
    '"b.md#part"',
  ].map((written): [string, SampleFiles, Record<string, string>] => [
    `one names the other as ${written}`,
    {
      'notes/a.md': note(`translations: ${written}`),
      'notes/b.md': note('lang: de', 'aliases: /old/b/'),
    },
    pair,
  ]),
  [
    'each names the other',
    {
      'notes/a.md': note('translations: b.md'),
      'notes/b.md': note('lang: de', 'translations: a.md'),
    },
    pair,
  ],
  [
    'a name with a sign in it',
    {
      'notes/a.md': note('translations: das%20h%C3%A4us%23.md'),
      'notes/das häus#.md': note('lang: de', 'slug: b'),
    },
    {
      'notes/a.md': 'notes/das häus#.md notes/a.md',
      'notes/das häus#.md': 'notes/das häus#.md notes/a.md',
    },
  ],
  [
    'one names two, in another room',
    {
      'articles/a.md': note('title: A', 'translations: [../notes/c.md, ../notes/b.md]'),
      'notes/b.md': note('lang: pt-BR'),
      'notes/c.md': note('lang: pt'),
    },
    {
      'articles/a.md': 'articles/a.md notes/c.md notes/b.md',
      'notes/b.md': 'articles/a.md notes/c.md notes/b.md',
      'notes/c.md': 'articles/a.md notes/c.md notes/b.md',
    },
  ],
  [
    'a chain',
    {
      'notes/a.md': note('translations: b.md'),
      'notes/b.md': note('lang: de'),
      'notes/c.md': note('lang: fr', 'translations: d.md'),
      'notes/d.md': note('lang: it', 'translations: b.md'),
    },
    Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [
        `notes/${name}.md`,
        'notes/b.md notes/a.md notes/c.md notes/d.md',
      ]),
    ),
  ],
  [
    'some are hidden',
    {
      'notes/a.md': note('translations: [b.md, c.md, d.md]'),
      'notes/b.md': note('lang: de', 'draft: true'),
      'notes/c.md': note('lang: fr').replace('2026', '2027'),
      'notes/d.md': note('lang: it'),
    },
    { 'notes/a.md': 'notes/a.md notes/d.md', 'notes/d.md': 'notes/a.md notes/d.md' },
  ],
  [
    'a draft names what is published',
    {
      'notes/a.md': note('draft: true', 'translations: [b.md, c.md]'),
      'notes/b.md': note('lang: de'),
      'notes/c.md': note('lang: fr'),
    },
    {},
  ],
])('entries link all that say the same: %s', (_, files, expected) => {
  expect(shown(files)).toEqual(expected);
});

it('the order of the entries makes no difference', () => {
  const { entries, site } = sampleJournal({
    'notes/a.md': note('translations: b.md'),
    'notes/b.md': note('lang: de'),
    'notes/c.md': note('lang: fr', 'translations: b.md'),
  });
  const inOrder = [...sistersOf({ entries, site })].sort(([a], [b]) => (a.file < b.file ? -1 : 1));
  const reversed = sistersOf({ entries: entries.toReversed(), site });
  for (const [entry, all] of inOrder) expect(reversed.get(entry)).toEqual(all);
  expect(reversed.size).toBe(3);
});

it.each<[string, SampleFiles, ...string[]]>([
  [
    'a file that is not there',
    {
      'notes/a.md': note('translations:', '  - b.md', '  - das-hauss.md'),
      'notes/b.md': note('lang: de'),
      'notes/das-haus.md': note('lang: pl'),
    },
    'notes/a.md:5: the translation das-hauss.md, which is no entry of this journal; expected the file of an entry as in a link, such as ../articles/das-haus.md, or its path; did you mean "/notes/das-haus/"?',
  ],
  ...['https://b.example/x', 'mailto:a@b.example', '../pages/about.md', '/about/', '"#a"'].map(
    (written): [string, SampleFiles, string] => [
      `what is no entry: ${written}`,
      {
        'notes/a.md': note(`translations: ${written}`),
        'pages/about.md': '---\ntitle: About\n---\n',
      },
      `notes/a.md:3: the translation ${written.replaceAll('"', '')}, which is no entry of this journal; expected the file of an entry as in a link, such as ../articles/das-haus.md, or its path; correct translations`,
    ],
  ),
  [
    'the entry itself',
    { 'notes/a.md': note('translations: a.md') },
    'notes/a.md:3: the entry itself (a.md) among its translations; expected other entries; take it out',
  ],
  [
    'one in the language of the entry, however spelled',
    {
      'notes/a.md': note('lang: pt-BR', 'translations: b.md'),
      'notes/b.md': note('lang: PT-br'),
    },
    'notes/a.md:4: two translations in the language pt-BR: notes/a.md and notes/b.md; expected one entry in each language; correct "lang" of one of the two, or take it out of translations',
  ],
  [
    'two in the same language',
    {
      'notes/a.md': note('translations: [b.md,', '  c.md]'),
      'notes/b.md': note('lang: de'),
      'notes/c.md': note('lang: de'),
    },
    'notes/a.md:4: two translations in the language de: notes/b.md and notes/c.md; expected one entry in each language; correct "lang" of one of the two, or take it out of translations',
  ],
  [
    'two in the same language by way of another one',
    {
      'notes/a.md': note('translations: b.md'),
      'notes/b.md': note('lang: de'),
      'notes/c.md': note('translations: b.md'),
    },
    'notes/c.md:3: two translations in the language en: notes/c.md and notes/a.md; expected one entry in each language; correct "lang" of one of the two, or take it out of translations',
  ],
  [
    'nothing',
    { 'notes/a.md': note('translations: ""') },
    'notes/a.md:3: "translations" is ""; expected the file of an entry, such as ../articles/das-haus.md, or a list of them; correct "translations"',
  ],
])('translations that are none are told: %s', (_, files, ...faults) => {
  expect(faultsOfFiles(files)).toEqual(faults);
});

it('what only a draft brings about stops nothing', () => {
  const files = {
    'site.yaml': 'title: Sample\nurl: https://sample.example\n',
    'notes/a.md': note('draft: true', 'translations: [b.md, c.md, d.md]'),
    'notes/b.md': note('lang: de'),
    'notes/c.md': note('lang: de'),
  };
  const { faults } = assembleJournal(
    Object.entries(files).map(([file, source]) => ({ file, source })),
  );
  expect(faults.map(({ kind, draft }) => [kind, draft])).toEqual([
    ['dead-translation', true],
    ['double-translation', true],
  ]);
});
