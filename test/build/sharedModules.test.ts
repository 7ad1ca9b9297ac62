import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBuilder } from 'vite';
import { expect, it } from 'vitest';
import { pageEnvironment } from '../../src/build/pages/bundledFiles.ts';
import { sharedModules } from '../../src/build/sharedModules.ts';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { temporaryFolder } from '../load/temporary.ts';
import { pluginServer } from './dev/pluginServer.ts';

const source = new URL('../../src/', import.meta.url);

/** A program whose room of views has an object of its own, and one from the room of the journal. */
const program = {
  'package.json': '{ "type": "module" }',
  'src/journal/words/hello.ts': 'export const hello: object = {}; export default hello;\n',
  'src/view/page.ts': `export { default as whole, hello } from '../journal/words/hello.ts';
export const own = {};
`,
};

const imported = (path: string) => import(/* @vite-ignore */ pathToFileURL(path).href);

const serverOf = (folder: string) => pluginServer(folder, sharedModules(join(folder, 'src')));

it('pages use the modules that Node has run to load the journal, and views of their own', async () => {
  const folder = await temporaryFolder(program);
  const server = await serverOf(folder);
  const at = (file: string) => join(folder, 'src', file);
  const native = await imported(at('journal/words/hello.ts'));
  const page = await server.ssrLoadModule(at('view/page.ts'));
  expect(page['hello']).toBe(native.hello);
  expect(page['whole']).toBe(native.hello);
  const views = await imported(at('view/page.ts'));
  expect(page['own']).not.toBe(views.own);
});

it('the bundle of a build has them from where they lie, wherever it is moved', async () => {
  const folder = await temporaryFolder(program);
  const at = (file: string) => join(folder, file);
  const builder = await createBuilder({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [sharedModules(at('src'))],
    environments: {
      [pageEnvironment]: {
        build: { ssr: true, outDir: 'out', rolldownOptions: { input: at('src/view/page.ts') } },
      },
    },
  });
  const environment = builder.environments[pageEnvironment];
  if (environment) await builder.build(environment);
  await mkdir(at('moved/far'), { recursive: true });
  await rename(at('out/page.js'), at('moved/far/page.js'));
  const native = await imported(at('src/journal/words/hello.ts'));
  const page = await imported(at('moved/far/page.js'));
  expect(page['hello']).toBe(native.hello);
  expect(page['whole']).toBe(native.hello);
  const views = await imported(at('src/view/page.ts'));
  expect(page['own']).not.toBe(views.own);
});

it('nothing in the rooms that are shared takes a bundler', async () => {
  const rooms = 'cache cards files journal load look media related render'.split(' ');
  const files = (
    await Promise.all(
      rooms.map(async (room) =>
        (await filesBelow(new URL(room, source).pathname)).map((file) => `${room}/${file}`),
      ),
    )
  ).flat();
  expect(files.length).toBeGreaterThan(300);
  const bundled =
    /from '(?:astro:|virtual:|[^']*(?:\?|\.(?:astro|css|svg)'))|import\.meta\.(?:env|glob|hot)/;
  const wrong: string[] = [];
  for (const file of files)
    if (bundled.test(await readFile(new URL(file, source), 'utf8'))) wrong.push(file);
  expect(wrong).toEqual([]);
});
