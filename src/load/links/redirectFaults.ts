import { absoluteAddress, siteBase } from '#journal/address/base.ts';
import { decoded } from '#journal/address/contentPath.ts';
import { normalizePath } from '#journal/address/permalink.ts';
import type { ContentFile, Journal } from '#journal/content/journal.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { NearPaths } from '#journal/fault/nearPath.ts';
import { isRecord } from '#journal/file/record.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { ownersOfOld, redirectsOf } from '#journal/public/redirects.ts';
import type { SourceDocument } from '../../render/collect/document.ts';
import type { SiteMap } from './links.ts';

const file = 'redirects.yaml';

/** What redirects are held against. */
export interface RedirectSources {
  readonly shown: PublicJournal;
  readonly hidden: readonly SourceDocument[];
  /** Paths of all files that are served as they are. */
  readonly served: readonly string[];
  readonly texts: readonly ContentFile[];
  readonly map: SiteMap;
}

/**
 * Warnings of lines of redirects.yaml that lead to nothing, or from where something is by now. They stop no build: a tag
 * goes with its last entry, which may be unpublished from afar.
 */
export function redirectFaults(
  { moved }: Pick<Journal, 'moved'>,
  sources: RedirectSources,
): Fault[] {
  const lines = Object.entries(moved);
  if (lines.length === 0) return [];
  const linesOf = typedLines(sources.texts);
  const wrongOf = wrongRedirects(sources);
  return lines.flatMap(([from, to]): Fault[] => {
    const [first, ...others] = linesOf(from);
    const line = others.at(-1) ?? first ?? 1;
    const wrong = others.length > 0 ? severalLines(from) : wrongOf(from, to);
    return wrong ? [{ kind: 'dead-redirect', file, line, warning: true, ...wrong }] : [];
  });
}

/** What is wrong with a redirect. */
type WrongRedirect = Pick<Fault, 'what' | 'expected' | 'cure'>;

function severalLines(from: string): WrongRedirect {
  return {
    what: `${from} is there several times, and the last line counts`,
    expected: 'one line for each address, with or without a final /',
    cure: 'remove the others',
  };
}

function wrongRedirects({ shown, hidden, served, map }: RedirectSources) {
  const { paths, anchors } = map;
  const near = new NearPaths(paths, anchors.keys());
  const ownerOf = ownersOfOld(shown, served);
  const redirects = redirectsOf(shown);
  const base = decoded(siteBase(shown.site.url));
  return (from: string, to: string): WrongRedirect | undefined => {
    const owner = ownerOf(from);
    if (owner !== undefined)
      return {
        what: `${from} leads nowhere else, since ${owner} has it`,
        expected: 'an address at which nothing is any more',
        cure: 'remove the line',
      };
    const unpublished = hidden.find(({ path, aliases }) => path === to || aliases.includes(to));
    if (unpublished)
      return {
        what: `${from} leads to ${to}, which is not published (${unpublished.file})`,
        expected: 'a page that readers can see',
        cure: 'publish that first, or remove the line',
      };
    const expected = 'a page or a feed of this journal';
    if (!redirects.has(from))
      return { what: `${from} leads in a circle`, expected, cure: 'correct the path' };
    if (!paths.has(to))
      return {
        what: `${from} leads to ${to}, which does not exist`,
        expected,
        cure: near.suggest(to, 'correct the path, or remove the line'),
      };
    return base !== '' && from.startsWith(`${base}/`) ? belowBase(from, base, shown) : undefined;
  };
}

/** An old path that seems to begin at the root of the host, where the journal is below a path. */
function belowBase(from: string, base: string, { site }: PublicJournal): WrongRedirect {
  const own = from.slice(base.length);
  return {
    what: `${from} is at ${absoluteAddress(from, site.url)}`,
    expected: 'a path that begins where the journal does',
    cure: `write ${own} if you mean ${absoluteAddress(own, site.url)}`,
  };
}

/** Lines of old paths, which may be typed in other forms than the one that is compared. */
function typedLines(texts: readonly ContentFile[]): (from: string) => number[] {
  const { value, lineOf } = parseYaml(texts.find((one) => one.file === file)?.source ?? '', file);
  const keys = Map.groupBy(isRecord(value) ? Object.keys(value) : [], normalizePath);
  return (from) => (keys.get(from) ?? []).map((key) => lineOf([key]));
}
