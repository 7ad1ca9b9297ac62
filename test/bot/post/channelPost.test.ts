import { describe, expect, it, test } from 'vitest';
import type { OwnWords } from '#journal/words/speaker.ts';
import { channelPost } from '../../../bot/post/channelPost.ts';
import { sampleEntry } from '../../journal/sample.ts';
import { bareContext, note } from './notePost.ts';
import { shownInChannel } from './shownInChannel.ts';

const shown = shownInChannel();

test.each([
  ['beside the note is its picture', 'p1.jpg', 'photo'],
  ['whose name is percent-encoded is its picture, as on the site', 'p%31.jpg', 'photo'],
  ['of the site’s own folder is on the page alone', '/p1.jpg', 'text'],
  ['from elsewhere is on the page alone', 'https://x.example/p1.jpg', 'text'],
])('a cover %s', (_, src, type) => {
  const link = 'https://sample.example/notes/a/';
  expect(note('Words', `cover: {src: "${src}", alt: A}\n`)).toMatchObject([
    { type, text: `Words\n\n${link}`, entities: [] },
  ]);
});

describe('a note goes whole', () => {
  it.each([
    ['mathematics as its source', 'So $$a_b$$ is.', 'So a_b is. | code[a_b]'],
    ['mathematics in lines of its own', '$$\na_b\n$$', 'a_b | pre latex[a_b]'],
    [
      'a link by name as a link',
      'See [[The leak|it]] and \\[[x]].',
      'See it and [[x]]. | text_link https://sample.example/2026/leak/[it]',
    ],
    ['a link by name to what is not published as its words', 'See [[Soon|it]].', 'See it.'],
    ['bold around code', '**run `x` now**', 'run x now | bold[run] | code[x] | bold[ now]'],
    [
      'styles in one another',
      '**a *b* ~~c~~**',
      'a b c | bold[a b c] | italic[b] | strikethrough[c]',
    ],
    ['a heading', '## A **b** c', 'A b c | bold[A b c]'],
    [
      'code with its language',
      '```ts\nlet a = `b\\`;\n```',
      'let a = `b\\`; | pre ts[let a = `b\\`;]',
    ],
    [
      'code below the name of its file',
      'a\n\n```ts title="src/a.ts" {1}\nb\n```',
      'a\n\nsrc/a.ts\nb | code[src/a.ts] | pre ts[b]',
    ],
    [
      'code below its name, without a language, in a quotation in a list',
      "- > ```title='a b'\n  > c\n  > ```",
      '• a b\nc | blockquote[a b\nc] | code[a b] | pre [c]',
    ],
    ['code with backticks and a backslash, unchanged', '`` a`b\\c ``', 'a`b\\c | code[a`b\\c]'],
    ['a link from the root', '[x](/notes/y/)', 'x | text_link https://sample.example/notes/y/[x]'],
    [
      'a link to a file',
      '[x](../articles/other.md#p)',
      'x | text_link https://sample.example/2026/other/#p[x]',
    ],
    ['a relative link', '[x](../z/)', 'x | text_link https://sample.example/notes/z/[x]'],
    ['a link within', '[x](#p)', 'x | text_link https://sample.example/notes/a/#p[x]'],
    ['an address that is its own text', '<https://b.example/>', 'https://b.example/'],
    ['a link that nobody may follow', '[x](javascript:alert(1))', 'x'],
    ['a quotation in a quotation', '> a\n>\n> > b', 'a\n\nb | blockquote[a\n\nb]'],
    ['a quotation with code', '> a `b`', 'a b | blockquote[a b] | code[b]'],
    ['two quotations', '> a\n\n<!-- -->\n\n> b', 'a\n\nb | blockquote[a] | blockquote[b]'],
    [
      'a quotation with whose it is, and no word of its language',
      '> a\n> b\n>\n> -- *C* {lang=pt}',
      'a b\n— C | blockquote[a b\n— C] | italic[C]',
    ],
    ['a quotation of a picture', 'x\n\n> ![ ](p1.jpg)\n>\n> -- C', 'x\n\n— C | blockquote[— C]'],
    [
      'a quotation of a picture and words',
      'x\n\n> ![ ](p1.jpg)\n>\n> a\n>\n> -- C',
      'x\n\na\n— C | blockquote[a\n— C]',
    ],
    ['a dash that is text', '> a\\\n> \\-- b', 'a\n-- b | blockquote[a\n-- b]'],
    [
      'a callout',
      '> [!NOTE] Mind *this*\n> a\n>\n> b',
      'Mind this\na\n\nb | blockquote[Mind this\na\n\nb] | bold[Mind this] | italic[this]',
    ],
    ['a callout without a title', '> [!TIP]\n> a', 'Tip\na | blockquote[Tip\na] | bold[Tip]'],
    ['a pull quote not at all', 'a **b**\n\n> [!PULL]\n> B …\n\nc', 'a b\n\nc | bold[b]'],
    [
      'a pull quote whose words stand nowhere else as a quotation',
      '> [!PULL]\n> *b* c\n> -- Me {lang=pt}',
      'b c\n— Me | blockquote[b c\n— Me] | italic[b]',
    ],
    [
      'the name of a single column above it, with its note',
      '| a[^1] |\n|-|\n| b |\n| c |\n\n[^1]: N',
      'a¹\n• b\n• c\n\n¹ N | bold[a] | bold[b] | bold[c]',
    ],
    [
      'the name of a first column that has a note',
      '| a[^1] | c |\n|-|-|\n| b | d |\n\n[^1]: N',
      '• a¹: b\n  c: d\n\n¹ N | bold[b]',
    ],
    [
      'whose a picture is that leads somewhere',
      '[![a](https://b.example/x.jpg)](https://youtu.be/x)\nC\n-- Me',
      'a C\n— Me | text_link https://youtu.be/x[a]',
    ],
    [
      'a conversation, a line for each turn',
      '> **A:** hi\n> **B:** ho\n> so',
      'A: hi\nB: ho so | blockquote[A: hi\nB: ho so] | bold[A:] | bold[B:]',
    ],
    [
      'a footnote in a quotation, which stays one',
      '> a[^1] b\n\n[^1]: N',
      'a¹ b\n\n¹ N | blockquote[a¹ b]',
    ],
    ['code that leads somewhere', '[`x`](/y/)', 'x | text_link https://sample.example/y/[x]'],
    [
      'a picture that leads somewhere',
      '[![A film](p1.jpg)](https://v.example/1)',
      'A film | text_link https://v.example/1[A film]',
    ],
    ['a figure', '![ ](p1.jpg)\nOf *b*\n-- C', 'Of b\n— C | italic[b]'],
    ['a figure by its title', '![ ](p1.jpg "Of b")', 'Of b'],
    ['a picture in a line', 'a ![ ](p1.jpg) b', 'a b'],
    ['a link on a space alone', '**a** [ ](https://x.example/)b', 'a b | bold[a]'],
    [
      'a recording beside it as a link to the page',
      '[Hear](a.mp3)',
      'Hear | text_link https://sample.example/notes/a/[Hear]',
    ],
    [
      'an ordered list from its start',
      '3. a\n4. b\n   - c\n     - d',
      '3. a\n4. b\n  • c\n    • d',
    ],
    ['a list', '- a\n- b\n  1. c\n  2. d', '• a\n• b\n  1. c\n  2. d'],
    ['a task list', '- [x] a\n- [ ] b', '☑ a\n☐ b'],
    ['a table', '| a | bcd |\n|---|---|\n| ef | g |', 'a   bcd\nef  g | pre [a   bcd\nef  g]'],
    [
      'a table of wide characters, aligned by cells',
      '| 日本 | b |\n|---|--:|\n| c | 10 |',
      '日本   b\nc     10 | pre [日本   b\nc     10]',
    ],
    [
      'a table that is wide as lists',
      `| Name | What |\n|---|---|\n| a | ${'word '.repeat(10)}|\n| b | **c** |`,
      `• a\n  What: ${'word '.repeat(10).trim()}\n• b\n  What: c | bold[a] | bold[b] | bold[c]`,
    ],
    [
      'a table with links as lists',
      '| N | W |\n|---|---|\n| a | [b](/c/) |',
      '• a\n  W: b | bold[a] | text_link https://sample.example/c/[b]',
    ],
    ['a line break', 'a\\\nb', 'a\nb'],
    ['a thematic break', 'a\n\n---\n\nb', 'a\n\n* * *\n\nb'],
    ['raw HTML as what it is on the page', 'a <b>c</b>', 'a c | bold[c]'],
    [
      'a block of HTML as its words in their lines',
      '<p>a &amp; b<br>c</p><script>d()</script>\n<!-- e -->',
      'a & b\nc',
    ],
    ['a title', 'a', 'T*t\n\na | bold[T*t]'],
    [
      'footnotes, numbered and below',
      'a[^x] b[^y] c[^x]\n\n[^y]: Y *y*\n[^x]: X\n\n    more',
      'a¹ b² c¹\n\n¹ X\n\nmore\n² Y y | italic[y]',
    ],
    [
      'marks apart from each other and from digits',
      'a[^x][^y] 10[^x] x²[^y][^x] **b**[^x]*[^y]*\n\n[^x]: X\n[^y]: Y',
      'a¹,² 10⁽¹⁾ x²⁽²⁾⁽¹⁾ b¹,²\n\n¹ X\n² Y | bold[b]',
    ],
    [
      'marks apart from raised digits behind them',
      'a[^x]² b[^x]<sup>3</sup> c[^x]4\n\n[^x]: X',
      'a¹\u202F² b¹\u202F³ c¹4\n\n¹ X',
    ],
    [
      'East Asian text as the page has it',
      '彼は**「重要」**と\n言った。[^x]\n*看* https://a.example/b，然后\nc\n\n[^x]: 注\n    一',
      '彼は「重要」と言った。¹看 https://a.example/b，然后 c\n\n¹ 注一 | bold[「重要」] | italic[看]',
    ],
    [
      'a picture elsewhere as a link',
      '![p](https://b.example/p.png)',
      'p | text_link https://b.example/p.png[p]',
    ],
  ])('%s', async (name, body, expected) => {
    expect(await shown(note(`${body}\n`, name === 'a title' ? 'title: T*t' : ''))).toEqual([
      expected,
    ]);
  });

  test('its address is the last thing in it', () => {
    expect(note('a\n')).toMatchObject([
      { type: 'text', preview: undefined, text: 'a\n\nhttps://sample.example/notes/a/' },
    ]);
  });

  test('one without words is its address', () => {
    expect(note('\n').map((message) => message.text)).toEqual(['https://sample.example/notes/a/']);
  });

  test('mirror: a text goes in its place', async () => {
    expect(await shown(note('a\n', 'mirror: "*b*"'))).toEqual(['b | italic[b]']);
  });

  test('long footnotes are folded up', async () => {
    const [only] = note(
      `a[^1] b[^2]\n\n[^1]: > ${'word '.repeat(60)}\n[^2]: ${'word '.repeat(60)}\n`,
    );
    expect(only?.entities.map(({ type }) => type)).toEqual(['expandable_blockquote']);
    expect(await shown(only ? [only] : [])).toHaveLength(1);
  });
});

