import * as fileSystem from 'node:fs/promises';
import { expect, it, test } from 'vitest';
import { type ContentFolder, readContentFolder } from '#journal/content/folder.ts';
import { formatFault } from '#journal/fault/fault.ts';
import { temporaryFolder } from './temporary.ts';

const read = (root: string) => readContentFolder(root, fileSystem);

/** Each fault on a line, with a `!` before what stops. */
const told = ({ faults }: ContentFolder) =>
  faults.map((fault) => `${fault.draft || fault.warning ? '' : '!'}${formatFault(fault)}`).sort();

const entry = '---\ndate: 2026-01-02\n---\n\nUn café à São Paulo, mañana\n';
const wide = Buffer.from(entry, 'utf16le');
const bigEndian = Buffer.from(wide).swap16();
const japanese = Buffer.concat([
  Buffer.from('---\ndate: 2026-01-02\n---\n\n'),
  // "日本語" in Shift-JIS.
  Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea]),
]);

it.each<[string, Uint8Array, number, string, string, string?]>([
  [
    'Latin-1',
    Buffer.from(entry, 'latin1'),
    5,
    'an encoding that is not UTF-8, perhaps Latin-1 or Windows-1252 (4 bytes are too few to tell)',
    'WINDOWS-1252',
    ', and see whether its letters are right',
  ],
  [
    'Latin-1 with more of it',
    Buffer.from(entry.repeat(3), 'latin1'),
    5,
    'Latin-1 or Windows-1252, by the look of it',
    'WINDOWS-1252',
  ],
  [
    'UTF-16',
    Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
    1,
    'UTF-16 (little-endian)',
    'UTF-16LE',
  ],
  ['UTF-16 without a mark', wide, 1, 'UTF-16 (little-endian)', 'UTF-16LE'],
  [
    'big-endian UTF-16',
    Buffer.concat([Buffer.from([0xfe, 0xff]), bigEndian]),
    1,
    'UTF-16 (big-endian)',
    'UTF-16BE',
  ],
  ['big-endian UTF-16 without a mark', bigEndian, 1, 'UTF-16 (big-endian)', 'UTF-16BE'],
  [
    'Latin-1 with two signs in a row',
    Buffer.from('title: Grüße\n', 'latin1'),
    1,
    'an encoding that is not UTF-8, perhaps Latin-1 or Windows-1252 (2 bytes are too few to tell)',
    'WINDOWS-1252',
    ', and see whether its letters are right',
  ],
  [
    'UTF-16 of which little is Latin',
    Buffer.from(`---\ndate: 2026-01-02\n---\n\n${'日本語だけ'.repeat(90)}`, 'utf16le'),
    1,
    'UTF-16 (little-endian)',
    'UTF-16LE',
  ],
  ['UTF-32 without a mark', Buffer.from('-\0\0\0-\0\0\0-\0\0\0'), 1, 'UTF-32', 'UTF-32'],
  [
    'two Chinese signs of Shift-JIS',
    japanese,
    5,
    'an encoding that is not UTF-8 (such as Windows-1251, KOI8-R or Shift-JIS)',
    'THE-ENCODING',
  ],
  [
    'Japanese in seven bits',
    Buffer.from('---\ndate: 2026-01-02\n---\n\n\u001B$BF|K\\8l\u001B(B'),
    5,
    'ISO-2022-JP',
    'ISO-2022-JP',
  ],
])(
  'a text in %s is told with what it seems to be',
  async (_, bytes, line, what, iconv, doubt = '') => {
    const folder = await read(
      await temporaryFolder({ 'notes/a.md': bytes, 'series/s.yaml': bytes }),
    );
    expect(folder.texts).toEqual([]);
    expect(folder.unread).toEqual(['notes/a.md', 'series/s.yaml']);
    expect(told(folder)).toEqual(
      ['notes/a.md', 'series/s.yaml'].map(
        (file) =>
          `!${file}:${line}: text in ${what}; expected UTF-8; save it as UTF-8 in the editor, or convert it${doubt}: iconv -f ${iconv} -t UTF-8`,
      ),
    );
  },
);

it.each([
  ['Latin-1 behind it', Buffer.from('Köln\n', 'latin1')],
  ['half signs behind it', Buffer.from('\xED\xA0\xBD\xED\xB8\x80', 'latin1')],
])('no conversion is advised for UTF-8 with %s', async (_, rest) => {
  const bytes = Buffer.concat([Buffer.from('---\ndate: 2026-01-02\n---\n\nGrüße é\n'), rest]);
  expect(told(await read(await temporaryFolder({ 'notes/a.md': bytes })))).toEqual([
    '!notes/a.md:6: text in UTF-8 with bytes in it that are none; expected UTF-8; type anew what is wrong there, and save it as UTF-8',
  ]);
});

test('of a draft even the encoding is a fault that stops nothing', async () => {
  const draft = entry.replace('---\n', '---\ndraft: true\n');
  const folder = await read(
    await temporaryFolder({
      'notes/a.md': Buffer.from(draft, 'latin1'),
      'notes/b.md': Buffer.from(draft, 'utf16le'),
    }),
  );
  expect(folder.faults.map(({ file, draft }) => [file, draft])).toEqual([
    ['notes/a.md', true],
    ['notes/b.md', true],
  ]);
});

test('UTF-8 with a byte order mark is read', async () => {
  const folder = await read(await temporaryFolder({ 'notes/a.md': `\uFEFF${entry}` }));
  expect(folder.texts).toEqual([{ file: 'notes/a.md', source: `\uFEFF${entry}` }]);
});
