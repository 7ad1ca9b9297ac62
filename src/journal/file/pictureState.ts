import { joinedBytes } from './joinedBytes.ts';
import { withoutPngTexts } from './pngTexts.ts';
import { isHugeSvg } from './svgSize.ts';

/**
 * What a picture is worth to whoever looks at it:
 *
 * - `whole`: nothing is wrong with it.
 * - `damaged`: something is, and browsers show it all the same, such as a JPEG that lacks its end mark.
 * - `broken`: it is cut off, or no picture at all.
 */
export type PictureState =
  | { readonly is: 'whole' }
  | { readonly is: 'damaged' | 'broken'; readonly why: string };

/** The parts of sharp that looking at a picture takes; `sharp` itself fits. */
export type Decoder = (
  bytes: Uint8Array,
  options: { readonly failOn: 'warning' | 'error'; readonly animated: boolean },
) => DecoderSteps;

/** What a picture says of its frames. */
interface Frames {
  readonly width?: number | undefined;
  readonly pageHeight?: number | undefined;
  readonly pages?: number | undefined;
  /** Whether it is saved so that it shows whole from the first bytes on, and ever clearer. */
  readonly isProgressive?: boolean | undefined;
}

interface DecoderSteps {
  metadata(): Promise<Frames & { readonly format?: string }>;
  autoOrient(): DecoderSteps;
  resize(size: {
    readonly width: number;
    readonly height: number;
    readonly fit: 'inside';
    readonly withoutEnlargement: boolean;
  }): DecoderSteps;
  raw(): DecoderSteps;
  toBuffer(): Promise<unknown>;
}

const beginOfJpeg = [0xff, 0xd8];
const endOfJpeg = Uint8Array.of(0xff, 0xd9);
const beginOfPacked = [0x1f, 0x8b];
const beginOfGif = [0x47, 0x49, 0x46];

/** Small in both directions: of a picture that is a thousand times as tall as wide, the other one would be enlarged. */
const thumbnail = { width: 64, height: 64, fit: 'inside', withoutEnlargement: true } as const;

/**
 * Judges a picture by decoding it, all its frames, more and more leniently: all its bytes are looked at. An SVG is read and
 * not drawn: a few lines of it can be years of work.
 */
export async function pictureState(file: Uint8Array, decoder: Decoder): Promise<PictureState> {
  const bytes = withoutPngTexts(file);
  if (bytes.length === 0) return { is: 'broken', why: 'an empty file' };
  // The decoder takes packed drawings; browsers do not.
  if (begins(bytes, beginOfPacked))
    return { is: 'broken', why: inWords('unsupported image format') };
  if (isHugeSvg(bytes)) return { is: 'broken', why: inWords('exceeds pixel limit') };
  const decode = async (failOn: 'warning' | 'error', one = bytes) => {
    const steps = decoder(one, { failOn, animated: true });
    const { format, ...frames } = await steps.metadata();
    if (format === 'svg') return;
    if (pixelsOf(frames) > mostPixels) throw new Error('exceeds pixel limit');
    const most = frames.isProgressive ? mostProgressive[format ?? ''] : undefined;
    if (most !== undefined && pixelsOf(frames) > most * million)
      throw new Error(`${tooProgressive}${most} million pixels`);
    await steps.autoOrient().resize(thumbnail).raw().toBuffer();
  };
  const reason = await reasonOf(decode('warning'));
  // The decoder takes the frames that are there for all. What is behind the end mark is nothing.
  const isCutGif = begins(bytes, beginOfGif) && !hasGifEnd(bytes);
  if (reason === undefined) return isCutGif ? cutGif : { is: 'whole' };
  const isShown =
    (await reasonOf(decode('error'))) === undefined ||
    (begins(bytes, beginOfJpeg) &&
      (await reasonOf(decode('warning', joinedBytes([bytes, endOfJpeg])))) === undefined);
  return { is: isShown ? 'damaged' : 'broken', why: inWords(reason) };
}

/** The decoder's own limit. Its sum goes round at 4,294,967,296 rows: what says that it has more passes for small. */
const mostPixels = 0x3fff ** 2;

const million = 1_000_000;
/** Of what is to be put together out of several passes, all is in memory at once. Millions of pixels by format. */
const mostProgressive: Readonly<Record<string, number>> = { png: 50, jpeg: 120 };
const tooProgressive = 'interlaced or progressive, of more than ';

function pixelsOf({ width = 0, pageHeight = 0, pages = 1 }: Frames): number {
  return width * pageHeight * pages;
}

const cutGif: PictureState = { is: 'damaged', why: 'cut off: it has no end mark' };

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** Goes from block to block, each of which says how long it is, as far as the end mark. */
function hasGifEnd(bytes: Uint8Array): boolean {
  const coloursAfter = (flags = 0) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + coloursAfter(bytes[10]);
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x3b) return true;
    if (kind === 0x21) at += 2;
    else if (kind === 0x2c) at += 11 + coloursAfter(bytes[at + 9]);
    else return false;
    for (let length = bytes[at]; length; length = bytes[at]) at += length + 1;
    at += 1;
  }
  return false;
}

async function reasonOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What a decoder says, without the path and the parts of the program that it begins with. */
function inWords(reason: string): string {
  if (reason.includes('exceeds pixel limit')) return 'of more pixels than any browser shows';
  if (reason.startsWith(tooProgressive)) return reason;
  if (reason.includes('unsupported image format')) return 'no picture of a kind that is known here';
  const [first = ''] = reason
    .replace('Warning treated as error due to failOn setting', '')
    .trim()
    .split('\n');
  const said = first
    .replace(/\/\S+: /g, '')
    .replace(/^Input (?:file|buffer) has corrupt header:\s*/, '')
    .replace(/^(?:\w*[Jj]peg|vipspng|\w+load(?:_\w+)?|webp|glib|heif|tiff2vips): /, '')
    .replace(/^source: bad seek to \d+$/, '')
    .trim();
  return `cut off or damaged${/^(?:Unknown error)?$/.test(said) ? '' : `: ${said}`}`;
}
