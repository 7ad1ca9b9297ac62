import { expect, it } from 'vitest';
import { Notes } from '../../../src/import/item/notes.ts';
import { plainMarkdown } from '../../../src/import/markdown/plainMarkdown.ts';
import { imported } from '../imported.ts';

it.each([
  [
    'Neap\n: It stays\nhere.\n\nSpring\n: It comes.\n',
    '- **Neap:** It stays\n  here.\n- **Spring:** It comes.\n',
  ],
  ['A\nB:\n: x\n: y\n\nAfter.', '- **A, B:** x\n\n  y\n\nAfter.'],
  [
    '**A** `b`\n\n:   x\n\n    y\n\n    - z\n\n        ~~~\n        : c\n        ~~~\n',
    '- **A `b`:** x\n\n  y\n\n  - z\n\n      ~~~\n      : c\n      ~~~\n',
  ],
  [
    'A\n:\t```\n\tcode\n\t```\n\nB\n: - x\n  - y\n',
    '- **A:**\n\n  ```\n  code\n  ```\n- **B:**\n\n  - x\n  - y\n',
  ],
  [
    '`__init__`\n: x\n\n__b__ snake__case__\n: y',
    '- **`__init__`:** x\n- **b snake__case__:** y\n',
  ],
  ['Before.\n\nA\n: x\n\n## After', 'Before.\n\n- **A:** x\n\n## After'],
])('a list of terms as %j is one of Scrollback', (body, expected) => {
  expect(plainMarkdown(body, new Notes())).toBe(expected);
});

it.each([
  '```\nA\n: x\n```\n',
  '- A\n: x\n',
  '> A\n: x\n',
  '# A\n: x\n',
  'A\n\n\n: x\n',
  '    A\n: x\n',
  'At 10\n:30 or\n:smile:\n',
  '| a |\n|---|\n: x\n',
])('what is no list of terms stays: %j', (body) => {
  expect(plainMarkdown(body, new Notes())).toBe(body);
});

it.each([
  ['A\n\n{::comment}\nfor me -- alone\n{:/comment}\n\nB', 'A\n\n<!--\nfor me - - alone\n-->\n\nB'],
  ['{::nomarkdown}<b>x</b>{:/}', '<b>x</b>'],
  ['## A {.wide}\n\nB\n{.note #b}\n\nC {x}', '## A\n\nB\n\nC {x}'],
])('what only the Markdown of Jekyll and Hugo has, as %j, leaves no sign', (body, expected) => {
  expect(plainMarkdown(body, new Notes())).toBe(expected);
});

it.each([
  ['jekyll', '_posts/2010-05-05-a.md'],
  ['hugo', 'content/posts/a.md'],
  ['markdown', '2010-05-05-a.md'],
])('%s has terms, and the report tells', async (from, name) => {
  const { files, line } = await imported(
    { [name]: '---\ntitle: A\ndate: 2010-05-05\n---\nNeap\n: It stays.\n' },
    { from },
  );
  expect(files['articles/2010/a.md']).toContain('---\n\n- **Neap:** It stays.\n');
  expect(line(name).notes).toContainEqual(
    expect.objectContaining({ became: 'changed', what: 'list of terms' }),
  );
});
