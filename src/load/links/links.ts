import { anchorOf, linkTarget, partsOf, withinSite } from '#journal/address/address.ts';
import { type SiteAddress, siteBase } from '#journal/address/base.ts';
import { decoded } from '#journal/address/contentPath.ts';
import { normalPath } from '#journal/address/permalink.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { NearPaths } from '#journal/fault/nearPath.ts';
import { listed, suggest } from '#journal/fault/suggestion.ts';
import { oncePerText } from '#journal/once/once.ts';
import { archiveOf } from '#journal/public/archive.ts';
import { feedsOf } from '#journal/public/feed.ts';
import { streamPath } from '#journal/public/home.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { redirectsOf } from '#journal/public/redirects.ts';
import { siteLinks } from '#journal/public/siteLinks.ts';
import { streamPages } from '#journal/public/stream.ts';
import { optionalPages, pathsOfFeed } from '#journal/public/takenPaths.ts';
import { commentAnchor, commentsAnchor, commentsIn } from '#journal/public/thread.ts';
import type { DocumentFacts, InternalLink, SourceDocument } from '../../render/collect/document.ts';

/** Every path that the site will have, and the ids on the pages of documents. */
export interface SiteMap {
  /** What stands before each path on the host, decoded. */
  readonly base: string;
  readonly paths: ReadonlySet<string>;
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those of the paths that are files of public folders. */
  readonly files: readonly string[];
}

/** The paths of a journal's own pages and feeds. `files` are those of public folders, a page of whose is `/a/index.html`. */
export function siteMap(
  journal: PublicJournal,
  factsOf: (document: SourceDocument) => DocumentFacts,
  files: readonly string[],
): SiteMap {
  const documents = [...journal.entries, ...journal.pages];
  return {
    base: decoded(siteBase(journal.site.url)),
    paths: new Set([
      ...documents.map((document) => document.path),
      ...redirectsOf(journal).keys(),
      ...feedsOf(journal).flatMap(pathsOfFeed),
      ...archiveOf(journal.entries).flatMap(({ path, months }) => [
        path,
        ...months.map((month) => month.path),
      ]),
      ...streamPages(journal.entries, journal.site.stream.entries, streamPath(journal)).map(
        ({ path }) => path,
      ),
      ...optionalPages(journal).keys(),
      ...files.flatMap((file) => [file, file.replace(/\/index\.html$/, '/')]),
      '/archive/',
      '/tags/',
      '/series/',
      '/follow/',
      '/search/',
      '/404.html',
      '/sitemap.xml',
      '/robots.txt',
      '/favicon.svg',
    ]),
    anchors: new Map(
      documents.map((document) => [
        document.path,
        new Set([...factsOf(document).anchors, ...commentAnchors(document, journal)]),
      ]),
    ),
    files,
  };
}

function commentAnchors(document: SourceDocument, journal: PublicJournal): string[] {
  const threads = document.kind === 'page' ? undefined : journal.comments.get(document.id);
  if (!threads) return [];
  return [commentsAnchor, ...commentsIn(threads).map(({ id }) => commentAnchor(id))];
}

/** What has links: a file of the content folder, and the page that shows it. */
export interface LinkSource {
  readonly file: string;
  readonly path: string;
  readonly links: readonly InternalLink[];
}

/** What links are held against. */
interface Directions {
  readonly map: SiteMap;
  readonly hiddenPaths: ReadonlyMap<string, SourceDocument>;
  readonly near: NearPaths;
  readonly nearFiles: NearPaths;
  readonly anchorsOf: (path: string) => readonly string[];
}

/** What is wrong with a link, wherever it stands. */
type WrongLink = Omit<Fault, 'file' | 'line'>;

/** Links that lead nowhere on the site that `map` describes; `hidden` are not on it yet. */
export function linkFaults(
  sources: readonly LinkSource[],
  hidden: readonly SourceDocument[],
  map: SiteMap,
): Fault[] {
  const hiddenPaths = new Map(hidden.map((document) => [document.path, document]));
  const near = nearPathsOf(map);
  const nearFiles = new NearPaths(map.files, map.files);
  const directions = { map, hiddenPaths, near, nearFiles, anchorsOf: listsOfAnchors(map) };
  return sources.flatMap(({ file, path, links }) =>
    links.flatMap((link) => {
      const wrong = wrongLink(link, link.path === '' ? path : normalPath(link.path), directions);
      return wrong ? [{ file, line: link.line, ...wrong }] : [];
    }),
  );
}

function wrongLink(
  link: InternalLink,
  target: string,
  directions: Directions,
): WrongLink | undefined {
  const { map, hiddenPaths } = directions;
  if (map.paths.has(target)) return deadAnchor(link, target, directions);
  const unpublished = hiddenPaths.get(target);
  if (unpublished)
    return {
      kind: 'hidden-link',
      what: `a link to ${link.path}, which is not published (${unpublished.file})`,
      expected: 'a page that readers can see',
      cure: 'publish that entry first, or remove the link',
    };
  if (map.paths.has(target.replace(/\/$/, ''))) return deadAnchor(link, target, directions);
  return deadLink(link, target, directions);
}

