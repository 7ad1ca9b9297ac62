import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** The names that a component has of `view` when it runs, types aside. */
async function namesFromView(file: string): Promise<string[]> {
  const text = await readFile(join(source, file), 'utf8');
  return (
    [...text.matchAll(/^import (?!type )\{([^}]*)\} from '[./]*\/view\//gm)]
      .flatMap(([, names = '']) => names.split(','))
      .map((name) => name.trim())
      // The journal's own address, which it begins with, is part of every key.
      .filter((name) => name !== '' && name !== 'href' && !name.startsWith('type '))
  );
}

it('components show their views and look nowhere else: a page’s key is the digest of its view', async () => {
  const files = ['components', 'layouts'].map(async (folder) =>
    (await filesBelow(join(source, folder))).map((file) => `${folder}/${file}`),
  );
  const taken = await Promise.all(
    (await Promise.all(files)).flat().map(async (file) => [file, await namesFromView(file)]),
  );
  expect(taken.length).toBeGreaterThan(15);
  expect(Object.fromEntries(taken.filter(([, names]) => names?.length))).toEqual({
    // The HTML of the body whose digest is in the view.
    'components/PlainPage.astro': ['pageBody'],
    'components/WholeEntry.astro': ['listBody', 'pageBody'],
    // What these say follows from the view alone.
    'layouts/Head.astro': ['contentSecurityPolicy', 'windowTitle'],
  });
});

it('pages are made of views wherever they are bundled: no file of theirs asks Astro for more than it is handed, or for the environment', async () => {
  const rooms = ['components', 'layouts', 'routes', 'view', 'words', 'feeds', 'search', 'replace'];
  const files = rooms.map(async (room) =>
    (await filesBelow(join(source, room))).map((file) => `${room}/${file}`),
  );
  const texts = (await Promise.all(files))
    .flat()
    .map(async (file) => [file, await readFile(join(source, file), 'utf8')] as const);
  const asked = (await Promise.all(texts)).flatMap(([, text]) =>
    [
      ...text.matchAll(
        /\bAstro\.(?!props\b|self\b)\w+|= Astro;|\bprocess\.env\b|\bimport\.meta\.env(?:\.\w+)?/g,
      ),
    ].map(([name]) => name),
  );
  expect([...new Set(asked)].sort()).toEqual([
    // In a sentence for those who replace one.
    'Astro.response',
    'import.meta.env.DEV',
    'import.meta.env.PROD',
  ]);
});
