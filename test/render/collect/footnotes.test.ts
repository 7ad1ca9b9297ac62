import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFault } from '#journal/fault/fault.ts';
import { footnotePrefix } from '../../../src/render/collect/footnotes.ts';
import { bodyInFeed } from '../../../src/render/output/rewrite.ts';
import { renderDocument } from '../../../src/render/render.ts';
import { sampleEntry } from '../../journal/sample.ts';
import { context, faults, render } from '../sample.ts';

const undefinedMark = (line: number, label: string) =>
  `articles/sample.md:${line}: the footnote [^${label}] is not defined; expected a line "[^${label}]: …"; write the note, remove the mark, or write \\[^${label}] if it is not one`;

const idsOf = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');
const linksOf = (html: string) =>
  [...html.matchAll(/ href="#([^"]*)"/g)].map((match) => decodeURIComponent(match[1] ?? ''));

describe('every mark leads to its note and every note back to each of its marks', () => {
  it.each([
    ['one note', 'a[^1]\n\n[^1]: one\n', 1],
    ['two marks of one note', 'a[^1] b[^1]\n\n[^1]: one\n', 2],
    ['a note with odd characters', 'a[^50%b]\n\n[^50%b]: one\n', 1],
    ['a note with a name', 'a[^Größe]\n\n[^größe]: one\n', 1],
    [
      'a note of paragraphs, a list and code',
      'a[^1]\n\n[^1]: one\n\n    two\n\n    - three\n\n    ```js\n    let a;\n    ```\n',
      1,
    ],
    ['a note that names another', 'a[^1]\n\n[^1]: one[^2]\n\n[^2]: two\n', 2],
    ['a note that names itself', 'a[^1]\n\n[^1]: one[^1]\n', 2],
    [
      'marks in a heading, a table, a list and a quotation',
      '# a[^1]\n\n| b[^2] |\n| --- |\n| c[^3] |\n\n- d[^4]\n\n> e[^5]\n\n[^1]: 1\n[^2]: 2\n[^3]: 3\n[^4]: 4\n[^5]: 5\n',
      5,
    ],
    ['a note within a quotation', '> a[^1]\n>\n> [^1]: one\n', 1],
  ])('%s', (_, body, marks) => {
    const { html, facts } = render(body);
    expect(facts.faults).toEqual([]);
    const ids = idsOf(html);
    const links = linksOf(html);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
    expect(ids.filter((id) => id.includes('.fnref-'))).toHaveLength(marks);
    for (const id of ids.filter((one) => /\.fn(ref)?-/.test(one))) expect(links).toContain(id);
  });
});

it('a note of several paragraphs keeps its list and its code', () => {
  const { html } = render('a[^1]\n\n[^1]: one\n\n    - two\n\n    ```js\n    let a;\n    ```\n');
  expect(html.slice(html.indexOf('<li'))).toMatchInlineSnapshot(`
    "<li id="2026.sample.fn-1">
    <p>one</p>
    <ul>
    <li>two</li>
    </ul>
    <pre class="language-js" data-language="js"><code><span class="token keyword">let</span> a<span class="token punctuation">;</span>
    </code></pre>
    <a href="#2026.sample.fnref-1" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a>
    </li>
    </ol>
    </section>
    "
  `);
});

describe('a mark without a note is a fault, wherever it stands', () => {
  it.each([
    ['in a paragraph', 'a\nb [^x] c\n', 7],
    ['in a heading', '## a [^x]\n', 6],
    ['in a table', '| a |\n| --- |\n| [^x] |\n', 8],
    ['in a list', '- a\n- b [^x]\n', 7],
    ['in a quotation', '> a\n> b [^x]\n', 7],
    ['in emphasis', '*a [^x]*\n', 6],
    ['in a link', '[a [^x]](/about/)\n', 6],
    ['beside HTML', 'a <b>b</b>\n[^x]\n', 7],
    ['below a tl;dr', 'tl;dr: a\nb\n\nc [^x]\n', 9],
    ['with \\r\\n', 'a\r\n\r\nb [^x]\r\n', 8],
    ['in a note', 'a[^1]\n\n[^1]: b [^x]\n', 8],
  ])('%s', (_, body, line) => {
    expect(faults(body)).toEqual([undefinedMark(line, 'x')]);
  });

  it('all of them, in their order', () => {
    expect(faults('[^a] [^b]\n\n[^c]\n')).toEqual([
      undefinedMark(6, 'a'),
      undefinedMark(6, 'b'),
      undefinedMark(8, 'c'),
    ]);
  });

  it('with its line in the file, however long the front matter is', () => {
    const entry = sampleEntry(
      'notes/a.md',
      '# one\n# two\ndate: 2026-01-02\ntags:\n  - a',
      'tl;dr> b\n\nc [^x]\n',
    );
    const found = renderDocument(entry, context).facts.faults.map((fault) => formatFault(fault));
    expect(found).toEqual([undefinedMark(11, 'x').replace('articles/sample', 'notes/a')]);
  });
});

