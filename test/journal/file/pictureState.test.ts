import sharp from 'sharp';
import { expect, it } from 'vitest';
import { pictureState } from '#journal/file/pictureState.ts';

/** A GIF of frames that hold nothing and say how large they are. */
function gif(width: number, height: number, frames: number): Uint8Array {
  const number = (one: number) => [one % 256, Math.floor(one / 256)];
  const size = [...number(width), ...number(height)];
  const head = [...Buffer.from('GIF89a'), ...size, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, ...size, 0, 2, 2, 0x4c, 1, 0]);
  return Buffer.concat([
    Buffer.from(head),
    Buffer.alloc(frame.length * frames, frame),
    Buffer.from([0x3b]),
  ]);
}

const tooLarge = { is: 'broken', why: 'of more pixels than any browser shows' };

it.each([
  [10, 10, 1, { is: 'whole' }],
  [10, 10, 300, { is: 'whole' }],
  [20_000, 20_000, 1, tooLarge],
  [10_000, 10_000, 10_000, tooLarge],
  // As many rows as 32 bits can count, and a few more.
  [100, 32_768, 131_073, tooLarge],
  [10_000, 60_000, 71_583, tooLarge],
])(
  'a GIF of %i x %i in %i frames is judged by what it says',
  async (width, height, frames, state) => {
    expect(await pictureState(gif(width, height, frames), sharp)).toEqual(state);
  },
);
