import { expect, it } from 'vitest';
import { publicJournal } from '#journal/publicJournal.ts';
import { filesBelow, prune } from '../../src/loader/outputFolder.ts';
import { redirectFiles } from '../../src/loader/redirects.ts';
import { sampleJournal } from '../journal/sample.ts';
import { temporaryFolder } from './temporary.ts';

it('what an earlier build left goes, with the folders that it leaves empty', async () => {
  const folder = await temporaryFolder({
    'a/index.html': '',
    'b/c/index.html': '',
    'b/d.txt': '',
    'feed.xml': '',
  });
  expect(await prune(folder, new Set(['a/index.html', 'b/d.txt']))).toBe(2);
  expect(await filesBelow(folder)).toEqual(['a/index.html', 'b/d.txt']);
});

it('a folder that is not there has no files', async () => {
  expect(await filesBelow('/nowhere/at/all')).toEqual([]);
});

it('every alias becomes a page that leads on', () => {
  const journal = sampleJournal({
    'notes/größe.md': '---\ndate: 2026-01-01\naliases: [/2009/a.html, /alt/größe]\n---\n',
  });
  const files = redirectFiles(publicJournal(journal, { sees: 'everything' }));
  expect([...files.keys()]).toEqual(['2009/a.html', 'alt/größe/index.html']);
  expect(files.get('2009/a.html')).toMatchInlineSnapshot(`
    "<!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>Moved to https://sample.example/notes/gr%C3%B6%C3%9Fe/</title>
    <meta http-equiv="refresh" content="0; url=/notes/gr%C3%B6%C3%9Fe/">
    <meta name="robots" content="noindex">
    <link rel="canonical" href="https://sample.example/notes/gr%C3%B6%C3%9Fe/">
    </head>
    <body>
    <p>This page has moved to <a href="/notes/gr%C3%B6%C3%9Fe/">https://sample.example/notes/gr%C3%B6%C3%9Fe/</a>.</p>
    </body>
    </html>
    "
  `);
});
