import { describe, expect, it } from 'vitest';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import { readEntry } from '#journal/content/entry.ts';
import { formatFault } from '#journal/fault/fault.ts';
import { characterFaults } from '#journal/file/characterFaults.ts';
import { splitFrontMatter } from '#journal/file/frontMatter.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import { faultsOfFiles, sampleSite } from '../sample.ts';

const told = (place: string, code: string, how: string) =>
  `${place}: the character U+${code} (${how}), which nobody sees and no feed can carry; expected text without control characters; take it out`;

describe('a character that no text may have is told with its line', () => {
  it.each([
    ['a backspace', 'a\nb\u0008c', '0008', 2, 2],
    ['a null', '\0', '0000', 1, 1],
    ['a delete', 'a\u007F', '007F', 1, 2],
    ['a control of Latin 1', 'a\r\n\u0085b', '0085', 2, 1],
    ['what XML refuses', 'a\uFFFE', 'FFFE', 1, 2],
    ['half of a surrogate pair', 'a\uD800b', 'D800', 1, 2],
    ['the other half', '😀\uDE00', 'DE00', 1, 3],
  ])('%s', (_, text, code, line, column) => {
    expect(characterFaults(text, 'f.md').map((fault) => formatFault(fault))).toEqual([
      told(`f.md:${line}`, code, `at character ${column} of the line`),
    ]);
  });

  it.each([
    'a\tb\r\nc',
    '\uFEFFa',
    'a\u200Db\u200Cc\u200E\u200F\u2067d\u2069',
    '😀\u00AD\u00A0\u2028',
  ])('and %j has none', (text) => {
    expect(characterFaults(text, 'f.md')).toEqual([]);
  });

  it.each([
    ['a: "b\\x08c"', '0008'],
    ['\na: [b, "\\u0010"]', '0010'],
    ['"\\x0b": a', '000B'],
    ['a: "\\ud800"', 'D800'],
  ])('in YAML, also where it is an escape: %j', (text, code) => {
    const line = text.startsWith('\n') ? 2 : 1;
    expect(parseYaml(text, 'f.yaml').hidden.map((fault) => formatFault(fault))).toEqual([
      told(`f.yaml:${line}`, code, 'written as an escape'),
    ]);
  });

  it.each(['a: "b\\tc\\nd"', "a: 'b\\x08c'", 'a: b\\x08c'])('but not in %j', (text) => {
    const { faults, hidden } = parseYaml(text, 'f.yaml');
    expect([...faults, ...hidden]).toEqual([]);
  });

  it('in Markdown, also where it is a character reference, but not in code', () => {
    const body = 'a&#8;b &#65; &#x9;\n\n`&#8;`\n\n```\n&#8;\n```\n\n<b title="&#X0B;">c</b> &#0;\n';
    const { faults } = splitFrontMatter(`---\ndate: 2026-01-01\n---\n${body}`, 'notes/a.md');
    expect(faults.map((fault) => formatFault(fault))).toEqual([
      told('notes/a.md:4', '0008', 'written as &#8;'),
      told('notes/a.md:12', '000B', 'written as &#X0B;'),
      told('notes/a.md:12', '0000', 'written as &#0;'),
    ]);
  });

  it('in the Markdown of the front matter as well', () => {
    const matter =
      'title: A\ndate: 2026-01-01\ntldr: a&#8;b\nsummary: a&#8;b\ncover:\n  src: a.png\n  alt: a\n  caption: "&#x1F;"\n  credit: "`&#8;`"';
    const { faults } = readEntry('articles/a.md', `---\n${matter}\n---\n\nx\n`, sampleSite());
    expect(faults.map((fault) => formatFault(fault))).toEqual([
      told('articles/a.md:4', '0008', 'written as &#8;'),
      told('articles/a.md:9', '001F', 'written as &#x1F;'),
    ]);
  });

  it('in whichever file of the journal it is', () => {
    const { faults, unread } = assembleJournal([
      { file: 'site.yaml', source: 'title: T\nurl: https://a.example\n' },
      { file: 'authors.yaml', source: 'ana:\n  name: "A\\x08"\n' },
      { file: 'series/s.yaml', source: 'title: "S\\x0bx"\n' },
      { file: 'notes/a.md', source: '---\ndate: 2026-01-01\ntags: [ok, "a\\x10b"]\n---\n\nx\n' },
      { file: 'notes/b.md', source: '---\ndate: 2026-01-01\n---\n\nx\u001B\n' },
      { file: 'blogroll.yaml', source: '- title: "B\u0007"\n  url: https://b.example\n' },
    ]);
    expect(faults.map(({ file, line }) => `${file}:${line}`).sort()).toEqual([
      'authors.yaml:2',
      'blogroll.yaml:1',
      'notes/a.md:3',
      'notes/b.md:5',
      'series/s.yaml:1',
    ]);
    expect(unread).toEqual(['notes/a.md', 'notes/b.md']);
  });
});

it.each([
  ['notes/a.md', '---\ndtae: 2026-01-09\n---\n\na\u0008b\n', 'notes/a.md:2: '],
  ['notes/a.md', '---\ndate: 2026-01-09\ntags: [""]\n---\n\na&#8;b\n', 'notes/a.md:3: '],
  ['pages/a.md', '---\ntitel: A\n---\n\na\u0008b\n', 'pages/a.md:2: '],
])('in a body it hides nothing of what is wrong above: %s', (file, source, above) => {
  const faults = faultsOfFiles({ [file]: source });
  expect(faults.find((fault) => fault.startsWith(above))).toBeDefined();
  expect(faults.find((fault) => fault.includes('the character U+0008'))).toBeDefined();
});

it('in front matter it hides nothing of what is wrong in other lines', () => {
  const source = '---\ntitle: a\u0008b\ndate: 2026-01-09\ntgas: x\n---\n';
  expect(faultsOfFiles({ 'articles/a.md': source })).toEqual([
    told('articles/a.md:2', '0008', 'at character 9 of the line'),
    expect.stringMatching(/^articles\/a\.md:4: unknown key "tgas"/),
  ]);
});
