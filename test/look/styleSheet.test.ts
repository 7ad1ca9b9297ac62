import { expect, it } from 'vitest';
import { readStyleSheet } from '../../src/look/styleSheet.ts';

const told = (css: string) =>
  readStyleSheet(css, 'style.css').faults.map(
    ({ line, what, warning }) => `${line}: ${warning ? 'warning: ' : ''}${what}`,
  );

it.each([
  'p { color: red }',
  '',
  '/* { " */ p { color: red }',
  'p::before { content: "}{/*"; }',
  "p { background: url(data:image/svg+xml;utf8,<svg>{</svg>) } a { content: '\\'' }",
  '@media (min-width: 40em) { .a { & b { color: red } } }',
  '@layer mine { p { color: red !important } }',
  '@property --x { syntax: "<color>"; inherits: false; initial-value: red }',
  '@container (width > 30em) { p:has(> a) { color: light-dark(red, blue) } }',
  'p { widht: 3px; --own: 3 }',
])('%j is read as it is', (css) => {
  expect(told(css)).toEqual([]);
});

it.each([
  ['p {\n  color red;\n}', ['2: CSS that cannot be read (unexpected token Ident("red"))']],
  ['p { color: red }}\nq { }', ['1: CSS that cannot be read (invalid empty selector)']],
  ['p { }\n@media print {\n  q { color: red }\n', ['2: "{" without an end']],
  ['p { }\n/* what is\n q { }', ['2: "/*" without an end']],
  [
    'p { color: rgb(1 2\n}',
    ['1: "(" without an end', '2: CSS that cannot be read (unexpected token CloseCurlyBracket)'],
  ],
  ['p { content: "a\n }', ['1: CSS that cannot be read (unexpected token BadString("a"))']],
  ['</style>\n<script>alert(1)</script>', ['2: CSS that cannot be read (unexpected end of input)']],
  ['<<<<<<< HEAD\np { }', ['1: CSS that cannot be read (invalid empty selector)']],
  [
    '@import "https://fonts.example/a.css";',
    ['1: @import of https://fonts.example/a.css, which is on another host'],
  ],
  [
    '@import url(//fonts.example/a.css);',
    ['1: @import of //fonts.example/a.css, which is on another host'],
  ],
  ['\n@import "more.css" layer(x);', ['2: @import of more.css']],
  ['p { }\n@import "more.css";', ['2: @import']],
  ['@meda print { }', ['1: warning: unknown at rule: @meda']],
  [`p { }${' '.repeat(500_000)}`, ['1: a style sheet of 500005 characters']],
])('%j is told', (css, expected) => {
  expect(told(css).sort()).toEqual([...expected].sort());
});

it('addresses have others in their place, quoted as CSS has them', () => {
  const { named, text } = readStyleSheet(
    'p { background: url(a.png) }\nq { background: image-set("b.png" 1x, url(c.png) 2x) }',
    'style.css',
  );
  expect(named).toEqual([
    { address: 'a.png', line: 1 },
    { address: 'b.png', line: 2 },
    { address: 'c.png', line: 2 },
  ]);
  const shown = text((address) => (address === 'a.png' ? '/"x"' : undefined));
  expect(shown).toContain('url("/\\"x\\"")');
  expect(shown).toContain('image-set("b.png" 1x, "c.png" 2x)');
});

it.each([
  [
    '@import url(https://fonts.example/a.css);',
    'write its rules in its place, and put the fonts that it names into the content folder: "theme.faces" of site.yaml, or @font-face here, sets text in them',
  ],
  [
    '@import "themes/dark.css";',
    'write the rules of that style sheet in its place, or put it into public/ and the line <link rel="stylesheet" href="/dark.css"> into head.html',
  ],
])('what to do in the place of %s is told', (css, cure) => {
  expect(readStyleSheet(css, 'style.css').faults.map((fault) => fault.cure)).toEqual([cure]);
});
