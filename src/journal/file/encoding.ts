import type { Fault } from '../fault/fault.ts';
import { multiByteEncoding } from './multiByte.ts';
import { type NamedEncoding, oneByteEncoding, otherLatin } from './oneByte.ts';

/** The text of a file; with `seen`, as far as it can be read in the encoding that it seems to have. */
export interface DecodedText {
  readonly source: string;
  /** Undefined for UTF-8. */
  readonly seen: ForeignEncoding | undefined;
}

/** An encoding other than UTF-8. */
export interface ForeignEncoding extends NamedEncoding {
  /** 1-based line of the first bytes that are no UTF-8. */
  readonly line: number;
  /** Whether so few bytes tell that it may as well be another one. */
  readonly isGuess?: true;
}

/** Reads UTF-8, and says what else a text is in. A byte order mark stays, as in any other reading of the file. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide) {
    const { label, ...seen } = wide;
    return { source: new TextDecoder(label).decode(bytes), seen: { ...seen, line: 1 } };
  }
  try {
    return shifted(bytes, strict.decode(bytes));
  } catch {
    const read = lenient.decode(bytes);
    const western = new TextDecoder('windows-1252');
    return { source: decodedBy(western, bytes), seen: narrow(bytes, read) };
  }
}

const westernSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** What a decoder reads, with the signs of Windows-1252: some of Node 22, 24 and 25 take it for Latin-1. */
export function decodedBy(
  decoder: TextDecoder,
  bytes: Uint8Array,
  options?: TextDecodeOptions,
): string {
  const text = decoder.decode(bytes, options);
  if (decoder.encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009F]/g, (sign) => westernSigns.charAt(sign.charCodeAt(0) - 128));
}

/** Japanese in seven bits, which is UTF-8 as well: escapes tell between what the bytes are letters. */
function shifted(bytes: Uint8Array, source: string): DecodedText {
  const at = Math.max(source.indexOf('\u001B$B'), source.indexOf('\u001B$@'));
  if (at === -1) return { source, seen: undefined };
  const line = source.slice(0, at).split('\n').length;
  const seen = { what: 'ISO-2022-JP', iconv: 'ISO-2022-JP', line };
  return { source: new TextDecoder('iso-2022-jp').decode(bytes), seen };
}

/** The fault of a file in another encoding. */
export function encodingFault(file: string, seen: ForeignEncoding): Fault {
  const { what, iconv, line, isGuess } = seen;
  const convert = isGuess ? 'convert it, and see whether its letters are right' : 'convert it';
  return {
    file,
    line,
    kind: 'encoding',
    what: `text in ${what}`,
    expected: 'UTF-8',
    cure:
      iconv === undefined
        ? 'type anew what is wrong there, and save it as UTF-8'
        : `save it as UTF-8 in the editor, or ${convert}: iconv -f ${iconv} -t UTF-8`,
  };
}

// Making one takes longer than what it does with a file.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

type WideEncoding = NamedEncoding & { readonly label: string };

const littleEndian = {
  what: 'UTF-16 (little-endian)',
  iconv: 'UTF-16LE',
  label: 'utf-16le',
} as const;
const bigEndian = { what: 'UTF-16 (big-endian)', iconv: 'UTF-16BE', label: 'utf-16be' } as const;

/**
 * UTF-16 and UTF-32, by their mark or by the zeros that every other byte of Latin letters is. `TextDecoder` reads UTF-16 by
 * `label`, and UTF-32 not at all.
 */
export function wideEncoding(bytes: Uint8Array): WideEncoding | undefined {
  const begins = (...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);
  // Front matter and YAML begin with a letter or a sign of ASCII.
  const zerosAt = [0, 1, 2, 3].filter((at) => bytes[at] === 0).join('');
  const isWide = bytes.length > 3 && /^(?:123|012)$/.test(zerosAt);
  if (begins(0xff, 0xfe, 0, 0) || begins(0, 0, 0xfe, 0xff) || isWide)
    return { what: 'UTF-32', iconv: 'UTF-32', label: 'utf-16le' };
  if (begins(0xff, 0xfe) || zerosAt === '13') return littleEndian;
  if (begins(0xfe, 0xff) || zerosAt === '02') return bigEndian;
  const beginning = bytes.subarray(0, 4096);
  return beginning.includes(0) ? byZeros(beginning) : undefined;
}

