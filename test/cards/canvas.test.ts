import sharp from 'sharp';
import { expect, it } from 'vitest';
import { Canvas } from '../../src/cards/canvas.ts';
import { cardSize } from '../../src/cards/cardSize.ts';
import { sampleCard } from './sampleCard.ts';

const { colours } = sampleCard();

it.each([
  [0, colours.paper],
  [1, colours.paper],
  [255, colours.quiet],
])('a pixel of which %d of 255 are covered is %s', async (covered, colour) => {
  const canvas = new Canvas();
  const bytes = Buffer.from(Uint8Array.of(0, 0, 0, covered).buffer);
  canvas.lay({ left: 0, above: 0, width: 1, height: 1, bytes }, { left: 7, top: 5 }, 'quiet');
  const pixels = await sharp(await canvas.png(colours))
    .removeAlpha()
    .raw()
    .toBuffer();
  const at = 3 * (5 * cardSize.width + 7);
  expect(`#${pixels.subarray(at, at + 3).toString('hex')}`).toBe(colour);
});