describe('what looks like a mark and is none', () => {
  it.each([
    ['escaped', 'a \\[^x]\n', '<p>a [^x]</p>\n'],
    ['in code', 'a `[^x]`\n', '<p>a <code>[^x]</code></p>\n'],
    ['in a code block', '```\n[^x]\n```\n', '<pre><code>[^x]\n</code></pre>\n'],
    ['with a space', 'a [^x y]\n', '<p>a [^x y]</p>\n'],
    ['empty', 'a [^]\n', '<p>a [^]</p>\n'],
  ])('%s stays as it is', (_, body, html) => {
    expect(faults(body)).toEqual([]);
    expect(render(body).html).toBe(html);
  });
});

describe('notes that would be lost are faults', () => {
  it.each<[string, string, ...string[]]>([
    [
      'one that nothing refers to',
      'a\n\n[^x]: one\n',
      'articles/sample.md:8: the footnote [^x] is never referred to; expected the mark [^x] somewhere in the text; set the mark, or remove the note',
    ],
    [
      'two that only refer to each other',
      'a\n\n[^x]: one[^y]\n\n[^y]: two[^x]\n',
      'articles/sample.md:8: the footnote [^x] is never referred to; expected the mark [^x] somewhere in the text; set the mark, or remove the note',
      'articles/sample.md:10: the footnote [^y] is never referred to; expected the mark [^y] somewhere in the text; set the mark, or remove the note',
    ],
    [
      'a second one of the same name',
      'a[^x]\n\n[^x]: one\n\n[^X]: two\n',
      'articles/sample.md:10: the footnote [^X] is defined a second time; the first is in line 8; expected one definition for each note; rename or remove one of the two',
    ],
    [
      'one whose mark has the id of another mark',
      'a[^1] b[^1] c[^1-2]\n\n[^1]: one\n\n[^1-2]: two\n',
      'articles/sample.md:10: the footnote [^1-2], whose mark would have the same id as mark 2 of [^1]; expected a label that does not end in a hyphen and a number; rename [^1-2]',
    ],
  ])('%s', (_, body, ...expected) => {
    expect(faults(body)).toEqual(expected);
  });

  it.each(['articles/sample.md', 'articles/sample.mdx'])(
    'of %s, one whose marks spoilers hide is told, as it stands open',
    (file) => {
      const body = '||a[^x]|| ||b[^x]|| c[^y]\n\n[^x]: one\n\n[^y]: two ||d[^z]||\n\n[^z]: three\n';
      const open = (line: number, label: string) =>
        `${file}:${line}: the footnote [^${label}], whose mark a spoiler hides, and which stands open below the text; expected a note that gives nothing away; write what is to be hidden of it as ||words||, too`;
      expect(faults(body, file)).toEqual([open(8, 'x'), open(12, 'z')]);
    },
  );

  it.each([
    '||a[^1]||\n\n[^1]: one ||two||\n',
    '||a[^1]|| b[^1]\n\n[^1]: one\n',
    '||a|| b[^1] ||c||\n\n[^1]: one\n',
    'a[^1] c[^1-2]\n\n[^1]: one\n\n[^1-2]: two\n',
    'a[^1] b[^1] c[^1-3]\n\n[^1]: one\n\n[^1-3]: two\n',
  ])('but not %j', (body) => {
    expect(faults(body)).toEqual([]);
  });
});

