import { describe, expect, it } from 'vitest';
import { faults, render } from '../sample.ts';

const image = '<img data-journal-image="articles/photo.jpg" alt="A" />';

describe('a figure', () => {
  it.each([
    [
      '![A](photo.jpg)\nB *c*\nd\n',
      `<figure>${image}<figcaption>B <em>c</em>\nd</figcaption></figure>\n`,
    ],
    [
      '![A](photo.jpg)\nB\n-- [C](/about/)\n',
      `<figure>${image}<figcaption>B <small class="credit"><a href="/about/">C</a></small></figcaption></figure>\n`,
    ],
    [
      '![A](photo.jpg)\\\n— C\n',
      `<figure>${image}<figcaption><small class="credit">C</small></figcaption></figure>\n`,
    ],
    ['![A](photo.jpg "B & c")\n', `<figure>${image}<figcaption>B &amp; c</figcaption></figure>\n`],
    ['![A][p]\n\n[p]: photo.jpg "B"\n', `<figure>${image}<figcaption>B</figcaption></figure>\n`],
    [
      '[![A](photo.jpg)](/about/)\nB\n',
      `<figure><a href="/about/">${image}</a><figcaption>B</figcaption></figure>\n`,
    ],
    [
      '![A](photo.jpg) ![A](photo.jpg)\n![A](photo.jpg "B")\n',
      `<div class="pictures">${image}${image}<figure>${image}<figcaption>B</figcaption></figure></div>\n`,
    ],
    [
      '![A](photo.jpg)\n![A](photo.jpg)\nB\n',
      `<figure><div class="pictures">${image}${image}</div><figcaption>B</figcaption></figure>\n`,
    ],
    [
      '- ![A](photo.jpg)\n  B\n',
      `<ul>\n<li>\n<figure>${image}<figcaption>B</figcaption></figure>\n</li>\n</ul>\n`,
    ],
    [
      '> ![A](photo.jpg)\n> B\n',
      `<blockquote>\n<figure>${image}<figcaption>B</figcaption></figure>\n</blockquote>\n`,
    ],
    ['![A](photo.jpg)\nB\n\\-- C\n', `<figure>${image}<figcaption>B\n-- C</figcaption></figure>\n`],
    [
      '![A](https://b.example/x.png)\nB\n',
      '<figure><a class="remote-image" href="https://b.example/x.png">A</a><figcaption>B</figcaption></figure>\n',
    ],
    ['![A](photo.jpg)\n', `<p>${image}</p>\n`],
    ['![A](photo.jpg) b\nc\n', `<p>${image} b\nc</p>\n`],
    ['b\n![A](photo.jpg)\n', `<p>b\n${image}</p>\n`],
  ])('%j', (body, html) => {
    expect(render(body).html).toBe(html);
    expect(faults(body)).toEqual([]);
  });

  it('has footnotes in its caption and its credit', () => {
    const { html, facts } = render('![A](photo.jpg)\nB[^1]\n-- C[^1]\n\n[^1]: one\n');
    expect(facts.faults).toEqual([]);
    expect(html).toMatch(
      /<figcaption>B<sup>.*fnref-1".*<\/sup> <small class="credit">C<sup>.*fnref-1-2".*<\/small>/,
    );
  });

  it('without alt text is a fault of its line', () => {
    expect(faults('a\n\n![](photo.jpg "B")\n')).toHaveLength(1);
    expect(faults('a\n\n![](photo.jpg "B")\n')[0]).toContain('articles/sample.md:8: the picture');
  });
});
