import { expect, it } from 'vitest';
import { imported } from '../imported.ts';

const entry = (id: number, event: string, more = '') =>
  `<entry><itemid>${id}</itemid><eventtime>2004-12-2${id % 10} 20:00:00</eventtime><logtime>2004-12-22 01:02:03</logtime><event>${event.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</event>${more || '<security>public</security>'}</entry>`;

const month = (...entries: readonly string[]) =>
  `<?xml version="1.0" encoding='utf-8'?><livejournal>${entries.join('\n')}</livejournal>`;

const subject = (words: string) => `<subject>${words}</subject><security>public</security>`;

it('an entry comes with its lines, and what LiveJournal alone understands is said in Markdown', async () => {
  const { files, line } = await imported({
    '2004-12.xml': month(
      entry(
        1,
        'One\ntwo.\n\nBy <lj user="slow_boat"> in <lj comm="ferries" />.\n<lj-cut text="more">The <b>rest</b>.</lj-cut>\n<lj-poll-12><lj-embed id="1" />',
        `${subject('A &lt;i&gt;day&lt;/i&gt;')}<current_music>Waves</current_music>`,
      ),
      entry(2, 'No subject.'),
    ),
  });
  expect(files['articles/2004/a-day.md']).toBe(`---
title: A day
date: 2004-12-21T20:00:00+00:00
---

One\\
two.

By [slow_boat](https://slow-boat.livejournal.com/) in [ferries](https://ferries.livejournal.com/).\\
The **rest**.
`);
  expect(Object.keys(files).some((name) => name.startsWith('notes/2004/'))).toBe(true);
  expect(line('2004-12.xml: A day').notes.map(({ what }) => what)).toEqual([
    'current music',
    'poll',
    'embedded frame',
  ]);
});

it.each(['private', 'usemask', 'friends'])(
  'what was not for all (%s) is a draft',
  async (security) => {
    const { files } = await imported({
      'a.xml': month(entry(1, 'Hush.', `<subject>A</subject><security>${security}</security>`)),
    });
    expect(files['articles/2004/a.md']).toContain('draft: true\n');
  },
);

it.each([
  ['that are those of addresses', 1, 'https://ana.livejournal.com/2.html', '/2.html'],
  ['of the database', 1, 'http://www.livejournal.com/users/ana/655.html?thread=1#t1', '/655.html'],
  ['of the database', 1, 'http://ANA.livejournal.com/655.html', '/655.html'],
])('by numbers %s, links among entries lead to these', async (_, __, address, alias) => {
  const { files } = await imported({
    'a.xml': month(
      entry(
        1,
        `<a href="${address}">it</a> <a href="https://bo.livejournal.com/2.html">no</a> <a href=${address}>it</a>`,
        subject('A'),
      ),
      entry(2, 'Two', subject('B')),
    ),
  });
  expect(files['articles/2004/a.md']).toContain(
    '\n[it](b.md) [no](https://bo.livejournal.com/2.html) [it](b.md)\n',
  );
  expect(files['articles/2004/b.md']).toContain(`aliases:\n  - ${alias}\n`);
  expect(files['site.yaml']).toContain('url: https://ana.livejournal.com\n');
});

it('text in an encoding of old, and a month that was cut off, lose nothing that is whole', async () => {
  const text = month(entry(1, 'Привет', subject('Мир')), entry(2, 'Два')).replace(
    'utf-8',
    'windows-1251',
  );
  const bytes = Buffer.from(
    [...text.slice(0, -60)].map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return code < 128 ? code : code - 0x0410 + 0xc0;
    }),
  );
  const { files, report } = await imported({ 'a.xml': bytes });
  expect(files['articles/2004/мир.md']).toContain('\nПривет\n');
  expect(report.lines.find(({ outcome }) => outcome === 'failed')?.why).toContain('cut off');
});

const dumped = {
  'ana/L-7':
    '<?xml version="1.0"?>\n<event>\n<itemid>7</itemid>\n<anum>9</anum>\n<url>https://ana.dreamwidth.org/1801.html</url>\n<eventtime>2004-12-21 20:00:00</eventtime>\n<subject>Keel</subject>\n<event>By &lt;lj user=&quot;bo&quot;&gt;: &lt;a href="http://ana.dreamwidth.org/2058.html"&gt;it&lt;/a&gt;.\nTwo</event>\n<props><taglist>boats, slow boats</taglist><opt_preformatted>1</opt_preformatted></props>\n</event>',
  'ana/C-7':
    '<?xml version="1.0"?>\n<comments><comment><id>11</id><parentid></parentid><state></state><date>2004-12-22T10:00:00Z</date><subject>Hm</subject><body>So\nnice</body><user>bo</user></comment><comment><id>12</id><parentid>11</parentid><state>D</state><body>Canary</body></comment><comment><id>13</id><parentid>11</parentid><state>S</state><date>2004-12-22T11:00:00Z</date><body>Wait</body></comment><comment><id>14</id><parentid>11</parentid><state>B</state><date>2004-12-22T11:00:00Z</date><body>Canary pills</body></comment><comment><id>15</id><parentid>11</parentid><state>F</state><date>2004-12-22T12:00:00Z</date><body>Cold</body></comment></comments>',
  'ana/L-8':
    '<?xml version="1.0"?>\n<event><itemid>8</itemid><url>https://ana.dreamwidth.org/2058.html</url><eventtime>2004-12-23 20:00:00</eventtime><event>No subject</event></event>',
};

it('what ljdump wrote comes with addresses, tags and comments', async () => {
  const { below, files } = await imported(dumped);
  expect(files['articles/2004/keel.md']).toContain(
    'tags:\n  - boats\n  - slow boats\nid: https://ana.dreamwidth.org/1801.html\naliases:\n  - /1801.html\n---\n\nBy [bo](https://bo.dreamwidth.org/): [it](../../notes/2004/2004-12-23-200000.md). Two\n',
  );
  const [comments] = below('comments/');
  expect(comments).toBe(`entry: https://ana.dreamwidth.org/1801.html
comments:
  - id: livejournal-11
    name: bo
    date: 2004-12-22T10:00:00Z
    text: |-
      **Hm**

      So\\
      nice
  - id: livejournal-13
    name: Anonymous
    date: 2004-12-22T11:00:00Z
    text: Wait
    status: waiting
    replyTo: livejournal-11
  - id: livejournal-15
    name: Anonymous
    date: 2004-12-22T12:00:00Z
    text: Cold
    replyTo: livejournal-11
`);
  expect(JSON.stringify(files)).not.toContain('Canary');
});
