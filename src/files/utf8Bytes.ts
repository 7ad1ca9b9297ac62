import { transcode } from 'node:buffer';

/** Signs of a text; a longer one would have its room stay for good. */
const longest = 1 << 20;

/** In which texts lie for a moment, in UTF-16: to take memory for each costs more than all else. */
let room = Buffer.alloc(1 << 16);

/**
 * The UTF-8 of a text, in memory of its own, where half a pair stands as U+FFFD. What `Buffer.from` and encoders do is slow
 * for a text that was put together, which they copy first, or has a sign beyond Latin-1, as they go through it sign by sign.
 */
export function utf8Bytes(text: string): Buffer<ArrayBuffer> {
  if (text.length > longest) return Buffer.from(text);
  if (text.length * 2 > room.length) room = Buffer.allocUnsafeSlow(text.length * 3);
  const units = room.subarray(0, room.write(text, 'utf16le'));
  try {
    return transcode(units, 'utf16le', 'utf8') as Buffer<ArrayBuffer>;
  } catch {
    // It refuses half a pair.
    return Buffer.from(text);
  }
}
