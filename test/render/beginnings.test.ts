import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLines } from '../../src/render/inline/softBreaks.ts';
import { render } from './sample.ts';

/** Has the tree of a text looked at, and changes nothing of how it begins. */
const treeNeeded = '\n\n[a]: https://example.org/\n\n<a href="https://example.org/">x</a>\n';

describe('an excerpt is the same whether or not the tree of a text is looked at', () => {
  it.each([
    ['Plain words. And more.', 'Plain words. And more.'],
    ['  Plain words  ', 'Plain words'],
    ['A  wide\tgap', 'A wide gap'],
    ['See www.example.org today', 'See www.example.org today'],
    ['Words "quoted" here', 'Words “quoted” here'],
    ['Title\n===', ''],
    ['    code', ''],
    ['One line\nand another', 'One line and another'],
  ])('%j', (text, excerpt) => {
    const body = `${text}\n\n`;
    expect(render(body).facts.excerpt).toBe(excerpt);
    expect(render(body + treeNeeded).facts.excerpt).toBe(excerpt || 'x');
  });

  it('any line', () => {
    const piece = fc.constantFrom(
      ...['a', 'B', '7', ' ', '  ', '\t', '.', '. ', ', ', ':', '-', '+', '=', '#', '^', '(', ')'],
      ...['{', '}', '%', '/', '"', "'", '...', '--', 'é', '東', '\u00A0', '\u2028', 'www.a.bc'],
    );
    const line = fc.array(piece, { maxLength: 8 }).map((pieces) => `w${pieces.join('')} a`);
    fc.assert(
      fc.property(line, (text) => {
        const body = `${text}\n\nb\n`;
        expect(render(body).facts.excerpt).toBe(render(body + treeNeeded).facts.excerpt);
      }),
    );
  });
});

it.each([
  ['<ruby>漢<rt>かん</rt></ruby>は', '漢(かん)は'],
  ['<ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp></ruby>は', '漢(かん)は'],
  ['> a **<ruby>漢<rt lang="ja">かん</rt></ruby>**', 'a 漢(かん)'],
  ['- a <q cite="/x/">*b*</q> c', 'a “b” c'],
])('an excerpt of %j has what browsers write around words', (body, excerpt) => {
  for (const file of ['articles/sample.md', 'articles/sample.mdx'])
    expect(render(`${body}\n`, file).facts.excerpt).toBe(excerpt);
});

it.each([
  ['<ruby>漢<rt>かん字<rt>じ</ruby>は', '漢(かん字)(じ)は'],
  ['<ruby>漢<rp>（<rt>*かん*<rp>）</ruby>は <ruby>字<rt>じ</rt></ruby>', '漢(かん)は 字(じ)'],
  ['**<ruby>漢<rt>かん** a', '漢(かん) a'],
])('so does one of %j, whose readings have no end tags', (body, excerpt) => {
  expect(render(`${body}\n`).facts.excerpt).toBe(excerpt);
});

it('lines are joined between all characters of Chinese and Japanese, whatever stands around them', () => {
  const joined = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\uFF01-\uFF9F]/u;
  const all = Array.from({ length: 0x110000 }, (_, code) => code).flatMap((code) => {
    const character = code >= 0xd800 && code < 0xe000 ? '' : String.fromCodePoint(code);
    return joined.test(character) ? [character] : [];
  });
  // Of those that are many, some.
  const some = all.filter((_, at) => at < 1000 || at % 97 === 0);
  const broken = some.map((one) => `<p>${one}\n${one}</p>`);
  const beside = (line: string) => joinLines(`${line}<p>東</p>`, '').replace('<p>東</p>', '');
  expect(broken.map((line) => joinLines(line, ''))).toEqual(broken.map(beside));
});
