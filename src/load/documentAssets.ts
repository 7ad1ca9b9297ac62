import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { reasonOf } from '#journal/content/folder.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { failureWords, isOwnMistake } from '#journal/fault/ownFailure.ts';
import { type Assets, encoder, type NewAsset, shownAddressesOf } from '../media/assets.ts';
import { pictureHtml } from '../media/picture.ts';
import type { DocumentFacts, SourceDocument } from '../render/collect/document.ts';
import { missingPicture, type PlaceholderFilling } from '../render/collect/placeholder.ts';
import { unescapeHtml } from '../render/html/html.ts';

/** Documents, what was found in them, and where their files are. */
export interface AssetSources {
  readonly shown: readonly SourceDocument[];
  /** Documents that nobody sees yet: their pictures are looked at and not served. */
  readonly hidden: readonly SourceDocument[];
  factsOf(document: SourceDocument): DocumentFacts;
  onDisk(file: string): string;
}

/** A file, and where documents use it. */
interface Use {
  readonly asset: NewAsset;
  readonly places: readonly Pick<Fault, 'file' | 'line'>[];
}

// Decoding takes a processor each.
const atOnce = availableParallelism();

/** Measures the pictures and files of documents. One that cannot be read is a fault that names its place. */
export async function loadAssets(assets: Assets, sources: AssetSources): Promise<Fault[]> {
  assets.clear();
  const limit = pLimit(atOnce);
  const faults = await Promise.all(
    usesIn(sources).map(({ asset, places }) =>
      limit(async () => {
        const fault = await addTo(assets, asset);
        return fault ? places.map((place) => ({ ...fault, ...place })) : [];
      }),
    ),
  );
  assets.save();
  return faults.flat();
}

function usesIn({ shown, hidden, factsOf, onDisk }: AssetSources): Use[] {
  const uses = new Map<string, Use>();
  for (const [documents, served] of [[shown, true] as const, [hidden, false] as const])
    for (const document of documents)
      for (const { file, as, line } of factsOf(document).assets) {
        const key = `${as}:${file}`;
        const known = uses.get(key);
        const asset = known?.asset ?? { file, path: onDisk(file), as, served };
        const place = { file: document.file, line };
        uses.set(key, { asset, places: [...(known?.places ?? []), place] });
      }
  return [...uses.values()];
}

/**
 * Adds a picture or file; the answer is what is wrong with it, if anything is.
 *
 * @throws where no picture at all can be read.
 */
export async function addTo(
  assets: Assets,
  asset: NewAsset,
): Promise<Omit<Fault, 'file' | 'line'> | undefined> {
  try {
    const { damage } = await assets.add(asset);
    if (damage === undefined) return undefined;
    return {
      kind: 'damaged-picture',
      what: `the picture ${asset.file} is ${damage}; browsers show it as far as it goes`,
      expected: 'a whole file',
      cure: 'save it anew, or leave it as it is',
      warning: true,
    };
  } catch (error) {
    if (asset.as === 'image') await encoder();
    const what = asset.as === 'image' ? 'picture' : 'file';
    return {
      kind: what === 'picture' ? 'broken-picture' : 'unreadable',
      what: `the ${what} ${asset.file} cannot be read (${isOwnMistake(error) ? failureWords(error) : reasonOf(error)})`,
      expected:
        what === 'file'
          ? 'a file that may be read'
          : 'a whole JPEG, PNG, WebP, AVIF, GIF or SVG file',
      cure: 'replace the file, or remove it from the text',
    };
  }
}

/** Puts pictures and files in place of the placeholders of a rendered body. `siteUrl` is where the site begins. */
export function fillingFrom(assets: Assets, siteUrl: string): PlaceholderFilling {
  return {
    image(file, alt, title, attributes) {
      const asset = assets.get(file);
      return asset?.size
        ? pictureHtml({ asset, siteUrl }, alt, title, 'lazy', attributes)
        : missingPicture(unescapeHtml(alt));
    },
    // Of a picture that is linked, the largest. One that cannot be read has no address.
    file(file) {
      const asset = assets.get(file) ?? assets.get(file, 'file');
      return asset && shownAddressesOf(asset, siteUrl).at(-1);
    },
  };
}
