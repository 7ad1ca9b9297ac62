import { ownPath } from '#journal/address/address.ts';
import type { Fault } from '#journal/fault/fault.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { redirectsOf } from '#journal/public/redirects.ts';
import type { SiteMap } from './links.ts';

/**
 * Warnings of entries whose `canonical`, which tells search engines where the text is, names an address of this journal at
 * which it is not: one that leads on to a page by now, or one where nothing is.
 */
export function canonicalFaults(journal: PublicJournal, map: SiteMap): Fault[] {
  const { entries, site } = journal;
  const redirects = redirectsOf(journal);
  return entries.flatMap(({ file, canonical, lineOf }) => {
    const path = canonical === undefined ? undefined : ownPath(canonical, site);
    const target = path === undefined ? undefined : redirects.get(path);
    if (path === undefined || (target === undefined && map.paths.has(path))) return [];
    const what =
      target === undefined
        ? `"canonical" names ${path} of this journal, which does not exist`
        : `"canonical" names ${path}, which leads to ${target} by now`;
    const cure =
      target === undefined
        ? 'correct the address, or remove the line: a page is its own canonical one'
        : `write the address of ${target}, or remove the line if that is this page itself`;
    const line = lineOf(['canonical']);
    const expected = 'the address of a page';
    return { kind: 'former-canonical', file, line, what, expected, cure, warning: true };
  });
}
