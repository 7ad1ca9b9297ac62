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
  return joined([...kept, bytes.subarray(Math.min(from, bytes.length))]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