function byZeros(looked: Uint8Array): WideEncoding | undefined {
  const zeros = [0, 0];
  for (const [at, byte] of looked.entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = looked.length / 8;
  if (odd > many && odd > 4 * even) return littleEndian;
  return even > many && even > 4 * odd ? bigEndian : undefined;
}

/**
 * Encodings of one or two bytes a sign cannot be told apart for certain: a byte or two between Latin letters are
 * Windows-1252, of which Latin-1 is a part; more than that in a row are some other script. What has signs in UTF-8 too
 * is two texts put together, or a text of a program that writes UTF-8 wrongly: no conversion makes that whole.
 */
function narrow(bytes: Uint8Array, read: string): ForeignEncoding {
  // A sign for each byte, whatever it is.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const line = read.slice(0, read.indexOf('\uFFFD')).split('\n').length;
  const whole = read.match(/[^\0-\x7F\uFEFF\uFFFD]/gu)?.length ?? 0;
  // By chance some bytes of other encodings are UTF-8 too.
  if (whole > (read.match(/\uFFFD/g)?.length ?? 0) || halves.test(text))
    return { what: 'UTF-8 with bytes in it that are none', iconv: undefined, line };
  return { ...withDoubt(namedEncoding(bytes, text), text), line };
}

function namedEncoding(bytes: Uint8Array, text: string): NamedEncoding {
  let short = 0;
  let long = 0;
  for (const [run] of text.matchAll(/[\x80-\xFF]+/g))
    if (run.length < 3) short += run.length;
    else long += run.length;
  if (short >= long) return otherLatin(text) ?? latin(bytes);
  return (
    oneByteEncoding(bytes, true) ??
    multiByteEncoding(bytes) ??
    oneByteEncoding(bytes, false) ??
    unknown
  );
}

/** Bytes beyond ASCII of which fewer fit several encodings, with letters that people write. */
const fewestBytes = 10;

/** An encoding in words that say how sure it is. */
function withDoubt(named: NamedEncoding, text: string): Omit<ForeignEncoding, 'line'> {
  if (named === unknown) return named;
  const count = text.match(/[\x80-\xFF]/g)?.length ?? 0;
  if (count >= fewestBytes) return { ...named, what: `${named.what}, by the look of it` };
  const few = count === 1 ? '1 byte is' : `${count} bytes are`;
  return {
    ...named,
    what: `an encoding that is not UTF-8, perhaps ${named.what} (${few} too few to tell)`,
    isGuess: true,
  };
}

const unknown: NamedEncoding = {
  what: 'an encoding that is not UTF-8 (such as Windows-1251, KOI8-R or Shift-JIS)',
  iconv: 'THE-ENCODING',
};

/** Letters of old Macs are where Windows has signs and few letters, and the other way round. */
function latin(bytes: Uint8Array): NamedEncoding {
  const mac = bytes.filter((byte) => macLetters.has(byte)).length;
  const windows = bytes.filter((byte) => byte >= 0xc0).length;
  if (mac > windows) return { what: 'Mac Roman', iconv: 'MACINTOSH' };
  return { what: 'Latin-1 or Windows-1252', iconv: 'WINDOWS-1252' };
}

/** The small ones of French, German, Spanish and Portuguese, of which Windows has no sign that is common. */
const macLetters = new Set([
  0x87, 0x88, 0x8a, 0x8b, 0x8d, 0x8e, 0x8f, 0x90, 0x98, 0x9a, 0x9b, 0x9d, 0x9e, 0x9f, 0xa7,
]);

/** A sign beyond the first 65,536, written as two halves that no UTF-8 has: what some databases give out. */
const halves = /\xED[\xA0-\xAF][\x80-\xBF]\xED[\xB0-\xBF][\x80-\xBF]/;
