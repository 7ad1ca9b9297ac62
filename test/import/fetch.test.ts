import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { pictureFetching, usualLimits } from '../../src/import/fetch/pictures.ts';
import { isPrivateLiteral } from '../../src/import/fetch/privateHost.ts';
import { imported } from './imported.ts';

const quick = { ...usualLimits, waitMilliseconds: 1, mostBytes: 1000, mostFailures: 2 };

/** A host on this machine; the answer is its address. */
async function host(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const pictureHost = () =>
  host((_, response) => response.setHeader('content-type', 'image/png').end('picture'));

it('pictures that the export does not have are downloaded once and lie beside their entry', async () => {
  const asked: string[] = [];
  const url = await host((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'image/png').end(`picture ${request.url}`);
  });
  const post = `---\ntitle: A\n---\n![One](${url}/a/x.jpg?w=3)\n\n![Other](${url}/b/x.png)\n\n![One](${url}/a/x.jpg?w=3)\n`;
  const { files } = await imported(
    { '_posts/2010-05-05-a.md': post },
    { fetching: pictureFetching(quick) },
  );
  expect(files['articles/2010/a/index.md']).toContain(
    '![One](x.png)\n\n![Other](x-2.png)\n\n![One](x.png)\n',
  );
  expect(files['articles/2010/a/x.png']).toBe('picture /a/x.jpg?w=3');
  expect(files['articles/2010/a/x-2.png']).toBe('picture /b/x.png');
  expect(asked).toEqual(['/a/x.jpg?w=3', '/b/x.png']);
});

it('a picture that is missing stays as a marked link, and its words stay', async () => {
  const url = await host((_, response) => response.writeHead(404).end());
  const post = `---\ntitle: A\n---\n![The 9:02](${url}/x.png) and [![inside](${url}/y.png)](https://b.example)\n`;
  const { files, line } = await imported(
    { '_posts/2010-05-05-a.md': post },
    { fetching: pictureFetching(quick) },
  );
  expect(files['articles/2010/a/index.md']).toContain(
    `[The 9:02 (missing picture)](${url}/x.png) and [inside (missing picture)](https://b.example)`,
  );
  expect(line('_posts/2010-05-05-a.md').notes).toContainEqual({
    became: 'left',
    what: 'picture',
    how: `${url}/x.png: its host answered 404`,
    count: 1,
  });
});

it('an import again with downloads brings the pictures to texts that nobody has changed since', async () => {
  const url = await pictureHost();
  const post = (name: string) => `---\ntitle: ${name}\n---\n![One](${url}/x.png)\n`;
  const blog = { '_posts/2010-05-05-a.md': post('A'), '_posts/2010-05-06-b.md': post('B') };
  const { root, files: without } = await imported(blog);
  expect(without['articles/2010/a/index.md']).toContain('(missing picture)');
  await writeFile(join(root, 'articles/2010/b/index.md'), 'mine');
  const again = { root, fetching: pictureFetching(quick) };
  const { files, report } = await imported(blog, again);
  expect(files['articles/2010/a/index.md']).toContain('![One](x.png)\n');
  expect(files['articles/2010/a/x.png']).toBe('picture');
  expect(files['articles/2010/b/index.md']).toBe('mine');
  expect(report.lines.map(({ outcome }) => outcome)).toEqual(['written', 'there']);
  const { files: third } = await imported(blog, again);
  expect(third).toEqual(files);
});

it('a picture that comes later takes the place of no other one of its name, and the front matter stays', async () => {
  const url = await pictureHost();
  const post = `---\ntitle: A\nredirect_from: /old/\n---\n![One](${url}/a/x.png) ![Two](/b/x.png)\n`;
  const blog = { '_config.yml': 'title: T\n', '_posts/2010-05-05-a.md': post, 'b/x.png': 'two' };
  const { root, files: before } = await imported(blog);
  await rm(join(root, 'site.yaml'));
  const { files } = await imported(blog, { root, fetching: pictureFetching(quick) });
  const text = before['articles/2010/a/index.md'] ?? '';
  expect(text).toContain('- /old/\n');
  expect(files['articles/2010/a/index.md']).toBe(
    `${text.slice(0, text.lastIndexOf('---\n'))}---\n\n![One](x-2.png) ![Two](x.png)\n`,
  );
  expect([files['articles/2010/a/x.png'], files['articles/2010/a/x-2.png']]).toEqual([
    'two',
    'picture',
  ]);
});

