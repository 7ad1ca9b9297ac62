import { describe, expect, it } from 'vitest';
import { csvRows } from '../../../src/import/source/csv.ts';
import { imported } from '../imported.ts';

const head =
  'post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n';

const exported = {
  'posts.csv': `${head}101.night-trains,2021-02-03T04:05:06.000Z,true,,,newsletter,everyone,"Night ""trains"", late",Who sleeps,
102.salt,2021-02-04T04:05:06.000Z,true,,,newsletter,only_paid,Salt,,
103,2021-02-05T04:05:06.000Z,false,,,newsletter,everyone,Soon,,
104.heard,2021-02-06T04:05:06.000Z,true,,,podcast,everyone,Heard,,https://api.example.org/heard.mp3
105.lost,2021-02-07T04:05:06.000Z,true,,,newsletter,everyone,Lost,,
`,
  'posts/101.night-trains.html': `<p>They leave late.<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" href="#footnote-1" target="_self">1</a></p>
<div class="captioned-image-container"><figure><a class="image-link image2" href="https://cdn.example/big.png"><div class="image2-inset"><picture><source srcset="a 1x"><img src="https://cdn.example/small.png" data-attrs="{&quot;src&quot;:&quot;https://cdn.example/big.png&quot;,&quot;alt&quot;:&quot;A platform&quot;}"></picture></div></a><figcaption class="image-caption">At night</figcaption></figure></div>
<p>See <a href="https://trains.example/p/salt">salt</a>.</p>
<div class="pullquote"><p>Nobody sleeps.</p></div>
<div id="youtube2-abc" class="youtube-wrap" data-attrs="{&quot;videoId&quot;:&quot;abc&quot;}"></div>
<p class="button-wrapper" data-attrs="{}"><a class="button primary" href="https://trains.example/p/night-trains?action=share"><span>Share</span></a></p>
<div class="subscription-widget-wrap"><form><input type="email"></form></div>
<div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number" contenteditable="false" target="_self">1</a><div class="footnote-content"><p>At 23:50.</p></div></div>`,
  'posts/102.salt.html': '<p>Salt.</p>',
  'posts/103.html': '<p>Not yet.</p>',
  'posts/103.soon.html': '<p>Not yet.</p>',
  'posts/104.heard.html': '<p>Listen.</p><div class="native-audio-embed"></div>',
};

describe('an export of Substack', () => {
  it('comes with footnotes, pictures and links among posts, and without what asks to subscribe', async () => {
    const { files } = await imported(exported);
    expect(files['articles/2021/night-trains/index.md']).toBe(`---
title: Night "trains", late
date: 2021-02-03T04:05:06Z
id: https://trains.example/p/night-trains
summary: Who sleeps
aliases:
  - /p/night-trains/
---

They leave late.[^1]

[A platform (missing picture)](https://cdn.example/big.png)\\
At night

See [[articles/2021/salt|salt]].

> [!PULL]
>
> Nobody sleeps.

<https://www.youtube.com/watch?v=abc>

[^1]: At 23:50.
`);
  });

  it('keeps who could read a post, and tells what did not come', async () => {
    const { files, line } = await imported(exported);
    expect(files['articles/2021/salt.md']).toContain('draft: true');
    expect(files['articles/2021/soon.md']).toContain('draft: true');
    expect(line('posts/104.heard.html').notes.map(({ how }) => how)).toEqual([
      'https://api.example.org/heard.mp3: save it and put it beside the entry',
      'the export does not have it: save it and put it beside the entry',
    ]);
    expect(line('posts.csv: 105.lost').outcome).toBe('failed');
  });

  it.each([
    [
      'quotation marks, commas and line ends',
      'a,b\n"1, ""2""\n3",4\n',
      [{ a: '1, "2"\n3', b: '4' }],
    ],
    ['empty fields and no end of line', 'a,b\n,2', [{ a: '', b: '2' }]],
    ['a quotation mark that is never closed', 'a,b\n"1,2\n', [{ a: '1,2\n', b: '' }]],
  ])('reads a list with %s', (_, text, expected) => {
    expect(csvRows(text)).toEqual(expected);
  });

  it.each([
    [
      'verse, without the words for its editor',
      '<div class="preformatted-block"><label class="hide-text">Text within this block will maintain its original spacing</label><pre class="text">A\n  line</pre></div>',
      'A\\\n\u2003line\n',
    ],
    [
      'a formula that only its attributes say',
      '<p>A</p><div class="latex-rendered" data-attrs="{&quot;persistentExpression&quot;:&quot;E = mc^2&quot;}"></div>',
      'A\n\n$$E = mc^2$$\n',
    ],
    [
      'a file, by its title',
      '<div class="file-embed-wrapper"><div class="file-embed-container-reader"><img src="https://x.example/file.png"><div class="file-embed-details-h1">Plan</div><div>1MB</div><a class="file-embed-button wide" href="https://x.example/z">Download</a></div><a class="file-embed-button narrow" href="https://x.example/z">Download</a></div>',
      '[Plan](https://x.example/z)\n',
    ],
    [
      'what is not about its app',
      '<p>A</p><div class="install-substack-app-embed"><img src="https://x.example/a.png"><div>Get the app</div></div>',
      'A\n',
    ],
  ])('brings a draft that has no slug, and of it %s', async (_, html, expected) => {
    const { below } = await imported({
      'posts.csv': `${head}103.,2021-02-05T04:05:06.000Z,false,,,newsletter,everyone,Soon,,\n`,
      'posts/103.html': html,
    });
    expect(below('articles/')).toEqual([
      `---\ntitle: Soon\ndate: 2021-02-05T04:05:06Z\ndraft: true\n---\n\n${expected}`,
    ]);
  });
});
