import { readFile, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { Assets, addressesOf, scaledWidths } from '../../src/media/assets.ts';
import { pictureHtml } from '../../src/media/picture.ts';
import { temporaryFolder } from '../load/temporary.ts';
import { digests } from '../site/build.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7a1f1f' } });

async function added(file: string, bytes: Uint8Array, as: 'image' | 'file' = 'image') {
  const folder = await temporaryFolder({ [file]: bytes });
  const assets = new Assets(await temporaryFolder());
  const output = await temporaryFolder();
  const asset = await assets.add({ file, path: join(folder, file), as, served: true });
  await assets.writeAll(output);
  const files = await filesBelow(output);
  return { asset, assets, files, output, folder };
}

describe('widths in which a picture is offered', () => {
  it.each([
    [100, [100]],
    [480, [480]],
    [481, [480, 481]],
    [960, [480, 960]],
    [1600, [480, 960, 1600]],
    [4000, [480, 960, 1600]],
  ])('%d px wide: %j', (width, widths) => {
    expect(scaledWidths({ width, height: 100 })).toEqual(widths);
  });

  it.each([
    [1080, 16_383, [480, 960, 1080]],
    [1080, 20_000, [480, 884]],
    [1600, 60_000, [436]],
    [1, 40_000, [1]],
  ])('%d x %d px, which WebP cannot be: %j', (width, height, widths) => {
    expect(scaledWidths({ width, height })).toEqual(widths);
  });
});

