import { describe, expect, it } from 'vitest';
import { describeFault } from '#journal/fault/fault.ts';
import { wordsOf } from '#journal/text/inline/words.ts';
import { parseMarkdown } from '#journal/text/markdown.ts';
import { bodyInFeed, bodyInList } from '../../../src/render/output/rewrite.ts';
import { renderDocument } from '../../../src/render/render.ts';
import { article, context, render } from '../sample.ts';

function told(body: string): string[] {
  return render(body).facts.faults.map((fault) => describeFault(fault));
}

describe('syntax that another generator would have understood is told with its line:', () => {
  it.each([
    '[a]({{< relref "a.md" >}})',
    '{{< figure src="a.jpg" >}}',
    '{{% notice %}}',
    '{% note %}',
    '{%- include a.html x="y" -%}',
    '[a]({% post_url 2020-01-01-a %})',
    '{{ page.url }}',
    '{{ content | safe }}',
    '<%= title %>',
    '[caption id="a" width="3"]b[/caption]',
    '[gallery ids="1,2"]',
    '[TOC]',
    '[[_TOC_]]',
    '{:toc}',
    '{: .class}',
    '## H {.class}',
    '::: lead',
    ':::warning',
    'a ==marked== b',
    'a %%comment%% b',
    '![[photo.jpg]]',
    'a^[an inline note] b',
    '[^my note]: b c',
    '> [^my note]: b c',
    '[^my note]: b',
    '[^my note]: https://b.example/',
    '[gallery]',
    '[contact-form-7 id="1" title=\'x y\']',
    '[youtube https://youtu.be/x]',
    '!!! note "Title"',
    '??? tip inline end',
    '![a](photo.jpg){width=50%}',
    '[a]{.under}',
    'H~2~O',
    'x^2^',
    '[a](my file.md)',
    '![a](img/my photo 1.jpg)',
    '[a](my file.md#part)',
    '![a](photo.jpg =100x20)',
    '![a](photo.jpg =50%x)',
    '![a|100](photo.jpg)',
    '![a|100x50](photo.jpg)',
    'a :smile: b :+1:',
    'a ^1a2b3c',
    '[a][nope]',
    '[two\nwords][]',
    '![photo][nope]',
    '[`a`][nope]',
    '- [ ] [a][nope]',
    '[a][nope] [b][to] [c](/about/)\n\n[to]: /about/',
    '|| a ||',
    '||\na\n||',
    '||a\n\nb||',
    '> ||a\n>\n> b||',
    '> - || a ||',
    '3. || a ||',
    'a >!b!< c',
    '>!a b!<',
  ])('%s', (line) => {
    const found = told(`a\n\n${line}\n`).filter((one) => one.includes('shows as it is typed'));
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toMatch(/^warning: articles\/sample\.md:8: /);
  });

  it.each(['a\n: b', 'a\n\n:   b'])('%j, a term', (body) => {
    expect(told(`${body}\n`).join()).toContain('a term in the syntax of another Markdown');
  });

  it.each(['[TOC]', 'a ==b== c', 'a :smile: b', '<Note>\n\n::: lead\n\n</Note>', '*[API]: a b'])(
    '%j, in MDX',
    (body) => {
      const { faults } = renderDocument(article(`${body}\n`, 'articles/sample.mdx'), context).facts;
      expect(faults.map(({ kind, warning }) => [kind, warning])).toEqual([
        ['foreign-syntax', true],
      ]);
    },
  );

  it('but not the language of a quotation behind a link', () => {
    expect(told('> a\n> -- [Me](https://e.example){lang=pt}\n')).toEqual([]);
  });

  it('but not in the code of MDX', () => {
    const body =
      'export const a = "==b==";\n\n<Note a="==x==" b={[1]} />\n\n{/* ::: lead */}\n\na {"==b=="} c\n';
    expect(renderDocument(article(body, 'articles/sample.mdx'), context).facts.faults).toEqual([]);
  });

  it('in one sentence each', () => {
    expect(told('{{< relref "a.md" >}}\n\n::: lead\na\n:::\n')).toMatchInlineSnapshot(`
      [
        "warning: articles/sample.md:6: {{< relref "a.md" >}}, a link in the syntax of another generator, which shows as it is typed; expected Markdown as this journal has it; write the file itself, such as [words](other.md), or write it as \`code\` if it is to be read",
        "warning: articles/sample.md:8: ::: lead, a container in the syntax of another Markdown, which shows as it is typed; expected Markdown as this journal has it; write a callout, such as > [!NOTE], or the text alone",
      ]
    `);
  });
});

