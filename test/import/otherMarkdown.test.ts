import { describe, expect, it } from 'vitest';
import { pixel } from './exports/export.ts';
import { imported } from './imported.ts';

/** What a body of a file of Jekyll's becomes. */
async function bodyOf(body: string): Promise<string> {
  const { files } = await imported({ '_posts/2010-05-05-a.md': `---\ntitle: A\n---\n${body}` });
  const text = files['articles/2010/a.md'] ?? files['articles/2010/a/index.md'] ?? '';
  return text.replace(/^---[\s\S]*?\n---\n\n/, '');
}

it('has no attributes in braces behind a picture, which Pandoc has there', async () => {
  const body = '![A](https://a.example/a.png){width=64px} (b){c=1} `![](d){e=2}`\n';
  const said = '[A (missing picture)](https://a.example/a.png) (b){c=1} `![](d){e=2}`\n';
  expect(await bodyOf(body)).toBe(said);
});

describe('notes that were typed by hand', () => {
  it.each([
    ['One [1].\n\n[1] `malloc` asks.\n', 'One[^1].\n\n[^1]: `malloc` asks.\n'],
    ['Call `git` [1].\n\n[1] `a` `b`\n', 'Call `git`[^1].\n\n[^1]: `a` `b`\n'],
    ['Call `git\nformat` [1]. So\n\n[1] Note.\n', 'Call `git\nformat`[^1]. So\n\n[^1]: Note.\n'],
    ['Sum $x$ [1].\n\n[1] $y$ is.\n', 'Sum $x$[^1].\n\n[^1]: $y$ is.\n'],
    ['One [1].\n\n    a[1] = 2;\n\n[1] Two.\n', 'One[^1].\n\n    a[1] = 2;\n\n[^1]: Two.\n'],
    ['One [1].\n\n```\nx\n```\n[1] Two.\n', 'One[^1].\n\n```\nx\n```\n[^1]: Two.\n'],
    [
      'Call `git` <sup><a href="#n1">1</a></sup>.\n\n<a name="n1"></a>1. See `man`\n',
      'Call `git`[^1].\n\n[^1]: See `man`\n',
    ],
    [
      'One<sup><a href="#n1">1</a></sup>.\n\n<a name="n1"></a>1. See\n`man`\nfor more.\n',
      'One[^1].\n\n[^1]: See\n`man`\nfor more.\n',
    ],
  ])('take no code with them: %j', async (body, expected) => {
    expect(await bodyOf(body)).toBe(expected);
  });

  it.each([
    ['A list [1]:\n\n* One\n\n[1] Of all.\n', 'A list[^1]:\n\n* One\n\n[^1]: Of all.\n'],
    [
      'Late [1], *[1]*.\n\n> [1]: https://a.example\n\n[1] By far.\n',
      'Late[^1], *[^1]*.\n\n> [1]: https://a.example\n\n[^1]: By far.\n',
    ],
    [
      'Late [1].\n\n> 1. [1]: https://a.example\n\n[1] By far.\n',
      'Late[^1].\n\n> 1. [1]: https://a.example\n\n[^1]: By far.\n',
    ],
  ])('are known before a colon, unless that defines a link: %j', async (body, expected) => {
    expect(await bodyOf(body)).toBe(expected);
  });
});

describe('addresses with a parenthesis that others ended at the first `)`', () => {
  it.each([
    ['[A `b`](https://a.example/Luma_(video%29).', '[A `b`](<https://a.example/Luma_(video%29>).'],
    ['[A](https://a.example/C_(novel\\)), b', '[A](<https://a.example/C_(novel)>), b'],
    [
      '[A\nb](https://a.example/#get(x%29 "T"), [c](https://a.example/d).',
      '[A\nb](<https://a.example/#get(x%29> "T"), [c](https://a.example/d).',
    ],
    // Links to CommonMark as they are.
    ['[A](https://a.example/x_(y)%29)', '[A](https://a.example/x_(y)%29)'],
    ['[A](https://a.example/x_(y%29)z)', '[A](https://a.example/x_(y%29)z)'],
    ['`[A](https://a.example/x_(y%29)`', '`[A](https://a.example/x_(y%29)`'],
  ])('are links: %j', async (body, expected) => {
    expect(await bodyOf(body)).toBe(`${expected}\n`);
  });
});

