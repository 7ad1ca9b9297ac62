import { describe, expect, it } from 'vitest';
import { markLines } from '../../../src/render/constructs/markedLines.ts';
import { faults, render } from '../sample.ts';

it.each([
  [
    'a known language',
    '```js\nlet a = "<b>";\n```\n',
    '<pre class="language-js" data-language="js"><code><span class="token keyword">let</span> a <span class="token operator">=</span> <span class="token string">"&lt;b>"</span><span class="token punctuation">;</span>\n</code></pre>\n',
  ],
  [
    'an unknown language',
    '```klingon\n<a>\n```\n',
    '<pre class="language-klingon" data-language="klingon"><code>&lt;a&gt;\n</code></pre>\n',
  ],
  [
    'a language named like a property',
    '```constructor\na\n```\n',
    '<pre class="language-constructor" data-language="constructor"><code>a\n</code></pre>\n',
  ],
  [
    'no language',
    '```\n<a> & "b"\n```\n',
    '<pre><code>&lt;a&gt; &amp; &quot;b&quot;\n</code></pre>\n',
  ],
  [
    'a space that does not break',
    '```c++\n\u00A0\n```\n',
    '<pre class="language-c++" data-language="c++"><code>\u00A0\n</code></pre>\n',
  ],
  ['an indent', '    a\n', '<pre><code>a\n</code></pre>\n'],
])('code with %s', (_, body, html) => {
  expect(render(body).html).toBe(html);
});

it('code has the name of its file above, if it is given', () => {
  for (const info of ['js title="a & b.js"', "title='a & b.js' {1}"]) {
    expect(render(`\`\`\`${info}\na\n\`\`\`\n`).html).toMatch(
      /^<figure class="code"><figcaption>a &amp; b\.js<\/figcaption><pre.*><code>.*a\n.*<\/pre><\/figure>\n$/s,
    );
  }
});

describe('marked lines', () => {
  it('are marked where a token runs over them', () => {
    const body = '```js {2,4-5}\n/* <a>\nb\n*/ c;\nd\ne\n```\n';
    expect(render(body).html).toMatchInlineSnapshot(`
      "<pre class="language-js" data-language="js"><code><span class="token comment">/* &lt;a>
      </span><mark class="line"><span class="token comment">b
      </span></mark><span class="token comment">*/</span> c<span class="token punctuation">;</span>
      <mark class="line">d
      </mark><mark class="line">e
      </mark></code></pre>
      "
    `);
    expect(faults(body)).toEqual([]);
  });

  it('are all of the code, no more and no less', () => {
    const body = '```html {1, 3 - 3}\n<a b="&amp;">\n\n</a>\n```\n';
    const text = render(body).html.replace(/<[^>]*>/g, '');
    expect(text).toBe('&lt;a b=&quot;&amp;amp;&quot;>\n\n&lt;/a>\n\n'.replaceAll('&quot;', '"'));
  });

  it('never cross an element', () => {
    const html = markLines('<span>a<span>b\nc</span>d\n</span>e', new Set([1, 2, 3]));
    expect(html.split(/(?<=<\/mark>)/)).toEqual([
      '<mark class="line"><span>a<span>b\n</span></span></mark>',
      '<mark class="line"><span><span>c</span>d\n</span></mark>',
      '<mark class="line"><span></span>e\n</mark>',
    ]);
  });

  it.each(['{4}', '{0}', '{2-1}', '{1,2-9}', '{1-}', '{-}'])(
    '%s of three lines is a fault',
    (marks) => {
      expect(faults(`a\n\n\`\`\`js ${marks}\na\nb\nc\n\`\`\`\n`)).toHaveLength(1);
    },
  );

  it('that are not there are told with their place', () => {
    expect(faults('a\n\n```js {1,2-9}\na\nb\nc\n```\n')).toMatchInlineSnapshot(`
      [
        "articles/sample.md:8: a mark on the lines {2-9} of a code block that has 3 lines; expected numbers from 1 to 3, such as {1} or {1-3}; correct the numbers",
      ]
    `);
    expect(faults('```js {2}\na\n```\n')).toMatchInlineSnapshot(`
      [
        "articles/sample.md:6: a mark on the lines {2} of a code block that has 1 line; expected the number 1; correct the numbers",
      ]
    `);
  });

  it.each(['```{r}\na\n```\n', '```js {a}\na\n```\n', '```js title="{9}"\na\n```\n'])(
    '%j asks for none',
    (body) => {
      expect(render(body).html).not.toContain('<mark');
      expect(faults(body)).toEqual([]);
    },
  );
});

it.each([
  ['a'.repeat(30), false],
  ['a'.repeat(31), true],
  [`\t\t\t\t`, true],
  ['字'.repeat(16), true],
])('code %j can be reached by keyboard where it scrolls: %s', (code, scrolls) => {
  expect(render(`\`\`\`\n${code}\n\`\`\`\n`).html.includes('tabindex="0"')).toBe(scrolls);
});

it('of code that is longer than a page can be, the rest has no colours', () => {
  const block = `\`\`\`js\n${'let a;\n'.repeat(5_000)}\`\`\`\n\n`;
  const [, first, second, third, last] = render(
    `${block.repeat(3)}\`\`\`js\nlet\n\`\`\`\n`,
  ).html.split('<pre');
  for (const coloured of [first, second]) expect(coloured).toContain('class="token');
  for (const plain of [third, last]) expect(plain).not.toContain('class="token');
});
