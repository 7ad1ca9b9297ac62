import { expect, it } from 'vitest';
import { htmlToMarkdown } from '../../../src/import/html/convert.ts';
import { Notes } from '../../../src/import/item/notes.ts';

const poem = 'The sea is high,\n   and the night is young,\nand so are we.';
const poemLines = 'The sea is high,\\\n\u2003\u2003and the night is young,\\\nand so are we.';

it.each([
  [
    'a verse of WordPress',
    '<pre class="wp-block-verse">Roses <em>are\nno</em> red,\n\n\ttwo<br>three *x*  </pre>',
    'Roses *are\\\nno* red,\n\n\u2003\u2003two\\\nthree \\*x\\*',
  ],
  ['a verse with breaks and lines', '<pre class="poem">a<br>\nb<br/>\nc</pre>', 'a\\\nb\\\nc'],
  ['code in a box for verse', '<div class="poetry"><pre>  a\nb</pre></div>', '\u2003a\\\nb'],
  [
    'a poem of Substack',
    '<div class="preformatted-block"><pre class="text">a\n&nbsp;&nbsp;b   c\n</pre></div>',
    'a\\\n\u2003b\u2003\u2003c',
  ],
  ['a block in letters of print', '<pre style="font-family: Georgia, serif">a\nb</pre>', 'a\\\nb'],
  ['lines that read as verse', `<pre>${poem}</pre>`, poemLines],
  [
    'the same in a block of WordPress',
    `<pre class="wp-block-preformatted">${poem}</pre>`,
    poemLines,
  ],
  [
    'lines kept by a style',
    '<p style="white-space: pre-wrap">a\nb <b>c\nd</b></p>',
    'a\\\nb **c\\\nd**',
  ],
])('%s is a text whose lines end where theirs did', (_, html, expected) => {
  expect(htmlToMarkdown(html, new Notes())).toBe(expected);
});

it.each([
  ['a block of code', `<pre><code>${poem}</code></pre>`],
  [
    'code in what is about verse',
    '<div class="category-poetry"><pre><code>a\nb</code></pre></div>',
  ],
  ['code with colours', '<pre>let <span class="k">x</span>,\nof words,\nand words,</pre>'],
  ['code with its language', `<pre class="brush: text">${poem}</pre>`],
  ['code in a typewriter', `<pre style="font-family: Courier New">${poem}</pre>`],
  ['commands', '<pre>npm install it\ngit status\nmake all of it</pre>'],
  ['a query', '<pre>SELECT a name\nFROM all users,\nWHERE they are,</pre>'],
  ['settings', '<pre>title: A name\nBase: the sea.\nMore words here.</pre>'],
  ['two lines', '<pre>The sea is high,\nand so are we.</pre>'],
])('%s stays code', (_, html) => {
  expect(htmlToMarkdown(html, new Notes())).toMatch(/^```/);
});

it.each([
  ['<dl><dt>A</dt><dt><b>B</b>:</dt><dd>x</dd><dd><p>y</p></dd></dl>', '- **A, B:** x\n\n  y'],
  ['<dl><dt>A</dt><dd>x<dl><dt>B</dt><dd>y</dd></dl></dd></dl>', '- **A:** x\n  - **B:** y'],
  ['<dl>w<dt><h3>A</h3></dt><dd>x</dd><p>y</p></dl>', '- w\n- **A:** x\n\n  y'],
  ['<dl><div><dt>A</dt><dd>x</dd></div><dd>y</dd></dl>', '- **A:** x\n\n  y'],
  ['<dl><dt>A</dt><dd><ul><li>x</li></ul></dd></dl>', '- **A:**\n  - x'],
])('the terms %s come once, each with what it means', (html, expected) => {
  expect(htmlToMarkdown(html, new Notes())).toBe(expected);
});
