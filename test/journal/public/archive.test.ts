import { expect, it } from 'vitest';
import { compareEntries } from '#journal/content/journal.ts';
import { monthInWords } from '#journal/schema/moment.ts';
import { archiveOf } from '../../../src/journal/public/archive.ts';
import { sampleEntry, sampleSite } from '../sample.ts';

function archive(days: readonly string[], site = sampleSite()) {
  const entries = days
    .map((day, at) => sampleEntry(`notes/${at}.md`, `date: ${day}`, 'Text.\n', site))
    .sort(compareEntries);
  return archiveOf(entries).map(({ path, entries: inYear, months }) => [
    `${path} ${inYear.length}`,
    ...months.map((month) => `${month.path} ${month.entries.length}`),
  ]);
}

it('years and months have their counts, and those without entries are left out', () => {
  expect(archive(['2026-05-31', '2024-01-01', '2026-05-01', '2026-12-24', '2024-01-31'])).toEqual([
    ['/archive/2026/ 3', '/archive/2026/12/ 1', '/archive/2026/05/ 2'],
    ['/archive/2024/ 2', '/archive/2024/01/ 2'],
  ]);
  expect(archive([])).toEqual([]);
});

it('a moment belongs to the month that the journal’s time zone has then', () => {
  const midnight = ['2025-12-31T23:30:00Z'];
  expect(archive(midnight)).toEqual([['/archive/2025/ 1', '/archive/2025/12/ 1']]);
  expect(archive(midnight, sampleSite('timeZone: Asia/Tokyo\n'))).toEqual([
    ['/archive/2026/ 1', '/archive/2026/01/ 1'],
  ]);
});

it.each([
  ['en', 'May 2026', 'May'],
  ['de', 'Mai 2026', 'Mai'],
  ['pt', 'maio de 2026', 'maio'],
  ['ja', '2026年5月', '5月'],
])('months have names in %s', (language, whole, bare) => {
  expect(monthInWords('2026-05', language)).toBe(whole);
  expect(monthInWords('2026-05', language, false)).toBe(bare);
});
