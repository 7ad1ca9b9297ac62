import { decodedBy, decodeText, wideEncoding } from '#journal/file/encoding.ts';
import { oncePer, oncePerText } from '#journal/once/once.ts';
import type { Source } from './source.ts';
import { headOf } from './text.ts';

/**
 * Reads a large text piece by piece, in the encoding that its XML declaration or its first bytes name, and in a likely one
 * where that is wrong. The encoding is told as `TextDecoder` calls it, and whether it is `isMended`: the file says another one.
 */
export async function textStream(source: Source, name: string) {
  const found = await encodingsOf(source)(name);
  return { pieces: decoded(source, name, found.encoding), ...found };
}

/** Files are read several times, and looked through for this once. */
const encodingsOf = oncePer((source: Source) =>
  oncePerText(async (name) => {
    const declared = encodingOf(await headOf(source, name));
    const encoding = declared === 'utf-8' ? await utf8Or(source, name) : declared;
    return { encoding, isMended: encoding !== declared };
  }),
);

function encodingOf(head: Buffer): string {
  const wide = wideEncoding(head);
  if (wide) return wide.label;
  const [, label = 'utf-8'] =
    /<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(head.toString('latin1')) ?? [];
  return knownEncoding(label);
}

/**
 * Many files say UTF-8 and are something else, mostly Windows-1252: where the first byte is that is no UTF-8, it is seen. A
 * text with more signs that are UTF-8 than bytes that are not has been cut within some, as programs do with summaries.
 */
async function utf8Or(source: Source, name: string): Promise<string> {
  const decoder = new TextDecoder('utf-8');
  let strange: Buffer | undefined;
  let whole = 0;
  let broken = 0;
  for await (const chunk of await source.stream(name)) {
    const bytes = Buffer.from(chunk as Uint8Array);
    const text = decoder.decode(bytes, { stream: true });
    whole += text.length - text.replace(/[^\0-\x7F\uFFFD]+/g, '').length;
    const lost = text.length - text.replaceAll('\uFFFD', '').length;
    broken += lost;
    if (lost > 0) strange ??= bytes;
  }
  if (strange === undefined || whole > broken) return 'utf-8';
  const seen = decodeText(strange).seen?.iconv;
  // Few servers were old Macs, and few bytes look so.
  return seen === 'MACINTOSH' ? 'windows-1252' : knownEncoding(seen);
}

/** As `TextDecoder` calls it; what it does not know is read as UTF-8. */
function knownEncoding(name: string | undefined): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return 'utf-8';
  }
}

async function* decoded(source: Source, name: string, encoding: string): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of await source.stream(name))
    yield decodedBy(decoder, chunk as Uint8Array, { stream: true });
  yield decoder.decode();
}