const textOf = (body: string, words: OwnWords, matter = '') => {
  const context = {
    ...bareContext,
    words,
    medium: (file: string) => ({ type: 'photo' as const, picture: { file, digest: file } }),
    hasFile: () => true,
  };
  const entry = sampleEntry('notes/a.md', `date: 2026-01-02\n${matter}`, body);
  return channelPost(entry, context)
    .map(({ text }) => text)
    .join('\n');
};

const german = { language: 'de', site: {} };
const tip = '> [!TIP]\n> Look.';

test.each([
  ['the journal', tip, german, '', 'Tipp\nLook.'],
  ['the entry', tip, { language: 'en', site: {} }, 'lang: pl\n', 'Wskazówka\nLook.'],
  ['English, where there are no words of it', tip, { language: 'eo', site: {} }, '', 'Tip\nLook.'],
])(
  'a callout without a title of its own has that of its kind in the language of %s',
  (_, body, words, matter, expected) => {
    expect(textOf(body, words, matter)).toContain(expected);
  },
);

it('says what the journal says in place of our words', () => {
  expect(textOf(tip, { language: 'de', site: { calloutTip: 'Kleiner Rat' } })).toMatch(
    /^Kleiner Rat\n/,
  );
});

it('leaves a title alone that somebody wrote', () => {
  expect(textOf('> [!TIP] Tip\n> Look.', german)).toMatch(/^Tip\n/);
});

it('counts the pictures that are on the page alone, in the language of the journal', () => {
  const twelve = Array.from({ length: 12 }, (_, number) => `![A](p${number}.jpg)`).join('\n\n');
  expect(textOf(twelve, german)).toContain('und 2 weitere Bilder auf der Seite');
  expect(textOf(twelve, { language: 'ru', site: {} })).toContain('и ещё 2 изображения на странице');
});
