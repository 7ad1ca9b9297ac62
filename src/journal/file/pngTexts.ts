import { joinedBytes } from './joinedBytes.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Chunks of compressed words, which no page shows: https://www.w3.org/TR/png-3/#11textinfo. */
const compressed: ReadonlySet<string> = new Set(['zTXt', 'iTXt']);

/**
 * A PNG without the words that it carries: a decoder unpacks them all, and a few bytes may be gigabytes. Any other file is
 * as it was.
 */
export function withoutPngTexts(bytes: Uint8Array): Uint8Array {
  if (!signature.every((byte, at) => bytes[at] === byte)) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let from = 0;
  let at = signature.length;
  while (at + 8 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (compressed.has(String.fromCharCode(...bytes.subarray(at + 4, at + 8)))) {
      kept.push(bytes.subarray(from, at));
      from = end;
    }
    at = end;
  }
  if (from === 0) return bytes;
  return joinedBytes([...kept, bytes.subarray(Math.min(from, bytes.length))]);
}
