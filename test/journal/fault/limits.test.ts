import { describe, expect, it } from 'vitest';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import { readComments } from '#journal/content/comments.ts';
import { readEntry } from '#journal/content/entry.ts';
import { readPage } from '#journal/content/page.ts';
import { formatFault } from '#journal/fault/fault.ts';
import { limitFaults } from '#journal/fault/limits.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import { sampleSite } from '../sample.ts';

const site = sampleSite();

/** What is told of an article whose body, or front matter, is this, up to the first semicolon. */
function told(body: string, matter = 'title: T\ndate: 2026-01-02'): string[] {
  const { faults } = readEntry('articles/a.md', `---\n${matter}\n---\n\n${body}`, site);
  return faults.map((fault) => formatFault(fault).split(';')[0] ?? '');
}

/** Lines that differ by their number. */
const rising = (line: (at: number) => string, count: number) =>
  [...Array(count).keys()].map(line).join('');

describe('what no program could follow is told with its line, and nothing parses it', () => {
  it.each([
    ['quotations', `x\n\n${'>'.repeat(20_000)} a`, 'more than 100 quotations or lists'],
    ['lists on one line', `x\n\n${'- '.repeat(20_000)}a`, 'more than 100 quotations or lists'],
    ['both', `x\n\n${'> 1. '.repeat(20_000)}a`, 'more than 100 quotations or lists'],
    ['brackets', `x\n\n${'['.repeat(20_000)}a`, 'more than 500 signs of emphasis or brackets'],
    ['emphasis', `x\n\n${'*a '.repeat(9_000)}${'b* '.repeat(9_000)}`, 'more than 500 signs'],
    ['strong', `x\n\n${'**a __b '.repeat(900)}`, 'more than 500 signs'],
    ['stars', `x\n\n${'*'.repeat(9_000)}a${'*'.repeat(9_000)}`, 'more than 500 signs'],
    ['pictures', `x\n\n${'!['.repeat(9_000)}a${'](b)'.repeat(9_000)}`, 'more than 500 signs'],
    ['elements', `x\n\n${'<b>'.repeat(9_000)}a${'</b>'.repeat(9_000)}`, 'more than 500 elements'],
    ['elements in lines', `x\n\n${'<div>\n'.repeat(501)}a`, 'more than 500 elements', 508],
    ['underscores', `x\n\n${'_a_b'.repeat(9_000)}`, 'more than 4000 underscores'],
    ['references', `x\n\n${'&amp;'.repeat(19_000)}`, 'too many character references'],
    [
      'cells',
      `x\n\n${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'|\n'.repeat(1000)}`,
      'a table that would be filled up with more than 50000 empty cells',
      60,
    ],
    [
      'lists by their indent',
      `x\n\n${rising((at) => `${'  '.repeat(at)}- a\n`, 400)}`,
      'more than 100 quotations or lists',
      108,
    ],
    [
      'lists by tabs, in a quotation',
      `x\n\n${rising((at) => `> ${'\t'.repeat(at)}1. a\n`, 400)}`,
      'more than 100 quotations or lists',
      108,
    ],
    [
      'short words',
      `x\n\n${rising((at) => `*[A${at}]: a\n`, 2000)}`,
      'more than 1000 lines that say what a short word stands for',
      1008,
    ],
    ['long lines', `x\n\n${'字*字*'.repeat(18_000)}`, 'too many signs of Markdown in lines'],
    ['headings', `x\n\n${'# a b c\n'.repeat(34_000)}`, 'more than 100000 signs', 33_340],
    ['addresses', `x\n\n${'a@e.org\n'.repeat(21_000)}`, 'more than 100000 signs', 20_007],
    ['underlined headings', `x\n\n${'a\n=\n'.repeat(26_000)}`, 'more than 100000 signs', 50_007],
    [
      'addresses among words without spaces',
      `x\n\n${'字a@e.org\n'.repeat(13_000)}`,
      'more than 100000 signs',
      12_507,
    ],
    ['spoilers', `x\n\n${'||a||\n'.repeat(7_000)}`, 'more than 100000 signs', 6_674],
    ['code blocks', `x\n\n${'```\na\n```\n\n'.repeat(10_000)}`, 'more than 100000 signs', 36_368],
    ['formulas', `x\n\n$$\n${'x + y\n'.repeat(34_000)}$$\n`, 'more than 100000 signs', 33_340],
    ['signs', `x\n\n${'a *a*\n'.repeat(34_000)}`, 'more than 100000 signs of Markdown', 33_340],
  ])('%s', (_, body, words, line = 8) => {
    const [first = '', ...others] = told(body);
    expect(first.slice(0, words.length + `articles/a.md:${line}: `.length)).toBe(
      `articles/a.md:${line}: ${words}`,
    );
    expect(others).toEqual([]);
  });

  it.each([
    [
      'a page',
      () => readPage('pages/a.md', `---\ntitle: A\n---\n${'>'.repeat(9000)}`, site).faults,
    ],
    [
      'a comment',
      () =>
        readComments(
          'comments/a.yaml',
          `entry: /a/\ncomments:\n- id: "1"\n  name: A\n  date: 2026-01-02T10:00:00Z\n  text: "${'>'.repeat(9000)}"\n`,
        ).faults,
    ],
    [
      'a tldr',
      () => readEntry('articles/a.md', matterWith(`tldr: "${'[*'.repeat(900)}"`), site).faults,
    ],
    [
      'a mirror text',
      () => readEntry('articles/a.md', matterWith(`mirror: "${'>'.repeat(900)}"`), site).faults,
    ],
  ])('also in %s', (_, read) => {
    expect(read().map(({ what }) => what.replace(/than .*/, ''))).toEqual(['more ']);
  });
});

