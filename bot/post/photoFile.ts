import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metadata } from 'sharp';
import { withoutPngTexts } from '#journal/file/pngTexts.ts';
import { pictureLibrary } from '../base/pictures.ts';
import { writeFileAtomic } from '../content/files.ts';
import type { Picture } from './channelPost.ts';

/** Telegram's limits for photos, from https://core.telegram.org/bots/api#sendphoto. */
const bytesLimit = 10 * 1024 * 1024;
const sidesLimit = 10_000;
const ratioLimit = 20;

/** What Telegram shows of a larger photo is no larger than this. */
const shownSide = 2_560;
const quality = 85;

/**
 * The file to send for a picture: its own where Telegram takes that, else a copy in `cacheFolder` that is smaller, has a
 * margin where the picture is too long for its width, and is a JPEG.
 *
 * @throws where the picture cannot be read.
 */
export async function photoFile(
  { digest, file }: Picture,
  path: string,
  cacheFolder: string,
): Promise<string> {
  const kept = join(cacheFolder, `${digest}.jpg`);
  if (existsSync(kept)) return kept;
  const bytes = await readFile(path);
  const picture = withoutPngTexts(bytes);
  const metadata = await metadataOf(picture, file);
  if (isTaken(metadata, bytes.length)) return path;
  const { width, height } = metadata.autoOrient;
  const scale = Math.min(1, shownSide / Math.max(width, height));
  const [shownWidth, shownHeight] = [Math.round(width * scale), Math.round(height * scale)];
  const sharp = await pictureLibrary();
  const jpeg = await sharp(picture)
    .autoOrient()
    .resize({
      width: Math.max(1, shownWidth, Math.ceil(shownHeight / ratioLimit)),
      height: Math.max(1, shownHeight, Math.ceil(shownWidth / ratioLimit)),
      fit: 'contain',
      background: '#fff',
    })
    .flatten({ background: '#fff' })
    .jpeg({ quality })
    .toBuffer();
  await writeFileAtomic(kept, jpeg);
  return kept;
}

async function metadataOf(picture: Uint8Array, file: string): Promise<Metadata> {
  const sharp = await pictureLibrary();
  try {
    return await sharp(picture).metadata();
  } catch (error) {
    throw new Error(`${file} cannot be read as a picture; save it anew as JPEG or PNG`, {
      cause: error,
    });
  }
}

function isTaken(
  { format, pages = 1, autoOrient: { width, height } }: Metadata,
  bytes: number,
): boolean {
  return (
    ['jpeg', 'png', 'webp'].includes(format) &&
    pages === 1 &&
    bytes <= bytesLimit &&
    width + height <= sidesLimit &&
    Math.max(width / height, height / width) <= ratioLimit
  );
}
