import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, it } from 'vitest';
import { DemoServer } from '../../../demo/server/demoServer.ts';
import { Events } from '../../../demo/server/events.ts';
import { SiteProxy } from '../../../demo/server/siteProxy.ts';

it('a page that is joined to the site does not keep the server from ending', async () => {
  const site = createServer();
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const server = new DemoServer('demo');
  const port = await server.listen(20_000 + Math.floor(process.pid % 20_000));
  const proxy = new SiteProxy((site.address() as AddressInfo).port, () => undefined);
  const none = async () => undefined;
  server.serve({
    events: new Events(),
    proxy,
    scene: {
      grant: none,
      upload: () => '',
      media: () => undefined,
      picture: none,
      text: () => undefined,
    },
  });
  const page = connect(port, '127.0.0.1');
  const asked = once(site, 'connection');
  page.write(
    `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  );
  const [connection] = await asked;
  const closed = once(page, 'close');
  await server.close();
  await closed;
  connection.destroy();
  site.close();
  expect(page.destroyed).toBe(true);
});
