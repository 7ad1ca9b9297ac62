import { describe, expect, it } from 'vitest';
import { fillPlaceholders } from '../../../src/render/collect/placeholder.ts';
import { renderMdx } from '../mdx.ts';
import { faults, render } from '../sample.ts';

describe('a picture beside the entry', () => {
  it.each([
    ['![A "b" <c>](photo.jpg)', 'articles/photo.jpg|A &quot;b&quot; &lt;c&gt;|'],
    ['a ![A](./photo.jpg "T & U")', 'articles/photo.jpg|A|T &amp; U'],
    ['a ![A][r]\n\n[r]: photo.jpg "T"', 'articles/photo.jpg|A|T'],
    ['![A\\\nb  \nc<br>d](photo.jpg)', 'articles/photo.jpg|A b c d|'],
    ['a ![A<br>b][r]\n\n[r]: photo.jpg', 'articles/photo.jpg|A b|'],
    ['![a ||b|| [[About|c]]](photo.jpg)', 'articles/photo.jpg|a ▒▒▒ c|'],
    ['![ ](photo.jpg)', 'articles/photo.jpg||'],
    ['![A](../notes/x.png)', 'notes/x.png|A|'],
  ])('%j is shown with its alt text and title', (body, shown) => {
    const { html, facts } = render(`${body}\n`);
    expect(facts.faults).toEqual([]);
    const filled = fillPlaceholders(html, {
      image: (file, alt, title = '') => `[${file}|${alt}|${title}]`,
      file: (file) => file,
    });
    expect(filled.replace('<p>a ', '<p>')).toBe(`<p>[${shown}]</p>\n`);
    expect(facts.assets).toContainEqual({ file: shown.split('|')[0], as: 'image', line: 6 });
  });

  it('without alt text is a fault', () => {
    expect(faults('a\n\n![](photo.jpg)\n')).toMatchInlineSnapshot(`
      [
        "articles/sample.md:8: the picture photo.jpg has no alt text; expected words that say what it shows; write ![what it shows](…), or ![ ](…) if it only decorates",
      ]
    `);
  });
});

describe('a picture that is served as it is has the words that any other has', () => {
  it.each([
    ['![ ](/pic.png)', '<img src="/pic.png" alt="">'],
    ['![a ||b|| c](/pic.png)', '<img src="/pic.png" alt="a ▒▒▒ c">'],
    ['![a](https://sample.example/pic.png "b") c', '<img src="/pic.png" alt="a" title="b"> c'],
    ['![ ](data:image/png;base64,AAAA)', '<img src="data:image/png;base64,AAAA" alt="">'],
    ['![ ][r]\n\n[r]: /pic.png', '<img src="/pic.png" alt="">'],
    ['![ ](/pic.png)\nWords', '<figure><img src="/pic.png" alt=""><figcaption>Words</figcaption>'],
  ])('%j', (body, html) => {
    expect(render(body).html).toContain(html);
    expect(renderMdx(body)).toContain(html);
  });
});

describe('a picture on another host is never loaded', () => {
  it.each([
    [
      '![A & B](https://b.example/x.png)',
      '<a class="remote-image" href="https://b.example/x.png">A &amp; B</a>',
    ],
    ['![A](//b.example/x.png)', '<a class="remote-image" href="//b.example/x.png">A</a>'],
    [
      '![ ](https://b.example/x.png)',
      '<a class="remote-image" href="https://b.example/x.png" data-bare="">https://b.example/x.png</a>',
    ],
    [
      '![A][r]\n\n[r]: https://b.example/x.png',
      '<a class="remote-image" href="https://b.example/x.png">A</a>',
    ],
    [
      '[![A](https://b.example/x.png)](/about/)',
      '<a href="/about/"><span class="remote-image">A</span></a>',
    ],
    [
      '[b](/about/) ![A](https://b.example/x.png)',
      '<a href="/about/">b</a> <a class="remote-image" href="https://b.example/x.png">A</a>',
    ],
  ])('%j', (body, html) => {
    expect(render(`${body}\n`).html).toBe(`<p>${html}</p>\n`);
  });
});

it('a picture of the public folder is a link to check', () => {
  const { html, facts } = render('![A](/favicon.svg)\n');
  expect(html).toBe('<p><img src="/favicon.svg" alt="A"></p>\n');
  expect(facts.links).toEqual([{ path: '/favicon.svg', fragment: '', line: 6, isFile: true }]);
});
