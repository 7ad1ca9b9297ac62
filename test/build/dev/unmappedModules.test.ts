import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unmappedModules } from '../../../src/build/dev/unmappedModules.ts';
import { temporaryFolder } from '../../load/temporary.ts';
import { pluginServer } from './pluginServer.ts';

it('modules of that folder run as they are, without source maps, and all others have some', async () => {
  const folder = await temporaryFolder({
    'dist/a.js': "export { b } from '../own/b.js';\nexport const a = 1;\n",
    'own/b.js': 'export const b = 2;\n',
  });
  const server = await pluginServer(folder, unmappedModules(join(folder, 'dist')));
  const [unmapped, own] = [join(folder, 'dist/a.js'), join(folder, 'own/b.js')];
  expect(await server.ssrLoadModule(unmapped)).toMatchObject({ a: 1, b: 2 });
  const mapOf = async (file: string) => (await server.transformRequest(file, { ssr: true }))?.map;
  expect(await mapOf(unmapped)).toMatchObject({ mappings: '' });
  expect(await mapOf(own)).toMatchObject({ sources: ['b.js'] });
});
