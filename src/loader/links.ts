import { type Fault, suggest } from '#journal/fault.ts';
import { normalizePath } from '#journal/permalink.ts';
import type { PublicJournal } from '#journal/publicJournal.ts';
import type { DocumentFacts, SourceDocument } from '../markdown/document.ts';

/** Every path that the site will have, and the ids on the pages of documents. */
export interface SiteMap {
  readonly paths: ReadonlySet<string>;
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The paths of a journal's own pages and feeds. `files` are those of the public folder. */
export function siteMap(
  journal: PublicJournal,
  factsOf: (document: SourceDocument) => DocumentFacts,
  files: readonly string[],
): SiteMap {
  const documents = [...journal.entries, ...journal.pages];
  const years = new Set(journal.entries.map((entry) => entry.date.day.slice(0, 4)));
  const lists = [
    '/',
    '/articles/',
    '/notes/',
    ...journal.tags.map((tag) => tag.path),
    ...journal.series.map((one) => one.path),
  ];
  return {
    paths: new Set([
      ...documents.map((document) => document.path),
      ...journal.redirects.keys(),
      ...lists,
      ...lists.map((path) => `${path}feed.xml`),
      ...[...years].map((year) => `/archive/${year}/`),
      ...files,
      '/archive/',
      '/tags/',
      '/series/',
      '/404.html',
    ]),
    anchors: new Map(
      documents.map((document) => [document.path, new Set(factsOf(document).anchors)]),
    ),
  };
}

/** Links of documents that lead nowhere on the site that `map` describes; `hidden` are not on it yet. */
export function linkFaults(
  documents: readonly SourceDocument[],
  hidden: readonly SourceDocument[],
  factsOf: (document: SourceDocument) => DocumentFacts,
  map: SiteMap,
): Fault[] {
  const hiddenPaths = new Map(hidden.map((document) => [document.path, document]));
  return documents.flatMap((document) =>
    factsOf(document).links.flatMap(({ path, fragment, line }) => {
      const target = path === '' ? document.path : normalizePath(path);
      const fault = (what: string, expected: string, cure: string): Fault[] => [
        { file: document.file, line, what, expected, cure },
      ];
      const unpublished = hiddenPaths.get(target);
      if (unpublished && !map.paths.has(target)) {
        return fault(
          `a link to ${path}, which is not published (${unpublished.file})`,
          'a page that readers can see',
          'publish that entry first, or remove the link',
        );
      }
      if (!map.paths.has(target) && !map.paths.has(target.replace(/\/$/, ''))) {
        const near = suggest(target, [...map.paths], 'correct the link');
        return fault(`a link to ${path}, which does not exist`, 'a page of this journal', near);
      }
      const anchors = map.anchors.get(target);
      if (fragment === '' || !anchors || anchors.has(fragment)) return [];
      return fault(
        `a link to #${fragment} ${path === '' ? 'in this text' : `of ${path}`}, which is not there`,
        `one of ${[...anchors].map((anchor) => `#${anchor}`).join(', ') || '(that page has no headings)'}`,
        suggest(fragment, [...anchors], 'correct the link'),
      );
    }),
  );
}

/** Entries, pages and aliases that would write over a file of the public folder, or the page of a tag or a series. */
export function takenPathFaults(journal: PublicJournal, files: readonly string[]): Fault[] {
  const lists = [...journal.tags, ...journal.series].flatMap(({ path }) => [
    path,
    `${path}feed.xml`,
  ]);
  const taken = new Map([
    ...lists.map((path) => [path, 'the page of a tag or a series'] as const),
    ...files.map(
      (file) => [normalizePath(file.replace(/index\.html$/, '')), 'a file of public/'] as const,
    ),
  ]);
  return [...journal.entries, ...journal.pages].flatMap((document) =>
    [document.path, ...document.aliases].flatMap((path) =>
      taken.has(normalizePath(path))
        ? [
            {
              file: document.file,
              line: document.lineOf(path === document.path ? ['slug'] : ['aliases']),
              what: `the path ${path}, which ${taken.get(normalizePath(path))} has already`,
              expected: 'a path of its own',
              cure: 'give it another path',
            },
          ]
        : [],
    ),
  );
}
