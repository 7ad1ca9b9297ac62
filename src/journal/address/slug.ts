import { oncePerText } from '../once/once.ts';
import { isReservedName } from './reservedName.ts';

const longestSlug = 60;

/**
 * A path segment out of a title or a file name, in any script: lower case, NFC, letters, marks and digits kept, all
 * else a hyphen. `Über-Straße` is `über-straße`, `日本語` stays. Where nothing remains (a title of emoji alone) the
 * result is `fallback`. What is longer than `longest` characters, or than a file's name can be, is cut at a word. A name
 * that Windows keeps for itself gets a `_` at its end: `Con` is `con_`.
 */
export function slugify(text: string, fallback: string, longest = longestSlug): string {
  const slug = plainSlug(text, fallback, longest);
  return isReservedName(slug) ? `${slug}_` : slug;
}

/** The same for what is no name of a file, and for what is told where no file can have it. */
export function plainSlug(text: string, fallback: string, longest = longestSlug): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    // Variation selectors and the box of a keycap are invisible leftovers of emoji.
    .replace(/[\u20E3\uFE00-\uFE0F]/g, '')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/(?<![\p{L}\p{M}\p{N}])\p{M}+/gu, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '');
  return /[\p{L}\p{N}]/u.test(slug) ? clip(slug, longest) : fallback;
}

/** The path segment of a tag: `C++` and `C#` stay apart from `C`. Thousands of entries share a few tags. */
export const tagSlug = oncePerText((tag) => {
  const spelled = tag.replaceAll('+', ' plus ').replaceAll('#', ' sharp ');
  const codes = [...tag.normalize('NFC')].map((character) =>
    character.codePointAt(0)?.toString(16),
  );
  return slugify(spelled, clip(codes.join('-'), longestSlug));
});

// File systems take 255 bytes a name: room is left for an extension, a number, and the name of a file beside it.
const longestBytes = 180;

function clip(slug: string, longest: number): string {
  // Each of its units has three bytes at most.
  if (slug.length <= Math.min(longest, longestBytes / 3)) return slug;
  if (longest === Number.POSITIVE_INFINITY) return slug;
  let bytes = 0;
  const characters = [...slug];
  const fitting = characters.findIndex((one) => {
    bytes += Buffer.byteLength(one);
    return bytes > longestBytes;
  });
  const room = Math.min(longest, fitting === -1 ? characters.length : fitting);
  if (characters.length <= room) return slug;
  const cut = characters.slice(0, room).join('');
  const word = cut.lastIndexOf('-');
  return (word > 30 ? cut.slice(0, word) : cut).replace(/-+$/, '');
}
