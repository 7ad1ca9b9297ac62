import { type Export, pixel } from './export.ts';
import { cdata, comment, meta } from './wxr.ts';

const item = (id: number, link: string, words: string, more = '') => `<item>
<title>WordPress ${id}</title><link>https://press.example${link}</link>
<dc:creator>${cdata('ana')}</dc:creator><guid isPermaLink="false">https://press.example/?p=${id}</guid>
<content:encoded>${cdata(words)}</content:encoded><excerpt:encoded></excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>2010-05-0${id} 12:00:00</wp:post_date><wp:post_date_gmt>2010-05-0${id} 10:00:00</wp:post_date_gmt>
<wp:post_name>${/([^/]+)\/$/.exec(link)?.[1] ?? `press-${id}`}</wp:post_name>
${more.includes('wp:status') ? '' : '<wp:status>publish</wp:status>'}${more.includes('wp:post_type') ? '' : '<wp:post_type>post</wp:post_type>'}
${more}</item>\n`;

const text = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:wp="https://wordpress.org/export/1.2/"><channel>
<title>Press</title><link>https://press.example</link><language>en-GB</language>
${item(
  1,
  '/2010/05/platform-nine/',
  'The press waits.[efn_note]For <em>an hour</em> at the press.[/efn_note]\n\n<img src="https://press.example/wp-content/uploads/2010/05/p.png" alt="A press" />',
  meta('_wp_old_slug', 'platform-9') +
    comment(1, 0, 'Pressed <b>by Bo</b>.') +
    comment(2, 1, 'Answered in the press.') +
    comment(3, 0, 'Canary comment', 'spam'),
)}${item(
  2,
  '/2010/05/caf%C3%A9-noir/',
  'Coffee of the press.<sup><a href="#_ftn1" name="_ftnref1">[1]</a></sup>\n\n<a href="#_ftnref1" name="_ftn1">[1]</a> Black as the press.',
)}${item(3, '/archives/000123.html', 'From Movable Type to the press.')}${item(4, '/index.php/2010/05/pretty/', 'Almost pretty press.')}${item(
  5,
  '/about-us/',
  'Who presses.',
  '<wp:post_type>page</wp:post_type>',
)}${item(6, '/?p=6', 'Canary draft of the press', '<wp:status>draft</wp:status>')}${item(7, '/2010/05/mine/', 'Canary private press', '<wp:status>private</wp:status>')}${item(
  8,
  '/2010/05/locked/',
  'Canary locked press',
  '<wp:post_password>sesame</wp:post_password>',
)}</channel></rss>\n`;

export const wordpress: Export = {
  maker: 'WordPress',
  files: { 'press.xml': text, 'wp-content/uploads/2010/05/p.png': pixel },
  addresses: [
    ['/2010/05/platform-nine/', 'The press waits.'],
    ['/2010/05/platform-9/', 'The press waits.'],
    ['/2010/05/caf%C3%A9-noir/', 'Coffee of the press.'],
    ['/archives/000123.html', 'From Movable Type to the press.'],
    ['/index.php/2010/05/pretty/', 'Almost pretty press.'],
    ['/about-us/', 'Who presses.'],
  ],
  comments: [
    ['Pressed <strong>by Bo</strong>.', 'The press waits.'],
    ['Answered in the press.', 'The press waits.'],
  ],
  footnotes: [
    ['The press waits.', 'For <em>an hour</em> at the press.'],
    ['Coffee of the press.', 'Black as the press.'],
  ],
  pictures: ['A press'],
  feedIds: [1, 2, 3, 4].map((id) => `https://press.example/?p=${id}`),
  secrets: ['Canary', 'sesame', 'bo@secret.example', '203.0.113.9'],
};
