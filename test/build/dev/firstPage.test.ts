import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { hurryFirstPage } from '../../../src/build/dev/firstPage.ts';
import { temporaryFolder } from '../../load/temporary.ts';
import { pluginServer } from './pluginServer.ts';

const program = {
  'page.js': `export const page = async () => (await import('./parts.js')).parts;\n`,
  'parts.js': `import { part } from './part.js';\nexport const parts = [part];\n`,
  'part.js': 'export const part = 1;\n',
  'broken-page.js': `import './wrong.js';\nexport const page = 1;\n`,
  'wrong.js': 'export const = 1;\n',
};

/** A server of that program, in a hurry, and whether the parts of a module are taken apart before they are asked for. */
async function hurried() {
  const root = await temporaryFolder(program);
  const server = await pluginServer(root, { name: 'none' });
  hurryFirstPage(server);
  const { ssr } = server.environments;
  const isHurried = async (module: string, part: string) => {
    await ssr.transformRequest(`/${module}`);
    await ssr.waitForRequestsIdle();
    return ssr.moduleGraph.getModuleById(join(root, part))?.transformResult != null;
  };
  return { server, isHurried };
}

/** Asks for a page. */
async function ask(server: ViteDevServer): Promise<void> {
  const http = createServer(server.middlewares).listen(0, '127.0.0.1');
  onTestFinished(() => void http.close());
  await once(http, 'listening');
  await (await fetch(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`)).text();
}

it('what the first page is made of is taken apart before it is asked for', async () => {
  const { isHurried } = await hurried();
  await expect.poll(() => isHurried('parts.js', 'part.js')).toBe(true);
});

it.each([
  ['a page was shown', ask],
  [
    'something was changed',
    async (server: ViteDevServer) => void server.watcher.emit('all', 'change', 'a'),
  ],
])('nothing is, once %s', async (_, happen) => {
  const { server, isHurried } = await hurried();
  await happen(server);
  expect(await isHurried('parts.js', 'part.js')).toBe(false);
});

it('a part that cannot be taken apart keeps nothing else from being served', async () => {
  const { server, isHurried } = await hurried();
  await isHurried('broken-page.js', 'wrong.js');
  await expect(server.ssrLoadModule('/broken-page.js')).rejects.toThrow();
  const { page } = await server.ssrLoadModule('/page.js');
  expect(await page()).toEqual([1]);
});
