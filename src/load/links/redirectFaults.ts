import { normalizePath } from '#journal/address/permalink.ts';
import type { ContentFile } from '#journal/content/journal.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { NearPaths } from '#journal/fault/nearPath.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { ownersOfOld } from '#journal/public/redirects.ts';
import type { SiteMap } from './links.ts';

const file = 'redirects.yaml';

/**
 * Warnings of lines of redirects.yaml that lead to nothing, or from where something is by now. They stop no build: a tag
 * goes with its last entry, which may be unpublished from afar.
 */
export function redirectFaults(
  journal: PublicJournal,
  served: readonly string[],
  texts: readonly ContentFile[],
  { paths, anchors }: SiteMap,
): Fault[] {
  const moved = Object.entries(journal.moved);
  if (moved.length === 0) return [];
  const near = new NearPaths(paths, anchors.keys());
  const ownerOf = ownersOfOld(journal, served);
  const lineOf = linesIn(texts);
  return moved.flatMap(([from, to]): Fault[] => {
    const told = { kind: 'dead-redirect', file, line: lineOf(from), warning: true } as const;
    const owner = ownerOf(from);
    if (owner !== undefined)
      return [
        {
          ...told,
          what: `${from} leads nowhere else, since ${owner} has it`,
          expected: 'an address at which nothing is any more',
          cure: 'remove the line',
        },
      ];
    if (paths.has(to)) return [];
    return [
      {
        ...told,
        what: `${from} leads to ${to}, which does not exist`,
        expected: 'a page or a feed of this journal',
        cure: near.suggest(to, 'correct the path, or remove the line'),
      },
    ];
  });
}

/** Lines of old paths, which may be typed in another form than the one that is compared. */
function linesIn(texts: readonly ContentFile[]): (from: string) => number {
  const { value, lineOf } = parseYaml(texts.find((one) => one.file === file)?.source ?? '', file);
  const typed = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const keys = new Map(typed.map((key) => [normalizePath(key), key]));
  return (from) => lineOf([keys.get(from) ?? from]);
}
