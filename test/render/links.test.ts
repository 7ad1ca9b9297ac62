import { describe, expect, it } from 'vitest';
import { faults, render } from './sample.ts';

const hrefs = (body: string, file?: string) =>
  [...render(body, file).html.matchAll(/ href="([^"]*)"/g)].map((match) => match[1]);

describe('where a link leads', () => {
  it.each([
    ['[a](other.md)', '/2026/other/'],
    ['[a](./other.md#part)', '/2026/other/#part'],
    ['[a](../notes/größe.md)', '/notes/gr%C3%B6%C3%9Fe/'],
    ['[a](../notes/gr%C3%B6%C3%9Fe.md)', '/notes/gr%C3%B6%C3%9Fe/'],
    ['[a](../notes/gro\u0308ße.md)', '/notes/gr%C3%B6%C3%9Fe/'],
    ['[a](../notes/a/index.md)', '/notes/a/'],
    ['[a](../pages/about.md)', '/about/'],
    ['[a][r]\n\n[r]: other.md', '/2026/other/'],
    ['[a](/about/)', '/about/'],
    ['[a](/about/#who)', '/about/#who'],
    ['[a](https://sample.example/about/?q#who)', '/about/?q#who'],
    ['<https://sample.example/about/>', '/about/'],
    ['https://sample.example/about/', '/about/'],
    ['[a](a%20b.pdf)', 'journal-file:articles/a%20b.pdf'],
    ['[a](<a b.pdf>)', 'journal-file:articles/a%20b.pdf'],
    ['[a](below/)', '/2026/sample/below/'],
    ['[a](https://b.example/x?y#z)', 'https://b.example/x?y#z'],
    ['[a](https://sample.example.org/)', 'https://sample.example.org/'],
    ['[a](//b.example/)', '//b.example/'],
    ['[a](mailto:a@b.example)', 'mailto:a@b.example'],
    ['[a](tel:+351)', 'tel:+351'],
  ])('%j: %s', (body, address) => {
    expect(hrefs(`${body}\n`)).toEqual([address]);
    expect(faults(`${body}\n`)).toEqual([]);
  });

  it('is looked for from the folder of the file', () => {
    expect(hrefs('[a](../../articles/other.md) [b](../größe.md)\n', 'notes/b/index.md')).toEqual([
      '/2026/other/',
      '/notes/gr%C3%B6%C3%9Fe/',
    ]);
  });
});

it.each([
  ['nope.md', 'articles/nope.md'],
  ['../articles/nope.mdx', 'articles/nope.mdx'],
  ['../../../../etc/nope.md', 'etc/nope.md'],
])('a link to %s, which no file is, is a fault', (url, file) => {
  expect(faults(`a\n\n[b](${url})\n`)).toEqual([
    `articles/sample.md:8: a link to ${url}, which is no entry or page; expected a Markdown file of this journal (${file} is none); correct the link`,
  ]);
});

describe('headings', () => {
  it.each([
    ['have their words as id', '# Über Straße!\n', ['über-straße']],
    [
      'are numbered where they are equal',
      '# A\n\n# A\n\n# A-2\n\n# A\n',
      ['a', 'a-2', 'a-2-2', 'a-3'],
    ],
    ['without letters are sections', '# 🎉\n\n# 🎉\n', ['section', 'section-2']],
    ['leave the id of the page alone', '# Main\n', ['main-2']],
    ['leave out their footnote marks', '# A[^1]\n\n[^1]: b\n', ['a']],
    ['leave ids of HTML above alone', '<p id="a"></p>\n\n# A\n', ['a', 'a-2']],
  ])('%s', (_, body, anchors) => {
    const { html, facts } = render(body);
    expect(facts.anchors).toEqual(anchors);
    for (const anchor of anchors) expect(html).toContain(` id="${anchor}"`);
  });
});
