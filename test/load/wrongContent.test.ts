import { expect, it } from 'vitest';
import { load, loadFolder, site, wordsOf } from './content.ts';
import { temporaryFolder } from './temporary.ts';

const day = 'date: 2026-01-02\n';

const entry = (matter: string, body = 'Fine.') => `---\n${matter}---\n\n${body}\n`;
const article = (body: string, matter = '') => entry(`title: A\n${day}${matter}`, body);

type Files = Readonly<Record<string, string>>;

async function faultsOf(files: Files): Promise<string> {
  const { faults } = await load(files);
  return wordsOf(faults, 'content').join('\n');
}

it('a folder without site.yaml is told what belongs there', async () => {
  const { faults } = await loadFolder(await temporaryFolder());
  expect(wordsOf(faults)).toContainEqual(
    expect.stringContaining(
      'site.yaml:1: no such file; expected the journal’s title and url in it;',
    ),
  );
});

it.each<[string, Files, string]>([
  [
    'a file that public/ does not have, be it named by the whole address',
    {
      'articles/a.md': article(
        '![A](/nope.png) <img src="https://sample.example/b.png" alt="B">\n\n[D](/files/d.pdf)',
      ),
    },
    `content/articles/a.md:6: the file /b.png is missing; expected the file public/b.png; put the file there, or correct the name
content/articles/a.md:6: the file /nope.png is missing; expected the file public/nope.png; put the file there, or correct the name
content/articles/a.md:8: a link to /files/d.pdf, which does not exist; expected a page of this journal, or the file public/files/d.pdf; correct the link`,
  ],
  [
    'HTML and addresses that run something, in a text that several pages show',
    {
      'authors.yaml':
        'ann:\n  name: Ann\n  bio: <cite>A</cite> <img src="https://b.example/x.png"> [b](JavaScript:c)\n',
      'articles/a.md': article('Fine.', 'authors: ann\n'),
    },
    `content/authors.yaml:3: <img src="https://b.example/x.png"> in a text that several pages show; expected words in Markdown; write it without
content/authors.yaml:3: a link to JavaScript:c; expected one that begins with http:, https:, mailto:, tel:, sms:, xmpp: or the like, or a path; correct the address, or write the words alone`,
  ],
  [
    'what cannot be read, and neither a link to where it is nor the part of a series that it may be',
    {
      'articles/a.md': entry('title: A\ndate: 2015-2-3 +0100\n'),
      'articles/b.md': entry('title: "B\ndate: 31.12.2014\n'),
      'articles/c.md': article(
        '[A](/2015/02/a/) [B](/2014/01/b/) [D](/2014/11/d/)',
        'series: {id: s, part: 2}\n',
      ),
      'articles/d.md': entry('title: D\ndate: 2014-11-31\n'),
      'series/s.yaml': 'title: S\n',
      'site.yaml': `${site}permalinks: { articles: '/:year/:month/:slug/' }\n`,
    },
    `content/articles/a.md:3: "date" is "2015-2-3 +0100"; expected a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00; correct "date"
content/articles/b.md:3: YAML that cannot be read (Missing closing "quote); expected one \`key: value\` a line, with text that begins with * or & or has \`: \` or \` #\` in it in quotes; mend that line
content/articles/d.md:3: "date" is "2014-11-31"; expected a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00; correct "date"`,
  ],
  [
    'front matter that does not end',
    { 'notes/a.md': `---\n${day}\nText as it comes.\n` },
    'content/notes/a.md:1: front matter without an end; expected a line of `---` between the front matter and the text; add that line',
  ],
  [
    'front matter below an empty line',
    { 'notes/a.md': `\n---\n${day}---\n\nFine.\n` },
    'content/notes/a.md:1: front matter below empty space; expected `---` at the very beginning of the file; take out what stands above it',
  ],
  [
    'a picture whose name is written otherwise, or that lies elsewhere',
    {
      'articles/a.md': article(
        '![A cat](Cat.SVG) ![A dog](dog.svg) <img src="dot.svg" alt="A dot">\n![C](c%23.svg) ![No](people.yaml)',
      ),
      'articles/c/c#.svg': '',
      'people.yaml': '',
      'articles/cat.svg': '',
      'pictures/dog.svg': '',
      'notes/one/dot.svg': '',
      'notes/two/dot.svg': '',
    },
    `content/articles/a.md:6: the picture Cat.SVG is missing; expected the file articles/Cat.SVG; did you mean "cat.svg"?
content/articles/a.md:6: the picture dog.svg is missing; expected the file articles/dog.svg; did you mean "../pictures/dog.svg"?
content/articles/a.md:6: the picture dot.svg is missing; expected the file articles/dot.svg; put the file there, or correct the name
content/articles/a.md:7: the picture c%23.svg is missing; expected the file articles/c#.svg; did you mean "c/c%23.svg"?
content/articles/a.md:7: the picture people.yaml is missing; expected the file articles/people.yaml; put the file there, or correct the name`,
  ],
  [
    'a link to a file that lies elsewhere',
    {
      'articles/a.md': article('[Here](../articles/2014-03-02-here-it-is.md#there)'),
      'notes/here it is/index.md': '---\ndate: 2026-01-01\n---\n\nA note.\n',
    },
    `content/articles/a.md:6: a link to ../articles/2014-03-02-here-it-is.md#there, which is no entry or page; expected a Markdown file of this journal (articles/2014-03-02-here-it-is.md is none); did you mean "../notes/here%20it%20is/index.md"?`,
  ],
  [
    'a navigation link to nowhere',
    { 'site.yaml': `${site}nav:\n  - { label: A, path: /a/ }\n` },
    `content/site.yaml:4: "nav" leads to /a/, which does not exist; expected a page of this journal; correct the path`,
  ],
])('%s is told with its place, what was expected and what to do', async (_, files, message) => {
  expect(await faultsOf(files)).toBe(message);
});
