import { decodedBy } from '#journal/file/encoding.ts';
import type { ImportedDocument, ImportedItem } from './item.ts';
import { Notes } from './notes.ts';

/** The bytes that signs of an encoding of one byte stand for, for those beyond ASCII. */
function bytesOf(encoding: string): ReadonlyMap<string, number> {
  const high = Uint8Array.from({ length: 128 }, (_, at) => at + 128);
  const signs = [...decodedBy(new TextDecoder(encoding), high)];
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

/** Signs of which texts are made: letters in use, signs between words, pictures. Others come about by chance. */
const usual =
  /^(?:[\u0300-\u030C\u0327\u0328]|[\u0080-\u017F\u0218-\u021B\u0386-\u03CE\u0400-\u045F\u0490\u0491\u0531-\u0587\u05D0-\u05EA\u060C-\u064A\u0660-\u0669\u067E\u0686\u0698\u06A9\u06AF\u06CC\u0900-\u0E7F\u10A0-\u11FF\u1E00-\u2BFF\u3000-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFF00-\uFFEF\u{1F000}-\u{1FAFF}]|\uFE0F)+$/u;

/**
 * A word of two letters (`Ні`), an apostrophe among capitals (`CAFÉ’S`), and the last letter of a word with signs that stand behind
 * one (`Spaß…`, `É…`, `5 Å²`).
 */
const meantSigns =
  /(?<![\p{L}\p{N}])\p{Lu}\p{L}(?![\p{L}\p{N}])|(?<=[A-Z])\p{Lu}’(?=[A-Z])|(?:(?<=[A-Z])\p{Lu}|(?<=[A-Za-z])\p{Ll}|\p{Ll}{2}|(?<![A-Za-z])[^ÃÂâ])[…‘’“”»–—™®©ªº¹²³°\u00A0]{1,2}(?![\p{L}\p{N}])/uy;

/** Whoever writes about encodings shows what they do to a text. */
const aboutEncodings =
  /\b(?:utf-?(?:8|16)|unicode|mojibake|charset|(?:ISO[- ]?)?8859|latin-?1|(?:windows|cp)-?125\d)\b/i;

/** What the report calls such a text. */
export const misread = 'text that was read in a wrong encoding';

/** How often a text was read in a wrong encoding, and written again. */
const mostTimes = 3;

/**
 * A text as it was meant that programs have read in a wrong encoding on its way: `\u0092` for `’`, `â€™` for it, or `РџСЂРёРІРµС‚`
 * for `Привет`. Text is taken for UTF-8 that was read as something else where all of it is that, and something outside code
 * can be nothing else.
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

/** Undefined where a text is no UTF-8 that was read in an encoding, or where what looks so outside code may be meant. */
function readAgain(text: string, bytes: ReadonlyMap<string, number>): string | undefined {
  // No first byte of a sign of UTF-8 is another one in either encoding.
  if (!/[\u00C2-\u00F4\u0402-\u045F]/.test(text)) return undefined;
  const outsideCode = text.replace(code, ({ length }) => ' '.repeat(length));
  let isSure = false;
  try {
    const read = text.replace(beyondAscii, (run: string, at: number) => {
      if (loneControls.test(run)) return run;
      const signs = utf8.decode(bytesIn(run, bytes));
      isSure ||= outsideCode.startsWith(run, at) && usual.test(signs) && !mayBeMeant(run, text, at);
      return signs;
    });
    return isSure ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Whether signs that are UTF-8 by chance, too, are whole words of somebody, or end one. */
function mayBeMeant(run: string, text: string, at: number): boolean {
  meantSigns.lastIndex = at;
  return meantSigns.exec(text)?.[0] === run;
}

/** @throws where a sign is none of the encoding. */
function bytesIn(run: string, bytes: ReadonlyMap<string, number>): Uint8Array {
  return Uint8Array.from(run, (sign) => {
    const byte = bytes.get(sign) ?? (sign <= '\u009F' ? sign.charCodeAt(0) : undefined);
    if (byte === undefined) throw new RangeError('no sign of this encoding');
    return byte;
  });
}

/** An item of an export whose words are those that were meant; see {@link meantText}. Addresses stay, and keys of documents. */
export function withMeantSigns(item: ImportedItem): ImportedItem {
  if (item.is === 'document') return meantDocument(item);
  if (item.is === 'left') return item;
  const { title, tagline, author, authors, menu } = item;
  return {
    ...item,
    title: title && meantText(title),
    tagline: tagline && meantText(tagline),
    author: author && meantText(author),
    authors: authors?.map(({ key, name, bio, ...one }) => ({
      ...one,
      key: meantText(key),
      name: meantText(name),
      bio: bio && meantText(bio),
    })),
    menu: menu?.map(({ label, address }) => ({ label: meantText(label), address })),
  };
}

function meantDocument(document: ImportedDocument): ImportedDocument {
  let count = 0;
  // Who writes Markdown sees what is in the file: there it may be meant.
  const isMeant =
    document.body.is === 'markdown' ||
    aboutEncodings.test(`${document.title ?? ''} ${document.body.text}`);
  const meantFor = isMeant ? withTypedSigns : meantText;
  const read = <T extends string | undefined>(text: T, how = meantFor): T | string => {
    const meant = text && how(text);
    if (meant !== text) count += 1;
    return meant;
  };
  const { body, cover, comments, tags, authors, series } = document;
  const meant = {
    ...document,
    title: read(document.title),
    summary: read(document.summary),
    tags: tags?.map((one) => read(one)),
    // As those of the whole journal are called.
    authors: authors?.map((one) => read(one, meantText)),
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
