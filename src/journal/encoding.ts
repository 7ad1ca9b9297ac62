import type { Fault } from './fault.ts';

/** The text of a file; with `seen`, as far as it can be read in the encoding that it seems to have. */
export interface DecodedText {
  readonly source: string;
  /** Undefined for UTF-8. */
  readonly seen: ForeignEncoding | undefined;
}

/** An encoding other than UTF-8. */
export interface ForeignEncoding {
  /** In words. */
  readonly what: string;
  /** The name that iconv has for it. */
  readonly iconv: string;
  /** 1-based line of the first bytes that are no UTF-8. */
  readonly line: number;
}

/** Reads UTF-8, and says what else a text is in. A byte order mark stays, as in any other reading of the file. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide) {
    const { label, ...seen } = wide;
    return { source: new TextDecoder(label).decode(bytes), seen: { ...seen, line: 1 } };
  }
  try {
    return { source: utf8(true).decode(bytes), seen: undefined };
  } catch {
    const read = utf8(false).decode(bytes);
    const line = read.slice(0, read.indexOf('\uFFFD')).split('\n').length;
    return { source: new TextDecoder('windows-1252').decode(bytes), seen: narrow(bytes, line) };
  }
}

/** The fault of a file in another encoding. */
export function encodingFault(file: string, { what, iconv, line }: ForeignEncoding): Fault {
  return {
    file,
    line,
    what: `text in ${what}`,
    expected: 'UTF-8',
    cure: `save it as UTF-8 in the editor, or convert it: iconv -f ${iconv} -t UTF-8`,
  };
}

function utf8(fatal: boolean): TextDecoder {
  return new TextDecoder('utf-8', { fatal, ignoreBOM: true });
}

type WideEncoding = Pick<ForeignEncoding, 'what' | 'iconv'> & { readonly label: string };

/** UTF-16 and UTF-32, by their mark or by the zeros that every other byte of Latin letters is. */
function wideEncoding(bytes: Uint8Array): WideEncoding | undefined {
  const begins = (...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);
  if (begins(0xff, 0xfe, 0, 0) || begins(0, 0, 0xfe, 0xff))
    return { what: 'UTF-32', iconv: 'UTF-32', label: 'utf-16le' };
  const zeros = [0, 0];
  const looked = bytes.subarray(0, 4096);
  for (const [at, byte] of looked.entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = looked.length / 8;
  if (begins(0xff, 0xfe) || (odd > many && odd > 4 * even))
    return { what: 'UTF-16 (little-endian)', iconv: 'UTF-16LE', label: 'utf-16le' };
  if (begins(0xfe, 0xff) || (even > many && even > 4 * odd))
    return { what: 'UTF-16 (big-endian)', iconv: 'UTF-16BE', label: 'utf-16be' };
  return undefined;
}

/**
 * Encodings of one or two bytes a sign cannot be told apart for certain: single bytes between Latin letters are
 * Windows-1252, of which Latin-1 is a part; more than that in a row are some other script.
 */
function narrow(bytes: Uint8Array, line: number): ForeignEncoding {
  let single = 0;
  let inRow = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    if (isAscii(bytes[at - 1]) && isAscii(bytes[at + 1])) single++;
    else inRow++;
  }
  if (single >= inRow)
    return { what: 'Latin-1 or Windows-1252, by the look of it', iconv: 'WINDOWS-1252', line };
  return {
    what: 'an encoding that is not UTF-8 (such as Shift-JIS, GBK or Windows-1251)',
    iconv: 'THE-ENCODING',
    line,
  };
}

function isAscii(byte: number | undefined): boolean {
  return byte === undefined || byte < 0x80;
}
