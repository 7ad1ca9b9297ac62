import { open, readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { judgePicture, type PictureState } from '#journal/pictureState.ts';

const endOfJpeg = Buffer.from([0xff, 0xd9]);

/** Decodes a picture, all its frames, as small as that goes: all its bytes are looked at. */
export async function pictureState(path: string): Promise<PictureState> {
  const state = await judgePicture(async (failOn, ended) =>
    sharp(ended ? Buffer.concat([await readFile(path), endOfJpeg]) : path, {
      failOn,
      animated: true,
    })
      .autoOrient()
      .resize({ width: 64 })
      .raw()
      .toBuffer(),
  );
  // The decoder takes the frames that are there for all.
  if (state.is === 'whole' && (await isCutGif(path)))
    return { is: 'damaged', why: 'cut off: it has no end mark' };
  return state;
}

async function isCutGif(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const start = await file.read(Buffer.alloc(3), 0, 3, 0);
    const end = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return start.buffer.toString() === 'GIF' && end.buffer[0] !== 0x3b;
  } finally {
    await file.close();
  }
}
