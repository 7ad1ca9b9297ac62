import { describe, expect, it } from 'vitest';
import { render } from './sample.ts';

describe('a picture or a recording at the own address is one of the own files:', () => {
  it.each([
    ['![a](https://sample.example/x.png)', '<img src="/x.png" alt="a">'],
    ['![a](http://SAMPLE.example:443/x.png "T")', '<img src="/x.png" alt="a">'],
    ['![a](http://sample.example:80/x.png)', '<img src="/x.png" alt="a">'],
    ['![a](https://sample.example:443/x.png)', '<img src="/x.png" alt="a">'],
    ['![a](https://sample.example./x.png)', '<img src="/x.png" alt="a">'],
    ['![a](https://sample.example.:443/x.png)', '<img src="/x.png" alt="a">'],
    ['![a](//sample.example:/x.png) b', '<img src="/x.png" alt="a">'],
    ['![a](//sample.example/x.png) b', '<img src="/x.png" alt="a">'],
    ['![a][b] c\n\n[b]: https://sample.example/x.png "T"', '<img src="/x.png" alt="a" title="T">'],
    ['![a](https://sample.example/x.mp4)', 'src="/x.mp4"'],
    ['<p><img src="https://sample.example/x.png" alt="a"></p>', '<img src="/x.png" alt="a">'],
    [
      '<p><img src="/x.png" srcset="https://sample.example/x.png 2x" alt="a"></p>',
      'srcset="/x.png 2x"',
    ],
    [
      '<video src="http://sample.example/x.mp4" poster="https://sample.example/x.png"></video>',
      'src="/x.mp4" poster="/x.png"',
    ],
  ])('%s', (body, shown) => {
    const { html, facts } = render(`${body}\n`);
    expect(html).toContain(shown);
    expect(html).not.toContain('remote-image');
    expect(facts.faults).toEqual([]);
    expect(facts.links.map(({ path }) => path)).toContain(/mp4/.test(body) ? '/x.mp4' : '/x.png');
  });

  it.each([
    'https://www.sample.example/x.png',
    'https://sample.example.b.example/x.png',
    'https://sample.example:8080/x.png',
    'http://sample.example:8/x.png',
    'http://sample.example@b.example:80/x.png',
  ])('and one at %s is not', (url) => {
    expect(render(`![a](${url})\n`).html).toContain('remote-image');
  });
});

it.each([
  ['#:~:text=words', ''],
  ['#part:~:text=a,b', 'part'],
  ['other.md#part:~:text=a', 'part'],
  ['/about/#:~:text=a%2Cb', ''],
  ['https://sample.example/about/#:~:text=a', ''],
  ['#top', ''],
])('%s names the id "%s" and stays as it is for browsers', (url, fragment) => {
  const { html, facts } = render(`[a](${url})\n\n## Part\n`);
  expect(facts.links.map((link) => link.fragment)).toEqual([fragment]);
  expect(html).toContain(url.slice(url.indexOf('#')));
});

describe('no link stands within a link:', () => {
  it.each([
    [
      '<a href="https://b.example">https://b.example</a>',
      '<a href="https://b.example">https://b.example</a>',
    ],
    [
      '<a href="https://b.example">see https://b.example **now**</a>',
      '<a href="https://b.example">see https://b.example <strong>now</strong></a>',
    ],
    [
      'a <a class="x" href="/about/">[b](/2026/other/)</a> [c](/2026/other/)',
      '<a class="x" href="/about/">b</a> <a href="/2026/other/">c</a>',
    ],
    [
      'a <a href="/about/">![b](https://b.example/x.png)</a>',
      '<a href="/about/"><span class="remote-image">b</span></a>',
    ],
    [
      '<div><a href="/about/"><img src="https://b.example/x.png" alt="b"></a></div>',
      '<a href="/about/"><span class="remote-image">b</span></a>',
    ],
    [
      'a <a href="/about/"><img src="https://b.example/x.png" alt="b"></a>',
      '<a href="/about/"><span class="remote-image">b</span></a>',
    ],
    [
      '[<img src="https://b.example/x.png" alt="b">](/about/)',
      '<a href="/about/"><span class="remote-image">b</span></a>',
    ],
    [
      '<div><a href="/about/"><iframe src="https://b.example/" title="b"></iframe></a></div>',
      '<a href="/about/">b (b.example)</a>',
    ],
    [
      '[a <a href="https://b.example">b</a> <a id="c">d</a>](/about/)',
      '<a href="/about/">a <span>b</span> <span id="c">d</span></a>',
    ],
    [
      '<a href="/about/">a [[The other one]]</a> [b [[The other one|c]]](/about/)',
      '<a href="/about/">a The other one</a> <a href="/about/">b c</a>',
    ],
    [
      '<a href="https://b.example">a <a href="/about/">b</a></a>',
      '<a href="https://b.example">a </a><a href="/about/">b</a>',
    ],
    [
      '<div><a href="https://b.example"><a href="/about/">b</a></a></div>',
      '<div><a href="/about/">b</a></div>',
    ],
    [
      'a <a name="x"></a> https://b.example',
      '<a name="x"></a> <a href="https://b.example" data-bare="">https://b.example</a>',
    ],
    [
      'a <a href="/about/">b https://b.example\n\nhttps://c.example',
      '<a href="https://c.example" data-bare="">https://c.example</a>',
    ],
  ])('%s', (body, shown) => {
    expect(render(`${body}\n`).html).toContain(shown);
  });

  it('in MDX neither', () => {
    const body = '<a href="https://b.example">https://b.example</a>\n';
    expect(render(body, 'articles/sample.mdx').facts.faults).toEqual([]);
  });
});
