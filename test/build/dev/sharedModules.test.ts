import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createServer } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { sharedModules } from '../../../src/build/dev/sharedModules.ts';
import { filesBelow } from '../../../src/files/outputFolder.ts';
import { temporaryFolder } from '../../load/temporary.ts';

const source = new URL('../../../src/', import.meta.url);

/** A program whose room of views has an object of its own, and one from the room of the journal. */
const program = {
  'package.json': '{ "type": "module" }',
  'src/journal/words/hello.ts': 'export const hello: object = {}; export default hello;\n',
  'src/view/page.ts': `export { default as whole, hello } from '../journal/words/hello.ts';
export const own = {};
`,
};

async function serverOf(folder: string) {
  const server = await createServer({
    root: folder,
    configFile: false,
    appType: 'custom',
    logLevel: 'silent',
    server: { middlewareMode: true, watch: null, ws: false },
    plugins: [sharedModules(join(folder, 'src'))],
  });
  onTestFinished(() => server.close());
  return server;
}

it('pages use the modules that Node has run to load the journal, and views of their own', async () => {
  const folder = await temporaryFolder(program);
  const server = await serverOf(folder);
  const at = (file: string) => join(folder, 'src', file);
  const native = await import(/* @vite-ignore */ pathToFileURL(at('journal/words/hello.ts')).href);
  const page = await server.ssrLoadModule(at('view/page.ts'));
  expect(page['hello']).toBe(native.hello);
  expect(page['whole']).toBe(native.hello);
  const views = await import(/* @vite-ignore */ pathToFileURL(at('view/page.ts')).href);
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
