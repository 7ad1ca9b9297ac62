import { expect, it } from 'vitest';
import { meantText } from '../../src/import/item/misread.ts';
import { imported } from './imported.ts';

/** What a program makes of a text in UTF-8 that takes it for another encoding. */
const misread = (text: string, encoding: string) =>
  new TextDecoder(encoding).decode(Buffer.from(text));

it.each([
  ['It\u0092s \u0093so\u0094 \u0096 \u0085 5 \u0080', 'It’s “so” – … 5 €'],
  ['Donâ€™t say â€œcafÃ©â€\u009D', 'Don’t say “café”'],
  [misread('naïve — 5 €, 😀 日本', 'windows-1252'), 'naïve — 5 €, 😀 日本'],
  [misread(misread('Prénom', 'windows-1252'), 'windows-1252'), 'Prénom'],
  [misread('Привет, «мир» — ёж', 'windows-1251'), 'Привет, «мир» — ёж'],
  ['\u00E2\u0080\u0099tis', '’tis'],
  ['Ã©t&eacute; `Ã©`', 'ét&eacute; `é`'],
  ['20Â°C, voilÃ\u00A0', '20°C, voilà'],
  ['HYVÃ„Ã„… nÃ¤in'.replace('…', 'â€¦'), 'HYVÄÄ… näin'],
  [misread('Їжак і ґанок', 'windows-1251'), 'Їжак і ґанок'],
  [misread('Մալթա', 'windows-1252'), 'Մալթա'],
  [misread('Azərbaycanın şəhəri', 'windows-1252'), 'Azərbaycanın şəhəri'],
])('%j is read as it was meant', (text, expected) => {
  expect(meantText(text)).toBe(expected);
});

it.each([
  'plain',
  'Été, naïve “café” – 5 €',
  'Привет, «мир»',
  'Ελλάδα 日本 ÂÃ',
  'Where you see `Ã©`, or <code>â€™</code>, it is UTF-8.',
  'An “é” becomes Ã©.',
  'SÃO PAULO É',
  // Each of these is UTF-8 in Windows-1252 or Windows-1251 by chance.
  'Das macht Spaß…',
  'HYVÄ…',
  'É… pois, MANHÃ — “',
  'MANHÃ…',
  'AT THE CAFÉ’S DOOR',
  'PELÉ™ (20×½, 12 Å²)',
  'KNÍŽKA',
  'België\u00A0»',
  'Bangladéš…',
  'Ні. Ті!',
  'Ој, Еј!',
  'дії',
])('%j stays as it is', (text) => {
  expect(meantText(text)).toBe(text);
});

const item = `<item><title>It\u0092s</title><content:encoded>Donâ€™t, 5\u0092.</content:encoded><wp:post_id>1</wp:post_id><wp:post_date>2010-05-05 12:00:00</wp:post_date><wp:post_name>a</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="cafe"><![CDATA[CafÃ©]]></category><wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>RenÃ©</wp:comment_author><wp:comment_content>\u0093Oui\u0094</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment></item>`;

it('no quotation mark of an old server is lost, wherever it stands, and the report tells', async () => {
  const { below, files, line } = await imported({
    'a.xml': `<?xml version="1.0" encoding="UTF-8"?><rss xmlns:wp="https://wordpress.org/export/1.2/"><channel><title>Ana\u0092s</title>${item}</channel></rss>`,
  });
  expect(files['articles/2010/a.md']).toContain('title: It’s\n');
  expect(files['articles/2010/a.md']).toContain('  - Café\n');
  expect(files['articles/2010/a.md']).toContain('\nDon’t, 5’.\n');
  expect(files['site.yaml']).toContain('title: Ana’s\n');
  expect(below('comments/')[0]).toMatch(/name: René\n[\s\S]*text: “Oui”\n/);
  expect(line('a.xml: It\u0092s').notes).toContainEqual({
    became: 'changed',
    what: 'text that was read in a wrong encoding',
    how: 'the characters that were meant',
    count: 5,
  });
});

it('in Markdown, whose writer has seen it, a text that looks garbled is meant', async () => {
  const { files } = await imported({
    '_posts/2010-05-05-a.md': '---\ntitle: A\n---\nThen Ã©Ã¨ *scratch*, \u0093so\u0094.\n',
  });
  expect(files['articles/2010/a.md']).toContain('\nThen Ã©Ã¨ *scratch*, “so”.\n');
});

it('of names of writers and of menus the signs that were meant are read, as of titles', async () => {
  const { files } = await imported({
    'a.xml': `<?xml version="1.0" encoding="UTF-8"?><rss xmlns:wp="https://wordpress.org/export/1.2/" xmlns:dc="d"><channel><title>A</title><wp:author><wp:author_login>ren\u00E9</wp:author_login><wp:author_display_name>RenÃ© O\u0092Dea</wp:author_display_name></wp:author>${item.replace('</item>', '<dc:creator>ren\u00E9</dc:creator></item>')}</channel></rss>`,
  });
  expect(files['authors.yaml']).toContain('name: René O’Dea\n');
});

it('a text about encodings shows on purpose what they do to others', async () => {
  const about = '<p>What is stored as UTF-8 and read as Latin-1 looks like this: Ã©, â€™.</p>';
  const { files } = await imported({
    'a.xml': `<?xml version="1.0" encoding="UTF-8"?><rss xmlns:wp="https://wordpress.org/export/1.2/"><channel><title>A</title>${item.replace('Donâ€™t, 5\u0092.', `<![CDATA[${about}]]>`)}</channel></rss>`,
  });
  expect(files['articles/2010/a.md']).toContain('looks like this: Ã©, â€™.\n');
});
