import { describe, expect, it } from 'vitest';
import { describeFault } from '#journal/fault/fault.ts';
import { wordsOf } from '#journal/text/inline/words.ts';
import { parseMarkdown } from '#journal/text/markdown.ts';
import { commentHtml } from '../../../src/render/output/comment.ts';
import { renderDocument } from '../../../src/render/render.ts';
import { context, render } from '../../render/sample.ts';
import { sampleEntry } from '../sample.ts';

describe('a single tilde strikes nothing through', () => {
  it.each([
    ['5~10 or 20~30', '5~10 or 20~30'],
    ['~a *b* `c`~ d', '~a <em>b</em> <code>c</code>~ d'],
    ['~~a~~ and ~b~', '<del>a</del> and ~b~'],
    ['~a ~~b~~ c~', '~a <del>b</del> c~'],
    ['a~b~c~d ~e ~f~ g~ \\~h~ i~', 'a~b~c~d ~e ~f~ g~ ~h~ i~'],
    ['は~「語」~と**「強」**と', 'は~「語」~と<strong>「強」</strong>と'],
  ])('%s', (source, html) => {
    expect(render(`${source}\n`).html).toBe(`<p>${html}</p>\n`);
    expect(commentHtml(source)).toBe(`<p>${html}</p>`);
    expect(wordsOf(parseMarkdown(source))).toBe(source.replace(/~~|\*|`|\\/g, ''));
  });

  it('nor is it missing where words are taken out of the text, or kept from the rest', () => {
    const { html, facts } = render(
      '5~10 or 20~30 "a" [[About]]~ or ~\n\n| 5~10 or 20~30 |\n|---|\n| ~x~ |\n',
    );
    expect(facts.excerpt).toBe('5~10 or 20~30 “a” About~ or ~');
    expect(html).toContain('20~30 “a” <a href="/about/">About</a>~');
    expect(html).toContain('aria-label="5~10 or 20~30"');
  });
});

it.each([
  ['x[[1]] and y(a)[[b]]', 'x[[1]] and y(a)[[b]]'],
  ['参见[[other]]', '参见<a href="/2026/other/">other</a>'],
  ['a [[About]]', 'a <a href="/about/">About</a>'],
])('double brackets behind a word are no name: %s', (source, html) => {
  expect(render(`${source}\n`).html).toBe(`<p>${html}</p>\n`);
});

it.each([
  ['It is "".', 'It is "".'],
  ['f("") and ("")', 'f("") and ("")'],
  ['"" is empty', '"" is empty'],
  ['"a "b"" c', '“a ‘b’” c'],
  ["'' and ('') or ''.", "'' and ('') or ''."],
  ['He said "yes".', 'He said “yes”.'],
])('quotes with nothing between them stay: %s', (source, shown) => {
  expect(render(`${source}\n`).html.replaceAll('&quot;', '"')).toBe(`<p>${shown}</p>\n`);
});

it.each([
  ['# A\n\n## B\n\n# C\n\n###### D', ['h2', 'h3', 'h2', 'h6']],
  ['# A\n\n## B', ['h2', 'h3']],
  ['<h1>A</h1>\n\n# B\n\n<div><H1 id="c">C</H1></div>\n\n<h2>D</h2>', ['h2', 'h2', 'H2', 'h3']],
  ['`<h1>` and <h1>A</h1>', ['h1']],
])('of several headings of the first rank all go down: %j', (source, ranks) => {
  const found = [...render(`${source}\n`).html.matchAll(/<(h\d)/gi)].map(([, rank]) => rank);
  expect(found).toEqual(ranks);
});

it.each([
  'console',
  'mysql',
  'zsh',
  'C++',
  'golang',
  'jsonc',
  'ps1',
  'bat',
  'rs',
  'terraform',
  'postgresql',
  'asm',
])('code in %s has its colours', (language) => {
  const code = '$ ls -l "a"\nselect 1; // "x"\nmov eax, 1\nfn main() { return "x" }';
  expect(render(`\`\`\`${language}\n${code}\n\`\`\`\n`).html).toContain('class="token ');
});

describe('a title holds plain words, and what is more is told', () => {
  it.each([
    ['On *Emma*', '*Emma*'],
    ['On **all** of it', '**all**'],
    ['On <cite>Emma</cite>', '<cite>'],
    ['Salt &#038; pepper', '&#038;'],
    ['Salt &amp; pepper', '&amp;'],
    ['A [link](/about/)', '[link](/about/)'],
    ['关于**重要**的事', '**重要**'],
    ['Who ||did it||', '||did it||'],
    ['No ~~more~~ less', '~~more~~'],
    ['A mark[^1]', '[^1]'],
    ['On [[Emma]]', '[[Emma]]'],
  ])('%s', (title, mark) => {
    const entry = sampleEntry('articles/a.md', `date: 2026-01-02\ntitle: ${JSON.stringify(title)}`);
    expect(
      renderDocument(entry, context).facts.faults.map((fault) => describeFault(fault)),
    ).toEqual([
      `warning: articles/a.md:3: ${mark} in the title, which shows as it is typed; expected plain words; write the words alone`,
    ]);
  });

  it('so do a summary, tags and the words of a cover', () => {
    const matter =
      'title: T\ndate: 2026-01-02\nsummary: a ||b||\ntags: [c, "*d*"]\ncover: {src: photo.jpg, alt: <b>e</b>}';
    const { faults } = renderDocument(sampleEntry('articles/a.md', matter), context).facts;
    expect(faults.map(({ line, what }) => [line, what])).toEqual([
      [4, '||b|| in the summary, which shows as it is typed'],
      [5, '*d* in a tag, which shows as it is typed'],
      [6, '<b> in the words of the cover, which shows as it is typed'],
    ]);
  });

  it.each([
    'C* algebras and C*',
    '2 * 3 * 4',
    'List<String>',
    'AT&T; and more',
    'a < b > c',
    '**',
    'x[1] (y)',
    '`code`',
    'a || b || c',
    '(a||b) && (c||d)',
    'What [^a-z0-9] means',
    'How [[ -f x ]] goes',
    '~~',
    '[a] [[',
  ])('%s is words', (title) => {
    const entry = sampleEntry('articles/a.md', `date: 2026-01-02\ntitle: ${JSON.stringify(title)}`);
    expect(renderDocument(entry, context).facts.faults).toEqual([]);
  });
});
