import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publicJournal } from '#journal/public/publicJournal.ts';
import { servedRedirects } from '#journal/public/redirects.ts';
import { joinedList, redirectFiles } from '../../src/build/output/redirects.ts';
import { filesBelow, filesServedBelow, placeInOutput } from '../../src/files/outputFolder.ts';
import { sampleJournal } from '../journal/sample.ts';
import { temporaryFolder } from '../load/temporary.ts';

it.each(['../x.js', 'a/../../x.js', '/../x.js', '..', '', '.', 'a\0b', 'a\\..\\..\\x'])(
  'nothing is written at %j, whoever asks',
  async (name) => {
    const folder = await temporaryFolder({ 'dist/a.txt': '' });
    await expect(placeInOutput(`${folder}/dist`, name)).rejects.toThrow(
      `${JSON.stringify(name)} would be written outside of the output folder.`,
    );
    expect(await filesBelow(folder)).toEqual(['dist/a.txt']);
  },
);

it.each([
  ['a/b.html', 'a/b.html'],
  ['/a/b.html', 'a/b.html'],
  ['..a/%2e%2e/b.html', '..a/%2e%2e/b.html'],
])('%s is written at its place', async (name, place) => {
  const folder = await temporaryFolder({});
  expect(await placeInOutput(folder, name)).toBe(`${folder}/${place}`);
});

it('a folder that is not there has no files', async () => {
  expect(await filesBelow('/nowhere/at/all')).toEqual([]);
});

it('every alias becomes a page that leads on, and a line for hosts that can do that themselves', () => {
  const journal = sampleJournal({
    'notes/größe.md': '---\ndate: 2026-01-01\naliases: [/2009/a.html, /alt/größe]\n---\n',
  });
  const shown = publicJournal(journal, { sees: 'everything' });
  const files = redirectFiles(servedRedirects(shown, []), shown);
  expect([...files.keys()]).toEqual([
    '2009/a.html',
    'alt/größe/index.html',
    '_redirects',
    'redirects.nginx.conf',
  ]);
  expect(files.get('2009/a.html')).toMatchInlineSnapshot(`
    "<!doctype html>
    <html lang="en" dir="ltr">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>https://sample.example/notes/gr%C3%B6%C3%9Fe/</title>
    <meta http-equiv="refresh" content="0; url=/notes/gr%C3%B6%C3%9Fe/">
    <meta name="robots" content="noindex">
    <link rel="canonical" href="https://sample.example/notes/gr%C3%B6%C3%9Fe/">
    </head>
    <body>
    <p><span aria-hidden="true">→</span> <a href="/notes/gr%C3%B6%C3%9Fe/">https://sample.example/notes/gr%C3%B6%C3%9Fe/</a></p>
    </body>
    </html>
    "
  `);
  expect(files.get('_redirects')).toMatchInlineSnapshot(`
    "/2009/a.html /notes/gr%C3%B6%C3%9Fe/ 301
    /alt/gr%C3%B6%C3%9Fe/ /notes/gr%C3%B6%C3%9Fe/ 301
    /alt/gr%C3%B6%C3%9Fe /notes/gr%C3%B6%C3%9Fe/ 301
    "
  `);
  expect(files.get('redirects.nginx.conf')).toMatchInlineSnapshot(`
    ""/2009/a.html" "/notes/gr%C3%B6%C3%9Fe/";
    "/alt/größe/" "/notes/gr%C3%B6%C3%9Fe/";
    "/alt/größe" "/notes/gr%C3%B6%C3%9Fe/";
    "
  `);
});

it.each([
  ['a draft', 'draft: true'],
  ['what is scheduled', 'date: 2026-02-01'],
])('of %s no file knows', (_, line) => {
  const matter = line.startsWith('date') ? line : `date: 2026-01-01\n${line}`;
  const journal = sampleJournal({ 'notes/a.md': `---\n${matter}\naliases: /old/\n---\n` });
  const now = Date.parse('2026-01-15');
  const shown = publicJournal(journal, { sees: 'published', now });
  expect(redirectFiles(servedRedirects(shown, []), shown).size).toBe(0);
});

it.each([
  ['/a:b/', '/n/*c/', '/a%3Ab/ /n/%2Ac/ 301', '"/a:b/" "/n/%2Ac/";'],
  ['/"q"/', '/$x/', '/%22q%22/ /$x/ 301', '"/\\"q\\"/" "/%24x/";'],
])('%s to %s is written so that no host takes a sign of it for its own', (from, to, line, map) => {
  const journal = publicJournal(sampleJournal({}), { sees: 'everything' });
  const moved = { ...journal, aliases: new Map([[from, to]]) };
  const files = redirectFiles(servedRedirects(moved, []), moved);
  expect(files.get('_redirects')?.split('\n')[0]).toBe(line);
  expect(files.get('redirects.nginx.conf')?.split('\n')[0]).toBe(map);
});

it.each([
  ['/a /b 301', '/old/ /n/ 301\n', '/a /b 301\n/old/ /n/ 301\n'],
  [
    '# mine\n/old/ /x 302\n',
    '/old/ /n/ 301\n/old /n/ 301\n',
    '# mine\n/old/ /x 302\n/old /n/ 301\n',
  ],
  ['  /old/\t/x\r\n', '/old/ /n/ 301\n', '  /old/\t/x\r\n'],
  ['', '/old/ /n/ 301\n', '/old/ /n/ 301\n'],
  ['/a /b', '', '/a /b'],
  ['"/ä\\"" "/x";\n', '"/ä\\"" "/n/";\n"/ö" "/n/";\n', '"/ä\\"" "/x";\n"/ö" "/n/";\n'],
  ['/old /x;', '"/old" "/n/";\n', '/old /x;'],
])('a list %j of the person goes before %j', (own, ours, joined) =>
  expect(joinedList(own, ours)).toBe(joined),
);

it('what links in a folder of public files lead to is as if it stood there, and no circle has an end', async () => {
  const folder = await temporaryFolder({ 'public/a.txt': '', 'shared/b.txt': '', 'c.txt': '' });
  await symlink(join(folder, 'shared'), join(folder, 'public/shared'));
  await symlink(join(folder, 'c.txt'), join(folder, 'public/c.txt'));
  await symlink(join(folder, 'public'), join(folder, 'public/round'));
  await symlink(join(folder, 'nowhere'), join(folder, 'public/lost'));
  expect(await filesServedBelow(join(folder, 'public'))).toEqual([
    'a.txt',
    'c.txt',
    'shared/b.txt',
  ]);
  expect(await filesBelow(join(folder, 'public'))).toEqual(['a.txt']);
});
