import { appendFile, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { WatchedFolder } from '../../../src/build/dev/watchedFolder.ts';
import { type FileSystem, walkFolder } from '../../../src/journal/content/folderWalk.ts';
import { temporaryFolder } from '../../load/temporary.ts';

const walk = (root: string) => (fileSystem: FileSystem) => walkFolder(root, fileSystem, 8);

/** Paths below `root` that are told, awaited one at a time. */
function heardIn(folder: WatchedFolder, root: string) {
  const heard = new Set<string>();
  let next = Promise.withResolvers<void>();
  folder.hear({
    changed(path) {
      heard.add(path.slice(root.length + 1));
      next.resolve();
    },
    failed(_, error) {
      throw error;
    },
  });
  return async (path: string) => {
    while (!heard.has(path)) {
      await next.promise;
      next = Promise.withResolvers();
    }
    heard.clear();
  };
}

async function watchedFolder(files: Readonly<Record<string, string>>) {
  const root = await temporaryFolder({ 'site.yaml': '', ...files });
  const folder = new WatchedFolder(root);
  onTestFinished(() => folder.close());
  return { root, folder };
}

it.each<[string, (root: string) => Promise<unknown>, string]>([
  ['is written', (root) => appendFile(join(root, 'notes/a.md'), 'more'), 'notes/a.md'],
  [
    'is put in the place of another one',
    async (root) => {
      await writeFile(join(root, '.a.md'), 'B');
      await rename(join(root, '.a.md'), join(root, 'notes/a.md'));
    },
    'notes/a.md',
  ],
  ['is new', (root) => writeFile(join(root, 'notes/b.md'), 'B'), 'notes/b.md'],
  ['is gone', (root) => rm(join(root, 'notes/a.md')), 'notes/a.md'],
  ['comes with a folder', (root) => mkdir(join(root, 'articles')), 'articles'],
  ['goes with a folder', (root) => rm(join(root, 'notes'), { recursive: true }), 'notes'],
])('a file that %s is told', async (_, change, told) => {
  const { root, folder } = await watchedFolder({ 'notes/a.md': 'A' });
  await folder.read(walk(root));
  const hears = heardIn(folder, root);
  await change(root);
  await hears(told);
});

it('what is written while the folder is read is told to whoever listens later', async () => {
  const { root, folder } = await watchedFolder({ 'notes/a.md': 'A' });
  await folder.read(async (fileSystem) => {
    await walkFolder(root, fileSystem, 8);
    await writeFile(join(root, 'notes/b.md'), 'B');
  });
  await heardIn(folder, root)('notes/b.md');
});

it('a folder is followed from when it is there, and again where another one took its place', async () => {
  const { root, folder } = await watchedFolder({});
  await folder.read(walk(root));
  const hears = heardIn(folder, root);
  await mkdir(join(root, 'notes/deep'), { recursive: true });
  await hears('notes');
  await folder.read(walk(root));
  await writeFile(join(root, 'notes/deep/a.md'), 'A');
  await hears('notes/deep/a.md');
  await rename(join(root, 'notes'), join(root, '.old'));
  await mkdir(join(root, 'notes'));
  await hears('notes');
  await folder.read(walk(root));
  await writeFile(join(root, 'notes/b.md'), 'B');
  await hears('notes/b.md');
});

it('a folder that was made anew before anybody looked is followed', async () => {
  const { root, folder } = await watchedFolder({ 'notes/a.md': 'A' });
  await folder.read(walk(root));
  const hears = heardIn(folder, root);
  await rm(join(root, 'notes'), { recursive: true });
  await mkdir(join(root, 'notes'));
  await hears('notes');
  await folder.read(walk(root));
  await writeFile(join(root, 'notes/b.md'), 'B');
  await hears('notes/b.md');
});

it('what lies behind links is told under the names by which it is read', async () => {
  const outside = await temporaryFolder({ 'far.md': 'A', 'folder/b.md': 'B' });
  const { root, folder } = await watchedFolder({ 'notes/a.md': 'A' });
  await symlink(join(outside, 'far.md'), join(root, 'notes/far.md'));
  await symlink(join(outside, 'folder'), join(root, 'articles'));
  await folder.read(walk(root));
  const hears = heardIn(folder, root);
  await writeFile(join(outside, '.new'), 'B');
  await rename(join(outside, '.new'), join(outside, 'far.md'));
  await hears('notes/far.md');
  await appendFile(join(outside, 'folder/b.md'), 'more');
  await hears('articles/b.md');
  await rename(join(outside, 'folder'), join(outside, 'away'));
  await hears('articles');
});

it('a content folder that went, and came again, is told', async () => {
  const { root, folder } = await watchedFolder({ 'notes/a.md': 'A' });
  await folder.read(walk(root));
  const hears = heardIn(folder, root);
  await rename(root, `${root}.away`);
  await hears('');
  await expect(folder.read(walk(root))).rejects.toThrow('ENOENT');
  await rename(`${root}.away`, root);
  await hears('');
  const { news } = await folder.read(walk(root));
  expect(news).toEqual({ added: [], removed: [] });
});

it('each reading says which files came and which went', async () => {
  const { root, folder } = await watchedFolder({ 'notes/a.md': 'A', 'articles/b/c.png': 'C' });
  const paths = (...names: string[]) => names.map((name) => join(root, name));
  const first = await folder.read(walk(root));
  expect(first.news.added.toSorted()).toEqual(paths('articles/b/c.png', 'notes/a.md', 'site.yaml'));
  await rm(join(root, 'articles'), { recursive: true });
  await writeFile(join(root, 'notes/d.md'), 'D');
  const { news } = await folder.read(walk(root));
  expect(news).toEqual({ added: paths('notes/d.md'), removed: paths('articles/b/c.png') });
  expect(paths('notes/d.md', 'articles/b/c.png').map((path) => folder.has(path))).toEqual([
    true,
    false,
  ]);
});
