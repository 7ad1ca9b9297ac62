import { basename } from 'node:path/posix';
import { type NamedDocument, Names } from '#journal/address/names.ts';
import { isDataFile } from '#journal/content/contentName.ts';
import { NearPaths } from '#journal/fault/nearPath.ts';
import { oncePer } from '#journal/once/once.ts';
import type { Site } from '#journal/schema/siteSchema.ts';
import type { OwnWords } from '#journal/words/speaker.ts';
import type { DocumentContext } from '../render/collect/document.ts';

/** What bodies may refer to. Plain data: it goes to other threads. */
export interface Surroundings {
  readonly site: Site;
  readonly words: OwnWords;
  /** Paths of documents by their files. */
  readonly paths: ReadonlyMap<string, string>;
  /** Files of the content folder. */
  readonly files: ReadonlySet<string>;
  /** What can be named in double brackets. */
  readonly named: readonly NamedDocument[];
  /** How many of these, from the first, readers may see. */
  readonly shown: number;
}

/** The answers to what rendering asks of the rest of the journal. */
export function documentContext(surroundings: Surroundings): DocumentContext {
  const { site, words, paths, files, named, shown } = surroundings;
  const near = new NearPaths(paths.keys(), paths.keys());
  const names = new Names(named, new Set(named.slice(0, shown)));
  return {
    pathOf: (file) => paths.get(file),
    hasFile: (file) => files.has(file) && !isDataFile(file),
    nearFile: (file) => (/\.mdx?$/.test(file) ? near.of(file) : onlyOneCalled(file, files)),
    find: (name) => names.find(name),
    siteUrl: site.url,
    formerly: site.formerly,
    language: site.language,
    smartPunctuation: site.smartPunctuation,
    headingIds: site.headingIds,
    words,
  };
}

/** The only file of that name that a page may show, whatever its folder is and which of its letters are capitals. */
function onlyOneCalled(file: string, files: ReadonlySet<string>): string | undefined {
  const [only, ...others] = byName(files).get(nameOf(file)) ?? [];
  return others.length === 0 ? only : undefined;
}

const byName = oncePer((files: ReadonlySet<string>) =>
  Map.groupBy(
    [...files].filter((file) => !isDataFile(file)),
    nameOf,
  ),
);

function nameOf(file: string): string {
  return basename(file).toLowerCase();
}
