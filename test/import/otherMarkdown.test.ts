import { describe, expect, it } from 'vitest';
import { imported } from './imported.ts';

/** What a body of a file of Jekyll's becomes. */
async function bodyOf(body: string): Promise<string> {
  const { files } = await imported({ '_posts/2010-05-05-a.md': `---\ntitle: A\n---\n${body}` });
  return (files['articles/2010/a.md'] ?? '').replace(/^---[\s\S]*?\n---\n\n/, '');
}

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
