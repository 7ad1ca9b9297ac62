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

/** How soon decoding is to fail, in the words of sharp. */
export type FailOn = 'warning' | 'error' | 'none';

/**
 * Judges a picture by decoding it more and more leniently. `decode` fails as soon as it is told to; with `ended`, an end
 * mark is put behind the file, where its format has one.
 */
export async function judgePicture(
  decode: (failOn: FailOn, ended?: 'ended') => Promise<unknown>,
): Promise<PictureState> {
  const reason = await reasonOf(decode('warning'));
  if (reason === undefined) return { is: 'whole' };
  const isShown =
    (await reasonOf(decode('error'))) === undefined ||
    (await reasonOf(decode('warning', 'ended'))) === undefined;
  return { is: isShown ? 'damaged' : 'broken', why: inWords(reason) };
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
  if (reason.includes('unsupported image format')) return 'no picture of a kind that browsers show';
  const [first = ''] = reason
    .replace('Warning treated as error due to failOn setting', '')
    .trim()
    .split('\n');
  const said = first
    .replace(/\/\S+: /g, '')
    .replace(/^Input file has corrupt header: /, '')
    .replace(/^(?:\w*[Jj]peg|vipspng|gifload|webp|glib|heif|tiff2vips): /, '')
    .trim();
  return `cut off or damaged${/^(?:Unknown error)?$/.test(said) ? '' : `: ${said}`}`;
}
