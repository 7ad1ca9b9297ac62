import { expect, it } from 'vitest';
import { imported } from '../imported.ts';

it.each([
  ['![[train.png]]', '![](train.png)'],
  [
    '![[files/train.png|300]] and ![[Train.PNG|A train|300x200]]',
    '![](train.png) and ![A train](train.png)',
  ],
  ['![[my bread (1).jpg|A loaf]]', '![A loaf](my-bread-1.jpg)'],
  ['| a |\n| - |\n| ![[train.png\\|90]] |', '| a |\n| - |\n| ![](train.png) |'],
  ['![[beside.png]]', '![](beside.png)'],
  ['![[line plan.pdf]]', '[line plan.pdf](line-plan.pdf)'],
  ['![[gone.png]]', 'gone.png (missing picture)'],
  ['`![[train.png]]`\n\n```\n![[train.png]]\n```', '`![[train.png]]`\n\n```\n![[train.png]]\n```'],
])('what Obsidian embeds as %s is of Markdown', async (body, expected) => {
  const { files } = await imported({
    'trips/2010-05-05-a.md': `# A\n\n${body}\n`,
    'trips/beside.png': 'beside',
    'files/train.png': 'train',
    'old/files/train.png': 'another',
    'files/my bread (1).jpg': 'bread',
    'files/line plan.pdf': 'plan',
  });
  const [file = ''] = Object.keys(files).filter((name) => name.endsWith('.md'));
  expect(files[file]).toBe(
    `---\ntitle: A\ndate: 2010-05-05\ntags:\n  - trips\n---\n\n${expected}\n`,
  );
  if (expected.includes('(train.png)')) expect(files['articles/2010/a/train.png']).toBe('train');
});
