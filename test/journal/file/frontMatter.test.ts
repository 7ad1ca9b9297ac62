import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readEntry } from '#journal/content/entry.ts';
import { formatFault } from '#journal/fault/fault.ts';
import { splitFrontMatter } from '#journal/file/frontMatter.ts';
import { sampleSite } from '../sample.ts';

describe('a file is split into front matter and body', () => {
  it.each([
    ['with \\n', '---\ntitle: A\ndate: 2026-01-02\n---\n\nText\n', '\nText\n', 5],
    [
      'with \\r\\n',
      '---\r\ntitle: A\r\ndate: 2026-01-02\r\n---\r\n\r\nText\r\n',
      '\r\nText\r\n',
      5,
    ],
    ['after a byte order mark', '\uFEFF---\ntitle: A\ndate: 2026-01-02\n---\nText', 'Text', 5],
    ['after two of them', '\uFEFF\uFEFF---\ntitle: A\ndate: 2026-01-02\n---\nText', 'Text', 5],
    ['marked as YAML', '---yaml\ntitle: A\ndate: 2026-01-02\n---\nText', 'Text', 5],
    [
      'whose body holds rules',
      '---\ntitle: A\ndate: 2026-01-02\n---\nx\n\n---\ny',
      'x\n\n---\ny',
      5,
    ],
    ['that was never closed', '---\ntitle: A\ndate: 2026-01-02\n', '', 4],
  ])('%s', (_, source, body, bodyLine) => {
    const split = splitFrontMatter(source, 'a.md');
    expect(split.faults).toEqual([]);
    expect(split.yaml.value).toEqual({ title: 'A', date: '2026-01-02' });
    expect(split.yaml.lineOf(['date'])).toBe(3);
    expect({ body: split.body, bodyLine: split.bodyLine }).toEqual({ body, bodyLine });
  });

  it.each([
    ['nothing at all', '', '', 1],
    ['no front matter', 'Text\n\n---\nmore\n', 'Text\n\n---\nmore\n', 1],
    ['a rule of four dashes at its head', '----\nText\n', '----\nText\n', 1],
    ['empty front matter', '---\n---\nText\n', 'Text\n', 3],
    ['front matter of an empty line', '---\n\n---\nText\n', 'Text\n', 4],
    ['front matter of a comment', '---\n# later\n---\nText\n', 'Text\n', 4],
  ])('with %s', (_, source, body, bodyLine) => {
    const split = splitFrontMatter(source, 'a.md');
    expect(split.faults).toEqual([]);
    expect(split.yaml.value).toBeNull();
    expect({ body: split.body, bodyLine: split.bodyLine }).toEqual({ body, bodyLine });
  });

  it('with carriage returns alone, which are told', () => {
    const { faults, body } = splitFrontMatter('---\rtitle: A\r---\rText\r', 'a.md');
    expect([faults.map((fault) => formatFault(fault)), body]).toEqual([
      [
        'a.md:1: line ends of a carriage return alone (\\r); expected those of Unix (\\n) or Windows (\\r\\n); save the file with those; editors have a setting for it',
      ],
      '',
    ]);
  });

  it('keeps every scalar as it was typed', () => {
    const lines = [
      'number: 007',
      'boolean: yes',
      'day: 2026-01-02',
      'nothing: ~',
      "quoted: 'it''s'",
      'block: |',
      '  one',
      '  two',
      'folded: >-',
      '  one',
      '  two',
    ];
    expect(splitFrontMatter(`---\n${lines.join('\n')}\n---\n`, 'a.md').yaml.value).toEqual({
      number: '007',
      boolean: 'yes',
      day: '2026-01-02',
      nothing: '~',
      quoted: "it's",
      block: 'one\ntwo\n',
      folded: 'one two',
    });
  });
});

