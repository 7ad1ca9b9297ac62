import { resolveContentPath } from '#journal/address/contentPath.ts';
import type { Fault } from '#journal/fault/fault.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { writersOf } from '#journal/public/writers.ts';
import type { Assets } from '../media/assets.ts';
import { addTo } from './documentAssets.ts';

/** What measuring the pictures of authors takes. */
export interface PortraitSources {
  /** Line of a key of authors.yaml. */
  lineOf(path: readonly PropertyKey[]): number;
  hasFile(file: string): boolean;
  onDisk(file: string): string;
}

/** The file that `picture` of authors.yaml means, from the content folder. */
export function portraitFile(src: string): string {
  return resolveContentPath('', src);
}

/** Measures the pictures of authors; those are served of whom there is something to read. */
export async function loadPortraits(
  assets: Assets,
  journal: PublicJournal,
  { lineOf, hasFile, onDisk }: PortraitSources,
): Promise<Fault[]> {
  const writers = new Set(writersOf(journal).map(({ id }) => id));
  const faults: Fault[] = [];
  for (const [id, { picture }] of Object.entries(journal.authors)) {
    if (!picture) continue;
    const file = portraitFile(picture.src);
    const place = { file: 'authors.yaml', line: lineOf([id, 'picture', 'src']) };
    if (!hasFile(file)) {
      faults.push({
        ...place,
        kind: 'missing-portrait',
        what: `the picture ${picture.src} is missing`,
        expected: `the file ${file}`,
        cure: 'put the file there, or correct the name',
      });
      continue;
    }
    const asset = { file, path: onDisk(file), as: 'image', served: writers.has(id) } as const;
    const fault = await addTo(assets, asset);
    if (fault) faults.push({ ...fault, ...place });
  }
  assets.save();
  return faults;
}
