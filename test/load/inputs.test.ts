import { rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plainPicture } from '../plainPicture.ts';
import { entryText, loadFolder, now, site } from './content.ts';
import { temporaryFolder, writeFiles } from './temporary.ts';

const picture = (background: string) => plainPicture('png', background, 8, 8);

const inputsOf = async (folder: string, at = now) =>
  (await loadFolder(folder, 'published', at)).loaded?.inputs;

async function journal(): Promise<string> {
  return temporaryFolder({
    'site.yaml': `${site}author: ana\n`,
    'authors.yaml': 'ana: { name: Ana, picture: { src: ana.png, alt: Ana } }\n',
    'ana.png': await picture('#fff'),
    'notes/a.md': entryText('', '![A](a.png)'),
    'notes/a.png': await picture('#fff'),
    'notes/later.md': entryText().replace('2026-01-02', '2026-06-02'),
    'comments/notes/a.md': '',
    'public/cv.txt': 'one',
    'public/talk.mp3': 'one',
    'head.html': '<meta name="a" content="1">',
    'foot.html': '<p>One</p>',
    'style.css': 'p { color: red }',
  });
}

it.each<[string, (folder: string) => Promise<unknown>]>([
  ['a text', (folder) => writeFile(join(folder, 'notes/a.md'), entryText('', '![B](a.png)'))],
  ['a setting', (folder) => writeFile(join(folder, 'site.yaml'), `${site}author: ana\nnav: []\n`)],
  [
    'a person',
    (folder) =>
      writeFile(
        join(folder, 'authors.yaml'),
        'ana: { name: Ann, picture: { src: ana.png, alt: Ana } }\n',
      ),
  ],
  ['a picture', async (folder) => writeFile(join(folder, 'notes/a.png'), await picture('#000'))],
  ['a portrait', async (folder) => writeFile(join(folder, 'ana.png'), await picture('#000'))],
  ['a recording', (folder) => writeFile(join(folder, 'public/talk.mp3'), 'longer')],
  ['a head', (folder) => writeFile(join(folder, 'head.html'), '<meta name="a" content="2">')],
  ['a foot', (folder) => writeFile(join(folder, 'foot.html'), '<p>Two</p>')],
  ['a style sheet', (folder) => writeFile(join(folder, 'style.css'), 'p { color: blue }')],
  ['a name', (folder) => rename(join(folder, 'notes/a.md'), join(folder, 'notes/b.md'))],
  ['a file less', (folder) => rm(join(folder, 'public/cv.txt'))],
  ['a file more', (folder) => writeFiles(folder, { 'notes/b.md': entryText() })],
])('what pages are made of is other with %s', async (_, change) => {
  const folder = await journal();
  const before = await inputsOf(folder);
  await change(folder);
  expect(await inputsOf(folder)).not.toBe(before);
});

it('what pages are made of is the same with other times on the files, and other when an entry appears', async () => {
  const folder = await journal();
  const before = await inputsOf(folder);
  expect(before).toMatch(/^[\w-]{43}$/);
  for (const file of ['notes/a.md', 'notes/a.png', 'site.yaml'])
    await utimes(join(folder, file), 1, 1);
  expect(await inputsOf(folder, now + 1000)).toBe(before);
  expect(await inputsOf(folder, Date.parse('2026-06-03'))).not.toBe(before);
});
