import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** What a file is in the channel where it stands there alone; in an album it is a photo. */
export type MediumType = 'photo' | 'animation' | 'video';

/** What moves is sent up to this size. Telegram takes 50 MB, but a slow line does not carry that in the time of a call. */
const movingBytesLimit = 20 * 1024 * 1024;

/** Whether a file's name says that Telegram may show it as a film. */
export function isFilm(name: string): boolean {
  return /\.(?:mp4|m4v)$/i.test(name);
}

/** Whether a file is for a player on the page: a film or a sound. */
export function isRecording(name: string): boolean {
  return /\.(?:mp4|webm|mov|m4v|ogv|mp3|m4a|ogg|oga|opus|wav)(?:[?#].*)?$/i.test(name);
}

/**
 * What the file at `path` is in the channel where it stands there alone; undefined for a film that Telegram would show as
 * a mere document, or that is too large.
 */
export function mediumType(path: string, bytes: number): MediumType | undefined {
  const isSmall = bytes <= movingBytesLimit;
  if (isFilm(path)) return isSmall && isMp4(path) ? 'video' : undefined;
  if (/\.gif$/i.test(path) && isSmall && isAnimated(path)) return 'animation';
  return 'photo';
}

/** An MP4 begins with a box of the type `ftyp`. */
function isMp4(path: string): boolean {
  const head = Buffer.alloc(8);
  const file = openSync(path, 'r');
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  return head.toString('latin1', 4) === 'ftyp';
}

/** A GIF that moves says of more than one frame how long it lasts, in a block of its own. */
function isAnimated(path: string): boolean {
  const bytes = readFileSync(path);
  const begin = Buffer.from([0x21, 0xf9, 0x04]);
  let frames = 0;
  for (let at = bytes.indexOf(begin); at >= 0 && frames < 2; at = bytes.indexOf(begin, at + 1))
    if (bytes[at + 7] === 0) frames++;
  return frames === 2;
}
