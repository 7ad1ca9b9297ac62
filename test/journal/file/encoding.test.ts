import { expect, it } from 'vitest';
import { decodeText } from '#journal/file/encoding.ts';

const lines = (hex: string) =>
  Buffer.concat([
    Buffer.from('---\ntitle: A\n---\n\n'),
    Buffer.from(hex, 'hex'),
    Buffer.from('\n'),
  ]);

it.each([
  [
    'Shift-JIS',
    'CP932',
    'これは日本語の文章です。カタカナも',
    '82b182ea82cd93fa967b8cea82cc95b68fcd82c582b78142834a835e834a836982e0',
  ],
  [
    'EUC-JP',
    'EUC-JP',
    'これは日本語の文章です。カタカナも',
    'a4b3a4eca4cfc6fccbdcb8eca4cecab8becfa4c7a4b9a1a3a5aba5bfa5aba5caa4e2',
  ],
  ['ISO-2022-JP', 'ISO-2022-JP', '日本語の文章', '1b2442467c4b5c386c244e4a383e4f1b2842'],
  [
    'EUC-KR',
    'CP949',
    '한국어 문장입니다. 날씨가 좋다',
    'c7d1b1b9beee20b9aec0e5c0d4b4cfb4d92e20b3afbebeb0a120c1c1b4d9',
  ],
  [
    'GBK',
    'GB18030',
    '这是中文的一篇文章，今天天气很好。',
    'd5e2cac7d6d0cec4b5c4d2bbc6aacec4d5c2a3acbdf1ccecccecc6f8badcbac3a1a3',
  ],
  [
    'Big5',
    'BIG5',
    '這是中文的一篇文章，今天天氣很好。',
    'b36fac4fa4a4a4e5aabaa440bd67a4e5b3b9a141a4b5a4d1a4d1aef0abdca66ea143',
  ],
  [
    'Mac Roman, by the look of it',
    'MACINTOSH',
    'Où est le café ? Déjà à l’été, naïve façade',
    '4f9d20657374206c65206361668e203f20448e6a882088206cd58e748e2c206e619576652066618d616465',
  ],
  [
    'Latin-1 or Windows-1252, by the look of it',
    'WINDOWS-1252',
    'Où est le café ? Déjà à l’été, “naïve” façade – œuvre… €',
    '4ff920657374206c6520636166e9203f2044e96ae020e0206c92e974e92c20936e61ef766594206661e76164652096209c75767265852080',
  ],
  [
    'an encoding that is not UTF-8 (such as Windows-1251, KOI8-R or Shift-JIS)',
    'THE-ENCODING',
    'Это русский текст',
    'ddf2ee20f0f3f1f1eae8e920f2e5eaf1f2',
  ],
])('%s is known by its bytes, converted by iconv -f %s: %s', (what, iconv, _, hex) => {
  expect(decodeText(lines(hex)).seen).toEqual({ what, iconv, line: 5 });
});

it.each([
  'Où est le café ? “naïve”',
  'これは日本語の文章です。',
  'Это русский текст',
  '한국어 문장입니다.',
  'cafe\u0301 \uFEFF \uFFFD \u{1FFFF} \u{E000} cafÃ©',
  'a price in $B, and $)C',
])('UTF-8 is no other encoding: %s', (text) => {
  expect(decodeText(Buffer.from(text))).toEqual({ source: text, seen: undefined });
});
