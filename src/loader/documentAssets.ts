import type { Fault } from '#journal/fault.ts';
import type { DocumentFacts, SourceDocument } from '../markdown/document.ts';
import type { PlaceholderFilling } from '../markdown/placeholder.ts';
import { type Asset, type Assets, addressesOf } from '../media/assets.ts';
import { pictureHtml } from '../media/picture.ts';

/** Documents, what was found in them, and where their files are. */
export interface AssetSources {
  readonly shown: readonly SourceDocument[];
  /** Documents that nobody sees yet: their pictures are looked at and not served. */
  readonly scheduled: readonly SourceDocument[];
  factsOf(document: SourceDocument): DocumentFacts;
  onDisk(file: string): string;
}

/** Measures the pictures and files of documents. One that cannot be read is a fault that names its entry. */
export async function loadAssets(assets: Assets, sources: AssetSources): Promise<Fault[]> {
  const { shown, scheduled, factsOf, onDisk } = sources;
  const faults: Fault[] = [];
  assets.clear();
  const documents = [
    ...scheduled.map((document) => ({ document, served: false })),
    ...shown.map((document) => ({ document, served: true })),
  ];
  for (const { document, served } of documents) {
    for (const { file, as } of factsOf(document).assets) {
      try {
        await assets.add({ file, path: onDisk(file), as, served });
      } catch (error) {
        faults.push(unreadable({ file: document.file, line: document.bodyLine }, file, error));
      }
    }
  }
  assets.save();
  return faults;
}

/** Puts pictures and files in place of the placeholders of a rendered body. */
export function fillingFrom(assets: Assets): PlaceholderFilling {
  return {
    image(file, alt, title, attributes) {
      const asset = assets.get(file);
      return asset?.size ? pictureHtml(asset, alt, title, 'lazy', attributes) : '';
    },
    // Of a picture that is linked, the largest.
    file: (file) =>
      addressesOf(assets.get(file) ?? assets.get(file, 'file') ?? noAsset(file)).at(-1) ?? '',
  };
}

/** The fault of a picture that is there and is none; `place` is where it is asked for. */
export function unreadable(
  place: Pick<Fault, 'file' | 'line'>,
  file: string,
  error: unknown,
): Fault {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    ...place,
    what: `the picture ${file} cannot be read (${reason})`,
    expected: 'a JPEG, PNG, WebP, AVIF, GIF or SVG file',
    cure: 'replace the file, or remove it from the text',
  };
}

function noAsset(file: string): Asset {
  throw new Error(`${file} is shown by a page but was not loaded`);
}