describe('a picture', () => {
  it.each([
    [200, [200]],
    [1000, [480, 960, 1000]],
    [2000, [480, 960, 1600]],
  ])('of %d px is written in its sizes and never larger than it is', async (width, widths) => {
    const { asset, files, output } = await added(
      'a.jpg',
      await plain(width, 100).jpeg().toBuffer(),
    );
    expect(asset.size).toEqual({ width, height: 100 });
    expect(files).toHaveLength(widths.length);
    const sizes = await Promise.all(
      files.map(async (file) => (await sharp(join(output, file)).metadata()).width),
    );
    expect(sizes.sort((a, b) => a - b)).toEqual(widths);
  });

  it.each([
    [20, 20_000, [16]],
    [20_000, 3, [480, 960, 1600]],
  ])('of %d x %d px is written', async (width, height, widths) => {
    const { asset, files } = await added('a.png', await plain(width, height).png().toBuffer());
    expect(asset.size).toEqual({ width, height });
    expect(files.sort()).toEqual(widths.map((one) => `_images/${asset.hash}1-${one}.webp`).sort());
  });

  it('is turned as the camera was, and loses what the camera wrote', async () => {
    const bytes = await plain(300, 200)
      .withExif({ IFD0: { Artist: 'CANARY' }, IFD3: { GPSLatitude: '38/1 42/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { asset, files, output } = await added('a.jpg', bytes);
    expect(asset.size).toEqual({ width: 200, height: 300 });
    expect(files).toHaveLength(1);
    const written = await readFile(join(output, files[0] ?? ''));
    const { width, height, exif, orientation } = await sharp(written).metadata();
    expect({ width, height, exif, orientation }).toEqual({
      width: 200,
      height: 300,
      exif: undefined,
      orientation: undefined,
    });
    expect(written.includes('CANARY')).toBe(false);
  });

  it('is shown with its size, so that nothing jumps', async () => {
    const { asset } = await added('a.png', await plain(1000, 500).png().toBuffer());
    const address = (width: number) => `/_images/${asset.hash}1-${width}.webp`;
    expect(pictureHtml({ asset, siteUrl: 'https://a.example' }, 'A', 'T')).toBe(
      `<img src="${address(960)}" srcset="${address(480)} 480w, ${address(960)} 960w, ${address(1000)} 1000w" sizes="(min-width: 44rem) 40rem, 100vw" width="1000" height="500" alt="A" title="T" loading="lazy" decoding="async">`,
    );
  });

  it.each([
    [
      'drawing',
      'a.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>'),
    ],
    [
      'GIF',
      'a.gif',
      Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
    ],
  ])('that is a %s is served as it is', async (_, file, bytes) => {
    const { asset, files, output } = await added(file, bytes);
    expect(asset.scalable).toBe(false);
    expect(files).toEqual([`_files/${asset.hash}/${file}`]);
    expect(await readFile(join(output, files[0] ?? ''))).toEqual(bytes);
  });

  it('that is broken cannot be added', async () => {
    await expect(added('a.jpg', Buffer.from('no picture'))).rejects.toThrow(
      'no picture of a kind that is known here',
    );
  });
});

it('a file keeps its name and its bytes', async () => {
  const { asset, files, output } = await added('sub/größe 1.pdf', Buffer.from('%PDF'), 'file');
  expect(addressesOf(asset)).toEqual([`/_files/${asset.hash}/gr%C3%B6%C3%9Fe%201.pdf`]);
  expect(files).toEqual([`_files/${asset.hash}/größe 1.pdf`]);
  expect(await readFile(join(output, files[0] ?? ''), 'utf8')).toBe('%PDF');
});

it.each([
  ['shown first', ['image', 'file']],
  ['linked first', ['file', 'image']],
] as const)(
  'a picture that is shown and linked is scaled where it is shown and whole where it is linked: %s',
  async (_, order) => {
    const folder = await temporaryFolder({ 'a.png': await plain(600, 10).png().toBuffer() });
    const cache = await temporaryFolder();
    for (const run of ['first', 'again']) {
      const assets = new Assets(cache);
      const path = join(folder, 'a.png');
      for (const as of order) await assets.add({ file: 'a.png', path, as, served: true });
      assets.save();
      const [image, file] = [assets.get('a.png'), assets.get('a.png', 'file')];
      expect(image && addressesOf(image), run).toHaveLength(2);
      expect(file && addressesOf(file), run).toEqual([`/_files/${file?.hash}/a.png`]);
    }
  },
);

it('what is wrong with each of many pictures is told as if it were the only one', async () => {
  const noise = sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian' },
    },
  });
  const [jpeg, png] = [await noise.clone().jpeg().toBuffer(), await noise.png().toBuffer()];
  const cut = (bytes: Buffer, share: number) => bytes.subarray(0, bytes.length * share);
  const bytes = {
    'a.jpg': cut(jpeg, 0.6),
    'b.png': cut(png, 0.6),
    'c.jpg': jpeg.subarray(0, -2),
    'd.png': png.map((byte, at) => (at === 40 ? ~byte : byte)),
    'e.webp': Buffer.from('no picture'),
  };
  const folder = await temporaryFolder(bytes);
  const told = (assets: Assets, file: string) =>
    assets.add({ file, path: join(folder, file), as: 'image', served: true }).then(
      ({ damage }) => damage,
      (error: Error) => error.message,
    );
  const files = Object.keys(bytes);
  const alone: unknown[] = [];
  for (const file of files) alone.push(await told(new Assets(undefined), file));
  expect(new Set(alone).size).toBeGreaterThan(2);
  for (let round = 0; round < 5; round++) {
    const assets = new Assets(undefined);
    expect(await Promise.all(files.map((file) => told(assets, file)))).toEqual(alone);
  }
});

it('a smaller picture that is not kept as it was made is made again', async () => {
  const bytes = await plain(1000, 500).png().toBuffer();
  const cache = await temporaryFolder();
  const folder = await temporaryFolder({ 'a.png': bytes });
  const made = async () => {
    const assets = new Assets(cache);
    await assets.add({ file: 'a.png', path: join(folder, 'a.png'), as: 'image', served: true });
    const output = await temporaryFolder();
    await assets.writeAll(output);
    return digests(output);
  };
  const first = await made();
  for (const file of await filesBelow(cache)) await truncate(join(cache, file), 10);
  expect(await made()).toEqual(first);
  expect(first.size).toBe(3);
});

it('a picture that changed gets another address, and one that did not keeps it', async () => {
  const path = join(
    await temporaryFolder({ 'a.png': await plain(20, 10).png().toBuffer() }),
    'a.png',
  );
  const cache = await temporaryFolder();
  const hash = async () => {
    const assets = new Assets(cache);
    const asset = await assets.add({ file: 'a.png', path, as: 'image', served: true });
    assets.save();
    return asset.hash;
  };
  const first = await hash();
  await utimes(path, 1, 1);
  expect(await hash()).toBe(first);
  await writeFile(path, await plain(30, 10).png().toBuffer());
  expect(await hash()).not.toBe(first);
});
