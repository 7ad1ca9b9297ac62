import { describe, expect, it } from 'vitest';
import { wordsOf } from '#journal/text/inline/words.ts';
import { parseMarkdown } from '#journal/text/markdown.ts';
import { commentHtml } from '../../../src/render/output/comment.ts';
import { renderInline } from '../../../src/render/render.ts';
import { renderMdx } from '../../render/mdx.ts';
import { faults, render } from '../../render/sample.ts';

/** HTML with asterisks for strong emphasis, underscores for emphasis and brackets around links. */
const shown = (html: string) =>
  html
    .split('<section')[0]
    ?.replace(/<\/?strong>/g, '**')
    .replace(/<\/?em>/g, '_')
    .replace(/<\/?del>/g, '~~')
    .replace(/<a [^>]*data-footnote-ref[^>]*>(\d+)<\/a>/g, '$1')
    .replace(/<a [^>]*>([^<]*)<\/a>/g, '[$1]')
    .replace(/<[^>]*>/g, '')
    .trim();
const seen = (body: string) => shown(render(body).html);

describe('emphasis beside marks needs no space in scripts that write none', () => {
  it.each([
    ['彼は**「重要」**と言った。', '彼は**「重要」**と言った。'],
    ['は**「A」**と**「B」**です', 'は**「A」**と**「B」**です'],
    ['**注意：**読むこと。', '**注意：**読むこと。'],
    ['値は**`x`**です。', '値は**x**です。'],
    ['*「斜体」*です。~~（削除）~~た。', '_「斜体」_です。~~（削除）~~た。'],
    ['約**100%**です。', '約**100%**です。'],
    ['他说**“重要”**的', '他说**“重要”**的'],
    ['**강조(強調)**는 어떻게.', '**강조(強調)**는 어떻게.'],
    ['คำ**"สำคัญ"**คำ', 'คำ**"สำคัญ"**คำ'],
    ['ב**"הארץ"**ו', 'ב**"הארץ"**ו'],
    ['و**«الكتاب»**و', 'و**«الكتاب»**و'],
    ['*~~word**ع**~~*', '_~~word**ع**~~_'],
    ['𠮷**"x"**𠮷野**「あ」**𠮷', '𠮷**"x"**𠮷野**「あ」**𠮷'],
    ['[a**「b」**c](https://x.example)', '[a**「b」**c]'],
    ['好**[链接](https://x.example)**好', '好**[链接]**好'],
    ['*「[链接](https://x.example/a_(b))」*的', '_「[链接]」_的'],
    ['~~[a](https://x.example)[b](<https://x.example>)~~と', '~~[a][b]~~と'],
    ['**<https://x.example/>**は', '**[https://x.example/]**は'],
    ['**「a」**[^1]と\n\n[^1]: n', '**「a」**1と'],
    ['これは**「A」**と**「B」**。', 'これは**「A」**と**「B」**。'],
    ['*「A」*と*「B」*、~~（C）~~と~~（D）~~。', '_「A」_と_「B」_、~~（C）~~と~~（D）~~。'],
    ['**太字**。**（注）**です。', '**太字**。**（注）**です。'],
    ['（**「A」**）**「B」**。**「C」**です', '（**「A」**）**「B」**。**「C」**です'],
    ['很**好**“是”，很**「好」**的', '很**好**“是”，很**「好」**的'],
    ['слово**«важно»**слово, *«и»*слово', 'слово**«важно»**слово, _«и»_слово'],
    ['das **„Wort“**e, the **“x”**s, **l’**eau', 'das **„Wort“**e, the **“x”**s, **l’**eau'],
    ['**"शब्द"**का, **"சொல்"**லை', '**“शब्द”**का, **“சொல்”**லை'],
  ])('%s', (body, words) => {
    expect(seen(body)).toBe(words);
  });

  it.each([
    ['in code', '`は**「x」**と`', 'は**「x」**と'],
    ['where it is escaped', 'は\\*\\*「x」\\*\\*と', 'は**「x」**と'],
    ['in Latin text', 'a**(b)**c', 'a**(b)**c'],
    ['where single signs stand', '3 * 4、a_b_c', '3 * 4、a_b_c'],
  ])('and is none %s', (_, body, words) => {
    expect(render(body).html).not.toMatch(/<(strong|em)>/);
    expect(
      render(body)
        .html.replace(/<[^>]*>/g, '')
        .trim(),
    ).toBe(words);
  });

  it('and code, addresses, HTML and alt texts keep their characters', () => {
    const body =
      '**`「x」`**と `` **「` `` <b title="は**「x」">y</b> [z](/about/?「**x)**「**\n\n![は**「重」**と](photo.jpg "は**「x」")\n';
    const { html } = render(body);
    for (const standIn of ['\u001C', '\uFDD0', '\u2E4D']) expect(html).not.toContain(standIn);
    expect(html).toContain('<code>「x」</code>');
    expect(html).toContain('<code>**「`</code>');
    expect(html).toContain('title="は**「x」"');
    expect(html).toContain('alt="は「重」と"');
  });
});

