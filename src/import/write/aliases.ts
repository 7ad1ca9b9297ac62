import type { Notes } from '../item/notes.ts';
import type { SiteFacts } from './facts.ts';
import { aliasTrouble, type OldAddress, type OldSite, oldAddress } from './oldAddress.ts';
import type { Places } from './places.ts';

/** The old addresses of a document that are not its path, as aliases; what cannot be one is told. */
export function aliasesFor(
  addresses: readonly string[],
  { path, notes }: { readonly path: string; readonly notes: Notes },
  { places, facts }: { readonly places: Places; readonly facts: Pick<SiteFacts, 'oldSite'> },
): string[] {
  const aliases = new Set<string>();
  for (const written of addresses) {
    const old = oldPage(written, facts.oldSite);
    if (!old || (old.path === path && old.query === '') || aliases.has(old.path)) continue;
    const trouble = aliasTrouble(old) ?? (places.isFreePath(old.path) ? undefined : taken);
    if (trouble === undefined) {
      aliases.add(old.path);
      places.takePath(old.path);
    } else notes.left('old address', `${old.path}${old.query}: ${trouble}`);
  }
  return [...aliases];
}

/** `/a/index.html` is `/a/`. */
function oldPage(written: string, site: OldSite): OldAddress | undefined {
  const old = oldAddress(written, site);
  return old && { ...old, path: old.path.replace(/(?<=\/)index\.html$/, '') };
}

const taken = 'another page has this path';
