import { type CopiedMessage, type Copy, idsOfCopy } from '../outbox/delivery.ts';
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

/** The copy that the syndication of an entry names. What it shows is not known. */
function asNamed({ id, file, messages, syndicated }: MirroredEntry, channelId: number): Copy {
  return {
    entryId: id,
    file,
    channelId,
    contentHash: '',
    messages: matchIds(messages, syndicated),
  };
}

/**
 * Gives the ids that syndication names to the messages that the entry has now. Where their numbers differ nobody knows
 * which is which: each then counts as a text of its own, none is forgotten.
 */
function matchIds(
  messages: MirroredEntry['messages'],
  ids: readonly number[],
): readonly CopiedMessage[] {
  const counts = messages.map((message) =>
    message.type === 'album' ? message.pictures.length : 1,
  );
  if (counts.reduce((sum, count) => sum + count, 0) !== ids.length) {
    return ids.map((id) => ({
      ids: [id],
      message: { type: 'text', preview: undefined, text: '', entities: [] },
    }));
  }
  let at = 0;
  return messages.map((message, index) => {
    const own = ids.slice(at, at + (counts[index] ?? 0));
    at += counts[index] ?? 0;
    return { ids: own, message };
  });
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