it.each([
  ['brackets', `{${'('.repeat(20_000)}1${')'.repeat(20_000)}}`, 'more than 500 brackets'],
  ['operators', `{${'1+'.repeat(50_000)}1}`, 'more than 4000 operators in one expression'],
  ['a statement', `export const a = ${'!'.repeat(50_000)}1`, 'more than 4000 operators'],
  [
    'an attribute',
    `<B a={${'['.repeat(20_000)}${']'.repeat(20_000)}} />`,
    'more than 500 brackets',
  ],
  ['braces in words', '{'.repeat(20_000), 'more than 500 brackets'],
  ['elements with names of other scripts', '<б>\n'.repeat(9_000), 'more than 500 elements', 506],
  ['elements that HTML need not close', '<li>\n'.repeat(9_000), 'more than 500 elements', 506],
  ['elements without a name', '<>'.repeat(20_000), 'more than 500 elements'],
])(
  'code of MDX that would end the program is told with its line: %s',
  (_, body, words, line = 6) => {
    const source = `---\ntitle: T\ndate: 2026-01-02\n---\n\n${body}\n`;
    const [first] = readEntry('articles/a.mdx', source, site).faults;
    expect(first && formatFault(first)).toMatch(`articles/a.mdx:${line}: ${words}`);
  },
);