describe('front matter in another language is refused, and nothing in it runs', () => {
  it.each([
    ['---js', 'js'],
    ['--- js', 'js'],
    ['---javascript', 'javascript'],
    ['\uFEFF---js', 'js'],
    ['\uFEFF\uFEFF---js', 'js'],
    ['---coffee', 'coffee'],
    ['---json', 'json'],
    ['---toml', 'toml'],
  ])('%j', (opening, language) => {
    const source = `${opening}\n{ "title": (globalThis.frontMatterRan = true) }\n---\nText\n`;
    const { yaml, body, faults } = splitFrontMatter(source, 'notes/a.md');
    expect(faults.map((fault) => formatFault(fault))).toEqual([
      `notes/a.md:1: front matter in "${language}", which is refused and was not run; expected YAML between two lines of \`---\`; write the front matter as YAML`,
    ]);
    expect({ value: yaml.value, body }).toEqual({ value: null, body: '' });
    expect(globalThis).not.toHaveProperty('frontMatterRan');
  });
});

it.each([
  ['+++\ntitle = "a"\ndraft = true\n+++\n\nText\n', 'toml', true],
  ['\uFEFF+++\r\ntitle = "a"\r\n+++\r\n', 'toml', undefined],
  ['{\n  "title": "a",\n  "draft": true\n}\n\nText\n', 'json', true],
  [';;;\n{"title": "a"}\n;;;\n', 'json', undefined],
])('front matter that other generators read is named: %j', (source, language, draft) => {
  const [fault, ...others] = readEntry('articles/a.md', source, sampleSite()).faults;
  expect(fault?.what).toBe(`front matter in "${language}", which is refused and was not run`);
  expect(others).toEqual([]);
  expect(fault?.draft).toBe(draft);
});

it.each(['+++ a\n+++\n', '+++\na\n', '{ a } b\n'])('%j is a text without any', (source) => {
  expect(splitFrontMatter(source, 'a.md')).toMatchObject({ faults: [], body: source });
});

it('front matter of comments alone is looked at like any other', () => {
  const { faults, body } = splitFrontMatter('---\n# a\b\n---\nText\n', 'a.md');
  expect(faults).toMatchObject([{ kind: 'control-character', line: 2 }]);
  expect(body).toBe('Text\n');
});

it.each(['\n', '\r', '\u2028'])(
  'front matter of many empty lines is refused before anything takes long over it: %j',
  (end) => {
    const { faults } = splitFrontMatter(`---\ntitle: a${end.repeat(60_000)}b: c\n---\n`, 'a.md');
    expect(faults.map((fault) => formatFault(fault).split(';')[0])).toEqual([
      'a.md:2: 60000 empty characters in a row in front matter',
    ]);
  },
);

/** Ten times as many aliases in each line as in the one before. */
const growing = ['a: &a [x, x, x, x, x, x, x, x, x, x]'].concat(
  ['ba', 'cb', 'dc'].map(
    ([name, of]) => `${name}: &${name} [${Array(10).fill(`*${of}`).join(', ')}]`,
  ),
);

describe('YAML that cannot be read is a fault with its line', () => {
  it.each([
    ['an unclosed quotation mark', 'title: "open\ndate: 2026-01-02', 'Missing closing "quote'],
    [
      'a colon in plain text',
      'date: 2026-01-02\ntitle: one: two',
      'Nested mappings are not allowed in compact mappings',
    ],
    ['a key that is there twice', 'title: a\ntitle: b', 'Map keys must be unique'],
    [
      'an emphasis that YAML takes for an alias',
      'date: 2026-01-02\ntitle: *Really*',
      'Unresolved alias (the anchor must be set before the alias): Really*',
    ],
    [
      'aliases that would grow without end',
      growing.join('\n'),
      'Excessive alias count indicates a resource exhaustion attack',
    ],
  ])('%s', (_, lines, why) => {
    const { faults } = splitFrontMatter(`---\n${lines}\n---\n`, 'a.md');
    expect(faults.map((fault) => formatFault(fault))).toEqual([
      `a.md:3: YAML that cannot be read (${why}); expected one \`key: value\` a line, with text that begins with * or & or has \`: \` or \` #\` in it in quotes; mend that line`,
    ]);
  });
});

it('a key that is no text is told as a fault, and not to the terminal', () => {
  const emitted = vi.spyOn(process, 'emitWarning').mockReturnValue();
  onTestFinished(() => emitted.mockRestore());
  const source = '---\ntitle: {{ x }}\ndate: 2026-01-02\n---\nText\n';
  expect(readEntry('notes/a.md', source, sampleSite()).faults).toHaveLength(1);
  expect(emitted).not.toHaveBeenCalled();
});