describe('ids of headings in parentheses', () => {
  it.each([
    [
      "## What's `next` (#next)\n\n### N+1 (#n-plus-one)\n\nSee [it](#next).\n",
      "## What's `next` {#next}\n\n### N+1 {#n-plus-one}\n\nSee [it](#next).\n",
    ],
    ["## What's next (#whats-next)\n", "## What's next {#whats-next}\n"],
    ['## A party (#berlin)\n', '## A party (#berlin)\n'],
    ['## Crash (#12)\n\n## Smoke (#13)\n', '## Crash (#12)\n\n## Smoke (#13)\n'],
    ['## [A](#a)\n\n## [B](#b)\n', '## [A](#a)\n\n## [B](#b)\n'],
    ['```\n# a (#b)\n# c (#d)\n```\n', '```\n# a (#b)\n# c (#d)\n```\n'],
  ])('stand in braces where no words are meant: %j', async (body, expected) => {
    expect(await bodyOf(body)).toBe(expected);
  });
});

describe('what others mark off as a block', () => {
  it.each([
    ['::: tip\nWarm *it*.\n:::\nThen bake.\n', '> [!TIP]\n> Warm *it*.\n\nThen bake.\n'],
    ['A\n:::caution[Hot & near]\n\n- Pan\n:::\n', 'A\n\n> [!CAUTION] Hot & near\n> - Pan\n'],
    [':::note{title="So"}\nA\n:::\n', '> [!NOTE] So\n> A\n'],
    ['::: {.callout-warning}\nA\n:::\n', '> [!WARNING]\n> A\n'],
    [':::message alert\nA\n:::\n', '> [!WARNING]\n> A\n'],
    ['::: example Two\nA\n:::\n', '> [!NOTE] Two\n> A\n'],
    ['::: details The oven\nA\n:::\n', '**The oven**\n\nA\n'],
    [
      ':::: group\n::: item sh\n```sh\n::: tip\n```\n:::\n::::\n',
      '**sh**\n\n```sh\n::: tip\n```\n',
    ],
    [
      '!!! note "So it is"\n    A\n\n        b\n\nC\n',
      '> [!NOTE] So it is\n> A\n>\n>     b\n\nC\n',
    ],
    ['- A\n\n    ??? danger\n        B\n', '- A\n\n    > [!CAUTION]\n    > B\n'],
    ['{% note danger no-icon %}\nA `{{ b }}`\n{% endnote %}\n', '> [!CAUTION]\n> A `{{ b }}`\n'],
    ['{% note blue \'fas fa-x\' "So" %}\nA\n{% endnote %}\n', '> [!NOTE] So\n> A\n'],
    ['{% cq %}\nA\nb\n{% endcq %}\n', '> A\n> b\n'],
    ["[sourcecode language='py']\na *b* c\n[/sourcecode]\n", '```py\na *b* c\n```\n'],
    [
      '[caption id="a_1" width="3"]![x](https://a.example/x) So *it* is[/caption]\n',
      '[x (missing picture)](https://a.example/x)\\\nSo *it* is\n',
    ],
    ['::: card A title\nA\n:::\n', '**A title**\n\nA\n'],
    ['::: {#b .callout-tip collapse="true"}\nA\n:::\n', '> [!TIP]\n> A\n'],
    ['!!! note inline end\n    A\n', '> [!NOTE]\n> A\n'],
    ['!!! note Mind the gap\n    A\n', '> [!NOTE] Mind the gap\n> A\n'],
    ['{% note info no-icon Mind the gap %}\nA\n{% endnote %}\n', '> [!NOTE] Mind the gap\n> A\n'],
    // No blocks.
    ['!!! Mind the gap\n\n    a\n', '!!! Mind the gap\n\n    a\n'],
    ['A:\n\n    ::: tip\n    b\n    :::\n', 'A:\n\n    ::: tip\n    b\n    :::\n'],
    ['@[bo](https://a.example/b)\n', '@[bo](https://a.example/b)\n'],
    ['::: tip\nNever closed.\n', '::: tip\nNever closed.\n'],
    ['Stop!!! note this\n\n!!! note\n', 'Stop!!! note this\n\n!!! note\n'],
  ])('is a callout, or its words: %j', async (body, expected) => {
    expect(await bodyOf(body)).toBe(expected);
  });

  it.each(['[TOC]', '[[toc]]', '@[TOC](What stands here)'])(
    'as a table of contents is left: %s',
    async (mark) => {
      expect(await bodyOf(`${mark}\n\nA [TOC] b.\n`)).toBe('A [TOC] b.\n');
    },
  );
});

