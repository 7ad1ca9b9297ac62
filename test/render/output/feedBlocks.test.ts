import { expect, it } from 'vitest';
import { bodyInFeed, bodyInList } from '../../../src/render/output/rewrite.ts';
import { article, render } from '../sample.ts';

const inFeed = (body: string) =>
  bodyInFeed(render(body).html, 'https://sample.example/2026/sample/');

it.each([
  [
    '> a\n> -- [A](/about/) {lang=he}\n',
    '<figure class="quotation"><blockquote lang="he" dir="rtl"><p>a</p></blockquote><figcaption>— <a href="https://sample.example/about/">A</a></figcaption></figure>\n',
  ],
  [
    '> [!NOTE]\n> a\n',
    '<div class="callout callout-note"><p class="callout-title"><strong>Note</strong></p><p>a</p></div>\n',
  ],
  ['a\n\n> [!PULL]\n> a\n\nb\n', '<p>a</p>\n\n<p>b</p>\n'],
  [
    '> [!PULL]\n> “C *d* … b.”\n> -- Me\n\nc **d**; a, b\n',
    '\n<p>c <strong>d</strong>; a, b</p>\n',
  ],
  [
    '> [!PULL]\n> *a* b\n> -- Me {lang=pt}\n',
    '<blockquote lang="pt" dir="ltr"><p><em>a</em> b</p><p><small>— Me</small></p></blockquote>\n',
  ],
  ['A party\n\n> [!PULL]\n> Art\n', '<p>A party</p>\n<blockquote><p>Art</p></blockquote>\n'],
  ['party, art\n\n> [!PULL]\n> Art\n', '<p>party, art</p>\n\n'],
  ['東京都に行く。\n\n> [!PULL]\n> 京都\n', '<p>東京都に行く。</p>\n\n'],
  ['a\n\n> [!PULL]\n> c\n', '<p>a</p>\n<blockquote><p>c</p></blockquote>\n'],
  [
    '| a | b |\n|---|--:|\n| 1 | 2 |\n',
    '<table><thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody><tr><td>1</td><td align="right">2</td></tr></tbody></table>\n',
  ],
  [
    '```js {1}\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n```\n',
    '<pre class="language-js"><code><mark class="line">aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n</mark></code></pre>\n',
  ],
  [
    '[![A](https://img.example/x.jpg)](https://youtu.be/a)\n',
    '<figure class="video"><a href="https://youtu.be/a"><span class="remote-image">A</span> <span class="video-host">Video at youtu.be</span></a></figure>\n',
  ],
])('%j is plain in a feed', (body, html) => {
  expect(inFeed(body)).toBe(html);
});

it('a recording in a feed keeps its absolute address, and a link to it', () => {
  const html = render('![A](clip.mp4)\n').html.replaceAll('journal-file:articles/', '/_files/');
  expect(bodyInFeed(html, 'https://sample.example/2026/sample/')).toBe(
    '<figure class="video"><video controls preload="none" src="https://sample.example/_files/clip.mp4" aria-label="A"><a href="https://sample.example/_files/clip.mp4">A</a></video></figure>\n',
  );
});

it('a pull quote with a footnote stays in a feed, or the note would lead back to nothing', () => {
  expect(inFeed('> [!PULL]\n> a[^1]\n\n[^1]: one\n')).toMatch(
    /^<blockquote><p>a<sup><a [^>]*fnref-1"/,
  );
});

it('blocks in a list are those of the page, without ids other than those of footnotes', () => {
  const body =
    '> [!NOTE] A\n> ## B\n>\n> c[^1]\n\n| a |\n|---|\n\n```js title="x"\na\n```\n\n[^1]: one\n';
  const page = render(body).html;
  expect(bodyInList(page, article(body), 'headings')).toBe(page.replace('<h2 id="b">', '<h2>'));
});
