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

/** Those of some names whose files are meant, as a look into one after the other tells. */
export async function namesThat(
  names: readonly string[],
  isMeant: (name: string) => Promise<boolean>,
): Promise<string[]> {
  const meant: string[] = [];
  for (const name of names) if (await isMeant(name)) meant.push(name);
  return meant;
}

/** The signs of ASCII at the head of a text, without the zeros that UTF-16 has between them. */
export async function asciiHead(source: Source, name: string): Promise<string> {
  return (await headOf(source, name, 65_536)).toString('latin1').replaceAll('\0', '');
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
