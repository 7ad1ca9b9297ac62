import { expect, it } from 'vitest';
import { imported } from '../imported.ts';

const wxr = (content: string) =>
  `<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>T</title><link>https://t.example</link><wp:wxr_version>1.2</wp:wxr_version><item><title>A</title><link>https://t.example/a/</link><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>7</wp:post_id><wp:post_date>2010-05-05 10:00:00</wp:post_date><wp:post_name>a</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`;

const shared = (id: number, content: string, state = '<wp:status>publish</wp:status>') =>
  `<item><title>Shared</title><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>${id}</wp:post_id>${state}<wp:post_type>wp_block</wp:post_type></item>`;

it.each([
  ['export.xml', 'a WordPress export'],
  ['export.txt', 'a WordPress export'],
  ['wordpress-2020', 'a WordPress export'],
  ['post.md', 'a folder of Markdown files'],
])('the only file, called %s, is %s by what is in it', async (name, label) => {
  const text = name === 'post.md' ? 'Look for `xmlns:wp="x"`.\n' : wxr('One.');
  expect((await imported({ [name]: text })).report.label).toBe(label);
});

it('blocks that entries share stand where they are shown, and what is made for each view is told', async () => {
  const entry = wxr(
    '<!-- wp:block {"ref":3} /-->\n<!-- wp:paragraph {"a":1} -->\n<p>Mine.</p>\n<!-- /wp:paragraph -->\n<!-- wp:block {"ref":9} /--><!-- wp:latest-posts {"postsToShow":3} /--><!-- wp:spacer /-->',
  );
  const blocks = [
    shared(3, '<!-- wp:block {"ref":4} /-->\n<p>Outer.</p>'),
    shared(4, '<p>Inner.</p><!-- wp:block {"ref":3} /-->'),
  ];
  const { files, report } = await imported({
    'a.xml': entry.replace('</channel>', `${blocks.join('')}</channel>`),
  });
  expect(files['articles/2010/a.md']).toMatch(/\n\nInner\.\n\nOuter\.\n\nMine\.\n$/);
  const notes = report.lines.flatMap((line) => line.notes.map(({ what, how }) => [what, how]));
  expect(notes).toEqual(
    expect.arrayContaining([
      ['block that entries share', 'the export does not have it'],
      ['block "latest-posts"', 'WordPress makes it anew for each view'],
    ]),
  );
  expect(JSON.stringify(notes)).not.toContain('spacer');
});

it.each([
  '<wp:status>draft</wp:status>',
  '<wp:status>trash</wp:status>',
  '<wp:status>publish</wp:status><wp:post_password>x</wp:post_password>',
])('a block that entries share stays out of them as %s', async (state) => {
  const entry = wxr('<p>Mine.</p><!-- wp:block {"ref":3} /-->');
  const { files, report } = await imported({
    'a.xml': entry.replace('</channel>', `${shared(3, '<p>Secret.</p>', state)}</channel>`),
  });
  expect(files['articles/2010/a.md']).toMatch(/\n\nMine\.\n$/);
  expect(JSON.stringify(report)).toContain('WordPress did not show it there');
  expect(JSON.stringify(report)).not.toContain('its words come with the entries');
});

