import type { ImportedDocument, ImportedItem } from './item.ts';
import { Notes } from './notes.ts';

/** The bytes that signs of an encoding of one byte stand for, for those beyond ASCII. */
function bytesOf(encoding: string): ReadonlyMap<string, number> {
  const high = Uint8Array.from({ length: 128 }, (_, at) => at + 128);
  const signs = [...new TextDecoder(encoding).decode(high)];
  return new Map(signs.map((sign, at) => [sign, at + 128]));
}

const western = bytesOf('windows-1252');
const encodings = [western, bytesOf('windows-1251')];
const westernSigns = [...western.keys()];
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Control characters of Latin-1, which nobody types: the bytes of quotation marks and dashes in Windows-1252. */
const control = /[\u0080-\u009F]/g;
const loneControls = /^[\u0080-\u009F]+$/;
const beyondAscii = /[^\0-\x7F]+/g;
const code = /```[\s\S]*?```|`[^`\n]*`|<(code|pre)\b[\s\S]*?<\/\1>/gi;

/** What the report calls such a text. */
export const misread = 'text that was read in a wrong encoding';

/** How often a text was read in a wrong encoding, and written again. */
const mostTimes = 3;

/**
 * A text as it was meant that programs have read in a wrong encoding on its way: `\u0092` for `’`, `â€™` for it, or `РџСЂРёРІРµС‚`
 * for `Привет`. Text is taken for UTF-8 that was read as something else where all of it is that, outside code.
 */
export function meantText(text: string): string {
  return withTypedSigns(readAgainOften(text));
}

function withTypedSigns(text: string): string {
  return text.replace(control, typedSign);
}

/** The quotation mark, dash or letter of Windows-1252 that a control character of Latin-1 was; any other sign itself. */
export function typedSign(sign: string): string {
  return westernSigns[sign.charCodeAt(0) - 128] ?? sign;
}

function readAgainOften(text: string): string {
  let meant = text;
  for (let times = 0; times < mostTimes; times++) {
    const read = encodings.map((bytes) => readAgain(meant, bytes)).find((one) => one !== undefined);
    if (read === undefined || read === meant) break;
    meant = read;
  }
  return meant;
}

/** Undefined where a text is no UTF-8 that was read in an encoding, or has nothing beyond ASCII outside code. */
function readAgain(text: string, bytes: ReadonlyMap<string, number>): string | undefined {
  // No first byte of a sign of UTF-8 is another one in either encoding.
  if (!/[\u00C2-\u00F4\u0402-\u045F]/.test(text)) return undefined;
  if (text.replace(code, '').search(beyondAscii) === -1) return undefined;
  try {
    return text.replace(beyondAscii, (run) =>
      loneControls.test(run) ? run : utf8.decode(bytesIn(run, bytes)),
    );
  } catch {
    return undefined;
  }
}

/** @throws where a sign is none of the encoding. */
function bytesIn(run: string, bytes: ReadonlyMap<string, number>): Uint8Array {
  return Uint8Array.from(run, (sign) => {
    const byte = bytes.get(sign) ?? (sign <= '\u009F' ? sign.charCodeAt(0) : undefined);
    if (byte === undefined) throw new RangeError('no sign of this encoding');
    return byte;
  });
}

/** An item of an export whose words are those that were meant; see {@link meantText}. Addresses and keys stay. */
export function withMeantSigns(item: ImportedItem): ImportedItem {
  if (item.is === 'document') return meantDocument(item);
  if (item.is === 'left') return item;
  const { title, tagline } = item;
  return { ...item, title: title && meantText(title), tagline: tagline && meantText(tagline) };
}

function meantDocument(document: ImportedDocument): ImportedDocument {
  let count = 0;
  // Who writes Markdown sees what is in the file: there it may be meant.
  const meantFor = document.body.is === 'markdown' ? withTypedSigns : meantText;
  const read = <T extends string | undefined>(text: T): T | string => {
    const meant = text && meantFor(text);
    if (meant !== text) count += 1;
    return meant;
  };
  const { body, cover, comments, tags, series } = document;
  const meant = {
    ...document,
    title: read(document.title),
    summary: read(document.summary),
    tags: tags?.map(read),
    series: series && { ...series, title: read(series.title) },
    body: { ...body, text: read(body.text) },
    cover: cover && { ...cover, alt: read(cover.alt), caption: read(cover.caption) },
    comments: comments?.map((one) => ({
      ...one,
      name: read(one.name),
      body: { ...one.body, text: read(one.body.text) },
    })),
  };
  if (count === 0) return document;
  const notes = new Notes(document.notes);
  notes.changed(misread, 'the characters that were meant', count);
  return { ...meant, notes: notes.all };
}
