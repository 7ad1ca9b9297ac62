import { expect, it } from 'vitest';
import { render } from './sample.ts';

it.each([
  [
    'a known language',
    '```js title="x"\nlet a = "<b>";\n```\n',
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
  ['an indent', '    a\n', '<pre><code>a\n</code></pre>\n'],
])('code with %s', (_, body, html) => {
  expect(render(body).html).toBe(html);
});
