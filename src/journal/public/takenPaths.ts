import { namesFile, normalPath } from '../address/permalink.ts';
import { publicFile } from '../content/contentName.ts';
import { foldersOf, isSitePath } from '../content/paths.ts';
import type { Fault } from '../fault/fault.ts';
import { blogrollPaths } from './blogrollPaths.ts';
import { type Feed, feedPath, feedsOf } from './feed.ts';
import { feedFormats } from './feedFormats.ts';
import { streamPath } from './home.ts';
import type { PublicJournal } from './publicJournal.ts';
import { authorsPath, writersOf } from './writers.ts';

/** The page that a feed lies beside, and its files; of one that lists a part of a page the files alone. */
export function pathsOfFeed(feed: Feed): string[] {
  const files = feedFormats.map((format) => feedPath(feed, format));
  return feed.only === undefined ? [feed.page, ...files] : files;
}

/** Pages that only some journals have, and what they are. */
export function optionalPages(journal: PublicJournal): Map<string, string> {
  return new Map([
    ...(writersOf(journal).length > 1 ? [[authorsPath, 'the list of authors'] as const] : []),
    ...blogrollPaths(journal).map((path) => [path, 'the blogroll'] as const),
    ...(streamPath(journal) === '/' ? [] : [[streamPath(journal), 'the stream'] as const]),
  ]);
}

/** Entries, pages and aliases that would write over a file of public/, or the page or a feed of a tag, series or author. */
export function takenPathFaults(journal: PublicJournal, files: readonly string[]): Fault[] {
  const ownerOf = ownersOf(journal, files);
  return [...journal.entries, ...journal.pages].flatMap((document) =>
    [document.path, ...document.aliases].flatMap((path) => {
      const owner = ownerOf(path);
      if (owner === undefined) return [];
      return {
        file: document.file,
        line: document.lineOf(path === document.path ? ['slug'] : ['aliases']),
        kind: 'taken-path',
        what: `the path ${path}, which ${owner} has already`,
        expected: 'a path of its own',
        cure: 'give it another path',
      };
    }),
  );
}

/** Tells what has a path that neither an entry nor a page gave itself. */
export function ownersOf(
  journal: PublicJournal,
  files: readonly string[],
): (path: string) => string | undefined {
  const taken = new Map([
    ...feedsOf(journal)
      // The pages of everything and of each kind are always there, whatever the journal holds: see pathFaults.
      .filter(({ of }) => of !== 'journal' && of !== 'kind')
      .flatMap((feed) =>
        pathsOfFeed(feed).map(
          (path) =>
            [path, `the ${feed.only ? 'feed' : 'page'} of the ${feed.of} "${feed.name}"`] as const,
        ),
      ),
    ...optionalPages(journal),
    ['/favicon.svg', 'the icon of the journal'],
    ...files.map(
      (file) => [normalPath(file.replace(/index\.html$/, '')), 'a file of public/'] as const,
    ),
  ]);
  const bare = new Set([...taken.keys()].filter(namesFile).concat(files));
  const folders = new Set(files.flatMap(foldersOf));
  // Few paths begin as one of those files does.
  const beginnings = new Set([...bare].map(firstName));
  const isWithin = (path: string) =>
    beginnings.has(firstName(path)) && foldersOf(path).some((folder) => bare.has(folder));
  return (path: string): string | undefined =>
    taken.get(normalPath(path)) ??
    (isWithin(path) ? 'a file on its way' : undefined) ??
    (namesFile(path) && folders.has(path) ? 'a folder of public/' : undefined);
}

/**
 * Files of the content folder's public/ that would stand in place of what the site itself writes. `robots.txt` and what
 * hosts read are whoever's who puts them there.
 */
export function publicFileFaults(journal: PublicJournal, paths: readonly string[]): Fault[] {
  const taken = new Set([
    ...feedsOf(journal).flatMap(pathsOfFeed),
    ...optionalPages(journal).keys(),
  ]);
  return paths.flatMap((path) => {
    const page = normalPath(path.replace(/\/index\.html$/, '/'));
    const isTaken = (isSitePath(page) && !ownWord.test(path)) || taken.has(page);
    if (!isTaken && !path.includes('\\')) return [];
    const place = { file: publicFile(path), line: 1 } as const;
    return isTaken
      ? {
          kind: 'taken-path',
          ...place,
          what: `the path ${page}, which the site itself has already`,
          expected: 'a path of its own',
          cure: 'move the file, or remove it',
        }
      : {
          kind: 'bad-name',
          ...place,
          what: 'a name with \\ in it, which is a folder for some systems',
          expected: 'a name that means the same everywhere',
          cure: 'rename it',
        };
  });
}

const ownWord = /^\/(?:robots\.txt|_redirects|redirects\.nginx\.conf)$/;

/** `a` of `/a/b/c`. */
function firstName(path: string): string | undefined {
  return path.split('/', 2)[1];
}
