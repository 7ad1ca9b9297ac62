import { expect, it, vi } from 'vitest';
import { decodeText } from '#journal/file/encoding.ts';

const lines = (hex: string) =>
  Buffer.concat([
    Buffer.from('---\ntitle: A\n---\n\n'),
    Buffer.from(hex, 'hex'),
    Buffer.from('\n'),
  ]);

it.each([
  [
    'Shift-JIS, by the look of it',
    'CP932',
    'これは日本語の文章です。カタカナも',
    '82b182ea82cd93fa967b8cea82cc95b68fcd82c582b78142834a835e834a836982e0',
  ],
  [
    'EUC-JP, by the look of it',
    'EUC-JP',
    'これは日本語の文章です。カタカナも',
    'a4b3a4eca4cfc6fccbdcb8eca4cecab8becfa4c7a4b9a1a3a5aba5bfa5aba5caa4e2',
  ],
  ['ISO-2022-JP', 'ISO-2022-JP', '日本語の文章', '1b2442467c4b5c386c244e4a383e4f1b2842'],
  [
    'EUC-KR, by the look of it',
    'CP949',
    '한국어 문장입니다. 날씨가 좋다',
    'c7d1b1b9beee20b9aec0e5c0d4b4cfb4d92e20b3afbebeb0a120c1c1b4d9',
  ],
  [
    'GBK, by the look of it',
    'GB18030',
    '这是中文的一篇文章，今天天气很好。',
    'd5e2cac7d6d0cec4b5c4d2bbc6aacec4d5c2a3acbdf1ccecccecc6f8badcbac3a1a3',
  ],
  [
    'Big5, by the look of it',
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
    'Windows-1251, by the look of it',
    'WINDOWS-1251',
    'Это русский текст',
    'ddf2ee20f0f3f1f1eae8e920f2e5eaf1f2',
  ],
  [
    'KOI8-R, by the look of it',
    'KOI8-R',
    'Это русский текст',
    'fcd4cf20d2d5d3d3cbc9ca20d4c5cbd3d4',
  ],
  ['CP866, by the look of it', 'CP866', 'Привет друзья', '8fe0a8a2a5e220a4e0e3a7ecef'],
  [
    'Windows-1253, by the look of it',
    'WINDOWS-1253',
    'Καλημέρα, ημερολόγιο.',
    'cae1ebe7ecddf1e12c20e7ece5f1efebfce3e9ef2e',
  ],
  [
    'Windows-1255, by the look of it',
    'WINDOWS-1255',
    'שלום, זו הרשומה הראשונה ביומן שלי.',
    'f9ece5ed2c20e6e520e4f8f9e5eee420e4f8e0f9e5f0e420e1e9e5eeef20f9ece92e',
  ],
  [
    'Windows-1256, by the look of it',
    'WINDOWS-1256',
    'مرحبا، هذه أول تدوينة',
    'e3d1cdc8c7a120e5d0e520c3e6e120cacfe6ede4c9',
  ],
  [
    'Windows-1250, by the look of it',
    'WINDOWS-1250',
    'Zażółć gęślą jaźń jaźń',
    '5a61bff3b3e62067ea9c6cb9206a619ff1206a619ff1',
  ],
  [
    'ISO-8859-2, by the look of it',
    'ISO-8859-2',
    'gęślą jaźń gęślą jaźń',
    '67eab66cb1206a61bcf12067eab66cb1206a61bcf1',
  ],
  [
    'Windows-1250, by the look of it',
    'WINDOWS-1250',
    'Příliš žluťoučký kůň kůň',
    '50f8ed6c699a209e6c759d6f75e86bfd206bf9f2206bf9f2',
  ],
  [
    'an encoding that is not UTF-8 (such as Windows-1251, KOI8-R or Shift-JIS)',
    'THE-ENCODING',
    'nothing that is written so',
    '80ff80ff81fe8180ffff80ff',
  ],
])('%s is known by its bytes, converted by iconv -f %s: %s', (what, iconv, _, hex) => {
  expect(decodeText(lines(hex)).seen).toEqual({ what, iconv, line: 5 });
});

it.each([
  ['Latin-1 or Windows-1252', 'WINDOWS-1252', 'Grüße', 'Gr\xFC\xDFe', '2 bytes are'],
  ['Latin-1 or Windows-1252', 'WINDOWS-1252', 'café', 'caf\xE9', '1 byte is'],
  ['Mac Roman', 'MACINTOSH', 'café', 'caf\x8E', '1 byte is'],
  ['CP866', 'CP866', 'Привет', '\x8F\xE0\xA8\xA2\xA5\xE2', '6 bytes are'],
  ['EUC-KR', 'CP949', '안녕', '\xBE\xC8\xB3\xE7', '4 bytes are'],
])(
  'of few bytes it is said that they are too few: perhaps %s, iconv -f %s, %s',
  (name, iconv, _, text, bytes) => {
    const what = `an encoding that is not UTF-8, perhaps ${name} (${bytes} too few to tell)`;
    expect(decodeText(Buffer.from(text, 'latin1')).seen).toEqual({
      what,
      iconv,
      line: 1,
      isGuess: true,
    });
  },
);

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

it('Windows-1252 has its quotation marks on a Node that takes it for Latin-1, too', async () => {
  class Older extends TextDecoder {
    override decode(bytes: Uint8Array) {
      return this.encoding === 'windows-1252'
        ? Buffer.from(bytes).toString('latin1')
        : super.decode(bytes);
    }
  }
  vi.stubGlobal('TextDecoder', Older);
  vi.resetModules();
  const { typedSign } = await import('../../../src/import/item/misread.ts');
  const { source } = decodeText(Buffer.from('\x80 \x93caf\xE9\x94 \x81 \x9F', 'latin1'));
  vi.unstubAllGlobals();
  expect(source).toBe('€ “café” \u0081 Ÿ');
  expect(typedSign('\u0092')).toBe('’');
});
