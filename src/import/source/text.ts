import { failureWords } from '#journal/fault/ownFailure.ts';
import { decodeText } from '#journal/file/encoding.ts';
import type { Source } from './source.ts';

/**
 * Reads a text in whatever encoding it seems to have, which is named where it is not UTF-8; without a byte order mark, and with
 * line ends of Unix.
 */
export async function readSourceText(source: Source, name: string) {
  const { source: text, seen } = decodeText(await source.bytes(name));
  return {
    text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'),
    encoding: seen?.what,
  };
}

/** Reads a text of settings, without which the rest can be imported: one that cannot be read is empty, and told. */
export async function readSettingsText(source: Source, name: string): Promise<string> {
  try {
    return (await readSourceText(source, name)).text;
  } catch (error) {
    source.damaged.set(name, failureWords(error));
    return '';
  }
}

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
