import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  editFrontMatter,
  type FrontMatterValue,
  splitFrontMatter,
} from '#journal/file/frontMatter.ts';

type Edits = Parameters<typeof editFrontMatter>[1];

describe('an edit changes the named keys and nothing else', () => {
  const head = 'title: a # why\ndraft: true # not yet\ntags: [x, "y, z"] # two\n# last\n';
  it.each<[string, string, Edits, string]>([
    ['a value, keeping its comment', head, { draft: false }, head.replace('true', 'false')],
    ['a key away', head, { draft: undefined }, head.replace('draft: true # not yet\n', '')],
    ['a key that is not there away', head, { summary: undefined }, head],
    ['a key in', head, { date: '2026-01-02' }, `${head}date: 2026-01-02\n`],
    ['a list in brackets', head, { tags: ['b', 'c, d'] }, head.replace('x, "y, z"', 'b, "c, d"')],
    [
      'a text of two lines before a comment',
      head,
      { title: 'a\nb' },
      head.replace('a #', '"a\\nb" #'),
    ],
    [
      'text that YAML would take for more',
      'title: a\n',
      { title: 'a: "b" #c' },
      `title: 'a: "b" #c'\n`,
    ],
    ['text that looks like a flag', 'title: a\n', { title: 'true' }, 'title: "true"\n'],
    ['line breaks at the end', 'title: a\n', { title: 'b\n\n' }, 'title: "b\\n\\n"\n'],
    ['a quoted key', `'date': 3\nb: 1\n`, { date: '4' }, `'date': "4"\nb: 1\n`],
    ['a key without value', 'title:\ndate: 1\n', { title: 'b' }, 'title: b\ndate: 1\n'],
    ['a block', 'a: |\n  x\n  y\n# c\nb: 1\n', { a: 'z' }, 'a: z\n# c\nb: 1\n'],
    ['a block away', 'a: >\n  x\n\n  y\n# c\nb: 1\n', { a: undefined }, '# c\nb: 1\n'],
    ['a text into a block', 'a: x\nb: 1\n', { a: 'y\nz' }, 'a: |-\n  y\n  z\nb: 1\n'],
    ['a list', 'a:\n  - x # one\n  - y\n\n# c\nb: 1\n', { a: ['p'] }, 'a:\n  - p\n\n# c\nb: 1\n'],
    ['a list away', 'a:\n  - x\n  - y\n\n# c\nb: 1\n', { a: undefined }, '\n# c\nb: 1\n'],
    [
      'a map of lines, keeping comments in it',
      'a: # one\n  # two\n  x: "1" # three\n  y: 2 # four\n\n  z: 3 # five\n# six\nb: 1\n',
      { a: { w: 'p: q', z: '4', x: '1' } },
      'a: # one\n  # two\n  x: "1" # three\n\n  z: "4" # five\n  w: "p: q"\n# six\nb: 1\n',
    ],
    [
      'a map of lines whose values have lines',
      'a:\n  x: |\n    p\n    q\n  y:\n    - r\n    - s # c\nb: 1\n',
      { a: { x: 'u\nv\n', y: ['t'] } },
      'a:\n  x: "u\\nv\\n"\n  y: [t]\nb: 1\n',
    ],
    [
      'a map without a line of the old one',
      'a:\n  x: 1\nb: 1\n',
      { a: { y: 'z' } },
      'a:\n  y: z\nb: 1\n',
    ],
    ['a map', 'a: {id: x}\nb: 1\n', { a: { id: 'y', part: 2 } }, 'a: {id: y, part: 2}\nb: 1\n'],
    [
      'a value that ends with the space of Chinese',
      'a: x\u3000\nb: 1\n',
      { a: 'y' },
      'a: y\nb: 1\n',
    ],
    ['a value that ends with a no-break space', 'a: x\u00A0 # c\n', { a: 'y' }, 'a: y # c\n'],
    ['a value that ends with a line separator', 'a: x\u2028\nb: 1\n', { a: 'y' }, 'a: y\nb: 1\n'],
    ['empty front matter', '', { a: 'x' }, 'a: x\n'],
    ['front matter of a comment', '# c\n', { a: 'x' }, '# c\na: x\n'],
  ])('%s', (_, before, edits, after) => {
    const body = '\nText\n---\n  more  \n';
    expect(editFrontMatter(`---\n${before}---\n${body}`, edits)).toBe(`---\n${after}---\n${body}`);
  });

  it.each([
    [
      'with \\r\\n',
      '---\r\na: 1\r\nb: 2\r\n---\r\nText\r\n',
      '---\r\na: 1\r\nb: x\r\nc: |-\r\n  p\r\n  q\r\n---\r\nText\r\n',
    ],
    [
      'with both line ends',
      '---\na: 1\r\nb: 2\n---\nText\r\n',
      '---\na: 1\r\nb: x\nc: |-\n  p\n  q\n---\nText\r\n',
    ],
    [
      'after a byte order mark',
      '\uFEFF---\nb: 2\n---\nText',
      '\uFEFF---\nb: x\nc: |-\n  p\n  q\n---\nText',
    ],
    [
      'after two of them',
      '\uFEFF\uFEFF---\nb: 2\n---\nText',
      '\uFEFF\uFEFF---\nb: x\nc: |-\n  p\n  q\n---\nText',
    ],
    ['that was never closed', '---\nb: 2', '---\nb: x\nc: |-\n  p\n  q\n'],
    ['without front matter', 'Text\n', '---\nb: x\nc: |-\n  p\n  q\n---\n\nText\n'],
    ['that begins with a rule', '----\n', '---\nb: x\nc: |-\n  p\n  q\n---\n\n----\n'],
  ])('in a file %s', (_, before, after) => {
    expect(editFrontMatter(before, { b: 'x', c: 'p\nq' })).toBe(after);
  });
});

