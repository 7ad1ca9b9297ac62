import type { PhotoSize } from '@grammyjs/types';
import sharp from 'sharp';
import type { FileStore } from './files.ts';
import { badRequest } from './refusal.ts';

/** The boxes into which Telegram fits the smaller sizes of a photo. */
const SIDES = [90, 320, 800, 1280] as const;

/** What Telegram makes a photo of; of a GIF, its first frame. */
const FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif']);

const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
const MAX_WIDTH_PLUS_HEIGHT = 10_000;
const MAX_RATIO = 20;

type Dimensions = { readonly width: number; readonly height: number };

/** Checks an uploaded photo as Telegram does, and keeps it in sizes that rise to the original. */
export async function addPhoto(files: FileStore, bytes: Uint8Array): Promise<PhotoSize[]> {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > MAX_PHOTO_BYTES) {
    throw badRequest(
      `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${MAX_PHOTO_BYTES} bytes`,
    );
  }
  const original = await dimensionsOf(bytes);
  checkDimensions(original);
  const sizes: PhotoSize[] = [];
  for (const side of SIDES.filter((limit) => limit < Math.max(original.width, original.height))) {
    sizes.push(await addResized(files, bytes, side));
  }
  sizes.push(addSize(files, bytes, original));
  files.addPhoto(sizes);
  return sizes;
}

/** Makes a plain picture, for when only its size matters. */
export async function paintPhoto({ width, height }: Dimensions): Promise<Uint8Array> {
  const background = { r: 120, g: 140, b: 160 };
  const image = sharp({ create: { width, height, channels: 3, background } });
  return new Uint8Array(await image.jpeg().toBuffer());
}

async function dimensionsOf(bytes: Uint8Array): Promise<Dimensions> {
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  const isMoving = metadata?.format === 'webp' && (metadata.pages ?? 1) > 1;
  if (!metadata || !FORMATS.has(metadata.format) || isMoving)
    throw badRequest('IMAGE_PROCESS_FAILED');
  return metadata.autoOrient;
}

function checkDimensions({ width, height }: Dimensions): void {
  const ratio = Math.max(width / height, height / width);
  if (width + height > MAX_WIDTH_PLUS_HEIGHT || ratio > MAX_RATIO) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  }
}

async function addResized(files: FileStore, bytes: Uint8Array, side: number): Promise<PhotoSize> {
  const image = sharp(bytes).autoOrient().resize(side, side, { fit: 'inside' }).jpeg();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return addSize(files, new Uint8Array(data), info);
}

function addSize(files: FileStore, bytes: Uint8Array, { width, height }: Dimensions): PhotoSize {
  const file = files.add({ kind: 'photo', bytes, size: bytes.length, width, height });
  return {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    width,
    height,
    file_size: file.size,
  };
}
