import { describe, expect, it } from 'vitest';
import { publicJournal } from '#journal/public/publicJournal.ts';
import { faultsOfFiles, type SampleFiles, sampleJournal } from '../sample.ts';

const part = (date: string, lines: string) => `---\ndate: ${date}\n${lines}\n---\n`;

/** The series "tide" with one note per row: name, day, part (or the flag `draft`). */
function files(
  planned: string,
  ...rows: [name: string, date: string, part?: string][]
): SampleFiles {
  const notes = rows.map(([name, date, given]) => [
    `notes/${name}.md`,
    part(date, given === undefined ? 'series: tide' : `series: {id: tide, part: ${given}}`),
  ]);
  return { 'series/tide.yaml': `title: Tide\n${planned}`, ...Object.fromEntries(notes) };
}

describe('parts of a series', () => {
  it.each([
    ['follow their dates', files('', ['a', '2026-01-02'], ['b', '2026-01-01']), ['1 b', '2 a']],
    [
      'follow their files where the dates are equal',
      files('', ['b', '2026-01-01'], ['a', '2026-01-01']),
      ['1 a', '2 b'],
    ],
    [
      'stand where front matter puts them, and the others fill up',
      files('', ['a', '2026-01-01'], ['b', '2026-01-02', '1'], ['c', '2026-01-03']),
      ['1 b', '2 a', '3 c'],
    ],
    [
      'may all be given',
      files('', ['a', '2026-01-01', '3'], ['b', '2026-01-02', '2'], ['c', '2026-01-03', '1']),
      ['1 c', '2 b', '3 a'],
    ],
  ])('%s', (_, journal, expected) => {
    const [series] = publicJournal(sampleJournal(journal), { sees: 'everything' }).series;
    expect(series?.parts.map(({ part: number, entry }) => `${number} ${entry.slug}`)).toEqual(
      expected,
    );
  });

  it.each([
    ['without plans', '', 2],
    ['with two planned parts', 'planned: [One, Two]\n', 4],
  ])('%s add up', (_, planned, total) => {
    const journal = sampleJournal(files(planned, ['a', '2026-01-01'], ['b', '2026-01-02']));
    expect(publicJournal(journal, { sees: 'everything' }).series[0]).toMatchObject({ total });
  });

  it('keep their numbers while an earlier one is a draft', () => {
    const journal = sampleJournal({
      ...files('', ['a', '2026-01-01', '1'], ['c', '2026-01-03', '3']),
      'notes/b.md': part('2026-01-02', 'series: {id: tide, part: 2}\ndraft: true'),
    });
    const [series] = publicJournal(journal, {
      sees: 'published',
      now: Date.parse('2027-01-01'),
    }).series;
    expect(series?.parts.map((one) => one.part)).toEqual([1, 3]);
    expect(series?.total).toBe(3);
  });
});

describe('wrong parts are a fault', () => {
  it.each<[string, SampleFiles, ...string[]]>([
    [
      'a gap',
      files('', ['a', '2026-01-01', '1'], ['b', '2026-01-02', '3']),
      'notes/b.md:3: part 3 of the series "tide", but there is no part 2; expected part 2; correct "part", or leave it out: the dates then give the order',
    ],
    [
      'a series that does not begin at 1',
      files('', ['a', '2026-01-01', '2']),
      'notes/a.md:3: part 2 of the series "tide", but there is no part 1; expected part 1; correct "part", or leave it out: the dates then give the order',
    ],
    [
      'a part that is there twice',
      files('', ['a', '2026-01-01', '1'], ['b', '2026-01-02', '1']),
      'notes/b.md:3: part 1 of the series "tide" for the second time; notes/a.md is part 1 too; expected another number; correct "part", or leave it out: the dates then give the order',
    ],
    [
      'a part that is there twice, before others',
      files('', ['a', '2026-01-01', '1'], ['b', '2026-01-02', '1'], ['c', '2026-01-03', '2']),
      'notes/b.md:3: part 1 of the series "tide" for the second time; notes/a.md is part 1 too; expected another number; correct "part", or leave it out: the dates then give the order',
    ],
  ])('%s', (_, journal, ...faults) => {
    expect(faultsOfFiles(journal)).toEqual(faults);
  });
});
