import { type Copy, emptyCopy, idsOfCopy, matchIds } from '../outbox/delivery.ts';
import { countOf } from '../post/channelPost.ts';
import type { MirroredEntry, MirrorState } from './mirrorState.ts';

/** A copy that is to be known under another id, or known again from an entry's syndication. */
export interface Adoption {
  readonly copy: Copy;
  readonly formerId: string | undefined;
  /** Whether the file names posts that nobody here has heard of: what is known is older than the file. */
  readonly isAhead: boolean;
}

/**
 * Entries whose syndication names posts that no other entry holds: they were renamed without an alias, or the database
 * was lost, or it is that of an older day. What a file names is posted, whatever else is known of its entry. A file that
 * was copied with its front matter holds nothing.
 */
export function planAdoptions(state: MirrorState): Adoption[] {
  const held = state.held ?? heldBy(state.copies);
  const known = new Set([...held.values()].flat());
  const isAhead = ({ syndicated }: MirroredEntry) => syndicated.some((id) => !known.has(id));
  const candidates = state.entries.filter(
    (entry) => (entry.syndicated.length > 0 && !held.has(entry.id)) || isAhead(entry),
  );
  if (candidates.length === 0) return [];
  const shown = new Set(state.entries.map((entry) => entry.id));
  const holders = new Map(
    [...held].flatMap(([entryId, ids]) =>
      shown.has(entryId) ? ids.map((id) => [id, entryId] as const) : [],
    ),
  );
  return candidates.flatMap((entry) => {
    if (entry.syndicated.some((id) => (holders.get(id) ?? entry.id) !== entry.id)) return [];
    for (const id of entry.syndicated) holders.set(id, entry.id);
    const former = held.has(entry.id)
      ? undefined
      : state.copies.find(
          ({ entryId }) =>
            !shown.has(entryId) && held.get(entryId)?.some((id) => entry.syndicated.includes(id)),
        );
    const copy =
      former && !isAhead(entry)
        ? { ...former, messages: former.messages, entryId: entry.id, file: entry.file }
        : asNamed(entry, state.channelId);
    return [{ copy, formerId: former?.entryId, isAhead: isAhead(entry) }];
  });
}

function heldBy(copies: readonly Copy[]): Map<string, readonly number[]> {
  return new Map(copies.map((copy) => [copy.entryId, idsOfCopy(copy)]));
}

/**
 * The copy that the syndication of an entry names. What it shows is not known: where there are more ids, or fewer, than
 * the entry has messages now, nobody knows which is which.
 */
function asNamed({ id, file, messages, syndicated }: MirroredEntry, channelId: number): Copy {
  const count = messages.reduce((sum, message) => sum + countOf(message), 0);
  const shown = count === syndicated.length ? messages : [];
  return {
    ...emptyCopy({ entryId: id, file, channelId }),
    messages: matchIds(shown, syndicated),
  };
}

/** Entries whose files may name posts that are gone. */
export function withoutPosts(
  entries: readonly MirroredEntry[],
  gone: ReadonlySet<number>,
): readonly MirroredEntry[] {
  return entries.map((entry) => {
    const syndicated = entry.syndicated.filter((id) => !gone.has(id));
    if (syndicated.length === entry.syndicated.length) return entry;
    const { messages, plainBody } = entry;
    return { ...entry, messages, plainBody, syndicated };
  });
}
