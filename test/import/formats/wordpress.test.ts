import { describe, expect, it } from 'vitest';
import { cdata, comment, element, item, meta, wxr } from '../exports/wxr.ts';
import { imported } from '../imported.ts';

const from = async (text: string, more: Readonly<Record<string, string | Uint8Array>> = {}) =>
  await imported({ 'export.xml': text, ...more });

describe('a WordPress export', () => {
  it('gives an entry its date with offset, tags, id, old address, links and classic paragraphs', async () => {
    const { files } = await from(
      wxr(
        item({
          id: 7,
          title: cdata('Trains &amp; <em>bread</em>'),
          content:
            'First.\nSecond line.\n\nSee <a href="https://www.old.example/?p=8">this</a>.<!--more-->\n\n[caption id="a" width="300"]<a href="https://old.example/wp-content/uploads/2010/05/t.jpg"><img src="https://old.example/wp-content/uploads/2010/05/t-300x200.jpg" alt="A train" /></a> The 9:02[/caption]',
          more: `<category domain="category" nicename="travel">${cdata('Travel')}</category><category domain="category" nicename="uncategorized">${cdata('Uncategorized')}</category><category domain="post_tag" nicename="trains">${cdata('trains')}</category>${meta('_wp_old_slug', 'older')}`,
        }),
        item({ id: 8, title: 'Bread' }),
      ),
      { 'uploads/2010/05/t.jpg': 'jpg' },
    );
    expect(files['articles/2010/entry-7/index.md']).toBe(`---
title: Trains & bread
date: 2010-05-05T12:00:00+02:00
tags:
  - Travel
  - trains
id: https://old.example/?p=7
aliases:
  - /2010/05/older/
---

First.\\
Second line.

See [this](../entry-8.md).

![A train](t.jpg)\\
The 9:02
`);
    expect(files['site.yaml']).toBe(`title: Field notes
tagline: Trains
url: https://old.example
language: en-GB
timeZone: Europe/Berlin
author: ana
permalinks:
  articles: /:year/:month/:slug/
`);
    expect(files['authors.yaml']).toBe('ana:\n  name: Ana Lima\n');
  });

  it('brings comments with their answers, and nobody’s addresses', async () => {
    const { below, files, line } = await from(
      wxr(
        item({
          id: 7,
          title: 'Trains',
          content: 'Words.',
          more: [
            comment(1, 0, 'Nice <b>one</b>!\n\nBye'),
            comment(2, 1, 'Thanks'),
            comment(3, 0, 'Not yet', '0'),
            comment(4, 0, 'Pills', 'spam'),
            comment(5, 0, 'Ping', '1', 'pingback'),
          ].join(''),
        }),
      ),
    );
    expect(below('comments/')[0]).toBe(`entry: https://old.example/?p=7
comments:
  - id: wordpress-1
    name: Bo
    url: https://bo.example
    date: 2010-05-06T01:00:00Z
    text: |-
      Nice **one**!

      Bye
  - id: wordpress-2
    name: Bo
    url: https://bo.example
    date: 2010-05-06T02:00:00Z
    text: Thanks
    replyTo: wordpress-1
  - id: wordpress-3
    name: Bo
    url: https://bo.example
    date: 2010-05-06T03:00:00Z
    text: Not yet
    status: waiting
`);
    expect(Object.values(files).join('')).not.toMatch(/secret|203\.0/);
    expect(line('export.xml: Trains').notes.map(({ what }) => what)).toEqual([
      'comment',
      'pingback',
    ]);
  });

  it.each([
    ['draft', '', 'draft: true'],
    ['pending', '', 'draft: true'],
    ['private', '', 'draft: true'],
    ['publish', element('wp:post_password', 'open'), 'draft: true'],
    ['future', '', 'id: https://old.example/?p=7'],
  ])('keeps the state of what is %s%s', async (status, more, expected) => {
    const { files } = await from(wxr(item({ id: 7, title: 'A', status, more, content: 'Words.' })));
    expect(files['articles/2010/entry-7.md']).toContain(expected);
    expect((files['articles/2010/entry-7.md'] ?? '').includes('draft: true')).toBe(
      status !== 'future',
    );
  });

  it.each([
    ['easy footnotes', 'It left.[efn_note]I was <em>there</em>.[/efn_note]', ''],
    ['modern footnotes', 'It left.[mfn]I was <em>there</em>.[/mfn]', ''],
    ['double brackets', 'It left.((I was <em>there</em>.))', ''],
    [
      'the editor’s own',
      '<!-- wp:paragraph --><p>It left.<sup data-fn="8a" class="fn"><a href="#8a" id="8a-link">1</a></sup></p><!-- /wp:paragraph --><!-- wp:footnotes /-->',
      meta('footnotes', '[{"content":"I was <em>there<\\/em>.","id":"8a"}]'),
    ],
  ])('has footnotes of %s', async (_, content, more) => {
    const { files } = await from(wxr(item({ id: 7, title: 'A', content, more })));
    expect(files['articles/2010/entry-7.md']).toContain('It left.[^1]\n\n[^1]: I was *there*.\n');
  });

  it('brings galleries by number, covers, pages, menus, series and co-authors', async () => {
    const picture = (id: number) =>
      item({
        id,
        title: `p${id}`,
        type: 'attachment',
        status: 'inherit',
        more:
          element(
            'wp:attachment_url',
            `https://old.example/wp-content/uploads/2010/05/p${id}.png`,
          ) + meta('_wp_attachment_image_alt', `Picture ${id}`),
      });
    const translated = (language: string) =>
      `<category domain="language" nicename="${language}"/><category domain="post_translations" nicename="pll_1"/>`;
    const { files } = await from(
      wxr(
        item({
          id: 7,
          title: 'A',
          content: '[gallery ids="21,22"]',
          more: `${meta('_thumbnail_id', '23')}<category domain="series" nicename="s">${cdata('Rail')}</category><category domain="author" nicename="cap-ana">${cdata('ana')}</category><category domain="author" nicename="cap-bo">${cdata('bo')}</category>${translated('pt-br')}<category domain="category" nicename="sem-categoria">${cdata('Sem categoria')}</category>`,
        }),
        item({ id: 8, title: 'B', more: translated('de') }),
        item({ id: 9, title: 'About', type: 'page', content: 'Who.' }),
        item({
          id: 30,
          title: 'Who we are',
          type: 'nav_menu_item',
          more: `${meta('_menu_item_type', 'post_type')}${meta('_menu_item_object_id', '9')}<category domain="nav_menu" nicename="main">${cdata('Main')}</category>`,
        }),
        item({ id: 31, title: 'A', type: 'revision', status: 'inherit' }),
        picture(21),
        picture(22),
        picture(23),
      ),
      {
        'wp-content/uploads/2010/05/p21.png': 'a',
        'wp-content/uploads/2010/05/p22.png': 'b',
        'wp-content/uploads/2010/05/p23.png': 'c',
      },
    );
    const text = files['articles/2010/entry-7/index.md'] ?? '';
    expect(text).toContain('![Picture 21](p21.png) ![Picture 22](p22.png)');
    expect(text).toContain('cover:\n  src: p23.png\n  alt: Picture 23\n');
    expect(text).toContain('series: rail\n');
    expect(text).toContain('translations:\n  - ../entry-8.md\n');
    expect(text).toContain('lang: pt-BR\n');
    expect(text).not.toContain('tags:');
    expect(text).toContain('authors:\n  - ana\n  - bo\n');
    expect(files['authors.yaml']).toBe('ana:\n  name: Ana Lima\nbo:\n  name: bo\n');
    expect(files['pages/entry-9.md']).toContain('title: About');
    expect(files['site.yaml']).toContain('nav:\n  - label: Who we are\n    path: /entry-9/\n');
    expect(files['series/rail.yaml']).toBe('title: Rail\n');
  });

  it.each([
    ['de', ['lang: de']],
    ['zh-hans', ['lang: zh-Hans']],
    ['haw" /><category domain="post_translations" nicename="pll_1', ['lang: haw']],
    ['php', []],
    ['go', []],
    ['lua', []],
    ['javascript', []],
  ])('a term of a taxonomy of languages is the language of people alone: %s', async (id, lines) => {
    const more = `<category domain="language" nicename="${id}"/>`;
    const { files } = await from(wxr(item({ id: 7, title: 'A', content: 'Words.', more })));
    expect(files['articles/2010/entry-7.md']?.match(/^lang: .*$/gm) ?? []).toEqual(lines);
  });

  it.each([
    [
      'warnings of PHP before it',
      `<br />\n<b>Warning</b>: Cannot modify header in <b>/x.php</b>\n${wxr(item({ id: 7, title: 'Café', content: 'Crème.' }))}`,
    ],
    [
      'Windows-1252 under the name of UTF-8',
      Buffer.from(wxr(item({ id: 7, title: 'Café', content: 'Crème.' })), 'latin1'),
    ],
    [
      'Windows-1252 that says so',
      Buffer.from(
        wxr(item({ id: 7, title: 'Café', content: 'Crème.' })).replace('UTF-8', 'windows-1252'),
        'latin1',
      ),
    ],
    [
      'UTF-16',
      Buffer.from(
        `\uFEFF${wxr(item({ id: 7, title: 'Café', content: 'Crème.' })).replace('UTF-8', 'UTF-16')}`,
        'utf16le',
      ),
    ],
    [
      'characters that no XML has',
      wxr(item({ id: 7, title: 'Café', content: 'Cr\u000bème.\u0008' })),
    ],
    [
      'entities of HTML and bare signs',
      wxr(item({ id: 7, title: 'Caf&eacute;', content: 'Crème.' })).replace(
        'Trains',
        'Trains & &hellip; more',
      ),
    ],
  ])('is read with %s', async (_, text) => {
    const { files } = await imported({ 'export.xml': text });
    expect(files['articles/2010/entry-7.md']).toContain('title: Café');
    expect(files['articles/2010/entry-7.md']).toContain('\n\nCrème.\n');
  });

  it('with signs and warnings among the XML that it should not have loses nothing behind them', async () => {
    const warning = '<br />\n<b>Warning</b>: x < 3 & y in <b>a.php</b><br>\n';
    const text = wxr(
      item({ id: 7, title: 'Bread & butter', content: 'A.' }),
      item({ id: 8, title: 'B < C', content: 'B & C.' }),
    );
    const { files } = await from(text.replaceAll('<item>', `${warning}<item>`));
    expect(files['articles/2010/entry-7.md']).toContain('title: Bread & butter\n');
    expect(files['articles/2010/entry-8.md']).toContain('title: B < C\n');
    expect(files['articles/2010/entry-8.md']).toContain('\n\nB & C.\n');
  });

  it('that was cut off gives all that is whole, and says what is not', async () => {
    const whole = wxr(
      item({ id: 7, title: 'A', content: 'Words.' }),
      item({ id: 8, title: 'Lost', content: 'Half a text' }),
    );
    const { files, report } = await from(whole.slice(0, whole.indexOf('Half') + 4));
    expect(files['articles/2010/entry-7.md']).toContain('Words.');
    expect(report.lines.find(({ outcome }) => outcome === 'failed')).toMatchObject({
      where: 'export.xml: Lost',
      why: 'the file ends in the middle of it: it was cut off',
    });
  });
});
