import { joinedBytes } from '#journal/file/joinedBytes.ts';

/** A part of a feed: text, or bytes that several feeds have. */
export type FeedPart = string | Uint8Array;

/** A feed's parts as they are written, in memory of their own. */
export function feedBytes(parts: readonly FeedPart[]): Uint8Array<ArrayBuffer> {
  return joinedBytes(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}