describe('the ids of an entry’s notes', () => {
  it.each([
    ['/2026/hello/', '2026.hello.'],
    ['/notes/größe/', 'notes.größe.'],
    ['/old.html', 'old.html.e2a3f0c8.'],
    ['own', 'own.7d5c6f0a.'],
  ])('begin, for %s, with its name', (id, prefix) => {
    expect(footnotePrefix(id).split('.').slice(0, -2)).toEqual(prefix.split('.').slice(0, -2));
  });

  it('differ from those of any other entry', () => {
    const id = fc.oneof(
      fc.stringMatching(/^\/?([a-c]{1,2}[/.-]?){1,3}\/?$/),
      fc.string({ minLength: 1, unit: 'grapheme', maxLength: 6 }),
    );
    fc.assert(
      fc.property(id, id, (a, b) => {
        fc.pre(a !== b);
        expect(footnotePrefix(a)).not.toBe(footnotePrefix(b));
        expect(footnotePrefix(a)).toMatch(/^\S*\.$/);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['/2026/hello/', '2026/hello'],
    ['/hello/', 'hello'],
    ['/a/b/', '/a.b/'],
    ['/a-b/', '/a/b/'],
  ])('differ between %s and %s', (a, b) => {
    expect(footnotePrefix(a)).not.toBe(footnotePrefix(b));
  });
});

describe('the facts name the first mark and the note of each footnote, as they stand in the HTML', () => {
  const nested =
    'a[^Größe] b[^1] c[^größe] d[^50%"b\'c]\n\n[^größe]: y[^n]\n\n[^1]: - a\n    - b\n\n[^50%"b\'c]: x[^1]\n\n[^n]: z\n';
  const expected = ['grösse', '1', '50%"b\'c', 'n'].map((label) => ({
    mark: `2026.sample.fnref-${label}`,
    note: `2026.sample.fn-${label}`,
  }));

  it.each(['articles/sample.md', 'articles/sample.mdx'])('%s', (file) => {
    expect(render(nested, file).facts.notes).toEqual(expected);
  });

  it('in the order of the list', () => {
    const { html, facts } = render(nested);
    const items = [...html.matchAll(/<li id="([^"]*)"/g)].map((match) => match[1]);
    expect(items).toEqual(facts.notes.map(({ note }) => note.replaceAll('"', '&quot;')));
  });

  it('none where there are none, even if the text looks like it', () => {
    const raw = '<section data-footnotes>\n<li id="2026.sample.fn-1">a</li>\n</section>\n';
    expect(render('a\n').facts.notes).toEqual([]);
    expect(render(`${raw}\n\nb[^x]\n\n[^x]: c\n`).facts.notes).toHaveLength(1);
  });
});

describe.each(['articles/sample.md', 'articles/sample.mdx'])(
  'wherever marks stand, in %s',
  (file) => {
    it.each([
      ['a heading', '## A *b*[^1] c[^2]', '<h2 id="a-b-c">'],
      ['a table', '| a[^1] |\n| --- |\n| b[^2] |', '<th>'],
      ['a list', '- a[^1]\n  - b[^2]', '<ul>'],
      ['a quotation', '> a[^1]\n>\n> -- b[^2]', '<blockquote>'],
      ['a callout', '> [!NOTE] a[^1]\n> b[^2]', 'callout'],
      ['a caption', '![a](photo.jpg)\n*b[^1]* c[^2]', '<figcaption>'],
      ['words beside a link', '[a](/about/)[^1] *b[^2]*', '<em>'],
    ])('%s', (_, body, element) => {
      const { facts, html } = render(`${body}\n\n[^1]: one\n[^2]: two\n`, file);
      expect(facts.faults).toEqual([]);
      expect(facts.notes.map(({ mark }) => mark)).toEqual([
        '2026.sample.fnref-1',
        '2026.sample.fnref-2',
      ]);
      expect(facts.anchors).toEqual(body.startsWith('#') ? ['a-b-c'] : []);
      if (file.endsWith('.mdx')) return;
      expect(html).toContain(element);
      const ids = idsOf(html);
      expect(new Set(ids).size).toBe(ids.length);
      expect(linksOf(html).filter((link) => !ids.includes(link))).toEqual([]);
      for (const { mark, note } of facts.notes)
        expect(linksOf(html)).toEqual(expect.arrayContaining([mark, note]));
    });
  },
);

it('in a feed the ids are those of the page, links lead to the page and back, and nothing names what is gone', () => {
  const { html, facts } = render(
    'a[^1] b[^Größe] c[^1]\n\n[^1]: one[^2]\n[^2]: two\n[^größe]: three\n',
  );
  const address = 'https://sample.example/2026/sample/';
  const feed = bodyInFeed(html, address);
  const fragments = [...feed.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href);
  expect(fragments).toHaveLength(8);
  for (const href of fragments) {
    expect(href.startsWith(`${address}#`)).toBe(true);
    expect(idsOf(feed)).toContain(decodeURIComponent(href.slice(address.length + 1)));
  }
  expect(idsOf(feed)).toEqual(idsOf(html).filter((id) => !id.endsWith('.footnotes')));
  expect(feed.match(/class="footnote"/g)).toHaveLength(4);
  expect(feed.match(/class="reversefootnote"/g)).toHaveLength(4);
  expect(feed).toContain('aria-label="Back to reference 1-2"');
  expect(feed).not.toMatch(/aria-describedby|data-|sr-only|Footnotes/);
  expect(facts.notes).toHaveLength(3);
});

it.each([
  'See <https://e.org/[^1]>.\n',
  'See https://e.org/[^1] there.\n',
  'See www.e.org/[^1]\n',
  '> <https://e.org/[^a]>\n',
])('a bare address has no mark in it: %j', (body) => {
  expect(faults(body)).toEqual([]);
});

it('a mark beside a bare address is one', () => {
  expect(faults('<https://e.org/>[^1] [b](/about/)[^2]\n')).toEqual([
    expect.stringContaining('the footnote [^1] is not defined'),
    expect.stringContaining('the footnote [^2] is not defined'),
  ]);
});
