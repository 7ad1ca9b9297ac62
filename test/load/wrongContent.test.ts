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
    'no site.yaml value',
    { 'site.yaml': 'title: Sample\n' },
    `content/site.yaml:1: no "url"; expected an address that begins with https:// (or http://); add the line "url: …"`,
  ],
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
    'a key that is none',
    { 'articles/a.md': article('Fine.', 'dratf: true\n') },
    `content/articles/a.md:4: unknown key "dratf"; expected one of title, date, updated, summary, tldr, tags, series, authors, lang, cover, draft, slug, aliases, canonical, id, mirror, syndication, inReplyTo, translations; did you mean "draft"?`,
  ],
  [
    'no title',
    { 'articles/a.md': entry(day) },
    `content/articles/a.md:1: no "title"; expected text; add the line "title: …"`,
  ],
  [
    'a date that no calendar has',
    { 'notes/a.md': entry('date: 2026-02-30\n') },
    `content/notes/a.md:2: "date" is "2026-02-30"; expected a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00; correct "date"`,
  ],
  [
    'YAML that is none',
    { 'notes/a.md': entry(`${day}tags: [a\n`) },
    `content/notes/a.md:3: YAML that cannot be read (Flow sequence in block collection must be sufficiently indented and end with a ]); expected one \`key: value\` a line, with text that begins with * or & or has \`: \` or \` #\` in it in quotes; mend that line`,
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
    'front matter in JavaScript',
    { 'notes/a.md': '---js\n{}\n---\n\nFine.\n' },
    `content/notes/a.md:1: front matter in "js", which is refused and was not run; expected YAML between two lines of \`---\`; write the front matter as YAML`,
  ],
  [
    'an undefined footnote',
    { 'articles/a.md': article('One[^1].') },
    `content/articles/a.md:6: the footnote [^1] is not defined; expected a line "[^1]: …"; write the note, remove the mark, or write \\[^1] if it is not one`,
  ],
  [
    'an unused footnote',
    { 'articles/a.md': article('One.\n\n[^1]: Nobody asks.') },
    `content/articles/a.md:8: the footnote [^1] is never referred to; expected the mark [^1] somewhere in the text; set the mark, or remove the note`,
  ],
  [
    'a footnote defined twice',
    { 'articles/a.md': article('One[^1].\n\n[^1]: First.\n\n[^1]: Second.') },
    `content/articles/a.md:10: the footnote [^1] is defined a second time; the first is in line 8; expected one definition for each note; rename or remove one of the two`,
  ],
  [
    'a missing picture',
    { 'articles/a.md': article('![A cat](cat.jpg)') },
    `content/articles/a.md:6: the picture cat.jpg is missing; expected the file articles/cat.jpg; put the file there, or correct the name`,
  ],
  [
    'a picture whose name is written otherwise, or that lies elsewhere',
    {
      'articles/a.md': article(
        '![A cat](Cat.SVG) ![A dog](dog.svg) <img src="dot.svg" alt="A dot">',
      ),
      'articles/cat.svg': '',
      'pictures/dog.svg': '',
      'notes/one/dot.svg': '',
      'notes/two/dot.svg': '',
    },
    `content/articles/a.md:6: the picture Cat.SVG is missing; expected the file articles/Cat.SVG; did you mean "cat.svg"?
content/articles/a.md:6: the picture dog.svg is missing; expected the file articles/dog.svg; did you mean "../pictures/dog.svg"?
content/articles/a.md:6: the picture dot.svg is missing; expected the file articles/dot.svg; put the file there, or correct the name`,
  ],
  [
    'a picture without alt text',
    { 'articles/a.md': article('![](/cat.jpg)') },
    `content/articles/a.md:6: the file /cat.jpg is missing; expected the file public/cat.jpg; put the file there, or correct the name
content/articles/a.md:6: the picture /cat.jpg has no alt text; expected words that say what it shows; write ![what it shows](…), or ![ ](…) if it only decorates`,
  ],
  [
    'a broken link',
    { 'articles/a.md': article('[There](/2026/there/)') },
    `content/articles/a.md:6: a link to /2026/there/, which does not exist; expected a page of this journal; correct the link`,
  ],
  [
    'a link to no file',
    { 'articles/a.md': article('[There](there.md)') },
    `content/articles/a.md:6: a link to there.md, which is no entry or page; expected a Markdown file of this journal (articles/there.md is none); correct the link`,
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
    'a broken anchor',
    { 'articles/a.md': article('# Here\n\n[There](#hear)') },
    `content/articles/a.md:8: a link to #hear in this text, which is not there; expected one of #here; did you mean "here"?`,
  ],
  [
    'two entries on one path',
    {
      'articles/a.md': article('Fine.', 'slug: same\n'),
      'articles/b.md': article('Fine.', 'slug: same\n'),
    },
    `content/articles/b.md:4: the path /2026/same/, which articles/a.md has already; expected a path of its own; give it another "slug" or file name`,
  ],
  [
    'a path of the site itself',
    { 'articles/a.md': article('Fine.', 'aliases: /archive/\n') },
    `content/articles/a.md:4: the alias /archive/, which the site itself has already; expected a path of its own; remove that alias`,
  ],
  [
    'a gap in a series',
    {
      'series/s.yaml': 'title: S\n',
      'articles/a.md': article('Fine.', 'series: { id: s, part: 1 }\n'),
      'articles/b.md': article('Fine.', 'series: { id: s, part: 3 }\n'),
    },
    `content/articles/b.md:4: part 3 of the series "s", but there is no part 2; expected part 2; correct "part", or leave it out: the dates then give the order`,
  ],
  [
    'a part twice',
    {
      'series/s.yaml': 'title: S\n',
      'articles/a.md': article('Fine.', 'series: { id: s, part: 1 }\n'),
      'articles/b.md': article('Fine.', 'series: { id: s, part: 1 }\n'),
    },
    `content/articles/b.md:4: part 1 of the series "s" for the second time; articles/a.md is part 1 too; expected another number; correct "part", or leave it out: the dates then give the order`,
  ],
  [
    'an unknown series',
    { 'articles/a.md': article('Fine.', 'series: moving\n') },
    `content/articles/a.md:4: unknown series "moving"; expected one of (there is none yet); add it as series/moving.yaml`,
  ],
  [
    'an unknown author',
    { 'authors.yaml': 'ana:\n  name: Ana\n', 'articles/a.md': article('Fine.', 'authors: anna\n') },
    `content/articles/a.md:4: unknown author "anna"; expected one of ana; did you mean "ana"?`,
  ],
  [
    'a reply to an entry that is not there',
    { 'notes/a.md': entry(`${day}inReplyTo: https://sample.example/2026/gone/\n`) },
    `content/notes/a.md:3: a reply to https://sample.example/2026/gone/, which is not in this journal; expected the address of an entry; correct inReplyTo`,
  ],
  [
    'an unknown callout',
    { 'articles/a.md': article('> [!NOTTE]\n> Hm.') },
    `content/articles/a.md:6: an unknown callout [!NOTTE]; expected one of [!NOTE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION], [!PULL]; did you mean "NOTE"?`,
  ],
  [
    'mathematics that is none',
    { 'articles/a.md': article('$$\\frac{1}$$') },
    `content/articles/a.md:6: mathematics that cannot be read (Unexpected end of input in a macro argument, expected '}' at end of input: \\frac{1}); expected TeX as Temml knows it; correct it, or write \\$\\$ if it is none`,
  ],
  [
    'a script',
    { 'articles/a.md': article('<script>alert(1)</script>') },
    `content/articles/a.md:6: a <script>, and no script runs on these pages; expected HTML without it; remove it`,
  ],
  [
    'lines that a block of code does not have',
    { 'articles/a.md': article('```ts {7}\nlet a;\n```') },
    `content/articles/a.md:6: a mark on the lines {7} of a code block that has 1 line; expected the number 1; correct the numbers`,
  ],
  [
    'a navigation link to nowhere',
    { 'site.yaml': `${site}nav:\n  - { label: A, path: /a/ }\n` },
    `content/site.yaml:4: "nav" leads to /a/, which does not exist; expected a page of this journal; correct the path`,
  ],
  [
    'a file in no room',
    { 'essays/a.md': 'Fine.' },
    `content/essays/a.md:1: a Markdown file in no room of the journal; expected articles/, notes/ or pages/; move it, or let its name begin with . to hide it`,
  ],
])('%s is told with its place, what was expected and what to do', async (_, files, message) => {
  expect(await faultsOf(files)).toBe(message);
});