it.each([
  ['`youtube: https://www.youtube.com/embed/a-b`', 'https://www.youtube.com/embed/a-b'],
  ['@[youtube](a-b)', 'https://www.youtube.com/watch?v=a-b'],
  ['@[card](https://a.example/b)', 'https://a.example/b'],
  ['@[gist](https://gist.github.com/a/1)', 'https://gist.github.com/a/1'],
  ['{% tweet 20 %}', 'https://twitter.com/i/status/20'],
  ['[gist id=1942496 file=b.sh]', 'https://gist.github.com/1942496'],
  ['{% include video id="a-b" provider="youtube" %}', 'https://www.youtube.com/watch?v=a-b'],
])('what others show in a frame is a link: %s', async (body, address) => {
  expect(await bodyOf(`${body}\n\n\`\`\`\n@[youtube](a)\n\`\`\`\n`)).toBe(
    `[${address}](${address})\n\n\`\`\`\n@[youtube](a)\n\`\`\`\n`,
  );
});

describe('a text in MDX', () => {
  it.each([
    ['import A from "./a"\nimport {\n  B,\n} from "b";\n\nA *b*.\n', 'A *b*.\n'],
    ['export const a = {\n  b: 1,\n\n  c: [2],\n};\n\nA.\n', 'A.\n'],
    ['import A from "a" // "b"\nA "b"\nc.\n', 'A "b"\nc.\n'],
    ['import a from "a" with { type: "json" };\nA.\n', 'A.\n'],
    ['A.\n\nexport const a = ":(";\n\nB.\n\nC.\n', 'A.\n\nB.\n\nC.\n'],
    ['A.\n\nexport const a = (\n\nB.\n\nC.\n', 'A.\n\nB.\n\nC.\n'],
    ['<Tip title="So" text="A" />\n\nB\n', '> [!TIP] So\n> A\n\nB\n'],
    ['Duties:\nimport them.\n', 'Duties:\nimport them.\n'],
    ['A{" "}b {/* c */} {"d"} \\{e}\n', 'A b <!-- c --> d {e}\n'],
    ['A {/* b ---> c */}\n', 'A <!-- b - - -> c -->\n'],
    ['## A {#b}\n\n$x^{2}$ `{c}` {1 + d}\n', '## A {#b}\n\n$$x^{2}$$ `{c}` <!-- {1 + d} -->\n'],
    [
      '<Tip title="So">\n\nA\n\n</Tip>\n\n<Callout type="danger">B</Callout>\n',
      '> [!TIP] So\n> A\n\n> [!CAUTION]\n> B\n',
    ],
    ['<Details summary="More">\nA\n</Details>\n', '**More**\n\nA\n'],
    [
      '<YouTube id="Nck6BZga7TQ" />\n',
      '[https://www.youtube.com/watch?v=Nck6BZga7TQ](https://www.youtube.com/watch?v=Nck6BZga7TQ)\n',
    ],
    [
      '<Map at={[1, 2]} on={() => a > b} /> **here**\n',
      '**here** <!-- <Map at={[1, 2]} on={() => a > b} /> -->\n',
    ],
    ['A <Big>*b*</Big><>c</>\n', 'A <!-- <Big> -->*b*c\n'],
    [
      '<kbd className="k" style={{ color: "red" }}>A</kbd> 1 < 2\n',
      '<kbd class="k">A</kbd> 1 < 2\n',
    ],
    ['import A from "a"\n\n<A />\n', '```mdx\nimport A from "a"\n\n<A />\n```\n'],
  ])('is Markdown as far as its words are written out: %j', async (body, expected) => {
    const { files } = await imported({ '2010-05-05-a.mdx': `---\ntitle: A\n---\n${body}` });
    const text = files['articles/2010/a.md'] ?? '';
    expect(text.replace(/^---[\s\S]*?\n---\n\n/, '').replace(/\n{3,}/g, '\n\n')).toBe(expected);
    expect(text.includes('draft: true')).toBe(expected.startsWith('```mdx'));
  });

  it('shows the pictures that it imports', async () => {
    const body =
      '---\ntitle: A\n---\nimport cup from "./cup.png"\n\n<Image src={cup} alt="A cup" width={20} />\n\n<Figure src={cup} alt="[A]" caption="*So*" />\n';
    const { files } = await imported({ '2010-05-05-a.mdx': body, 'cup.png': pixel });
    expect(files['articles/2010/a/index.md']).toContain(
      '![A cup](cup.png)\n\n![\\[A\\]](cup.png)\\\n*So*\n',
    );
  });
});

