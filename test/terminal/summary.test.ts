import { expect, it } from 'vitest';
import { buildSummary } from '../../src/terminal/summary.ts';

const outcome = {
  hidden: [],
  seconds: 1.26,
  folder: '/journal/dist',
  now: Date.UTC(2026, 0, 2),
  timeZone: 'UTC',
};

it('a build is summed up in words that fit its numbers', () => {
  const one = buildSummary({ ...outcome, pages: 1, entries: 1, warnings: 1 }, '/journal');
  expect(one).toMatchInlineSnapshot(`
    "Built 1 page of 1 entry in 1.3 s: dist/
    held back: 0 drafts, 0 scheduled entries
    1 warning, above"
  `);
  const none = buildSummary({ ...outcome, pages: 9, entries: 0, warnings: 0 }, '/elsewhere');
  expect(none).toMatchInlineSnapshot(`
    "Built 9 pages of 0 entries in 1.3 s: /journal/dist
    held back: 0 drafts, 0 scheduled entries
    no warnings"
  `);
});