it.each([
  '`{{ a }}` and `{% b %}`',
  '```\n{{< a >}}\n::: b\n*[API]: c\n```',
  '    {% a %}',
  '<pre>{{ a }}</pre>',
  '<!-- {{ a }} -->',
  '\\{{ a }} and \\{% b %}',
  '10:30:45 a:b:c :x: ::smile:: x:smile:y http://a.example:100:',
  '[a](other.md "b c.pdf") \\[a](b c.pdf) [a](<a b.pdf>) f[1](b c) and `[a](b c.md)`',
  '![a|b](photo.jpg) [a|100](/about/) ![a](photo.jpg "=100x20")',
  'a ^abcdef\nb ^123456\nc ^1a2b3c4',
  'a == b and c === d, ==, x==y',
  '$$\n{{a}}\n$$',
  '100%% of %%',
  '- a\n  : b',
  'f(x){return} and a[1] = {b}, [x=1]',
  '[a b="c"](other.md) input[type="text"]',
  '5~10~20, 5~10 or 20~30, a ~b~, (^_^), x^2 and y^2',
  '!!!\n\n??? no, sir!',
  'a [video](x.md) [gallery]',
  'a {b} {{}} {c: d} ::: e',
  '*[\\[foo\\]: url](https://a.example/)#b*',
  'a\u2028::: b',
  '==\\==a==',
  'a \\^[b c](https://a.example/)',
  'a [^b c](https://a.example/), \\[^b c], `[^b c]: d` and [^b c]: d',
  'a[im][jm] [i][j] [0][1] [one]\\[two] [one\\][two] \\[one][two] `[one][two]` and [one\n\ntwo][three]',
  '$$[one][two]$$\n\n```\n[one][two]\n```\n\n- [x] [ ]\n\n[[one]][two] [^one][^two] [one][^two]',
  '[one][to], ![one][to] and [one *two*][to]\n\n[to]: /about/',
  'a [b][embed], [*b*][embed] and [embed]\n\n[embed]: https://a.example/',
  'a || b || c\n\n||a|| b ||c\nd||\n\n\\|| a ||\n\n`|| a ||` >! a !< \\>!a!< x>!y!<',
  '| a | b | c |\n| - | - | - |\n|| b ||\n||\n|| b |\n\n||a||\n\n- a || b ||\n- ||a|| b ||c||',
  'a <a href="/about/">!b!</a>, <span lang="de">!c!</span> and<br/>!d!<br/>',
  '|| a ||\n|-|-|-|\n|| b ||\n\n> || a ||\n> :-: | - | -\n> b',
])('code, and what only looks like it, is not told: %j', (body) => {
  expect(told(`${body}\n`).filter((one) => one.includes('shows as it is typed'))).toEqual([]);
});

describe('a heading may give itself an id', () => {
  it.each([
    ['## H {#my-id}', '<h2 id="my-id">H</h2>'],
    ['## H {#my-id} ##', '<h2 id="my-id">H</h2>'],
    ['H {#a--b}\n---', '<h2 id="a--b">H</h2>'],
    ['## *H* `x` {#größe .c}', '<h2 id="größe"><em>H</em> <code>x</code></h2>'],
    ['## H \\{#my-id}', '<h2 id="h-my-id">H {#my-id}</h2>'],
    ['## H {#a"b}', '<h2 id="a&quot;b">H</h2>'],
  ])('%j', (source, html) => {
    expect(render(`${source}\n`).html).toBe(`${html}\n`);
  });

  it('to which links lead, and which the channel does not show', () => {
    const { facts } = render('## H {#my-id}\n\n[a](#my-id)\n');
    expect(facts).toMatchObject({ anchors: ['my-id'], faults: [], ownIds: 'headings' });
    expect(wordsOf(parseMarkdown('## H {#my-id}\n'))).toBe('H');
  });

  it('once', () => {
    expect(told('## A {#a}\n\n## B {#a}\n')).toEqual([
      'articles/sample.md:8: the id "a" is there already; expected ids that are used once; give it another id',
    ]);
  });
});

describe('what a short word stands for', () => {
  const body =
    'The API, APIs and (API).\n\n*[API]: application "programming" interface\n*[C++]: a language\n\n## API and C++\n\n`API` and [API](/about/).\n';

  it('is told at each of its places, on the page, in lists and in feeds', () => {
    const { html, facts } = render(body);
    expect(facts.faults).toEqual([]);
    expect(html).toMatchInlineSnapshot(`
      "<p>The <abbr title="application &quot;programming&quot; interface">API</abbr>, APIs and (<abbr title="application &quot;programming&quot; interface">API</abbr>).</p>
      <h2 id="api-and-c"><abbr title="application &quot;programming&quot; interface">API</abbr> and <abbr title="a language">C++</abbr></h2>
      <p><code>API</code> and <a href="/about/"><abbr title="application &quot;programming&quot; interface">API</abbr></a>.</p>
      "
    `);
    for (const shown of [
      bodyInList(html, article(''), 'headings'),
      bodyInFeed(html, 'https://sample.example/'),
    ])
      expect(shown.split('<abbr title="application')).toHaveLength(5);
  });

  it('is told in a heading with an id of its own too', () => {
    expect(render('## API {#a}\n\n*[API]: b\n').html).toBe(
      '<h2 id="a"><abbr title="b">API</abbr></h2>\n',
    );
  });

  it.each(['\u2028', '\u2029'])(
    'is nothing that stands behind a separator of Unicode: %j',
    (one) => {
      expect(render(`a${one}*[API]: b API\n`).html).toBe(`<p>a${one}*[API]: b API</p>\n`);
    },
  );

  it('is no part of the text', () => {
    expect(wordsOf(parseMarkdown(body))).not.toContain('programming');
    expect(render(body).facts.excerpt).not.toContain('programming');
  });
});
