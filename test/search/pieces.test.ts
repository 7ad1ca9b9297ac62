import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf, queryOf, textOf } from '../../src/search/pieces.ts';

/** Pieces without their invisible marks. */
const bare = (pieces: string) => pieces.replace(/[\u2060\u2063]/g, '');

describe('a text is cut where its script has no spaces', () => {
  it.each([
    ['The walking library', 'The walking library'],
    ['東京都へ行った。', '東京 京都 都へ へ行 行っ った た。'],
    ['「図書館」は', '「 図書 書館 館」 は'],
    ['ラーメン 人々', 'ラー ーメ メン ン 人々 々'],
    ['PostgreSQL快速入门', 'PostgreSQL 快速 速入 入门 门'],
    ['กาแฟ', 'กา าแ แฟ ฟ'],
    ['библиотека, Straße', 'библиотека, Straße'],
    ['도서관에서', '도서관에서'],
    ['a\n\n b\u00A0c\u00AD\u200B', 'a b c'],
    ['a\u0085b \u0085 c–d ', 'a b c–d'],
    ['обʼєкт e\u0301', 'об ʼ єкт é'],
    ['', ''],
  ])('%s', (text, pieces) => {
    expect(bare(piecesOf(text))).toBe(pieces);
  });
});

describe('a query is cut the same way', () => {
  it.each([
    ['東京', '東京'],
    ['図書館', '図書 書館'],
    ['図', '図'],
    ['  walk   图书馆 ', 'walk 图书 书馆'],
    ['well-known', 'well-known'],
    ['C++入門', 'C 入門'],
    ['「図書」', '図書'],
  ])('%s', (typed, query) => {
    expect(queryOf(typed)).toBe(query);
  });
});

it('any text comes back out of its pieces, white space apart', () => {
  const signs = fc.constantFrom(
    ...'東京都ラーがノのกาแ้ฟab é-、。「」 \n&<>x1'.split(''),
    'が',
    '\u3099',
  );
  fc.assert(
    fc.property(fc.string({ unit: signs }), (text) => {
      expect(textOf(piecesOf(text))).toBe(text.normalize('NFC').replace(/\s+/gu, ' ').trim());
    }),
  );
});

it('whatever stands in a text, its query finds all its pieces there', () => {
  const signs = fc.constantFrom(...'東京都ラーメンのกาแฟ、ab '.split(''));
  fc.assert(
    fc.property(
      fc.string({ unit: signs }),
      fc.nat(20),
      fc.integer({ min: 1, max: 6 }),
      (text, at, length) => {
        const typed = [...text]
          .slice(at, at + length)
          .join('')
          .trim();
        const words = bare(piecesOf(text))
          .split(' ')
          .map((piece) => piece.replaceAll('、', ''));
        for (const one of queryOf(typed)
          .split(' ')
          .filter((piece) => !piece.includes('、'))) {
          const found = words.some(
            (word) => word.startsWith(one) || (/[ab]/.test(one) && word.includes(one)),
          );
          expect(found, `${one} of ${typed} in ${text}`).toBe(true);
        }
      },
    ),
  );
});
