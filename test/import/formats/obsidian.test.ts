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

const vault = {
  'Old bridge.md':
    '---\ndate: 2009-01-02\n---\n# Old bridge\n\n## Deep water\n\nWords. ^a1b2c3\n\n[[Diary#^top]]\n',
  'sub/Diary.md':
    '---\ntitle: Diary of May\ndate: 2009-01-03\n---\nWords #iron/arch here, #1a or C# or F#.\n',
  'Soon.md': '---\ndate: 2009-01-04\npublish: false\n---\nNot yet.\n',
};

it.each([
  [
    '[[Old bridge]], [[old bridge|it]]',
    '[Old bridge](../2009/old-bridge.md), [it](../2009/old-bridge.md)',
  ],
  [
    '[[Diary]] [[sub/Diary.md|it]] [[Diary of May]]',
    '[Diary](../2009/diary.md) [it](../2009/diary.md) [Diary of May](../2009/diary.md)',
  ],
  ['[[Old bridge#Deep water]]', '[Old bridge > Deep water](../2009/old-bridge.md#deep-water)'],
  ['[[Old bridge#Old bridge|its top]]', '[its top](../2009/old-bridge.md)'],
  ['[it](Old%20bridge.md#Deep%20water)', '[it](../2009/old-bridge.md#deep-water)'],
  ['[[#Food|eat]]\n\n## Food', '[eat](#food)\n\n## Food'],
  [
    '![[Old bridge]]\n\n![[Old bridge#Deep water|300]]',
    '[Old bridge](../2009/old-bridge.md)\n\n[Old bridge > Deep water](../2009/old-bridge.md#deep-water)',
  ],
  ['[[Old bridge#^a1b2c3]] [[#^top|above]]', '[Old bridge](../2009/old-bridge.md) above'],
  ['| a |\n| - |\n| [[Old bridge\\|it]] |', '| a |\n| - |\n| [it](../2009/old-bridge.md) |'],
  [
    '[[Soon]] [[Nobody|a page]] ![[Gone]]',
    '[[articles/2009/soon|Soon]] [[Nobody|a page]] [[Gone]]',
  ],
  ['[[a*b*|x]] `[[Diary]]` a[[1]] \\[[Diary]]', '[[a*b*|x]] `[[Diary]]` a[[1]] \\[[Diary]]'],
  ['Words. ^abc-d\n\n- b ^top\n\n^table', 'Words.\n\n- b'],
  [
    'A ==mark, **bold**== and a == b == c, `==c==`',
    'A <mark>mark, **bold**</mark> and a == b == c, `==c==`',
  ],
  ['[x](https://e.org/?a==b==) ==x==', '[x](https://e.org/?a==b==) <mark>x</mark>'],
  ['A %%for me -- alone%% b, 100%% of 20%%', 'A <!-- for me - - alone --> b, 100%% of 20%%'],
  ['A %%b\n\n- c%% d', 'A <!-- b - c --> d'],
  [
    'A\n%%b%% the *c* [[Diary]]\nd\n\n- %%e%% f',
    'A\nthe *c* [Diary](../2009/diary.md) <!-- b -->\nd\n\n- f <!-- e -->',
  ],
  ['> A^[one\n> two\n- three] b^[c', '> A[^1] b^[c\n\n[^1]: one two - three'],
  [
    '```c\n#endif\n```\n\nuse `{{ x }}` ^[a ^[b [c]]',
    '```c\n#endif\n```\n\nuse `{{ x }}` ^[a [^1]\n\n[^1]: b [c]',
  ],
  ['A\n\n%%\nb\n\n```\n%%c%%\n```\n%%\n\nd', 'A\n\n<!--\nb\n\n```\n%%c%%\n```\n-->\n\nd'],
  [
    '> [!todo]- Buy\n> Tea\n\n> [!bug]\n> It\n\n> [!tip]\n> Me',
    '> [!NOTE] Buy\n> Tea\n\n> [!CAUTION] Bug\n> It\n\n> [!tip]\n> Me',
  ],
  ['> [!quote] Ana\n> The sea', '> **Ana**\n>\n> The sea'],
  [
    'It left^[I was *there* [1](a)] twice^[So [^x] said].',
    'It left[^1] twice[^2].\n\n[^1]: I was *there* [1](a)\n\n[^2]: So [^x] said',
  ],
  ['$E=mc^2$, $5 and $10, $x$', '$$E=mc^2$$, $5 and $10, $$x$$'],
])('what Obsidian writes as %j is of Scrollback', async (body, expected) => {
  const { files } = await imported({ ...vault, '2010-05-05-a.md': `# A\n\n${body}\n` });
  expect(files['articles/2010/a.md']).toBe(`---\ntitle: A\ndate: 2010-05-05\n---\n\n${expected}\n`);
});

it('tags of a vault are those within its texts, too, and what is not to be published is a draft', async () => {
  const { files } = await imported(vault);
  expect(files['articles/2009/diary.md']).toContain(
    'tags:\n  - iron/arch\n  - 1a\n---\n\nWords #iron/arch',
  );
  expect(files['articles/2009/soon.md']).toContain('draft: true');
  expect(files['articles/2009/old-bridge.md']).toContain('\n\nWords.\n\n[Diary](diary.md)\n');
});

it('words behind a ^ stay where nobody links to them, and # is no tag, in texts of anybody', async () => {
  const { files } = await imported({ '2010-05-05-a.md': '# A\n\nSee above ^this\nand #that\n' });
  expect(files['articles/2010/a.md']).toBe(
    '---\ntitle: A\ndate: 2010-05-05\n---\n\nSee above ^this\nand #that\n',
  );
});

it.each([
  ['what editors of notes have between braces', { 'b.md': 'See [[a]].\n' }, ''],
  ['a text that Eleventy takes for Markdown alone', {}, 'templateEngineOverride: md\n'],
])('%s is words', async (_, more, matter) => {
  const words = 'Cards {{c1::hide}} this, {% if %} I say.';
  const { files } = await imported({
    'a.md': `---\ndate: 2010-05-05\n${matter}---\n# A\n\n${words}\n`,
    ...more,
  });
  expect(files['articles/2010/a.md']).toContain(`\n\n${words}\n`);
});
