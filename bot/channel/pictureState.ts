import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { judgePicture, type PictureState } from '#journal/pictureState.ts';

const endOfJpeg = Buffer.from([0xff, 0xd9]);

/** Looks at a picture as the build of the site does, which stops at one that is broken. */
export function pictureState(path: string): Promise<PictureState> {
  return judgePicture(async (failOn, ended) =>
    sharp(ended ? Buffer.concat([await readFile(path), endOfJpeg]) : path, {
      failOn,
      animated: true,
    })
      .resize({ width: 64 })
      .raw()
      .toBuffer(),
  );
}
