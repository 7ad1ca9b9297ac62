import type { Source } from './source.ts';

/** The first bytes of a file, for finding out what it is. */
export async function headOf(source: Source, name: string, bytes = 8192): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of await source.stream(name)) {
    const piece = Buffer.from(chunk as Uint8Array);
    chunks.push(piece);
    length += piece.length;
    if (length >= bytes) break;
  }
  return Buffer.concat(chunks).subarray(0, bytes);
}
