import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { openCaches } from '../../src/load/caches.ts';
import { loadJournal } from '../../src/load/loadJournal.ts';
import { entryText, load, now, site, told } from './content.ts';
import { temporaryFolder } from './temporary.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';

const stems = [
  "Ana's CV",
  'a "b" c',
  'a & b',
  'a&amp;b',
  'a#b',
  'a?b=c',
  '100%',
  '100%25 %20',
  'a+b',
  ' a  b ',
  '[a](b)',
  '(a',
  'a, b 2x',
  '<b>',
  '{a}',
  '$a^b`c|d~e*f_g!h;i=j@k',
  '😀👩‍👩‍👧',
  'שלום עולם',
  'cafe\u0301',
  'a\\b',
  '-a',
  'a.',
  '日本語'.repeat(27),
];

/** As Markdown has it in angle brackets; an address that is encoded, or has a space at its end, says something else. */
const markdown = (name: string) =>
  `<${name
    .replace(/%(?=[\da-f]{2})/gi, '%25')
    .replace(/^ | (?=\.?$)/g, '%20')
    .replace(/[\\<>&]/g, '\\$&')}>`;
const attribute = (name: string) =>
  name
    .replaceAll('%', '%25')
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;');

/** Builds an entry with this text beside these files; gives its HTML and all that is written for it. */
async function shown(body: string, files: Readonly<Record<string, string>>, file = 'a.md') {
  const root = await temporaryFolder({
    'site.yaml': site,
    [`articles/${file}`]: entryText('', body),
    ...files,
  });
  const cache = await temporaryFolder();
  const caches = openCaches(cache);
  const result = await loadJournal(
    { root, shownRoot: 'content', now },
    { sees: 'published', now },
    caches,
    [],
  );
  const output = await temporaryFolder();
  await caches.assets.writeAll(output);
  const [entry] = result.loaded?.journal.entries ?? [];
  const html = entry && file.endsWith('.md') ? (result.loaded?.htmlOf(entry) ?? '') : '';
  return { faults: told(result), html, output };
}

/** The files that the addresses in HTML lead to. */
async function ledTo(html: string, output: string): Promise<string[]> {
  const addresses = [...html.matchAll(/="(\/_files\/[^"?#\s]*)/g)].map(([, one = '']) => one);
  return Promise.all(
    addresses.map((one) => readFile(join(output, decodeURIComponent(one)), 'utf8')),
  );
}

describe.each(stems)('a file named %j', (stem) => {
  it.each<[string, string, (name: string) => string]>([
    ['linked', 'pdf', (name) => `[x](${markdown(name)})`],
    [
      'linked in percent-encoding',
      'pdf',
      (name) => `[x](${encodeURIComponent(name).replace(/[()]/g, '\\$&')})`,
    ],
    [
      'linked in raw HTML',
      'pdf',
      (name) =>
        `<a href="${attribute(encodeURI(name).replace(/[?#]/g, encodeURIComponent)).replaceAll('%25', '%')}">x</a>`,
    ],
    ['shown', 'svg', (name) => `![x](${markdown(name)})`],
    ['played', 'mp4', (name) => `![x](${markdown(name)})`],
    ['shown in raw HTML', 'svg', (name) => `<img src="${encodeURIComponent(name)}" alt="x">`],
    [
      'in a set',
      'svg',
      (name) =>
        `<img src="${encodeURIComponent(name)}" alt="x" srcset="${encodeURIComponent(name)} 2x">`,
    ],
    ['an object', 'pdf', (name) => `<object data="${encodeURIComponent(name)}"></object>`],
  ])('is there when it is %s', async (_, ending, text) => {
    const name = `${stem}.${ending}`;
    const { faults, html, output } = await shown(text(name), { [`articles/${name}`]: svg });
    expect(faults).toEqual([]);
    expect(html).not.toContain('journal-file');
    expect(new Set(await ledTo(html, output)), html).toEqual(new Set([svg]));
  });
});

it.each([
  ['an object', '<object data="NAME"></object>'],
  ['what is embedded', '<embed src="NAME">'],
  ['a film', '<video src="NAME"></video>'],
  ['what stands for a film', '<video src="b.pdf" poster="NAME"></video>'],
  ['a recording', '<audio src="NAME"></audio>'],
  ['one of several recordings', '<audio><source src="NAME"></audio>'],
  ['subtitles', '<video src="b.pdf"><track src="NAME"></video>'],
  ['a picture', '<img src="NAME" alt="x">'],
  [
    'one of several pictures',
    '<picture><source srcset="NAME 2x"><img src="b.svg" alt="x"></picture>',
  ],
  ['a picture in a drawing', '<svg><image href="NAME"/></svg>'],
  ['a picture in an old drawing', '<svg><image xlink:href="NAME"/></svg>'],
  ['a button’s picture', '<input type="image" src="NAME" alt="x">'],
  ['what lies behind a table', '<table background="NAME"></table>'],
])('%s is served where it is there, and told where it is not', async (_, text) => {
  for (const file of ['a.md', 'a.mdx']) {
    const body =
      `Words.\n\n${text.replace('xlink:href', file === 'a.md' ? 'xlink:href' : 'xlinkHref')}`.replace(
        /<(embed|img|input|source|track)((?: [\w:]+="[^"]*")+)>/g,
        '<$1$2 />',
      );
    const others = { 'articles/b.pdf': svg, 'articles/b.svg': svg };
    const there = await shown(
      body.replace('NAME', 'x.svg'),
      { ...others, 'articles/x.svg': svg },
      file,
    );
    expect(there.faults, file).toEqual([]);
    expect(
      (await filesBelow(there.output)).some((one) => one.endsWith('/x.svg')),
      file,
    ).toBe(true);
    expect(there.html).not.toContain('journal-file');
    const gone = await shown(body.replace('NAME', 'x.svg'), others, file);
    expect(gone.faults, file).toEqual([
      expect.stringMatching(/^articles\/a\.mdx?:8: the (?:file|picture) x\.svg is missing$/),
    ]);
  }
});

it.each(['<object data="https://x.example/a.pdf"></object>', '<embed src="//x.example/a.pdf">'])(
  '%s is on another host, and told',
  async (text) => {
    expect((await shown(text, {})).faults).toEqual([
      expect.stringMatching(/^articles\/a\.md:6: .*a\.pdf, which is on another host$/),
    ]);
  },
);

it.each(['a.mdown', 'a.mkd', 'a.mdwn', 'a.md ', 'a.md.txt', 'a.MD'])(
  'an entry in a file named "%s" is not passed over in silence',
  async (name) => {
    expect(told(await load({ [`articles/${name}`]: entryText() }))).toEqual([
      `articles/${name}:1: a Markdown file with another ending`,
    ]);
  },
);

it('Markdown of another ending is for readers where an entry links it, and a fault where none does', async () => {
  const files = { 'articles/x.markdown': 'Words.', 'notes/Y.MD': 'Words.' };
  expect(told(await load({ ...files, 'articles/a.md': entryText('', '[x](x.markdown)') }))).toEqual(
    ['notes/Y.MD:1: a Markdown file with another ending'],
  );
});