function deadLink({ path, isFile }: InternalLink, target: string, where: Directions): WrongLink {
  const otherwise = isFile ? 'put the file there, or correct the name' : 'correct the link';
  // Of a page nobody makes a picture.
  const near = isFile ? where.nearFiles : where.near;
  const cure = withoutBase(target, where.map) ?? near.suggest(target, otherwise);
  if (isFile)
    return {
      kind: 'missing-file',
      what: `the file ${path} is missing`,
      expected: `the file public${path}`,
      cure,
    };
  return {
    kind: 'dead-link',
    what: `a link to ${path}, which does not exist`,
    expected: looksLikeFile(path)
      ? `a page of this journal, or the file public${path}`
      : 'a page of this journal',
    cure,
  };
}

function deadAnchor(
  { path, fragment }: InternalLink,
  target: string,
  { map, anchorsOf }: Directions,
): WrongLink | undefined {
  const anchors = map.anchors.get(target);
  if (fragment === '' || !anchors || anchors.has(fragment)) return undefined;
  const there = listed(anchorsOf(target).map((anchor) => `#${anchor}`));
  return {
    kind: 'dead-anchor',
    what: `a link to #${fragment} ${path === '' ? 'in this text' : `of ${path}`}, which is not there`,
    expected: there === '' ? 'no "#", since that page has no headings' : `one of ${there}`,
    cure: suggest(fragment, anchorsOf(target), 'correct the link'),
  };
}

/** What to do about a path that has what stands before all paths of the site; undefined where that is not what is wrong. */
function withoutBase(path: string, { base, paths }: SiteMap): string | undefined {
  if (base === '' || !`${path}/`.startsWith(`${base}/`)) return undefined;
  const own = path.slice(base.length) || '/';
  return paths.has(own) || paths.has(own.replace(/\/$/, ''))
    ? `write ${own}: paths begin where the journal does, and ${base} comes before each of them by itself`
    : undefined;
}

function looksLikeFile(path: string): boolean {
  return /^\/.*[^/]\.[a-z][a-z0-9]{1,4}$/i.test(path) && !/\.html?$/i.test(path);
}

function nearPathsOf({ paths, anchors }: SiteMap): NearPaths {
  return new NearPaths(paths, anchors.keys());
}

/** The anchors of a page as a list, the same one for each question. */
function listsOfAnchors({ anchors }: SiteMap): (path: string) => readonly string[] {
  return oncePerText((path) => [...(anchors.get(path) ?? [])]);
}

/** Links that every page has (`nav` and `footer` of site.yaml, whose lines `lineOf` knows) that lead nowhere. */
export function navFaults(
  { site }: PublicJournal,
  hidden: readonly SourceDocument[],
  lineOf: (path: readonly PropertyKey[]) => number,
  map: SiteMap,
): Fault[] {
  const near = nearPathsOf(map);
  const anchorsOf = listsOfAnchors(map);
  return siteLinks(site).flatMap(({ path: written, keys }): Fault[] => {
    const { path, fragment } = siteTarget(written, site);
    if (!path.startsWith('/')) return [];
    const place = { kind: 'dead-nav', file: 'site.yaml', line: lineOf(keys) } as const;
    if (map.paths.has(path) || map.paths.has(path.replace(/\/$/, ''))) {
      const anchors = map.anchors.get(path);
      if (fragment === '' || !anchors || anchors.has(fragment)) return [];
      return [
        {
          ...place,
          what: `"${String(keys[0])}" leads to #${fragment} of ${path}, which is not there`,
          expected: 'a heading of that page',
          cure: suggest(fragment, anchorsOf(path), 'correct the address'),
        },
      ];
    }
    const unpublished = hidden.find((document) => document.path === path);
    const what = `"${String(keys[0])}" leads to ${path}, which`;
    return [
      unpublished
        ? {
            ...place,
            what: `${what} is not published (${unpublished.file})`,
            expected: 'a page that readers can see',
            cure: 'publish that page first, or remove the line',
          }
        : {
            ...place,
            what: `${what} does not exist`,
            expected: 'a page of this journal',
            cure: withoutBase(path, map) ?? near.suggest(path, 'correct the path'),
          },
    ];
  });
}

/** Where a link of site.yaml leads: a page of the site's own and an id on it, or somewhere else. */
function siteTarget(written: string, site: SiteAddress): { path: string; fragment: string } {
  const own = /[?#]/.test(written) ? withinSite(written, site) : undefined;
  if (own === undefined) return { path: linkTarget(written, site), fragment: '' };
  const { pathname, fragment } = partsOf(own);
  return { path: normalPath(decoded(pathname)), fragment: anchorOf(fragment) };
}
