import fc from 'fast-check';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { htmlToHast } from 'satteri';
import { expect, it } from 'vitest';
import { htmlOf } from '../../../src/render/output/htmlOf.ts';
import { plainTree } from '../../../src/render/output/plainTree.ts';
import { render } from '../sample.ts';

function parsed(html: string): Root {
  return JSON.parse(
    JSON.stringify(htmlToHast(html, { fragment: true }), (name, value) =>
      name === 'position' ? undefined : value,
    ),
  );
}

const attributes = fc.constantFrom(
  '',
  ' id="q"',
  ' class="x  y "',
  ' class',
  ' class="x\ny"',
  ' class="\u00A0"',
  ' class="x\u2028y\u0085z"',
  ' href="/a?b=1&amp;c=&quot;d&quot;"',
  ' href="/a?b&copy=1"',
  ' title="\'`&lt;>"',
  ' data-footnote-ref',
  ' data-a-b="c"',
  ' data-1a',
  ' aria-describedby="a b"',
  ' aria-hidden="true"',
  ' width="007"',
  ' width="40" height="30"',
  ' width="50%"',
  ' tabindex="0"',
  ' colspan=2',
  ' srcset="/a.webp 480w, /b.webp 960w" sizes="100vw"',
  ' controls preload="none" src="/a.mp3"',
  ' checked="" disabled',
  ' hidden="until-found"',
  ' id="a" id="b"',
  ' ID="a"',
  ' style="color: red"',
  ' onclick="a()"',
  ' /',
  '/',
);
const names = fc.constantFrom(
  ...'a b code em span p p div ul ol li dl dt dd table thead tbody tr th td caption pre h2 h3 section figure figcaption blockquote details summary picture video label math svg form button template script'.split(
    ' ',
  ),
);
const empty = fc.constantFrom('br', 'hr', 'img', 'input', 'source', 'wbr', 'col');
const text = fc.oneof(
  fc.constantFrom('words', ' ', '\n', '1', '&amp;&lt;&gt;&quot;', '&nbsp;', '&copy', '&', '"\'`'),
  fc.constantFrom(
    '\0',
    '\r\n',
    '\uFEFF',
    '\u00A0',
    '\f',
    '<!-- c -->',
    '<',
    '< a',
    '</',
    '</x>',
    'é😀',
    '\ud800',
  ),
);
const { html: anyHtml } = fc.letrec<{ html: string; part: string }>((tie) => ({
  html: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'medium' },
    text,
    fc.tuple(empty, attributes).map(([name, more]) => `<${name}${more}>`),
    fc
      .tuple(names, attributes, tie('html'))
      .map(([name, more, inside]) => `<${name}${more}>${inside}</${name}>`),
    names.map((name) => `<${name}>`),
  ),
}));

it('the tree of HTML is the one that a parser makes, or it is left to that', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      const tree = plainTree(html);
      if (tree) expect(tree).toEqual(parsed(html));
    }),
    { numRuns: 2000 },
  );
});

it('the HTML of a tree is that of hast-util-to-html', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      const tree = parsed(html);
      expect(htmlOf(tree)).toBe(toHtml(tree));
    }),
    { numRuns: 1000 },
  );
});

it.each([
  'A *word* and [a link](https://b.example/?a=1&b=2 "its title"), ~~gone~~ and `code`.\\\nAnother line[^1] & more.[^2]\n\n[^1]: one\n\n[^2]: two\n',
  '## A heading\n\n- one\n- two\n  1. three\n\n---\n\n> Said.\n>\n> — Somebody\n',
  '| a | b |\n|---|--:|\n| c | d |\n',
  '```js\nconst a = "<b>" && `c`;\n```\n',
  '- [ ] to do\n- [x] done\n',
  '> [!NOTE]\n> Mind.\n',
  'Who ||did it|| is not said.\n',
])('what Markdown makes is read without a parser: %j', (markdown) => {
  const { html } = render(markdown);
  expect(plainTree(html)).toEqual(parsed(html));
});
