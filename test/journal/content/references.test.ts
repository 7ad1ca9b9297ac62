import { expect, it } from 'vitest';
import { faultsOfFiles, type SampleFiles } from '../sample.ts';

const site = 'title: S\nurl: https://sample.example\n';
/** An id with a letter and its mark apart (NFD). */
const apart = 'ju\u0308rgen';

const note = (lines = '') => `---\ndate: 2026-01-02\n${lines}\n---\n`;

it.each<[string, SampleFiles, ...string[]]>([
  [
    'a series that is there',
    { 'series/tide.yaml': 'title: T\n', 'notes/a.md': note('series: tide') },
  ],
  [
    'a series that is not there',
    { 'series/tide.yaml': 'title: T\n', 'notes/a.md': note('series: tied') },
    'notes/a.md:3: unknown series "tied"; expected one of tide; did you mean "tide"?',
  ],
  [
    'a series where there is none',
    { 'notes/a.md': note('series: tide') },
    'notes/a.md:3: unknown series "tide"; expected one of (there is none yet); add it as series/tide.yaml',
  ],
  [
    'a series whose file cannot be read',
    { 'series/tide.yaml': 'name: T\n', 'notes/a.md': note('series: tide') },
    'series/tide.yaml:1: no "title"; expected text; add the line "title: …"',
    'series/tide.yaml:1: unknown key "name"; expected one of title, description, planned; write it as "title"',
  ],
  ['an author where authors.yaml is not kept', { 'notes/a.md': note('authors: [ana]') }],
  [
    'an author that is not there',
    { 'authors.yaml': 'ana: {name: Ana}\n', 'notes/a.md': note('authors: [ana, bob]') },
    'notes/a.md:3: unknown author "bob"; expected one of ana; add it as an id in authors.yaml',
  ],
  [
    'a series and an author in the letters of macOS',
    {
      'site.yaml': `${site}author: ${apart}\n`,
      'series/gr\u00f6\u00dfe.yaml': 'title: T\n',
      'authors.yaml': 'j\u00fcrgen: {name: J}\n',
      'notes/a.md': note(`series: gro\u0308\u00dfe\nauthors: ${apart}`),
    },
  ],
  [
    'an author whose id is in the letters of macOS',
    { 'authors.yaml': `${apart}: {name: J}\n`, 'notes/a.md': note('authors: [j\u00fcrgen]') },
  ],
  ['a reply to another site', { 'notes/a.md': note('inReplyTo: https://b.example/x') }],
  [
    'a reply to an entry',
    { 'notes/a.md': note(), 'notes/b.md': note('inReplyTo: https://sample.example/notes/a/') },
  ],
  [
    'a reply to nothing',
    { 'notes/b.md': note('inReplyTo: https://sample.example/notes/a/') },
    'notes/b.md:3: a reply to https://sample.example/notes/a/, which is not in this journal; expected the address of an entry; correct inReplyTo',
  ],
  [
    'Markdown outside the rooms',
    { 'drafts/a.md': note(), 'README.md': 'x', 'articles/README.txt.md': note('title: T') },
    'drafts/a.md:1: a Markdown file in no room of the journal; expected articles/, notes/ or pages/; move it, or let its name begin with . to hide it',
  ],
  [
    'a note in MDX',
    { 'notes/a.mdx': note() },
    'notes/a.mdx:1: a note in MDX; expected notes in Markdown (.md); rename it to .md, or move it to articles/',
  ],
])('%s', (_, files, ...faults) => {
  expect(faultsOfFiles(files)).toEqual(faults);
});
