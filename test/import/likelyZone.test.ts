import { expect, it } from 'vitest';
import { likelyZone } from '../../src/import/item/likelyZone.ts';
import { imported } from './imported.ts';

it.each([
  ['America/New_York', ['2008-07-01T23:30:00-04:00', '2009-01-01T23:30:00-05:00']],
  ['Europe/Berlin', ['2008-07-01T23:30:00+02:00', '2009-01-01T23:30:00+01:00']],
  ['Asia/Kolkata', ['2008-07-01T23:30:00+05:30']],
  // In Moscow clocks stood four hours ahead from 2011 to 2014.
  ['Europe/Moscow', ['2012-01-01T10:00:00+04:00', '2016-01-01T10:00:00+03:00']],
  ['UTC', ['2008-07-01T23:30:00+00:00', '2009-01-01T23:30:00+00:00']],
  ['Europe/London', ['2008-07-01T23:30:00+01:00', '2009-01-01T23:30:00+00:00']],
  // One was written on a journey.
  [
    'Europe/Berlin',
    ['2008-07-01T23:30:00+02:00', '2009-01-01T23:30:00+01:00', '2009-01-02T23:30:00+09:00'],
  ],
  [undefined, ['2008-07-01T23:30:00Z', '2008-07-01', '2008-07-01T23:30:00']],
  [undefined, ['2008-07-01T23:30:00+13:45']],
  [undefined, []],
])('the zone %s is that of dates such as %j', (zone, dates) => {
  expect(likelyZone(dates)).toBe(zone);
});

const item = (id: number, local: string, utc: string) =>
  `<item><title>A ${id}</title><link>https://a.example/${local.slice(0, 10).replaceAll('-', '/')}/a-${id}/</link><content:encoded>A.</content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date>${local}</wp:post_date><wp:post_date_gmt>${utc}</wp:post_date_gmt><wp:post_name>a-${id}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;

it('what was written late in the evening keeps its day and its address', async () => {
  const { files, report } = await imported({
    'a.xml': `<rss xmlns:wp="https://wordpress.org/export/1.2/"><channel><title>A</title><link>https://a.example</link>${item(1, '2008-07-01 23:30:00', '2008-07-02 03:30:00')}${item(2, '2009-01-01 23:30:00', '2009-01-02 04:30:00')}</channel></rss>`,
  });
  expect(files['site.yaml']).toContain('timeZone: America/New_York\n');
  expect(files['site.yaml']).toContain('articles: /:year/:month/:day/:slug/\n');
  const notes = report.lines.find(({ file }) => file === 'site.yaml')?.notes ?? [];
  expect(notes[0]?.how).toContain('Its "timeZone" is one in which most of the dates');
  expect(files['articles/2008/a-1.md']).not.toContain('aliases');
  expect(files['articles/2009/a-2.md']).not.toContain('aliases');
});
