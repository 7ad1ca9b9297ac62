/** What the gate needs to know of an entry. */
export interface Gated {
  readonly draft: boolean;
  readonly date: { readonly at: number };
}

/**
 * Where an entry stands:
 *
 * - `draft`: its flag says so. It becomes `scheduled` or `published` when the flag is cleared.
 * - `scheduled`: not a draft, its date is still to come. It becomes `published` by the clock alone.
 * - `published`: anybody may see it.
 */
export type Visibility = 'draft' | 'scheduled' | 'published';

/** The one gate. `now` is in milliseconds since 1970. */
export function visibility(entry: Gated, now: number): Visibility {
  if (entry.draft) return 'draft';
  // Whatever is not certainly over stays closed, a clock that is no number among it.
  return entry.date.at <= now ? 'published' : 'scheduled';
}

/** Whether readers may see the entry at `now`: page, list, feed, search, channel alike. */
export function isPublished(entry: Gated, now: number): boolean {
  return visibility(entry, now) === 'published';
}

/** The next moment at which a scheduled entry becomes visible, in milliseconds since 1970. */
export function nextScheduled(entries: readonly Gated[], now: number): number | undefined {
  const coming = entries
    .filter((entry) => visibility(entry, now) === 'scheduled')
    .map((entry) => entry.date.at);
  return coming.length === 0 ? undefined : Math.min(...coming);
}
