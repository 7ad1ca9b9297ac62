import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { expect, it } from 'vitest';
import { pictureState } from '#journal/file/pictureState.ts';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { Assets } from '../../src/media/assets.ts';
import { entryText, load, told } from './content.ts';
import { temporaryFolder } from './temporary.ts';

/** Pixels that no format packs into nothing. */
const pixels = Uint8Array.from(
  { length: 120 * 90 * 3 },
  (_, at) => Math.abs(Math.sin(at) * 1e6) % 256,
);
const picture = () => sharp(pixels, { raw: { width: 120, height: 90, channels: 3 } });
const animation = async () => {
  const frames = await Promise.all(
    [picture(), picture().negate()].map((one) => one.png().toBuffer()),
  );
  return sharp(frames, { join: { animated: true } });
};

const formats: Readonly<Record<string, () => Sharp | Promise<Sharp>>> = {
  'a.jpg': () => picture().jpeg(),
  'progressive.jpg': () => picture().jpeg({ progressive: true }),
  'a.png': () => picture().png(),
  'interlaced.png': () => picture().png({ progressive: true }),
  'a.webp': () => picture().webp(),
  'a.avif': () => picture().avif(),
  'a.gif': () => picture().gif(),
  'animated.gif': async () => (await animation()).gif(),
  'animated.webp': async () => (await animation()).webp(),
};

const bytesOf = async (name: string) => (await formats[name]?.())?.toBuffer() ?? Buffer.of();

/** Loads a journal in which an entry shows the picture in its seventh line. */
const shown = async (name: string, bytes: Uint8Array, text = `Words.\n![x](${name})`) =>
  told(await load({ 'articles/a.md': entryText('', text), [`articles/${name}`]: bytes }));

it.each(Object.keys(formats).filter((name) => name !== 'animated.gif'))(
  '%s is told where it is cut off, and not where it is whole',
  async (name) => {
    const bytes = await bytesOf(name);
    expect(await shown(name, bytes)).toEqual([]);
    for (const share of [0.6, 0.1]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      const [fault, ...others] = await shown(name, cut);
      expect(fault).toMatch(
        new RegExp(
          `^articles/a\\.md:7: the picture articles/${name} cannot be read \\((?:cut off or damaged|no picture)`,
        ),
      );
      expect(fault).not.toContain('/tmp');
      expect(others).toEqual([]);
    }
  },
);

it.each([
  ['text', 'no picture', 'no picture of a kind that is known here'],
  ['a web page', '<!doctype html><p>Not found</p>', 'no picture of a kind that is known here'],
  ['nothing', '', 'an empty file'],
])('a file with %s in it is no picture', async (_, text, why) => {
  expect(await shown('a.jpg', Buffer.from(text))).toEqual([
    `articles/a.md:7: the picture articles/a.jpg cannot be read (${why})`,
  ]);
});

it('a WebP that lacks a byte is cut off, whatever ends a JPEG', async () => {
  const bytes = await bytesOf('a.webp');
  expect(await shown('a.webp', bytes.subarray(0, -1))).toEqual([
    'articles/a.md:7: the picture articles/a.webp cannot be read (cut off or damaged: unable to parse image)',
  ]);
});

it.each([
  ['zeros', Buffer.alloc(9)],
  ['what a program left', Buffer.from('left behind, with a ; in it!')],
])('%s behind the end of an animation are nothing', async (_, behind) => {
  const bytes = await bytesOf('animated.gif');
  expect(await shown('animated.gif', Buffer.concat([bytes, behind]))).toEqual([]);
  expect(await shown('animated.gif', Buffer.concat([bytes.subarray(0, -1), behind]))).toEqual([
    expect.stringMatching(
      /^warning articles\/a\.md:7: the picture articles\/animated\.gif is cut off/,
    ),
  ]);
});

it('a drawing by the name of another kind is told: no browser shows it', async () => {
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>');
  expect(await shown('a.png', drawing)).toEqual([
    'articles/a.md:7: the picture articles/a.png cannot be read (a drawing in SVG whose name does not end in .svg)',
  ]);
  expect(await shown('a.SVG', drawing)).toEqual([]);
});

it('a picture of one pixel by thousands is looked at as it is', async () => {
  const sizes: unknown[] = [];
  const decoder: typeof sharp = ((...given: Parameters<typeof sharp>) => {
    const steps = sharp(...given);
    const toBuffer = steps.toBuffer.bind(steps);
    return Object.assign(steps, {
      toBuffer: async () => {
        const { data, info } = await toBuffer({ resolveWithObject: true });
        sizes.push([info.width, info.height]);
        return data;
      },
    });
  }) as typeof sharp;
  const thin = sharp({ create: { width: 1, height: 17_000, channels: 3, background: '#888' } });
  expect(await pictureState(await thin.png().toBuffer(), decoder)).toEqual({ is: 'whole' });
  expect(sizes).toEqual([[1, 64]]);
});