it('a picture that came while an import was interrupted comes into the text by the next one', async () => {
  const url = await pictureHost();
  const blog = { '_posts/2010-05-05-a.md': `---\ntitle: A\n---\n![One](${url}/x.png)\n` };
  const { root } = await imported(blog);
  await writeFile(join(root, 'articles/2010/a/x.png'), 'picture');
  const { files } = await imported(blog, { root, fetching: pictureFetching(quick) });
  expect(files['articles/2010/a/index.md']).toContain('![One](x.png)\n');
});

it('a picture that came once stays, though its host gives only another one by now', async () => {
  let given = '/a.png';
  const url = await host((request, response) => {
    if (request.url === given) response.setHeader('content-type', 'image/png').end(given);
    else response.writeHead(404).end();
  });
  const blog = {
    '_posts/2010-05-05-a.md': `---\ntitle: A\n---\n![One](${url}/a.png) ![Two](${url}/b.png)\n`,
  };
  const { root, files: before } = await imported(blog, { fetching: pictureFetching(quick) });
  expect(before['articles/2010/a/index.md']).toContain('![One](a.png)');
  given = '/b.png';
  const { files } = await imported(blog, { root, fetching: pictureFetching(quick) });
  expect(files).toEqual(before);
});

it('a host that is busy is asked again', async () => {
  let times = 0;
  const url = await host((_, response) => {
    times += 1;
    if (times < 3) response.writeHead(503, { 'retry-after': '0' }).end();
    else response.setHeader('content-type', 'image/gif').end('gif');
  });
  expect(await pictureFetching(quick)(`${url}/a`)).toMatchObject({ is: 'found', name: 'a.gif' });
  expect(times).toBe(3);
});

it.each([
  ['a page in its place', 'text/html', 'x', 'its address gives text/html, no picture'],
  [
    'a page under the name of a picture',
    'image/png',
    ' <html>x',
    'its address gives a page, no picture',
  ],
  [
    'a page behind a mark',
    'application/octet-stream',
    '\uFEFF<!doctype html><svg>',
    'its address gives a page, no picture',
  ],
  ['more than it may have', 'image/png', 'x'.repeat(1001), 'it has more than 1000 bytes'],
  ['nothing', 'image/png', '', 'it is empty'],
])('%s is no picture', async (_, type, body, why) => {
  const url = await host((__, response) => response.setHeader('content-type', type).end(body));
  expect(await pictureFetching(quick)(`${url}/x.png`)).toEqual({ is: 'missing', why });
});

it.each([
  '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg/>',
])('a drawing that comes as mere bytes is a picture: %s', async (body) => {
  const url = await host((_, response) =>
    response.setHeader('content-type', 'application/octet-stream').end(body),
  );
  expect(await pictureFetching(quick)(`${url}/x.svg`)).toMatchObject({
    is: 'found',
    name: 'x.svg',
  });
});