it.each([
  [
    'code in a block',
    '<pre>if ((n > 1)); then [ref]x[/ref]</pre>',
    '```\nif ((n > 1)); then [ref]x[/ref]\n```',
  ],
  [
    'code in a line',
    'One <code>((a + b))</code> two((three))',
    'One `((a + b))` two[^1]\n\n[^1]: three',
  ],
  [
    'code in a shortcode',
    '[code lang="sh"]for ((i = 0; i < 3; i++)); do a; done[/code]',
    '```sh\nfor ((i = 0; i < 3; i++)); do a; done\n```',
  ],
  [
    'what a page of several parts holds',
    'One.\n<!--nextpage-->\nTwo.<!--nextpage-->Three.',
    'One.\n\nTwo.\n\nThree.',
  ],
  [
    'lines that end with a break of old',
    '<P>One,<BR>\ntwo<br />\nthree</P>',
    'One,\\\ntwo\\\nthree',
  ],
  ['lines outside a paragraph', 'One,<BR CLEAR=ALL>\ntwo\nthree', 'One,\\\ntwo\\\nthree'],
  [
    'the players that plugins had',
    '[audio:https://t.example/a.mp3,https://t.example/b.mp3|titles=A]',
    '[a.mp3](https://t.example/a.mp3)\n\n[b.mp3](https://t.example/b.mp3)',
  ],
  ['brackets of a program', '<pre>x[[i]]</pre>', '```\nx[[i]]\n```'],
  ['the name of a shortcode in code', '<code>[[gallery]]</code>', '`[gallery]`'],
  [
    'the language that only the block says',
    '<!-- wp:syntaxhighlighter/code {"language":"ruby"} -->\n<pre class="x">puts</pre>\n<!-- /wp:syntaxhighlighter/code -->',
    '```ruby\nputs\n```',
  ],
  ['a formula', 'One $latex E=mc^2$ and $5.', 'One $$E=mc^2$$ and $5.'],
  ['a formula in a shortcode', 'One [latex]x_1 < 2[/latex].', 'One $$x_1 < 2$$.'],
  [
    'a film in a shortcode',
    '[youtube https://www.youtube.com/watch?v=abcdefghijk]',
    '<https://www.youtube.com/watch?v=abcdefghijk>',
  ],
  [
    'a film in a shortcode of old',
    '[youtube=http://www.youtube.com/watch?v=abcdefghijk&w=320]',
    '<http://www.youtube.com/watch?v=abcdefghijk&w=320>',
  ],
  [
    'things from elsewhere by their ids',
    '[vimeo 44633289 w=640]\n\n[gist id="1a2b3c"]\n\n[ted id="a b"]',
    '<https://vimeo.com/44633289>\n\n<https://gist.github.com/1a2b3c>\n\na b',
  ],
  [
    'addresses with signs that HTML has names for',
    'One\n\nhttps://t.example/?a=1&amp;b=2\n\n[embed]https://t.example/?a=1&#038;b=2[/embed]\n\n[audio mp3="https://t.example/a.mp3?b&amp;c"]',
    'One\n\n<https://t.example/?a=1&b=2>\n\n<https://t.example/?a=1&b=2>\n\n[a.mp3?b\\&c](https://t.example/a.mp3?b\\&c)',
  ],
  [
    'an address alone on its line',
    'One\n\nhttps://vimeo.com/1234567\n\nTwo',
    'One\n\n<https://vimeo.com/1234567>\n\nTwo',
  ],
  [
    'an address in an embed',
    '<!-- wp:embed {"url":"https://vimeo.com/1"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://vimeo.com/1\n</div></figure>\n<!-- /wp:embed -->',
    '<https://vimeo.com/1>',
  ],
  ['hugs and asides', 'Bye ((hugs)) and ((so to say)) all.', 'Bye ((hugs)) and ((so to say)) all.'],
  [
    'brackets within brackets',
    'Bye (((hugs))) x((1)) ((( y )))',
    'Bye (((hugs))) x((1)) ((( y )))',
  ],
  [
    'notes behind a space, where one is named again',
    'One ((so to say)) two ((ref:1)) three.',
    'One[^1] two[^2] three.\n\n[^1]: so to say\n\n[^2]: so to say',
  ],
  [
    'notes behind a space, where they are sentences',
    'One ((See Smith (2010).)) two ((“I <em>was</em> there.”)) ((hm so)).',
    'One[^1] two[^2][^3].\n\n[^1]: See Smith (2010).\n\n[^2]: “I *was* there.”\n\n[^3]: hm so',
  ],
])('keeps %s', async (_, content, expected) => {
  const { files } = await imported({ 'export.xml': wxr(content) });
  const text = files['articles/2010/a.md'] ?? files['articles/2010/a/index.md'];
  expect(text?.replace(/^---\n[\s\S]*?\n---\n\n/, '')).toBe(`${expected}\n`);
});

const picture = (id: number) =>
  `<item><title>${id}</title><wp:post_id>${id}</wp:post_id><wp:post_parent>7</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://t.example/wp-content/uploads/2010/05/${id}.jpg</wp:attachment_url></item>`;

it.each([
  ['[gallery]', [21, 22, 23]],
  ['[gallery columns="1"]', [21, 22, 23]],
  ['[gallery exclude="22"]', [21, 23]],
  ['[gallery ids="23, 21"]', [23, 21]],
  ['[gallery include="22"]', [22]],
  ['[gallery ids="21,22" exclude="21"]', [22]],
  ['[gallery id="8"]', []],
])('%s shows the pictures of its entry that it means', async (shortcode, ids) => {
  const { below } = await imported({
    'a.xml': wxr(`One.\n\n${shortcode}`).replace(
      '</channel>',
      `${[21, 22, 23].map(picture).join('')}</channel>`,
    ),
  });
  const [text = ''] = below('articles/');
  expect(
    [...text.matchAll(/uploads\/2010\/05\/(\d+)\.jpg\)/g)].map(([, id]) => Number(id)),
  ).toEqual(ids);
});

it.each([
  ['[gallery ids="21,99"]', 'picture of a gallery', 1],
  ['[gallery ids="98,99"]', 'picture of a gallery', 2],
  ['[gallery]', 'gallery', 1],
  ['[playlist ids="99"]', 'playlist', 1],
])('what %s had and the export does not is told', async (shortcode, what, count) => {
  const { report } = await imported({
    'a.xml': wxr(`One.\n\n${shortcode}`).replace(
      '</channel>',
      `${shortcode.includes('21') ? picture(21) : ''}</channel>`,
    ),
  });
  const notes = report.lines.flatMap((line) => line.notes).filter((one) => one.became === 'left');
  expect(notes).toContainEqual(expect.objectContaining({ what, count }));
});

it('what Word says to itself in comments is no shortcode', async () => {
  const { report, files } = await imported({
    'a.xml': wxr('One<!--[if !supportFootnotes]-->two<!--[endif]--> <!-- [gallery] -->'),
  });
  expect(Object.values(files).join('')).toContain('\nOnetwo\n');
  const line = report.lines.find(({ what }) => what === 'article');
  expect(line?.notes).toEqual([]);
});
