import { expect, it } from 'vitest';
import type { ImportReport } from '../../src/import/report/report.ts';
import { nextWords } from '../../src/import/report/words.ts';

const report = (outcome: 'written' | 'there', dryRun = false): ImportReport => ({
  label: 'a Jekyll folder',
  source: 'blog',
  folder: '../new',
  dryRun,
  lines: [{ outcome, where: 'a.md', what: 'article', notes: [] }],
});

it.each([
  [undefined, '\n  npm run check  '],
  ['../new', '\n  JOURNAL_CONTENT=../new npm run check  '],
  ["/home/ana's/my $1", "\n  JOURNAL_CONTENT='/home/ana'\\''s/my $1' npm run check  "],
])('behind what came into %s stands what to type next', (content, expected) => {
  expect(nextWords(report('written'), content)).toContain(expected);
});

it('where nothing came, there is nothing to do', () => {
  expect([
    nextWords(report('there'), '../new'),
    nextWords(report('written', true), '../new'),
  ]).toEqual(['', '']);
});
