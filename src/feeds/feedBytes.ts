/** A part of a feed: text, or bytes that several feeds have. */
export type FeedPart = string | Uint8Array;

/** A feed's parts as they are written, in memory of their own. */
export function feedBytes(parts: readonly FeedPart[]): Uint8Array<ArrayBuffer> {
  const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
  const whole = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of bytes) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
