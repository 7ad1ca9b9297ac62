import { expect, it } from 'vitest';
import { renderMdx } from './mdx.ts';
import { faults, render } from './sample.ts';

it.each([
  '> a *b*[^1]\n> -- A, *B* {lang=pt}\n\n[^1]: one\n',
  '> a\n>\n> {lang=ar}\n',
  '> [!WARNING] Mind\n> the `{step}`\n',
  '> [!PULL]\n> a\n',
  '> **Ana:** a\n> **Ben**: b\n',
  '![A](photo.jpg)\nB\n-- C\n',
  '![A](photo.jpg "B")\n',
  '![A](photo.jpg) ![A](photo.jpg)\n',
  '[![A](photo.jpg)](https://youtu.be/abc)\nB\n',
  '[Video](clip.mp4)\n',
  '![A](clip.mp4)\nB\n',
  '<iframe src="https://www.youtube.com/embed/ab" title="A"></iframe>\n',
  'a <iframe src="https://maps.example/x"></iframe>\n',
  '- **A:** b\n',
  '| a | b |\n|---|--:|\n| [x](/about/) | 2 |\n',
  '```ts title="{a}.ts" {2}\nlet a = {};\n\n/* *b*\n\n- c */\n```\n',
])('%j comes out the same in MDX', (body) => {
  // Attributes stand in another order, and MDX spells out those without a value.
  const normal = (html: string) =>
    html
      .replace(/<(\w+)((?: [^<>]*?)?) ?\/?>/g, (_, name: string, attributes: string) =>
        [`<${name}`, ...(attributes.match(/[\w-]+(?:="[^"]*")?/g) ?? []).sort(), '>'].join(' '),
      )
      .replaceAll('="true"', '')
      .replaceAll('=""', '')
      .replaceAll('&quot;', '"')
      .replaceAll('&gt;', '>')
      .trim();
  const markdown = render(body).html.split('<section')[0] ?? '';
  const mdx = renderMdx(body).split('<section')[0] ?? '';
  expect(normal(mdx)).toBe(normal(markdown));
  expect(faults(body, 'articles/sample.mdx')).toEqual([]);
});

it('a wrong language is a fault of its line in MDX too', () => {
  expect(faults('a\n\n> b\n>\n> {lang=x_}\n', 'articles/sample.mdx')).toHaveLength(1);
});

it('links in links and several headings of the first rank are told and lowered in MDX as in Markdown', () => {
  const body =
    '<a href="/about/">a <a href="https://b.example" id="c">b</a></a>\n\n<h1>A</h1>\n\n# B\n';
  const html = renderMdx(body);
  expect(html).toContain('<a href="/about/">a <span id="c">b</span></a>');
  expect(html).toContain('<h2>A</h2>');
  expect(html).toContain('<h2 id="b">B</h2>');
  expect(faults(body, 'articles/sample.mdx')).toEqual([
    'articles/sample.mdx:6: a link within a link; expected one of the two; take the other away',
  ]);
});

it('a heading that goes down is looked at as any element is', () => {
  const body = '<h1 style="color: red">A</h1>\n\n# B\n';
  expect(renderMdx(body)).toMatch(/<h2[^>]*>A<\/h2>/);
  expect(faults(body, 'articles/sample.mdx')).toEqual([
    expect.stringContaining('sample.mdx:6: style at <h1>'),
  ]);
});
