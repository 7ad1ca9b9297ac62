import { expect, it } from 'vitest';
import { entryAddress } from '../../../src/import/item/entryAddress.ts';
import { Notes } from '../../../src/import/item/notes.ts';
import { withoutLiquid } from '../../../src/import/markdown/liquid.ts';
import { plainMarkdown } from '../../../src/import/markdown/plainMarkdown.ts';

const tools = {
  isHtml: false,
  assets: 'post/',
  postOf: (name: string) => (name === 'bread' ? 'b.md' : undefined),
  hasDocument: () => false,
};

it.each([
  ['{% if site.x %}yes{% endif %}', '<!-- {% if site.x %} -->yes<!-- {% endif %} -->'],
  ['{% assign a = "b" %}', '<!-- {% assign a = "b" %} -->'],
  ['{% a "b ---> c" %}', '<!-- {% a "b - - -> c" %} -->'],
  [
    '{% include figure.html src="/img/p.png" alt="A cow" caption="Its *field*" %}',
    '![A cow](/img/p.png)\\\nIts *field*',
  ],
  ["{% include image.html url='a b.jpg' %}", '![](<a%20b.jpg>)'],
  ['{% include pic.html name="p.png" path="/img/" alt="A cow" %}', '![A cow](/img/p.png)'],
  ['{% include pic.html path="/img/" %}', '<!-- {% include pic.html path="/img/" %} -->'],
  [
    '{%- include youtube.html id="abc" -%}',
    '[https://www.youtube.com/watch?v=abc](https://www.youtube.com/watch?v=abc)',
  ],
  ['{% include image.html url=page.x id={{ y }} %}', '![](page.x)'],
  ['{% include map.html id=1 %}', '<!-- {% include map.html id=1 %} -->'],
  ['`{{ a }}` ``{% b %}``', '`{{ a }}` ``{% b %}``'],
  ['{% image "./p.png", "A [cow]" %}', '![A \\[cow\\]](./p.png)'],
  [
    '{% img left /img/p.png 200 "A cow" %} {% img a%20b.png %}',
    '![A cow](/img/p.png) ![](a%20b.png)',
  ],
  [
    `{% img [wide photo] 'https://a.example/p.png' [20] [10] '"Grass" "A cow"' %}`,
    '![A cow](https://a.example/p.png)',
  ],
  ['{% asset_img p.png 200 100 "A cow" %}', '![A cow](post/p.png)'],
  ['{% asset_img left big a.b.png 10 A cow %}', '![A cow](post/a.b.png)'],
  ['{% asset_img a.png A cow %}', '![A cow](post/a.png)'],
  ['{% post_link bread The bread %}', `[The bread](${entryAddress('b.md')})`],
  [
    '{% blockquote Seth Godin https://a.example/x Welcome to Island %}\nOne.\n\nTwo {{ a }}.\n{% endblockquote %}',
    '> One.\n>\n> Two <!-- {{ a }} -->.\n>\n> -- Seth Godin, [Welcome to Island](https://a.example/x)',
  ],
  ['{% blockquote %}\nOne.\n{% endblockquote %}', '> One.'],
  ['{%- blockquote Ana -%}\nOne.\n{%- endblockquote -%}', '> One.\n>\n> -- Ana'],
  [
    '{%- asset_img a.png A cow -%} {%- img a.png "A cow" -%}',
    '![A cow](post/a.png) ![A cow](a.png)',
  ],
  ['{% post_link bread %}', `[bread](${entryAddress('b.md')})`],
  [
    '{% codeblock A title lang:js %}\nx = "{{ y }}";\n{% endcodeblock %}',
    '```js title="A title"\nx = "{{ y }}";\n```',
  ],
  ['{% codeblock a "b".sh %}\nc\n{% endcodeblock %}', '``` title="a \'b\'.sh"\nc\n```'],
  ['{%- codeblock a `b`\nc -%}\nd\n{%- endcodeblock -%}', '``` title="a b c"\nd\n```'],
  [
    '- {% codeblock a %}\n  b\n\n  c\n  {% endcodeblock %}\n- d',
    '- ``` title="a"\n  b\n\n  c\n  ```\n- d',
  ],
  [
    '> 1. {% highlight c %}\n>    a\n>\n>    b\n>    {% endhighlight %}',
    '> 1. ```c\n>    a\n>\n>    b\n>    ```',
  ],
  ['a {% highlight c %}b{% endhighlight %} d', 'a \n```c\nb\n```\n d'],
  ['{% codeblock lang:c https://a.example/d A link %}\ne;\n{% endcodeblock %}', '```c\ne;\n```'],
  [
    '{% highlight md %}\n```\n`{{ a }}`\n```\n{% endhighlight %}',
    '````md\n```\n`{{ a }}`\n```\n````',
  ],
  [
    '{% highlight liquid %}\n{% raw %}{% if a %}{% endhighlight %}{% endraw %}\n{% endhighlight %}',
    '```liquid\n{% if a %}{% endhighlight %}\n```',
  ],
  [
    '{% blockquote Ana %}\n{% codeblock %}\na\n{% endcodeblock %}\n{% endblockquote %}',
    '> ```\n> a\n> ```\n>\n> -- Ana',
  ],
  [
    '- a\n\n  {% highlight js %}\n  if (b) {\n\n    c;\n  {% endhighlight %}\n\n- d',
    '- a\n\n  ```js\n  if (b) {\n\n    c;\n  ```\n\n- d',
  ],
  [
    '{% highlight c %}{% codeblock %}{% endhighlight %}\n\n{% highlight c %}\n{% comment %}{% codeblock %}{% endcomment %}d',
    '```c\n{% codeblock %}\n```\n\n<!-- {% highlight c %} -->\nd',
  ],
  [
    '1. a\n   {% codeblock lang:js %}\nb;\n{% endcodeblock %}\n2. c',
    '1. a\n   ```js\n   b;\n   ```\n2. c',
  ],
])('the tag %s is said in Markdown, or stands in one comment', (tag, expected) => {
  expect(withoutLiquid(tag, tools, new Notes())).toBe(expected);
});

