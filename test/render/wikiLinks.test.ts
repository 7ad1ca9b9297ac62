import { describe, expect, it } from 'vitest';
import { Names } from '#journal/address/names.ts';
import { renderDocument } from '../../src/render/render.ts';
import { article, context, faults, render } from './sample.ts';

const shown = (body: string) => render(body).html.trim();
const wanted = (words: string) =>
  `<a class="wanted" role="link" aria-disabled="true" title="not written yet">${words}</a>`;

describe('a name in double brackets is a link', () => {
  it.each([
    ['by title', '[[The other one]]', '/2026/other/', 'The other one'],
    ['in any case', '[[tHE OTHER ONE]]', '/2026/other/', 'tHE OTHER ONE'],
    ['by slug', '[[other]]', '/2026/other/', 'other'],
    ['by path', '[[/2026/other/]]', '/2026/other/', '/2026/other/'],
    ['by file', '[[articles/other.md]]', '/2026/other/', 'articles/other.md'],
    ['by the name of the file', '[[other.md]]', '/2026/other/', 'other.md'],
    ['by the name of a folder', '[[a|b]]', '/notes/a/', 'b'],
    [
      'in another normal form',
      '[[gro\u0308\u00dfe]]',
      '/notes/gr%C3%B6%C3%9Fe/',
      'gro\u0308\u00dfe',
    ],
    ['with words of its own', '[[About|us "here"]]', '/about/', 'us “here”'],
    ['with a heading', '[[About#Who We Are|us]]', '/about/#who-we-are', 'us'],
  ])('%s', (_, source, path, words) => {
    const { html, facts } = render(`${source}\n`);
    expect(html).toBe(`<p><a href="${path}">${words}</a></p>\n`);
    expect(facts.links).toHaveLength(1);
    expect(facts.wanted).toEqual([]);
    expect(facts.faults).toEqual([]);
  });

  it('to a heading of the same text', () => {
    expect(shown('## Part one\n\n[[#Part One|up]]')).toContain('<a href="#part-one">up</a>');
  });

  it('among other words, in a heading, a table and a list, and in MDX', () => {
    const body =
      '# a [[About]]\n\n| b [[About\\|c]] d |\n| --- |\n\n- *e [[About|f]]* g [[Other|h]]\n';
    const html = shown(body);
    expect(html).toContain('<h2 id="a-about">a <a href="/about/">About</a></h2>');
    expect(html).toContain('<th>b <a href="/about/">c</a> d</th>');
    expect(html).toContain(
      '<li><em>e <a href="/about/">f</a></em> g <a href="/2026/other/">h</a></li>',
    );
    expect(render(body).facts.links).toEqual(render(body, 'articles/sample.mdx').facts.links);
  });
});

it.each(['[a **b [[About]]**](other.md)', '[a [[About]]][r]\n\n[r]: other.md'])(
  'a name within a link is none, as links do not nest: %s',
  (body) => {
    const { html, facts } = render(`${body}\n`);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(facts.links).toHaveLength(1);
    expect(facts.wanted).toEqual([]);
  },
);

describe('a name of what is not there yet is shown as such', () => {
  it('and told with its line', () => {
    const { html, facts } = render('a\nb [[A new one|soon]] [[other]]\n\n- [[Next "year"]]\n');
    expect(html).toContain(`<p>a\nb ${wanted('soon')} <a href="/2026/other/">other</a></p>`);
    expect(html).toContain(wanted('Next “year”'));
    expect(facts.faults).toEqual([]);
    expect(facts.wanted).toEqual([
      { name: 'A new one', line: 7 },
      { name: 'Next “year”', line: 9 },
    ]);
  });

  it('also one that is written and not published', () => {
    const hidden = { file: 'articles/b.md', path: '/2026/b/', title: 'B' };
    const closed = new Names([hidden], new Set());
    const open = new Names([hidden], new Set([hidden]));
    const at = (names: Names) =>
      renderDocument(article('[[B]]\n'), { ...context, find: (name) => names.find(name) });
    expect(at(closed).html).toBe(`<p>${wanted('B')}</p>\n`);
    expect(at(closed).facts.named).toEqual([['B', '']]);
    expect(at(open).html).toBe('<p><a href="/2026/b/">B</a></p>\n');
    expect(at(open).facts.named).toEqual([['B', '/2026/b/']]);
  });
});

/** What is told of a name that all of these documents have. */
function toldOfSame(documents: readonly { readonly file: string; readonly path: string }[]) {
  const same = documents.map((one) => ({ ...one, title: 'Same' }));
  const names = new Names(same, new Set(same));
  const find = (name: string) => names.find(name);
  return renderDocument(article('[[same]]\n'), { ...context, find }).facts.faults;
}

it('a name that two documents have is a fault that names both', () => {
  const faults = toldOfSame([
    { file: 'notes/x/index.md', path: '/notes/x/' },
    { file: 'articles/y.md', path: '/2026/y/' },
  ]);
  expect(faults).toEqual([
    {
      cure: 'write the file, such as [[articles/y|same]]',
      expected: 'a name that only one document has',
      file: 'articles/sample.md',
      kind: 'ambiguous-name',
      line: 6,
      what: '[[same]], which names articles/y.md and notes/x/index.md',
    },
  ]);
});

it('a name of very many says which some of them are', () => {
  const many = Array.from({ length: 9 }, (_, n) => ({ file: `notes/${n}.md`, path: `/${n}/` }));
  expect(toldOfSame(many)[0]?.what).toBe(
    '[[same]], which names notes/0.md and notes/1.md and 7 more',
  );
});

it.each([
  ['in code', '`[[other]]`', '<p><code>[[other]]</code></p>'],
  ['escaped', '\\[[other]] [\\[other]]', '<p>[[other]] [[other]]</p>'],
  [
    'escaped, another beside it',
    '\\[[other]] [[about]]',
    '<p>[[other]] <a href="/about/">about</a></p>',
  ],
  ['empty', '[[]] [[ ]]', '<p>[[]] [[ ]]</p>'],
  ['of a file', '![[photo.jpg]]', '<p>![[photo.jpg]]</p>'],
  ['in a code block', '```\n[[other]]\n```', '<pre><code>[[other]]\n</code></pre>'],
])('what is %s is no name', (_, source, html) => {
  expect(shown(source)).toBe(html);
  expect(render(source).facts.wanted).toEqual([]);
});

it('a footnote mark that nothing defines is found beside a name as well', () => {
  expect(faults('[[other]] [^x]\n')).toEqual([
    expect.stringContaining('sample.md:6: the footnote [^x]'),
  ]);
});
