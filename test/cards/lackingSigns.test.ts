import { expect, it } from 'vitest';
import { lackingSigns } from '../../src/cards/lackingSigns.ts';

const cure =
  'which no typeface of the cards has; choose other signs or, for a script, add its package @fontsource-variable/noto-sans-…';

it('what cards lack is told once for all that lack the same, and that of the journal for itself', () => {
  const files = ['a', 'b', 'c', 'd', 'e'].map((name) => `notes/${name}.md`);
  expect(
    lackingSigns([
      { file: 'notes/one.md', letters: '⟶✪' },
      { file: 'site.yaml', letters: '✪' },
      { file: 'notes/none.md', letters: '✪' },
      ...files.map((file) => ({ file, letters: '👩‍👩‍👧✪' })),
    ]),
  ).toEqual([
    `the card of notes/one.md lacks ⟶, ${cure}`,
    `the card of site.yaml lacks ✪, ${cure}`,
    `the cards of notes/a.md, notes/b.md, notes/c.md and 2 more lack 👩‍👩‍👧, ${cure}`,
  ]);
});

it('nothing is told where nothing is missing', () => expect(lackingSigns([])).toEqual([]));