describe('a block of code', () => {
  it.each([
    ['js:title=src/a.js', 'js title="src/a.js"'],
    ['ts:a.ts', 'ts title="a.ts"'],
    ['js:title=so', 'js title="so"'],
    ['docker:Dockerfile', 'docker title="Dockerfile"'],
    ['js:line-numbers{1}', 'js {1}'],
    ['{.python .numberLines}', 'python'],
    ['{r, echo=FALSE}', 'r'],
    ['{.py hl_lines="1 9"}', 'py {1}'],
    ['go {hl_lines=[1]}', 'go {1}'],
    ['js {1}', 'js {1}'],
    ['c++', 'c++'],
  ])('that begins with %s begins with %s', async (info, expected) => {
    expect(await bodyOf(`\`\`\`${info}\na\n\`\`\`\n`)).toBe(`\`\`\`${expected}\na\n\`\`\`\n`);
  });
});

it.each([
  [
    'A:\n\n    :::python3\n    if b:\n\n        c\n\nD\n\n    e\n',
    'A:\n\n```python3\nif b:\n\n    c\n```\n\nD\n\n    e\n',
  ],
  ['    :::sh\n    a', '```sh\na\n```\n'],
  [
    '- A\n\n    :::tip\n    B\n\n    C\n    :::\n',
    '- A\n\n    > [!TIP]\n    > B\n    >\n    > C\n',
  ],
])(
  'code behind an indent has the language that its first line names: %j',
  async (body, expected) => {
    expect(await bodyOf(body)).toBe(expected);
  },
);

describe('a formula', () => {
  it.each([
    ['Of $x^2$ and $n$, `$y^2$`.', 'Of $$x^2$$ and $$n$$, `$y^2$`.'],
    ['中$\\sigma$就行，$a_1 * b_1$ 公式。', '中$$\\sigma$$就行，$$a_1 * b_1$$ 公式。'],
    ['A \\\\(\\alpha\\\\) and \\(b^2\\).', 'A $$\\alpha$$ and $$b^2$$.'],
    ['\\[\na^2\n\\]', '$$\na^2\n$$'],
    ['It is $5 and $10, $x^2$ is $7.', 'It is $5 and $10, $$x^2$$ is $7.'],
    ['It is $5 or 6$, and $HOME/$USER.', 'It is $5 or 6$, and $HOME/$USER.'],
    ['It is $5/m <b>here</b>, 10$.', 'It is $5/m <b>here</b>, 10$.'],
    ['<code>$a_1$</code> and $x^2$', '<code>$a_1$</code> and $$x^2$$'],
    ['https://a.example/?b=$c_1$ and $x^2$', 'https://a.example/?b=$c_1$ and $$x^2$$'],
    ['A \\(b\\) and \\[c\\].', 'A \\(b\\) and \\[c\\].'],
  ])('stands between two dollars each, and money between none: %s', async (body, expected) => {
    expect(await bodyOf(`${body}\n`)).toBe(`${expected}\n`);
  });
});

it.each([
  ['', 'headingIds: github'],
  ['kramdown: {input: GFM}\n', 'headingIds: github'],
  ['kramdown: {input: kramdown}\n', undefined],
  ['markdown: redcarpet\n', undefined],
])(
  'a Jekyll folder whose settings say %j has the rule %s for the ids of headings',
  async (line, rule) => {
    const { files } = await imported({
      '_config.yml': `title: A\n${line}`,
      '_posts/2010-05-05-a.md': 'Words.\n',
    });
    expect(/headingIds.*/.exec(files['site.yaml'] ?? '')?.[0]).toBe(rule);
  },
);