it.each([
  ['169.254.169.254', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['[::ffff:10.0.0.1]', true],
  ['[::10.0.0.1]', true],
  ['[fe80::1]', true],
  ['[fec0::1]', true],
  ['[64:ff9b::10.0.0.1]', true],
  ['[64:ff9b:1::10.0.0.1]', true],
  ['[2002:a00:1::]', true],
  ['192.168.1.1', true],
  ['93.184.216.34', false],
  ['[2606:2800:220:1::1]', false],
  ['localhost', true],
  ['a.localhost.', true],
  ['2130706433', true],
  ['0x7f.1', true],
  ['localhost.example', false],
])('%s is a private address: %s', (name, expected) => {
  expect(isPrivateLiteral(new URL(`http://${name}/`).hostname)).toBe(expected);
});

it.each([
  'http://169.254.169.254/x.png',
  'http://192.168.1.1/x.png',
  'http://[fd00::1]/x.png',
  'http://3232235777/x.png',
])('the private address %s in an export is not asked', async (address) => {
  const { host: name } = new URL(address);
  expect(await pictureFetching(quick)(address)).toEqual({
    is: 'missing',
    why: `${name} is no address of the internet`,
  });
});

it('a name is asked at an address that was looked at, which is private only for the old site itself', async () => {
  const asked: string[] = [];
  const url = await host((request, response) => {
    asked.push(request.headers.host ?? '');
    response.setHeader('content-type', 'image/png').end('picture');
  });
  const { port } = new URL(url);
  const addresses = ['93.184.216.34', '127.0.0.1'];
  const fetching = pictureFetching(quick, async () =>
    addresses.splice(0, 2).map((address) => ({ address, family: 4 })),
  );
  expect(await fetching(`http://swap.example:${port}/x.png`)).toEqual({
    is: 'missing',
    why: `swap.example:${port} is no address of the internet`,
  });
  expect(asked).toEqual([]);
  const own = pictureFetching(quick, async () => [{ address: '127.0.0.1', family: 4 }]);
  const found = await own(`http://old.example:${port}/x.png`, 'old.example');
  expect(found).toMatchObject({ is: 'found', name: 'x.png' });
  expect(asked).toEqual([`old.example:${port}`]);
});

it('a name that no address belongs to is told, and stops nothing', async () => {
  const found = await pictureFetching(quick, async () => [])('http://nobody.example/x.png');
  expect(found).toMatchObject({ why: expect.stringMatching(/nobody\.example has no address/) });
});

it.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
])('a picture that its host packs with %s is unpacked', async (encoding, packed) => {
  const url = await host((_, response) => {
    const headers = { 'content-type': 'image/png', 'content-encoding': encoding };
    response.writeHead(200, headers).end(packed('picture'));
  });
  const found = await pictureFetching(quick)(`${url}/x.png`);
  expect(found.is === 'found' && Buffer.from(found.bytes).toString()).toBe('picture');
});

it.each([
  ['to another place of its host', '/there.png', 'found'],
  [
    'to this machine',
    'http://127.0.0.1:9/x.png',
    'it leads on to 127.0.0.1:9, which is no address of the internet',
  ],
  [
    'to a provider',
    'http://169.254.169.254/x.png',
    'it leads on to 169.254.169.254, which is no address of the internet',
  ],
  ['to a file', 'file:///etc/passwd', 'it leads on to file:///etc/passwd, no page'],
  ['in a circle', '/', 'it leads on more than 5 times'],
])('an address that leads on %s is followed where that may be', async (_, location, expected) => {
  const url = await host((request, response) => {
    if (request.url === '/there.png') response.setHeader('content-type', 'image/png').end('there');
    else response.writeHead(302, { location }).end();
  });
  const file = await pictureFetching(quick)(`${url}/`);
  expect(file.is === 'found' ? 'found' : file.why).toBe(expected);
});

it('a host that takes too long is asked twice', async () => {
  const url = await host((_, response) => {
    response.setHeader('content-type', 'image/png').write('x');
  });
  const fetching = pictureFetching({ ...quick, timeoutMilliseconds: 100 });
  expect(await fetching(`${url}/x.png`)).toEqual({
    is: 'missing',
    why: 'it took more than 0.1 s, 2 times',
  });
});

it('a host that never answers is given up', async () => {
  const fetching = pictureFetching({ ...quick, tries: 2 });
  const dead = 'http://127.0.0.1:9';
  expect(await fetching(`${dead}/a.png`)).toMatchObject({
    is: 'missing',
    why: expect.stringMatching(/, 2 times$/),
  });
  await fetching(`${dead}/b.png`);
  expect(await fetching(`${dead}/c.png`)).toMatchObject({
    why: expect.stringContaining('was not asked again'),
  });
});