it('a tag with very many spaces is read at once', () => {
  const start = performance.now();
  const words = `a${' '.repeat(100_000)}b`;
  const body = `{% codeblock ${words} %}\nc\n{% endcodeblock %}\n\n{% blockquote ${words} %}\nd\n{% endblockquote %}`;
  expect(withoutLiquid(body, tools, new Notes())).toContain('``` title="a b"\nc\n```\n\n> d');
  expect(performance.now() - start).toBeLessThan(5_000);
});

it.each([
  '```liquid\n{% highlight ruby %}\nputs 1\n{% endhighlight %}\n```',
  '~~~\n{% comment %}a{% endcomment %}\n~~~\n\n{# b #}',
  'Write `{% highlight ruby %}` before it, and `{% endhighlight %}` behind.',
  'Write ``{% blockquote %}`` before it,\nand ``{% endblockquote %}`` behind, `{% comment %}` and\n`{% endcomment %}`.',
  '    {{ a }}\n\n\tb {% codeblock %}',
])('what is typed as code stays as it is shown: %j', (body) => {
  const notes = new Notes();
  expect(withoutLiquid(body, tools, notes)).toBe(body);
  expect(notes.all).toEqual([]);
});

it.each([
  ['```\n{% raw %}\n{{ a }}\n{% endraw %}\n```', '```\n\n{{ a }}\n\n```'],
  ['`{% raw %}{% highlight ruby %}{% endraw %}`', '`{% highlight ruby %}`'],
])('of raw tags in code, what is between them is shown: %j', (body, expected) => {
  expect(withoutLiquid(body, tools, new Notes())).toBe(expected);
});

it.each([
  ['<div class="x" markdown="1">\n*a*\n</div>\n\nb', '<div class="x">\n\n*a*\n\n</div>\n\nb'],
  ['<span markdown="1">*a*</span> b', '<span>*a*</span> b'],
  ['- <!-- {% a %} --> <!-- {{ b }} --> *c*  \nd', '- *c* <!-- {% a %} --> <!-- {{ b }} -->  \nd'],
  ['<!-- {% a %} --> <!-- {% b %} -->', '<!-- {% a %} --> <!-- {% b %} -->'],
  ['<div>\n*a*\n</div>', '<div>\n*a*\n</div>'],
  ['> [!info] A\n> b\n\n```\n> [!info]\n```', '> [!NOTE] A\n> b\n\n```\n> [!info]\n```'],
])('what the Markdown of others means by %j, ours does', (body, expected) => {
  expect(plainMarkdown(body, new Notes())).toBe(expected);
});
