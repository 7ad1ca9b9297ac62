import { expect, it } from 'vitest';
import { imported } from '../imported.ts';

/** Markdown with HTML in it as old folders have it, what comes of it, and what is told. */
const cases: readonly (readonly [body: string, expected: string, told: readonly string[]])[] = [
  [
    'One <font color="red">two</font> <span style="font-weight: bold">three</span> <span style="color:red">four</span>.',
    'One two <b>three</b> four.',
    ['tag that only decorates', 'inline style ×2'],
  ],
  ['<span style="text-decoration: line-through;">One</span>', '<del>One</del>', ['inline style']],
  [
    '<table id="x">\n<tr style="a"><td align="center">One</td></tr>\n</table>',
    '<table id="x">\n<tr><td align="center">One</td></tr>\n</table>',
    ['inline style'],
  ],
  [
    '<span id="x" style="a">One</span> <span class="y">two</span>',
    '<span id="x">One</span> <span class="y">two</span>',
    ['inline style'],
  ],
  ['<center>\n![A](#a)\n</center>', '![A](#a)', ['tag that only decorates']],
  ['<center>\n\n**One**\n\n</center>\n\nTwo', '**One**\n\n\n\nTwo', ['tag that only decorates']],
  [
    '<p style="text-align:center">One <em>two</em></p>\n\nThree',
    'One *two*\n\nThree',
    ['inline style', 'block of HTML'],
  ],
  ['<div style="float:right">\n\n*One*\n\n</div>', '<div>\n\n*One*\n\n</div>', ['inline style']],
  ['<script src="x"></script>\n\nOne', 'One', ['script', 'block of HTML']],
  ['One <script>x()</script> two', 'One  two', ['script']],
  [
    '<script src="https://gist.github.com/ana/1f.js"></script>\n\nOne',
    '<https://gist.github.com/ana/1f>\n\nOne',
    ['code of another site, which a script showed', 'block of HTML'],
  ],
  [
    'One <script src="https://gist.github.com/ana/1f.js"></script> two',
    'One <https://gist.github.com/ana/1f> two',
    ['code of another site, which a script showed'],
  ],
  ['<style>\na { b: c }\n\nd {}\n</style>\n\nOne', 'One', ['style sheet', 'block of HTML']],
  [
    '<table border="1"><tr><td style="x">One</td></tr></table>',
    'One',
    ['inline style', 'table that laid things out', 'block of HTML'],
  ],
  [
    '- One <font>two</font>\n  <p style="x">three</p>\n\n> <div style="a">four</div>',
    '- One two\n  <p>three</p>\n\n> <div>four</div>',
    ['tag that only decorates', 'inline style ×2'],
  ],
  [
    'One&nbsp;&nbsp; two\u00a0three 9\u00a0km \u200Bfour.',
    'One two three 9\u00a0km four.',
    ['space that does not break, or has no width ×4'],
  ],
  [
    'สวัสดี\u200Bครับ \u200Bខ្ញុំ\u200Bចង់ a\u200Bb 10\u2060–\u206012 c\u2060d \u2060e\uFEFF می\u200Cخواهم 👩\u200D👧 क्\u200Dष',
    'สวัสดี\u200Bครับ ខ្ញុំ\u200Bចង់ ab 10\u2060–\u206012 cd e می\u200Cخواهم 👩\u200D👧 क्\u200Dष',
    ['space that does not break, or has no width ×5'],
  ],
  [
    '<tt>c</tt> <strike>d</strike> <img alt="x" onclick="x()" width="3">',
    '<code>c</code> <del>d</del> <img alt="x" width="3">',
    ['script'],
  ],
  ['<script src="x"/>\n\n# One\n\n*Two*', '# One\n\n*Two*', ['script']],
  ['<style />\nOne <script src="x"/></script> *two*', 'One  *two*', ['style sheet', 'script']],
  [
    '<a data-a1="x style=b y" style="c" href="#d">One</a>',
    '<a data-a1="x style=b y" href="#d">One</a>',
    ['inline style'],
  ],
  // Code in tables.
  [
    '<table class="rouge-table" style="a"><tr><td><pre>1\n2</pre></td><td><pre><code class="language-js">one\n  two</code></pre></td></tr></table>',
    '```js\none\n  two\n```',
    ['inline style', 'block of HTML'],
  ],
  [
    '<table style="a"><tr><td>One</td><td><pre>two\nthree</pre></td></tr></table>',
    '|     |                  |\n| --- | ---------------- |\n| One | `two`<br>`three` |',
    ['inline style', 'block of HTML'],
  ],
  // What Jekyll alone understands goes, but for where it is code.
  ['One *two*{: .a} `three`{: .b}\n{: .c}', 'One *two* `three`', ['attributes in braces ×3']],
  [
    'One `{:.a}`\n\n    {:b => 1}\n    {: .c}\n\n<pre>\n{:d => 2}\n</pre>',
    'One `{:.a}`\n\n    {:b => 1}\n    {: .c}\n\n<pre>\n{:d => 2}\n</pre>',
    [],
  ],
  // What is Markdown within HTML, and what stands in a comment, is no part of the block.
  [
    '<div style="a">\n```js\nlet one;\n```\n</div>',
    '<div>\n```js\nlet one;\n```\n</div>',
    ['inline style'],
  ],
  [
    '<div style="a" markdown="1">\n# One *two*\n- three\n</div>',
    '<div>\n\n# One *two*\n- three\n\n</div>',
    ['inline style'],
  ],
  [
    '<div style="a">\n{% include a.html %}\n</div>',
    '<div>\n<!-- {% include a.html %} -->\n</div>',
    ['Liquid include', 'inline style'],
  ],
  // Spaces that keep a line from being a list, a heading or a rule, and such as are written out.
  [
    'One\n&nbsp;- two\n\u200B# three\n&nbsp;---\n\n\\&nbsp; four',
    'One\n&nbsp;- two\n\u200B# three\n&nbsp;---\n\n\\&nbsp; four',
    [],
  ],
  // What a page of Scrollback has, and what is no HTML, stays.
  [
    '`<font>` and\n\n```html\n<font style="x">\n```\n\n    <center>',
    '`<font>` and\n\n```html\n<font style="x">\n```\n\n    <center>',
    [],
  ],
  [
    '<details><summary>S</summary>\n\nT\n\n</details>\n\n<kbd>A</kbd> <u>b</u> a <b and c',
    '<details><summary>S</summary>\n\nT\n\n</details>\n\n<kbd>A</kbd> <u>b</u> a <b and c',
    [],
  ],
  [
    '<!-- <font> -->\n\nOne <!-- <center> --> two',
    '<!-- <font> -->\n\nOne <!-- <center> --> two',
    [],
  ],
  // Footnotes that are links of HTML.
  [
    'One.<sup><a href="#fn1" id="r1">1</a></sup> Two <a href="#fn2"><sup>2</sup></a>.\n\n<p id="fn1"><sup>1</sup> First *note*. <a href="#r1">↩</a></p>\n\n<a name="fn2"></a>2. Second\nnote.\n\nEnd.',
    'One.[^1] Two[^2].\n\n[^1]: First *note*.\n\n[^2]: Second\nnote.\n\nEnd.',
    ['footnote ×2'],
  ],
  [
    'One <sup>[1](#a)</sup> two[<sup>2</sup>](#b)\n\n<a id="a"></a>[1] A. [↩](#x)\n<a id="b"></a>[2] B.',
    'One[^1] two[^2]\n\n[^1]: A.\n[^2]: B.',
    ['footnote ×2'],
  ],
  [
    'One<sup><a href="#a">1</a></sup> two<sup><a href="#b">2</a></sup>\n\n<p id="a">12.5 km.</p>\n\n<p id="b">2. 3. Mai 2010.</p>',
    'One[^1] two[^2]\n\n[^1]: 12.5 km.\n\n[^2]: 3. Mai 2010.',
    ['footnote ×2'],
  ],
  ['One<sup><a href="#gone">1</a></sup>', 'One<sup><a href="#gone">1</a></sup>', []],
];

it.each(cases)('%j comes without its debris', async (body, expected, told) => {
  const { files, report } = await imported({
    '_posts/2010-05-05-a.md': `---\ntitle: A\n---\n${body}\n`,
  });
  const text = files['articles/2010/a.md'] ?? files['articles/2010/a/index.md'] ?? '';
  expect(text.slice(text.indexOf('---\n\n') + 5).trim()).toBe(expected);
  const notes = report.lines.find(({ what }) => what === 'article')?.notes ?? [];
  expect(notes.map(({ what, count }) => (count > 1 ? `${what} ×${count}` : what))).toEqual(told);
});
