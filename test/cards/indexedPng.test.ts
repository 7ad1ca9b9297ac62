import sharp from 'sharp';
import { expect, it } from 'vitest';
import { blends, encodeIndexedPng } from '../../src/cards/indexedPng.ts';

it.each([
  [4, 2],
  [5, 3],
])(
  'a picture of %d by %d pixels is read back as it was, each in the nearest colour',
  async (width, height) => {
    const colours = ['#ffffff', '#000000', '#00684a'];
    const asked = Array.from({ length: width * height }, (_, at) => [at * 12, at * 12, at * 9]);
    const data = Uint8Array.from(asked.flatMap((colour) => [...colour, 255]));
    const png = await encodeIndexedPng({ data, width, height, channels: 4 }, colours);
    const read = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(read.info).toMatchObject({ width, height, channels: 3 });
    const palette = [
      [255, 255, 255],
      [0, 0, 0],
      [0, 0x68, 0x4a],
    ];
    const distance = (a: number[], b: number[]) =>
      a.reduce((sum, one, at) => sum + (one - (b[at] ?? 0)) ** 2, 0);
    const nearest = asked.map((colour) =>
      palette.toSorted((a, b) => distance(a, colour) - distance(b, colour)).at(0),
    );
    expect([...read.data]).toEqual(nearest.flat());
  },
);

it('blends stand evenly between two colours', () => {
  expect(blends('#000000', '#040800', 3)).toEqual(['#010200', '#020400', '#030600']);
});
