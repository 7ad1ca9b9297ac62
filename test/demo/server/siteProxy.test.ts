import type { IncomingMessage } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { SiteProxy } from '../../../demo/server/siteProxy.ts';

it('a page that is left while the site is asked ends that request, and nothing else', async () => {
  const { promise: asked, resolve } = Promise.withResolvers<Socket>();
  const site = createServer((socket) => socket.once('data', () => resolve(socket)));
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  try {
    const proxy = new SiteProxy((site.address() as AddressInfo).port, () => undefined);
    const page = new PassThrough();
    const headers = { connection: 'Upgrade', upgrade: 'websocket' };
    const request = { method: 'GET', url: '/', headers } as unknown as IncomingMessage;
    proxy.join(request, page, Buffer.alloc(0));
    const socket = await asked;
    const closed = new Promise((done) => socket.once('close', done));
    page.destroy(new Error('reset'));
    await closed;
    expect(page.destroyed).toBe(true);
  } finally {
    site.close();
  }
});