it('a drawing that is cut off is told', async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><g>';
  expect((await shown('a.svg', Buffer.from(drawing)))[0]).toMatch(
    /^articles\/a\.md:7: the picture articles\/a\.svg cannot be read \(cut off or damaged/,
  );
});

const svg = (inner: string, before = '') =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3">${inner}</svg>`;
const nested = Array.from(
  { length: 8 },
  (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
);
const used = Array.from(
  { length: 9 },
  (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`,
);

it.each([
  [
    'entities that grow',
    svg('<text>&e8;</text>', `<!DOCTYPE svg [<!ENTITY e0 "x">${nested.join('')}]>`),
    1,
  ],
  ['few entities', svg('<text>&a;</text>', '<!DOCTYPE svg [<!ENTITY a "x">]>'), 0],
  [
    'parts that are drawn a thousand million times',
    svg(`<g id="g0"><rect/></g>${used.join('')}`),
    0,
  ],
  ['a line of 30,000 letters', svg(`<text>${'lol'.repeat(10_000)}</text>`), 0],
])('a drawing with %s is judged at once', async (_, drawing, faults) => {
  const told = await shown('a.svg', Buffer.from(drawing));
  expect(told.filter((line) => line.includes('cut off or damaged: '))).toHaveLength(faults);
  expect(told).toHaveLength(faults);
});

it('an animation of which a frame is left is a picture, and a warning', async () => {
  const bytes = await bytesOf('animated.gif');
  expect(await shown('animated.gif', bytes)).toEqual([]);
  expect(await shown('animated.gif', bytes.subarray(0, Math.floor(bytes.length * 0.8)))).toEqual([
    'warning articles/a.md:7: the picture articles/animated.gif is cut off: it has no end mark; browsers show it as far as it goes',
  ]);
});

it.each([1, 2])('a JPEG without its last %d bytes is a picture, and a warning', async (count) => {
  const bytes = await bytesOf('a.jpg');
  expect(await shown('a.jpg', bytes.subarray(0, -count))).toEqual([
    'warning articles/a.md:7: the picture articles/a.jpg is cut off or damaged: premature end of JPEG image; browsers show it as far as it goes',
  ]);
});

it('a damaged picture that browsers show is written all the same', async () => {
  const bytes = (await bytesOf('a.jpg')).subarray(0, -2);
  const folder = await temporaryFolder({ 'a.jpg': bytes });
  const assets = new Assets(await temporaryFolder());
  await assets.add({ file: 'a.jpg', path: join(folder, 'a.jpg'), as: 'image', served: true });
  const output = await temporaryFolder();
  await assets.writeAll(output);
  const [file = ''] = await filesBelow(output);
  expect((await sharp(join(output, file)).metadata()).width).toBe(120);
});

it.each([
  ['in raw HTML', entryText('', 'Words.\n\n<img src="a.jpg" alt="x">'), 'articles/a.md:8'],
  [
    'in a set of files',
    entryText('', '<img src="b.png" alt="x" srcset="a.jpg 2x">'),
    'articles/a.md:6',
  ],
  ['behind a link', entryText('', 'Words.\n[x](a.jpg)'), 'articles/a.md:7'],
  ['before a film', entryText('', '<video src="b.png" poster="a.jpg"></video>'), 'articles/a.md:6'],
  ['as a cover', entryText('cover:\n  src: a.jpg\n  alt: x\n'), 'articles/a.md:5'],
  ['in a footnote', entryText('', 'Words[^1].\n\n[^1]: ![x](a.jpg)'), 'articles/a.md:8'],
])('a picture %s is looked at, and its place told', async (_, text, place) => {
  const cut = (await bytesOf('a.jpg')).subarray(0, 900);
  const result = await load({
    'articles/a.md': text,
    'articles/a.jpg': cut,
    'articles/b.png': await bytesOf('a.png'),
  });
  expect(told(result)).toEqual([
    expect.stringMatching(new RegExp(`^${place}: the picture articles/a\\.jpg cannot be read`)),
  ]);
});

it('each place is told at which a damaged picture is used, that of a person and of a draft too', async () => {
  const cut = (await bytesOf('a.png')).subarray(0, 900);
  const result = await load({
    'authors.yaml': 'ana:\n  name: Ana\n  picture:\n    src: articles/a.png\n    alt: x\n',
    'articles/a.md': entryText('authors: ana\n', '![x](a.png)'),
    'articles/b.mdx': entryText('', '<img src="a.png" alt="x" />'),
    'articles/c.md': entryText('draft: true\n', '![x](a.png)'),
    'articles/d.md': entryText('', '![x](a.png)').replace('2026', '2036'),
    'articles/a.png': cut,
  });
  expect(told(result).map((line) => line.replace(/: the.*/, ''))).toEqual([
    'articles/a.md:7',
    'articles/b.mdx:6',
    'draft articles/c.md:7',
    'articles/d.md:6',
    'authors.yaml:4',
  ]);
});
