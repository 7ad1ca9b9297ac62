import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOf, rankingOf } from '../../src/related/keptRanking.ts';
import { Numbering } from '../../src/related/numbering.ts';
import { type Compared, rankSimilar } from '../../src/related/similar.ts';
import { type Terms, termsOf } from '../../src/related/terms.ts';
import type { Comparable } from '../../src/related/vectors.ts';
import { timesOf } from '../longRuns.ts';

const numbers = new Numbering(2);

const words = [...'abcdefghijkl'].map((letter) => letter.repeat(3));

/** What one document says. */
const said = fc.record({
  at: fc.nat(3),
  language: fc.constantFrom('en', 'de'),
  text: fc.array(fc.constantFrom(...words), { maxLength: 12 }).map(joined),
  tags: fc.array(fc.constantFrom('sea', 'bread'), { maxLength: 2 }),
  links: fc.array(fc.constantFrom('0', '1', '2'), { maxLength: 1 }),
  series: fc.option(fc.constantFrom('one', 'other'), { nil: undefined }),
});

type Said = typeof said extends fc.Arbitrary<infer One> ? One : never;

/** What one of many says, most of which a change leaves as they are compared. */
const saidInFew = fc
  .record({
    at: fc.nat(3),
    some: fc.uniqueArray(fc.constantFrom(...words), { minLength: 2, maxLength: 3 }),
  })
  .map(({ at, some }): Said => ({ ...plain(joined(some)), at }));

/** Documents, and what is done to them before each build after the first: each is written, changed, or taken away. */
function journals(
  one: fc.Arbitrary<Said>,
  [minLength, maxLength]: readonly [number, number],
  edits: number,
) {
  const edit = fc.record({
    id: fc.nat(15).map(String),
    to: fc.option(one, { freq: 5 }),
  });
  return fc.record({
    first: fc.array(one, { minLength, maxLength }),
    builds: fc.array(fc.array(edit, { minLength: 1, maxLength: edits }), { maxLength: 5 }),
  });
}

function joined(some: readonly string[]): string {
  return some.join(' ');
}

function comparable([id, { text, ...rest }]: readonly [string, Said]): Comparable {
  return { id, terms: termsOf(text, numbers), ...rest };
}

function plain(text: string): Said {
  return { text, at: 0, language: 'en', tags: [], links: [], series: undefined };
}

/** As the next build has it: by way of a file. */
function kept(compared: ReadonlyMap<string, Compared>): ReadonlyMap<string, Compared> {
  const terms = new Map<string, Terms>();
  const read = rankingOf(bytesOf({ key: '', code: '', compared, words: numbers.digests, terms }));
  expect(new Numbering(2, read.words).digests).toEqual(numbers.digests);
  return read.compared;
}

/** What happens to documents, by number. */
interface Journal {
  readonly first: readonly Said[];
  readonly builds: readonly (readonly { readonly id: string; readonly to: Said | null }[])[];
}

/** Expects of each build what comparing all from nothing gives. */
function expectSame({ first, builds }: Journal, most: number): void {
  const documents = new Map(first.map((one, at) => [String(at), one]));
  let before: ReadonlyMap<string, Compared> | undefined;
  for (const edits of [[], ...builds]) {
    for (const { id, to } of edits) {
      if (to) documents.set(id, to);
      else documents.delete(id);
    }
    const now = [...documents].map(comparable);
    const again = rankSimilar(now, numbers, most, before);
    expect(again).toEqual(rankSimilar(now, numbers, most));
    before = kept(again);
  }
}

it('after any edits, what is compared again gives what comparing all from nothing gives', () => {
  fc.assert(
    fc.property(
      fc.oneof(journals(said, [4, 16], 3), journals(saidInFew, [30, 40], 1)),
      fc.integer({ min: 1, max: 4 }),
      expectSame,
    ),
    { numRuns: timesOf('comparedAgain') },
  );
});

const aside = (many: number) =>
  joined(Array.from({ length: many }, (_, at) => `aside${many}x${at}`));
const others = Array.from({ length: 12 }, (_, at) => plain(`other${at}`));
const shared = aside(24);

it.each<[string, Said, Said]>([
  ['says much else', plain(shared), plain(`${shared} ${aside(60)}`)],
  ['leaves a series', { ...plain(shared), series: 'one' }, plain(shared)],
  ['comes into a series', plain(shared), { ...plain(shared), series: 'one' }],
  ['is of another day', { ...plain(shared), at: 2 }, plain(shared)],
])('where one %s, others may be nearer, or it to others', (_, one, to) => {
  const next = { ...plain(`${shared} ${aside(30)}`), at: 1 };
  const part: Said = { ...plain(shared), series: 'one' };
  const first = [part, one, plain(shared), next, ...others];
  for (const most of [1, 2, 3]) expectSame({ first, builds: [[{ id: '1', to }]] }, most);
});

it('one text more leaves what is like what among the others', () => {
  // Of 25 among 70 or 71, the share alone would be rounded to two different weights.
  const documents = Array.from({ length: 70 }, (_, at) =>
    comparable([
      String(at),
      plain(`pair${at >> 1} second${at >> 1} ${at < 25 ? 'harbour' : `alone${at}`}`),
    ]),
  );
  const other = {
    ...(documents[0] ?? expect.fail()),
    id: 'more',
    terms: termsOf('quite another', numbers),
  };
  const [before, after] = [
    rankSimilar(documents, numbers, 3),
    rankSimilar([...documents, other], numbers, 3),
  ];
  expect(before.get('0')?.nearest[0]?.id).toBe('1');
  for (const [id, { nearest }] of before) expect(after.get(id)?.nearest).toEqual(nearest);
});

it('a word that one text more has changes nothing for others that have rarer ones enough', () => {
  // Of 7 and 8 texts, the word has two different weights.
  const own = (at: number) => Array.from({ length: 100 }, (_, word) => `own${at >> 1}x${word}`);
  const documents = Array.from({ length: 70 }, (_, at) =>
    comparable([String(at), plain(`${joined(own(at))} ${at < 7 ? 'harbour' : 'pier'}`)]),
  );
  const other = comparable(['more', plain('quite another harbour')]);
  const [before, after] = [
    rankSimilar(documents, numbers, 3),
    rankSimilar([...documents, other], numbers, 3),
  ];
  for (const [id, compared] of before) expect(after.get(id)).toEqual(compared);
});
