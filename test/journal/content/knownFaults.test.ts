import { describe, expect, it } from 'vitest';
import {
  bearKnown,
  goneWarning,
  lineDigests,
  readKnownFaults,
} from '#journal/content/knownFaults.ts';
import { type Fault, formatFault, isStopping } from '#journal/fault/fault.ts';
import type { FaultKind } from '#journal/fault/kinds.ts';
import { acceptedText } from '../../../src/load/acceptFaults.ts';

const fault = (file: string, line: number, kind: FaultKind = 'missing-alt'): Fault => ({
  kind,
  file,
  line,
  what: kind,
  expected: 'e',
  cure: 'c',
});

/** Digests that can be told apart by eye: each is its line, filled up. */
const digests = (sources: Readonly<Record<string, string>>) =>
  lineDigests(
    (file) => sources[file],
    (text) => Buffer.from(`${text}....`).toString('hex'),
  );

const a = 'articles/a.md';
const of = (text: string) => Buffer.from(`${text}....`).toString('hex').slice(0, 8);

/** The text of the list, the comment at its head left out. */
const listOf = (faults: readonly Fault[], sources: Readonly<Record<string, string>>, before = '') =>
  acceptedText({
    faults,
    known: readKnownFaults(before),
    digestAt: digests(sources),
    drafts: new Set(),
  }).replace(/^#.*\n/gm, '');

describe('the list of known faults', () => {
  it('has a line for each kind of each file, in the order of their names', () => {
    const sources = { [a]: 'one\ntwo\none', 'notes/b.md': 'x', 'Ö/#1: x.md': 'x' };
    const faults = [
      fault('notes/b.md', 1),
      fault(a, 3),
      fault(a, 1),
      fault(a, 2),
      fault(a, 2, 'dead-link'),
      fault('Ö/#1: x.md', 1),
    ];
    const list = listOf(faults, sources);
    expect(list).toBe(
      `articles/a.md:\n  dead-link: ${of('two')}\n  missing-alt: ${of('one')}*2 ${of('two')}\n` +
        `notes/b.md:\n  missing-alt: ${of('x')}\n"Ö/#1: x.md":\n  missing-alt: ${of('x')}\n`,
    );
    expect(listOf(faults.toReversed(), sources)).toBe(list);
    const { faults: told } = bearKnown(faults, readKnownFaults(list), digests(sources));
    expect(told.filter(isStopping)).toEqual([]);
  });

  it('may be longer than what a person writes', () => {
    const list = `${a}:\n  missing-alt: ${'00000001 '.repeat(60_000)}\n`;
    expect(readKnownFaults(list).faults).toEqual([]);
  });

  it('is empty where nothing can be borne', () => {
    expect(listOf([fault(a, 1, 'unused-footnote'), fault(a, 1, 'gone-fault')], {})).toBe('');
  });

  it('takes no fault of a draft, and keeps one that it has', () => {
    const draft = { ...fault(a, 1), draft: true };
    expect(listOf([draft], { [a]: 'one' })).toBe('');
    expect(listOf([{ ...draft, known: true }], { [a]: 'one' })).not.toBe('');
  });

  it('keeps what it has of a file that could not be looked at whole', () => {
    const list = `${a}:\n  missing-alt: 00000001*2\n`;
    expect(listOf([fault(a, 1, 'yaml')], {}, list)).toBe(list);
    expect(listOf([fault('articles', 1, 'unreadable')], {}, list)).toBe(list);
    expect(listOf([fault('art', 1, 'unreadable')], {}, list)).toBe('');
  });

  it.each([
    ['not a list', 'text', 'all of it is "text"; expected lines of "key: …"'],
    [
      'no digest',
      `${a}:\n  missing-alt: 12\n`,
      '"articles/a.md.missing-alt" is "12"; expected digests of 8 digits',
    ],
    ['a count of nothing', `${a}:\n  missing-alt: 00000001*0\n`, 'expected digests of 8 digits'],
    ['an unknown kind', `${a}:\n  missing-atl: 00000001\n`, 'did you mean "missing-alt"?'],
    [
      'a kind that nobody can bear',
      `${a}:\n  hidden-link: 00000001\n`,
      'such a fault cannot be borne (a draft would be given away)',
    ],
    [
      'a conflict',
      `${a}:\n<<<<<<< a\n  missing-alt: 00000001\n=======\n>>>>>>> b\n`,
      'two versions of the text that git could not join',
    ],
  ])('is told to be wrong, with its line: %s', (_, text, words) => {
    const { faults } = readKnownFaults(text);
    expect(faults.map((one) => formatFault(one)).join('\n')).toContain(words);
    expect(faults[0]?.line).toBe(text.startsWith('text') ? 1 : 2);
    // What it has stays a matter of the list, whose own fault stops the build.
    const { faults: told, gone } = bearKnown(
      [fault(a, 1), fault(a, 1, 'yaml')],
      readKnownFaults(text),
      digests({}),
    );
    expect(told.map(({ known }) => known)).toEqual([true, undefined]);
    expect(gone).toEqual([]);
  });

  it.each([
    [
      'Windows line ends and a byte order mark',
      (list: string) => `\uFEFF${list.replaceAll('\n', '\r\n')}`,
    ],
    [
      'comments and quotes',
      (list: string) =>
        `# mine\n${list.replace('missing-alt: ', '"missing-alt": "').replace(/$/m, '').replace(/\n$/, '" # two\n')}`,
    ],
    [
      'more spaces, another order, digests one by one',
      () => `${a}:\n    missing-alt:   ${of('two')}  ${of('one')} ${of('one')}\n`,
    ],
    ['a folded text', () => `${a}:\n  missing-alt: >-\n    ${of('two')}\n    ${of('one')}*2\n`],
  ])('may be written by hand: %s', (_, edited) => {
    const sources = { [a]: 'one\ntwo\none' };
    const faults = [fault(a, 1), fault(a, 2), fault(a, 3)];
    const list = edited(listOf(faults, sources));
    expect(readKnownFaults(list).faults).toEqual([]);
    expect(
      bearKnown(faults, readKnownFaults(list), digests(sources)).faults.filter(isStopping),
    ).toEqual([]);
  });
});

describe('a fault on the list', () => {
  const sources = { [a]: 'one\ntwo\none\none' };
  const known = readKnownFaults(listOf([fault(a, 1), fault(a, 3), fault(a, 4)], sources));
  const stopping = (faults: readonly Fault[], now: Readonly<Record<string, string>>) =>
    bearKnown(faults, known, digests(now))
      .faults.filter(isStopping)
      .map(({ file, line, kind }) => `${file}:${line} ${kind}`);

  it.each([
    ['moved', 'x\n\none\r\n\n  one\none', [3, 5, 6], []],
    ['there once more', 'one\none\none\none', [1, 2, 3, 4], ['articles/a.md:4 missing-alt']],
    ['changed', 'one!\none\none', [1, 2, 3], ['articles/a.md:1 missing-alt']],
  ])('that is %s', (_, text, lines, expected) => {
    expect(
      stopping(
        lines.map((line) => fault(a, line)),
        { [a]: text },
      ),
    ).toEqual(expected);
  });

  it('is known in its file and as its kind alone', () => {
    expect(stopping([fault('articles/b.md', 1)], { 'articles/b.md': 'one' })).toHaveLength(1);
    expect(stopping([fault(a, 1, 'dead-link')], sources)).toHaveLength(1);
  });

  it('that is gone is told until it is taken off', () => {
    const { gone } = bearKnown([fault(a, 1)], known, digests(sources));
    expect(gone).toEqual([{ file: a, kind: 'missing-alt', count: 2 }]);
    expect(goneWarning(gone, known).map((one) => formatFault(one))).toMatchInlineSnapshot(`
      [
        "known-faults.yaml:2: 2 known faults that are gone (missing-alt in articles/a.md); expected faults that are there; run "npm run check -- --accept", which takes them off: what comes back is new then",
      ]
    `);
    const list = listOf(
      [{ ...fault(a, 1), known: true }],
      sources,
      listOf([fault(a, 1), fault(a, 3)], sources),
    );
    expect(list).toBe(`${a}:\n  missing-alt: ${of('one')}\n`);
  });
});

const b = 'articles/b.md';
const digestAt = (_: string, line: number) => `0000000${line}`;

const head = '# Old faults\n';
const mine = `${a}:\n  missing-alt: 00000001 00000002\n`;
const theirs = `${a}:\n  missing-alt: 00000001*2\n${b}:\n  missing-alt: 00000003\n`;

it.each([
  ['two versions', `${head}<<<<<<< HEAD\n${mine}=======\n${theirs}>>>>>>> other\n`],
  [
    'with Windows line ends',
    `<<<<<<< H\n${mine}=======\n${theirs}>>>>>>> o\n`.replace(/\n/g, '\r\n'),
  ],
  [
    'with what both came from',
    `<<<<<<< H\n${mine}||||||| b\n${a}: x\n=======\n${theirs}>>>>>>> o\n`,
  ],
  [
    'in two places',
    `${a}:\n<<<<<<< H\n  missing-alt: 00000001 00000002\n=======\n  missing-alt: 00000001*2\n>>>>>>> o\n<<<<<<< H\n=======\n${b}:\n  missing-alt: 00000003\n>>>>>>> o\n`,
  ],
])('a list that git could not join knows what either version knows: %s', (_, text) => {
  const known = readKnownFaults(text);
  const faults = [fault(a, 1), fault(a, 1), fault(a, 2), fault(b, 3), fault(b, 4)];
  const { faults: told, gone } = bearKnown(faults, known, digestAt);
  expect(told.map(({ known: isKnown }) => isKnown === true)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(gone).toEqual([]);
  expect(known.faults.map((one) => formatFault(one)).join('\n')).toContain(
    'run "npm run check -- --accept", which makes one list of both',
  );
});
