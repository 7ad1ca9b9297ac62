import { readEntry } from '#journal/entry.ts';
import type { Site } from '#journal/schema/site.ts';
import type { HandlerTools } from './handlerTools.ts';

/**
 * The aliases that an entry needs where another date gives it another address than the one that readers know; undefined
 * where it needs no others. Without the old address it would be another entry to feeds, and its comments nobody's.
 */
export function aliasesKept(
  file: string,
  before: string,
  after: string,
  site: Site,
  { dialogue }: Pick<HandlerTools, 'dialogue'>,
): string[] | undefined {
  const old = readEntry(file, before, site).entry;
  const next = readEntry(file, after, site).entry;
  if (!old || !next || old.path === next.path || next.aliases.includes(old.path)) return undefined;
  const isKnown = dialogue.isOncePublic(file) || old.syndication.length > 0;
  return isKnown ? [...next.aliases, old.path] : undefined;
}
