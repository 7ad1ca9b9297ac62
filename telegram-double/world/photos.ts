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

type Picture = Dimensions & { readonly bytes: Uint8Array };

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
  const smaller = resized.get(bytes) ?? resizedOf(bytes, original);
  resized.set(bytes, smaller);
  const sizes = [...(await smaller), { bytes, ...original }].map((one) => addSize(files, one));
  files.addPhoto(sizes);
  return sizes;
}

/** Makes a plain picture, for when only its size matters; the same one for each size. */
export function paintPhoto(size: Dimensions): Promise<Uint8Array> {
  const key = `${size.width} ${size.height}`;
  const picture = painted.get(key) ?? paint(size);
  painted.set(key, picture);
  return picture;
}

const painted = new Map<string, Promise<Uint8Array>>();

/** What was made of pictures that may be sent again. */
const resized = new WeakMap<Uint8Array, Promise<readonly Picture[]>>();

async function paint({ width, height }: Dimensions): Promise<Uint8Array> {
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

function resizedOf(bytes: Uint8Array, { width, height }: Dimensions): Promise<Picture[]> {
  const sides = SIDES.filter((limit) => limit < Math.max(width, height));
  return Promise.all(
    sides.map(async (side) => {
      const image = sharp(bytes).autoOrient().resize(side, side, { fit: 'inside' }).jpeg();
      const { data, info } = await image.toBuffer({ resolveWithObject: true });
      return { bytes: new Uint8Array(data), width: info.width, height: info.height };
    }),
  );
}

function addSize(files: FileStore, { bytes, width, height }: Picture): PhotoSize {
  const file = files.add({ kind: 'photo', bytes, size: bytes.length, width, height });
  return {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    width,
    height,
    file_size: file.size,
  };
}
