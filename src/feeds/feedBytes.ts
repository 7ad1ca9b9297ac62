/** A part of a feed: text, or bytes that several feeds have. */
export type FeedPart = string | Uint8Array;

/** A feed's parts as they are written. */
export function feedBytes(parts: readonly FeedPart[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}