describe('a bare address ends before the marks of all scripts', () => {
  it.each([
    ['看 https://a.example/b，然后 x', '看 [https://a.example/b]，然后 x'],
    ['看https://a.example/b。还有', '看[https://a.example/b]。还有'],
    [
      '（https://a.example/b）、「https://a.example」',
      '（[https://a.example/b]）、「[https://a.example]」',
    ],
    ['https://a.example/，https://b.example/。', '[https://a.example/]，[https://b.example/]。'],
    [
      '“https://a.example/d” »https://a.example/e«',
      '“[https://a.example/d]” »[https://a.example/e]«',
    ],
    [
      '«https://a.example/d», https://a.example/f…',
      '«[https://a.example/d]», [https://a.example/f]…',
    ],
    [
      'https://a.example/d، ثم https://a.example/e؟',
      '[https://a.example/d]، ثم [https://a.example/e]؟',
    ],
    ['https://a.example/d—e', '[https://a.example/d]—e'],
    ['https://a.example/b，**「重要」**と', '[https://a.example/b]，**「重要」**と'],
    [
      '看 www.a.example。看「www.a.example」 x https://b.example。',
      '看 [www.a.example]。看「[www.a.example」] x [https://b.example]。',
    ],
    ['**看 https://a.example/b，** y', '**看 [https://a.example/b]，** y'],
    ['https://a.example/，`x，`', '[https://a.example/]，x，'],
    ['https://a.example/b，[^1]\n\n[^1]: n', '[https://a.example/b]，1'],
    ['**https://a.example/**は', '**[https://a.example/]**は'],
    ['*見る https://a.example/b*「c」', '_見る [https://a.example/b]_「c」'],
    [
      '~~www.a.example~~и **https://a.example/**𠮷',
      '~~[www.a.example]~~и **[https://a.example/]**𠮷',
    ],
    ['*a **https://a.example/**は b*', '_a **[https://a.example/]**は b_'],
    ['https://a.example/**「b」**は', '[https://a.example/]**「b」**は'],
    [
      'https://a.example/a*は https://a.example/a**b',
      '[https://a.example/a*は] [https://a.example/a**b]',
    ],
    ['**https://a.example/c/《红楼梦》**是', '**[https://a.example/c/《红楼梦》]**是'],
    [
      'https://a.example/《红楼梦》 https://a.example/c/《红',
      '[https://a.example/]《红楼梦》 [https://a.example/c/]《红',
    ],
  ])('%s', (body, words) => {
    expect(seen(body)).toBe(words);
  });

  it.each([
    'https://ja.wikipedia.org/wiki/日本語',
    'https://fr.wikipedia.org/wiki/L’Équipe',
    'https://en.wikipedia.org/wiki/A–B',
    'https://zh.wikipedia.org/wiki/哈利·波特',
    'https://zh.wikipedia.org/wiki/《红楼梦》',
    'https://ja.wikipedia.org/wiki/「A」の話/『B』',
    'https://a.example/(b)_c?d=e,f',
  ])('and goes on with letters and what joins them: %s', (address) => {
    expect(seen(`x ${address}\n`)).toBe(`x [${address}]`);
  });

  it('and a link in brackets leads where it says', () => {
    const { html } = render('[x](https://a.example/，c) <https://a.example/，d>\n');
    expect(html.match(/href="[^"]*"/g)).toEqual([
      'href="https://a.example/%EF%BC%8Cc"',
      'href="https://a.example/%EF%BC%8Cd"',
    ]);
  });
});

describe('a line that is broken between two characters of Chinese or Japanese goes on without a space', () => {
  it.each([
    ['这是第一行\n这是第二行，\n第三行。', '这是第一行这是第二行，第三行。'],
    ['行[^1]\n行\n\n[^1]: n', '行1行'],
    ['行 *行*\n**行**\n行', '行 _行_**行**行'],
    ['- 项目\n  继续', '项目继续'],
    ['> 引文\n> 继续', '引文继续'],
    ['他说：\n“你好”\n然后…\n好', '他说：“你好”然后…好'],
    ['サーバー\nの', 'サーバーの'],
    ['行\n\u3000行', '行\u3000行'],
    ['한국\n말', '한국\n말'],
    ['漢字\nabc\n漢字', '漢字\nabc\n漢字'],
    ['ไทย\nไทย', 'ไทย\nไทย'],
    ['a\nb “c”\nd', 'a\nb “c”\nd'],
    ['行\\\n行', '行\n行'],
  ])('%j', (body, words) => {
    expect(seen(body)).toBe(words);
  });

  it('but not in code, and in alt texts too', () => {
    expect(render('```\n行\n行\n```\n').html).toContain('行\n行');
    expect(render('<pre>行\n行</pre>\n').html).toContain('行\n行');
    expect(render('![行\n行](photo.jpg)\n').html).toContain('alt="行行"');
  });
});

it('what stands in a caption, a note, a line, a comment and MDX is read alike', () => {
  const body = 'は**「x」**と\nhttps://a.example/，y\n';
  const words = 'は**「x」**と\n[https://a.example/]，y';
  expect(seen(`![a](photo.jpg)\n${body}`)).toBe(words);
  expect(render(`a[^1]\n\n[^1]: ${body.replace('\n', ' ')}`).html).toContain(
    '<strong>「x」</strong>',
  );
  expect(shown(renderInline(body, { url: 'https://a.example', formerly: [] }))).toBe(words);
  expect(shown(commentHtml(body))).toBe(words);
  expect(shown(renderMdx(body))).toBe(words);
  expect(wordsOf(parseMarkdown(body))).toBe('は「x」と\nhttps://a.example/，y');
});

it('lines and faults stay at their places', () => {
  expect(faults('は**「x」**と\n\nは**「[^y]」**と\n')[0]).toMatch(/^articles\/sample\.md:8: /);
});
