import { crc32, deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pictureState } from '#journal/file/pictureState.ts';
import { withoutPngTexts } from '#journal/file/pngTexts.ts';
import { isHugeSvg } from '#journal/file/svgSize.ts';

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

it.each([
  ['viewBox="0 0 1000000000 1000000000"', tooLarge],
  ['viewBox="0,0,1e9,10"', tooLarge],
  ["width='2e8' height='4'", tooLarge],
  ['height="9000000cm" viewBox="0 0 10 10"', tooLarge],
  ['width="10" viewBox="0 0 1 1e9"', tooLarge],
  ['style="width: 3e8px" viewBox="0 0 10 10"', tooLarge],
  ['width="400" height="300" viewBox="0 0 1e9 1e9"', { is: 'whole' }],
  ['width="10cm" height="5in" viewBox="-10 -10 2000 1000"', { is: 'whole' }],
  ['width="100%" viewBox="0 0 40 30"', { is: 'whole' }],
])(
  'a drawing with %s is judged by what it says, without a word to the terminal',
  async (size, state) => {
    const drawing = `<?xml version="1.0"?>\n<!-- a --><svg xmlns="http://www.w3.org/2000/svg" ${size}><rect/></svg>`;
    expect(await pictureState(Buffer.from(drawing), sharp)).toEqual(state);
    expect(isHugeSvg(Buffer.from(`\uFEFF${drawing}`, 'utf16le'))).toBe(state === tooLarge);
  },
);

it('a packed drawing is no picture of a kind that browsers show', async () => {
  const drawing = gzipSync('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
  expect(await pictureState(drawing, sharp)).toEqual({
    is: 'broken',
    why: 'no picture of a kind that is known here',
  });
});

/** A PNG of one colour, with other chunks behind its first one. */
async function png(...chunks: readonly Uint8Array[]): Promise<Buffer> {
  const size = { width: 40, height: 30, channels: 3 as const, background: '#753' };
  const whole = await sharp({ create: size }).png().toBuffer();
  return Buffer.concat([whole.subarray(0, 33), ...chunks, whole.subarray(33)]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length);
  around.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([around.subarray(0, 4), typed, around.subarray(4)]);
}

describe('the words in a PNG', () => {
  const packed = deflateSync(Buffer.alloc(50_000_000), { level: 9 });
  const words = [
    chunk('zTXt', Buffer.concat([Buffer.from('k\0\0'), packed])),
    chunk('iTXt', Buffer.concat([Buffer.from('k\0\u0001\0\0\0'), packed])),
  ];

  it('are not unpacked, however much they are', async () => {
    const bomb = await png(...Array.from({ length: 10 }, () => words).flat());
    expect(bomb.length).toBeLessThan(1_100_000);
    expect(withoutPngTexts(bomb)).toEqual(new Uint8Array(await png()));
    expect(await pictureState(bomb, sharp)).toEqual({ is: 'whole' });
  });

  it.each([
    ['none', []],
    ['plain ones', [chunk('tEXt', Buffer.from('k\0v'))]],
  ])('stay as they are where they are %s', async (_, chunks) => {
    const bytes = await png(...chunks);
    expect(withoutPngTexts(bytes)).toBe(bytes);
  });

  it('that go on behind the end leave a picture that is cut off', async () => {
    const cut = (await png(words[0] ?? Buffer.of())).subarray(0, 1_000);
    expect(await pictureState(cut, sharp)).toMatchObject({ is: 'broken' });
  });
});

it.each([
  ['PNG', 7200, 7200, 'png', 50],
  ['JPEG', 11_000, 11_000, 'jpeg', 120],
] as const)(
  'an interlaced or progressive %s of %i x %i would take all memory',
  async (_, width, height, format, pixels) => {
    const says = { format, width, pageHeight: height, isProgressive: true };
    const decoder = () => ({ ...steps, metadata: async () => says });
    const steps = {
      metadata: async () => says,
      autoOrient: () => steps,
      resize: () => steps,
      raw: () => steps,
      toBuffer: async () => Buffer.of(),
    };
    const why = `interlaced or progressive, of more than ${pixels} million pixels`;
    expect(await pictureState(Buffer.from('x'), decoder)).toEqual({ is: 'broken', why });
    says.isProgressive = false;
    expect(await pictureState(Buffer.from('x'), decoder)).toEqual({ is: 'whole' });
  },
);
