import { namesFile } from '../address/permalink.ts';
import { foldersOf, isSitePath } from '../content/paths.ts';
import { oncePer } from '../once/once.ts';
import { feedPath, feedsOf } from './feed.ts';
import { feedFormats } from './feedFormats.ts';
import type { PublicJournal } from './publicJournal.ts';
import { ownersOf } from './takenPaths.ts';

/**
 * Old path to present path: aliases of entries and pages, and what redirects.yaml says. An address at which something is
 * leads nowhere else, whatever that file says, and neither does one from which the way comes round to itself.
 */
export const redirectsOf = oncePer((journal: PublicJournal): ReadonlyMap<string, string> => {
  const moved = Object.entries(journal.moved);
  const ownerOf = moved.length === 0 ? () => undefined : ownersOfOld(journal, []);
  const steps = new Map([
    ...journal.aliases,
    ...moved.filter(([from]) => ownerOf(from) === undefined),
  ]);
  return new Map(
    [...steps.keys()].flatMap((from) => {
      const to = endOf(from, steps);
      return to === undefined ? [] : [[from, to] as const];
    }),
  );
});

/** Where the way from an old path ends, which may go over others: feed readers follow no page on it. */
function endOf(from: string, steps: ReadonlyMap<string, string>): string | undefined {
  const passed = new Set([from]);
  let at = steps.get(from);
  for (let to = at; to !== undefined; to = steps.get(to)) {
    if (passed.has(to)) return undefined;
    passed.add(to);
    at = to;
  }
  return at;
}

/** Those of {@link redirectsOf} that nothing is in the way of; `files` are those of public folders. */
export function servedRedirects(
  journal: PublicJournal,
  files: readonly string[],
): ReadonlyMap<string, string> {
  const all = redirectsOf(journal);
  if (all.size === 0) return all;
  const ownerOf = ownersOf(journal, files);
  return new Map([...all].filter(([from]) => ownerOf(from) === undefined));
}

/** Whether a path is that of a feed's file: readers of feeds follow no page that leads on. */
export function isFeedFile(journal: PublicJournal, path: string): boolean {
  return feedFilesOf(journal).has(path);
}

const feedFilesOf = oncePer(
  (journal: PublicJournal) =>
    new Set(
      feedsOf(journal).flatMap((feed) => feedFormats.map((format) => feedPath(feed, format))),
    ),
);

/**
 * Tells what is at an address that redirects.yaml calls an old one; `files` are those of public folders. Some file systems
 * do not tell cases apart.
 */
export function ownersOfOld(
  journal: PublicJournal,
  files: readonly string[],
): (path: string) => string | undefined {
  const documents = [...journal.entries, ...journal.pages];
  const places = new Map(
    [
      ...documents.flatMap(({ file, aliases }) => aliases.map((alias) => [alias, file] as const)),
      ...documents.map(({ file, path }) => [path, file] as const),
    ].map(([path, file]) => [path.toLowerCase(), file]),
  );
  const old = Object.keys(journal.moved).map((path) => path.toLowerCase());
  const folders = new Set([...places.keys(), ...old].flatMap(foldersOf));
  const bare = new Set([...places.keys(), ...old].filter(namesFile));
  const ownerOf = ownersOf(journal, files);
  return (path) => {
    const place = path.toLowerCase();
    return (
      places.get(place) ??
      (isSitePath(path) ? 'the site itself' : undefined) ??
      ownerOf(path) ??
      ownerOf(place) ??
      (namesFile(path) && folders.has(place) ? 'a folder' : undefined) ??
      (foldersOf(place).some((folder) => bare.has(folder)) ? 'a file on its way' : undefined)
    );
  };
}
