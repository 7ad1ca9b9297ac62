import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sendFile } from '../../../src/build/dev/sendFile.ts';
import { temporaryFolder } from '../../load/temporary.ts';

it('a file that is gone by the time that it is asked for ends no server', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'here.txt'), 'words');
  await mkdir(join(folder, 'folder.txt'));
  const server = createServer((request, response) =>
    sendFile(join(folder, request.url ?? ''), 'text/plain', response, (error) => {
      response.statusCode = error === undefined ? 404 : 500;
      response.end();
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const ask = async (name: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}/${name}`);
      return [answer.status, answer.headers.get('content-type'), await answer.text()];
    };
    expect(await ask('gone.txt')).toEqual([404, null, '']);
    expect(await ask('folder.txt')).toEqual([500, null, '']);
    expect(await ask('here.txt')).toEqual([200, 'text/plain', 'words']);
  } finally {
    server.close();
  }
});
