import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOf, rankingOf } from '../../src/related/keptRanking.ts';
import { type Compared, rankSimilar } from '../../src/related/similar.ts';
import { type Terms, termsOf } from '../../src/related/terms.ts';
import type { Comparable } from '../../src/related/vectors.ts';

const words = [...'abcdefghijkl'].map((letter) => letter.repeat(3));

/** What one document says. */
const said = fc.record({
  at: fc.nat(3),
  language: fc.constantFrom('en', 'de'),
  text: fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(' ')),
  tags: fc.array(fc.constantFrom('sea', 'bread'), { maxLength: 2 }),
  links: fc.array(fc.constantFrom('0', '1', '2'), { maxLength: 1 }),
  series: fc.option(fc.constantFrom('one', 'other'), { nil: undefined }),
});

type Said = typeof said extends fc.Arbitrary<infer One> ? One : never;

/** A document that is written, changed, or taken away. */
const edit = fc.record({ id: fc.nat(15).map(String), to: fc.option(said, { freq: 5 }) });

function comparable([id, { text, ...rest }]: readonly [string, Said]): Comparable {
  return { id, terms: termsOf(text), ...rest };
}

/** As the next build has it: by way of a file. */
function kept(compared: ReadonlyMap<string, Compared>): ReadonlyMap<string, Compared> {
  const terms = new Map<string, Terms>();
  return rankingOf(bytesOf({ key: '', code: '', compared, terms })).compared;
}

it('after any edits, what is compared again gives what comparing all from nothing gives', () => {
  fc.assert(
    fc.property(
      fc.array(said, { minLength: 4, maxLength: 16 }),
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 4 }),
      (first, builds, most) => {
        const documents = new Map(first.map((one, at) => [String(at), one]));
        let before: ReadonlyMap<string, Compared> | undefined;
        for (const edits of [[], ...builds]) {
          for (const { id, to } of edits) {
            if (to) documents.set(id, to);
            else documents.delete(id);
          }
          const now = [...documents].map(comparable);
          const again = rankSimilar(now, most, before);
          expect(again).toEqual(rankSimilar(now, most));
          before = kept(again);
        }
      },
    ),
    { numRuns: 100 },
  );
});

it('one text more leaves what is like what among the others', () => {
  // Of 25 among 70 or 71, the share alone would be rounded to two different weights.
  const documents = Array.from({ length: 70 }, (_, at) =>
    comparable([
      String(at),
      {
        text: `pair${at >> 1} second${at >> 1} ${at < 25 ? 'harbour' : `alone${at}`}`,
        at,
        language: 'en',
        tags: [],
        links: [],
        series: undefined,
      },
    ]),
  );
  const other = { ...(documents[0] ?? expect.fail()), id: 'more', terms: termsOf('quite another') };
  const [before, after] = [rankSimilar(documents, 3), rankSimilar([...documents, other], 3)];
  expect(before.get('0')?.nearest[0]?.id).toBe('1');
  for (const [id, { nearest }] of before) expect(after.get(id)?.nearest).toEqual(nearest);
});
