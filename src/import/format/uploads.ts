import { decoded } from '#journal/address/contentPath.ts';
import { oncePer } from '#journal/once/once.ts';
import type { Source } from '../source/source.ts';

/** The file of a source that an address of an `uploads` folder means, whatever its host. */
export function uploadedFile(address: string, source: Source): string | undefined {
  return fileBelow(/\/uploads\/[^?#]+/.exec(`/${address}`)?.[0], source);
}

/** Files of a source by the last segments of their names: many are looked for. */
const filesByLast = oncePer((names: readonly string[]) => Map.groupBy(names, lastOf));

/** The file of a source to which the end of an address leads, in whatever folder of it that lies. */
export function fileBelow(path: string | undefined, { names }: Source): string | undefined {
  if (path === undefined) return undefined;
  const ends = [path.normalize('NFC'), decoded(path)];
  const all = ends.flatMap((end) => filesByLast(names).get(lastOf(end)) ?? []);
  return all.find((name) => ends.some((end) => `/${name}`.endsWith(end)));
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