it('code and words of MDX as people write them are no excess', () => {
  const rows = rising((at) => `  { a: [${at}, "x"], b: (1 + ${at}) * 2 },\n`, 2000);
  const body = `export const rows = [\n${rows}];\n\n<B a={rows} />\n\n${'Words. `{` a: (b) <B c={1} /><br/>\n\n'.repeat(3000)}`;
  expect(limitFaults(body, 'articles/a.mdx', 1)).toEqual([]);
});

const matterWith = (line: string) => `---\ntitle: T\ndate: 2026-01-02\n${line}\n---\n\nText.\n`;

it.each([
  ['emphasis and links in a long paragraph', '*a* **b** _c_ [d](e) a * b, c_d '.repeat(3000)],
  ['elements that close', '<b>a</b> <p>b\n\n'.repeat(6000)],
  ['tags in code', '`<div>` and `<b>`\n\n'.repeat(2000)],
  ['a block of code', `\`\`\`\n${'>'.repeat(900)}${'[*<b>'.repeat(90_000)}\n\`\`\`\n\nText.`],
  ['names in a table', '|some_long_name|other_long_name|\n'.repeat(3000)],
  ['references in paragraphs', `${'a &amp; b '.repeat(200)}\n\n`.repeat(40)],
  ['a rule', '- '.repeat(200)],
  ['a long table', `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(9000)}`],
  ['items within each other', rising((at) => `${'  '.repeat(at % 9)}- a\n`, 9000)],
  ['a novel without spaces', `${'他说：“这是一个故事。”'.repeat(200)}\n\n`.repeat(150)],
  ['a novel in one line', 'Он *сказал*: «Это история». '.repeat(1500)],
  ['a list of addresses', '- [a](https://sample.example/) b\n'.repeat(9000)],
  ['short words', rising((at) => `*[A${at}]: a\n`, 900)],
  ['money', `It takes $$ 5.\n\n${'Words, words and words.\n'.repeat(20_000)}`],
  ['a long prose', 'It was "late", and so on.\n'.repeat(20_000)],
])('%s is no excess', (_, body) => {
  expect(limitFaults(body, 'articles/a.md', 1)).toEqual([]);
});

describe('front matter that has no end is told with its line', () => {
  it.each([
    [
      'an anchor within itself',
      'title: T\ndate: 2026-01-02\ntags: &a [*a]',
      'articles/a.md:4: YAML that cannot be read (*a within &a)',
    ],
    [
      'an anchor within itself further down',
      'title: T\ndate: 2026-01-02\ncover: &a\n  src: a.png\n  alt: [{x: *a}]',
      'articles/a.md:6: YAML that cannot be read (*a within &a)',
    ],
    [
      'brackets within each other',
      `title: T\ndate: 2026-01-02\ntags: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      'articles/a.md:4: YAML that cannot be read (too much within each other)',
    ],
    [
      'brackets that nothing closes',
      `title: T\ndate: 2026-01-02\ntags:\n  - ${'[{a: '.repeat(600)}`,
      'articles/a.md:5: YAML that cannot be read (too much within each other)',
    ],
    [
      'more than front matter can be',
      `title: ${'a'.repeat(70_000)}\ndate: 2026-01-02`,
      'articles/a.md:1: front matter of 70025 characters',
    ],
  ])('%s', (_, matter, expected) => {
    expect(told('Text.', matter)).toEqual([expected]);
  });

  it('aliases that multiply each other', () => {
    const lines = Array.from({ length: 12 }, (_, at) => {
      const inside = at === 0 ? '"x"' : `*k${at - 1}`;
      return `k${at}: &k${at} [${Array(10).fill(inside).join(', ')}]`;
    });
    expect(told('Text.', lines.join('\n'))).toEqual([
      'articles/a.md:3: YAML that cannot be read (Excessive alias count indicates a resource exhaustion attack)',
    ]);
  });

  it('a file that is longer than any', () => {
    const { faults } = parseYaml(`a: [${','.repeat(1_000_000)}]`, 'site.yaml');
    expect(faults.map((fault) => formatFault(fault).split(';')[0])).toEqual([
      'site.yaml:1: a file of 1000005 characters',
    ]);
  });

  it.each([
    ['brackets', `a: ${'['.repeat(1_100)}`, 1],
    ['brackets, some way down', `a: 1\nb: ${'{c: '.repeat(1_100)}`, 2],
  ])('%s that nobody could follow', (_, text, line) => {
    expect(
      parseYaml(text, 'a.yaml').faults.map((fault) => formatFault(fault).split(';')[0]),
    ).toEqual([`a.yaml:${line}: YAML that cannot be read (too much within each other)`]);
  });

  it.each([
    ['a block of words', `a: |\n${'  so :[ it is {\n'.repeat(1_100)}`],
    ['quotation marks', `a: "${'['.repeat(1_100)}"`],
    ['plain words', `a: x${'['.repeat(1_100)}`],
    ['lists that end', `a: [${'[], {}, '.repeat(1_100)}]`],
  ])('brackets in %s are none', (_, text) => {
    expect(parseYaml(text, 'a.yaml').faults).toEqual([]);
  });

  it('more mistakes than a call takes arguments', () => {
    const site = { file: 'site.yaml', source: 'title: S\nurl: https://s.example\n' };
    const faultsOf = (file: string, source: string) =>
      assembleJournal([site, { file, source }]).faults.length;
    expect(faultsOf('blogroll.yaml', '- \n'.repeat(130_000))).toBe(130_000);
    expect(faultsOf('authors.yaml', `a: !!binary ${'QUFB'.repeat(50_000)}\n`)).toBe(1);
  });

  it('a key that is there twice, however many there are', () => {
    const keys = Array.from({ length: 5000 }, (_, at) => `k${at}: x\n`).join('');
    const { faults } = parseYaml(`${keys}k7: y\n`, 'a.yaml');
    expect(faults.map((fault) => formatFault(fault).split(';')[0])).toEqual([
      'a.yaml:5001: YAML that cannot be read (Map keys must be unique)',
    ]);
  });
});
