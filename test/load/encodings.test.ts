import { expect, it, test } from 'vitest';
import { entryText, load, readFolder, told, toldOfFolder } from './content.ts';
import { temporaryFolder } from './temporary.ts';

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
])(
  'a text in %s is told with what it seems to be',
  async (_, bytes, line, what, iconv, doubt = '') => {
    const folder = await readFolder(
      await temporaryFolder({ 'notes/a.md': bytes, 'series/s.yaml': bytes }),
    );
    expect(folder.texts).toEqual([]);
    expect(folder.unread).toEqual(['notes/a.md', 'series/s.yaml']);
    expect(toldOfFolder(folder)).toEqual(
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
  expect(toldOfFolder(await readFolder(await temporaryFolder({ 'notes/a.md': bytes })))).toEqual([
    '!notes/a.md:6: text in UTF-8 with bytes in it that are none; expected UTF-8; type anew what is wrong there, and save it as UTF-8',
  ]);
});

test('of a draft even the encoding is a fault that stops nothing', async () => {
  const draft = entry.replace('---\n', '---\ndraft: true\n');
  const folder = await readFolder(
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
  const folder = await readFolder(await temporaryFolder({ 'notes/a.md': `\uFEFF${entry}` }));
  expect(folder.texts).toEqual([{ file: 'notes/a.md', source: `\uFEFF${entry}` }]);
});

it('texts of other programs among the entries are told, unless an entry gives them to its readers', async () => {
  const text = '---\ntitle: Old\n---\n<p>Old.</p>\n';
  const result = await load({
    'articles/2015/old.html': text,
    'articles/OLD.HTM': text,
    'articles/given.html': text,
    'articles/a.md': entryText('', '[it](given.html)'),
    'notes/b.rst': text,
    'pages/c.adoc': text,
    'notes/plain.txt': text,
    'notes/_old/d.html': text,
    'notes/.e.html': text,
    'elsewhere/f.html': text,
  });
  const rest =
    'a text that is not Markdown, which is passed over: no entry links it; expected an entry in Markdown (.md), which may hold HTML';
  expect(told(result)).toEqual([
    `warning articles/2015/old.html:1: ${rest}`,
    `warning articles/OLD.HTM:1: ${rest}`,
    `warning notes/b.rst:1: ${rest}`,
    `warning pages/c.adoc:1: ${rest}`,
  ]);
  expect(result.loaded?.journal.entries.map(({ file }) => file)).toEqual(['articles/a.md']);
});

it.each<[string, string]>([
  ['words.yml', 'a file that nearly is words.yaml, and is passed over'],
  ['Words.yaml', 'a file that nearly is words.yaml, and is passed over'],
  ['word.yaml', 'a file that nearly is words.yaml, and is passed over'],
  ['site.yml', 'a file beside site.yaml, which is passed over'],
  ['people.YML', 'a file that nearly is people.yaml, and is passed over'],
  ['styles.css', 'a file that nearly is style.css, and is passed over'],
  ['header.html', 'a file that nearly is head.html, and is passed over'],
  ['footer.html', 'a file that nearly is foot.html, and is passed over'],
  ['wrods.yaml', 'a file that nearly is words.yaml, and is passed over'],
])('settings in %s are not passed over without a word', async (file, words) => {
  expect(told(await load({ [file]: 'a: b\n' }))).toEqual([
    expect.stringContaining(`warning ${file}:1: ${words}`),
  ]);
});

it.each([
  'work.yaml',
  'form.html',
  'notes.css',
  'google1234567890.html',
  'public/words.yml',
  'a/style.yml',
  'serif.woff2',
  'README.md',
  'CNAME',
])('%s is no settings file', async (file) => {
  expect(told(await load({ [file]: 'a: b\n' }))).toEqual([]);
});
