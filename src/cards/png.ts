import { promisify } from 'node:util';
import { constants, crc32, deflate } from 'node:zlib';

/** A picture of at most 256 colours. */
export interface IndexedPicture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each colour. */
  readonly palette: Uint8Array;
  /** Row by row, a byte of 0, as PNG begins its rows with, and the place of each pixel's colour in `palette`. */
  readonly rows: Uint8Array;
}

const deflated = promisify(deflate);

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Writes a picture as PNG (https://www.w3.org/TR/png-3/). Its rows stay as they are meanwhile. */
export async function pngOf({ width, height, palette, rows }: IndexedPicture): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, which are places in the palette.
  header.set([8, 3], 8);
  // Looks for runs of one colour only: the rest takes five times as long, and zlib is free to find it otherwise on
  // another machine.
  const data = await deflated(rows, { strategy: constants.Z_RLE, chunkSize: 65_536 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, 'latin1');
  whole.set(data, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
  return whole;
}