const harm = 'The edit would have changed other keys of the front matter; edit the file by hand';

it.each([
  ['another key takes its value from the edited one', 'a: &x 1\nb: *x', { a: '2' }, harm],
  ['a key cannot be cut out of braces', '{a: 1, b: 2}', { a: undefined }, harm],
  [
    'the front matter cannot be read',
    'a: "1',
    { a: '2' },
    'The front matter cannot be edited: YAML that cannot be read (Missing closing "quote)',
  ],
])('an edit that could do harm is refused where %s', (_, matter, edits, words) => {
  expect(() => editFrontMatter(`---\n${matter}\n---\n`, edits)).toThrow(new Error(words));
});

const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[-a-c:#'"|>&*!?%@`{}[\],\\ \n]{0,12}$/),
  fc.constantFrom(
    '',
    ' ',
    '---',
    '\n---\n',
    'true',
    '~',
    '007',
    '2026-01-02',
    '# c',
    'a: b',
    '- a',
    '\u2028---',
  ),
);
const value = fc.oneof<fc.Arbitrary<FrontMatterValue>[]>(
  text,
  fc.boolean(),
  fc.integer(),
  fc.array(text, { maxLength: 3 }),
  fc.record({ id: text, part: fc.integer({ min: 1 }) }),
);
const names = ['title', 'date', 'draft', 'tags', 'series', 'summary', 'mirror'];

/** A key as a person might have written it: alone on its lines, with what must stay around it. */
const written = fc.constantFrom(
  ': plain',
  ': plain # a comment',
  ': "double # quoted"',
  ": 'single: quoted' # why",
  ': |\n  a block\n\n  of lines',
  ': >-  # folded\n  a block\n  of lines\n',
  ': [a, "b, c"] # list',
  ':\n  - one # first\n  - "two"\n',
  ':\n  id: x # which\n  part: 2',
  ': {id: x}',
  ':',
  ': multi\n  line plain',
);
const between = fc.constantFrom('', '', '\n', '# a line of its own\n', '\n# one\n\n# two\n');
const frontMatter = fc
  .subarray(names, { minLength: 1 })
  .chain((keys) => fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), written, between))));
const edits = fc.dictionary(
  fc.constantFrom(...names, 'fresh'),
  fc.option(value, { nil: undefined }),
);

function asText(edited: FrontMatterValue): unknown {
  if (Array.isArray(edited)) return edited.map(asText);
  if (typeof edited !== 'object') return String(edited);
  return Object.fromEntries(Object.entries(edited).map(([key, one]) => [key, asText(one)]));
}

const isObject = (one: unknown): one is Record<string, unknown> =>
  typeof one === 'object' && one !== null;

describe('whatever the front matter and the edit', () => {
  it('other lines stay, in their order, and what is read back is what was written', () => {
    fc.assert(
      fc.property(
        frontMatter,
        edits,
        fc.string(),
        fc.constantFrom('\n', '\r\n'),
        (pairs, edit, body, newline) => {
          const native = (lines: string) => lines.replaceAll('\n', newline);
          const head = native(
            pairs.map(([key, shape, after]) => `${key}${shape}\n${after}`).join(''),
          );
          const below = native(`---\n${body}`);
          const edited = editFrontMatter(native('---\n') + head + below, edit);
          expect(edited.endsWith(below)).toBe(true);

          let from = 0;
          for (const [key, shape, after] of pairs) {
            const kept = Object.hasOwn(edit, key) ? after : `${key}${shape}\n${after}`;
            const at = edited.indexOf(native(kept), from);
            expect(
              at,
              `${JSON.stringify(kept)} in ${JSON.stringify(edited)}`,
            ).toBeGreaterThanOrEqual(from);
            from = at + native(kept).length;
          }

          const before = splitFrontMatter(native('---\n') + head + below, 'a.md').yaml.value;
          const after = splitFrontMatter(edited, 'a.md').yaml.value ?? {};
          const expected = new Map(Object.entries(isObject(before) ? before : {}));
          for (const [key, one] of Object.entries(edit)) {
            if (one === undefined) expected.delete(key);
            else expected.set(key, asText(one));
          }
          expect(after).toEqual(Object.fromEntries(expected));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('the same edit a second time changes nothing', () => {
    fc.assert(
      fc.property(frontMatter, edits, (pairs, edit) => {
        const head = pairs.map(([key, shape, after]) => `${key}${shape}\n${after}`).join('');
        const once = editFrontMatter(`---\n${head}---\nText\n`, edit);
        expect(editFrontMatter(once, edit)).toBe(once);
      }),
      { numRuns: 100 },
    );
  });
});
