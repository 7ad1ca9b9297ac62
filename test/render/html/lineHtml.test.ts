import { expect, it } from 'vitest';
import { isLineHtml } from '../../../src/render/html/lineHtml.ts';
import { renderInline } from '../../../src/render/render.ts';
import { load, told } from '../../load/content.ts';

const site = { url: 'https://sample.example', formerly: [] };

it.each([
  ['A <!-- secret --> *b*', 'A  <em>b</em>'],
  ['<!-- all -->', ''],
  ['<!-- one -->\n<!-- two -->', ''],
  ['A <cite>b<!-- secret --></cite>', 'A <cite>b</cite>'],
  ['<<!-- x -->b>c', '&lt;b&gt;c'],
  ['<!-- x --> <script>y</script>', '&lt;script&gt;y&lt;/script&gt;'],
  ['A <!--> <img src=x> -->', 'A  &lt;img src=x&gt; --&gt;'],
  ['`<!-- code -->`', '<code>&lt;!-- code --&gt;</code>'],
  ['A <!-- never closed', 'A &lt;!-- never closed'],
])('the comments of a line that several pages show are nowhere: %j', (markdown, html) => {
  expect(renderInline(markdown, site).trim()).toBe(html);
});

it('a comment is no fault there, and other HTML is', async () => {
  const result = await load({
    'series/s.yaml': 'title: S\ndescription: "A <!-- secret --> b"\n',
    'authors.yaml': 'a:\n  name: A\n  bio: <!-- secret --> <img src="x">\n',
    'articles/a.md': '---\ntitle: A\ndate: 2026-01-02\nauthors: a\nseries: s\n---\nWords.\n',
  });
  expect(told(result)).toEqual([
    'authors.yaml:3: <!-- secret --> <img src="x"> in a text that several pages show',
  ]);
  expect(isLineHtml('<!-- a --><!-- b -->')).toBe(true);
});
