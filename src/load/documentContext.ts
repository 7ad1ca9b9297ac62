import type { Names } from '#journal/address/names.ts';
import { NearPaths } from '#journal/fault/nearPath.ts';
import type { Site } from '#journal/schema/site.ts';
import type { DocumentContext } from '../render/collect/document.ts';

/** What a body refers to: `paths` of documents by their files, `files` of the content folder, and names. */
export function documentContext(
  { url, language, smartPunctuation, headingIds }: Site,
  paths: ReadonlyMap<string, string>,
  files: ReadonlySet<string>,
  names: Names,
): DocumentContext {
  const near = new NearPaths(paths.keys(), paths.keys());
  return {
    pathOf: (file) => paths.get(file),
    hasFile: (file) => files.has(file),
    nearFile: (file) => near.of(file),
    find: (name) => names.find(name),
    siteUrl: url,
    language,
    smartPunctuation,
    headingIds,
  };
}
