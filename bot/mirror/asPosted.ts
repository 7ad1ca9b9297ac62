import { type Copy, idsOfCopy, matchIds } from '../outbox/delivery.ts';
import type { DirectPost } from './directPosts.ts';
import type { MirroredEntry } from './mirrorState.ts';

/** What a look at the channel's direct posts needs to know. */
export interface AsPostedSources {
  readonly channelId: number;
  readonly entries: readonly MirroredEntry[];
  readonly copies: readonly Copy[];
  readonly posts: readonly DirectPost[];
}

/**
 * The copies of notes that stand in the channel already because they were written there: the mirror has nothing to do for
 * them. A note that was changed since, or a post that the bot has edited, is for the mirror. Pure.
 */
export function copiesAsPosted(sources: AsPostedSources): Copy[] {
  const { channelId, entries, copies, posts } = sources;
  if (posts.length === 0) return [];
  const byId = new Map(posts.map((post) => [post.messageId, post]));
  const copyOf = new Map(copies.map((copy) => [copy.entryId, copy]));
  const holder = new Map(
    copies.flatMap(({ entryId, messages }) =>
      messages.flatMap(({ ids }) => ids.map((id) => [id, entryId] as const)),
    ),
  );
  return entries.flatMap((entry) => {
    const own = entry.syndicated.flatMap((id) => byId.get(id) ?? []);
    if (own.length === 0 || own.length < entry.syndicated.length) return [];
    if (entry.syndicated.some((id) => (holder.get(id) ?? entry.id) !== entry.id)) return [];
    const copy = copyOf.get(entry.id);
    if (copy?.contentHash === entry.contentHash && holdsAll(copy, entry.syndicated)) return [];
    if (!isAsPosted(entry, own, copy)) return [];
    const { id: entryId, file, contentHash } = entry;
    // Which post shows which message of the note.
    const messages = matchIds(
      entry.messages,
      own.map((post) => post.messageId),
    );
    return [{ entryId, file, channelId, contentHash, messages }];
  });
}

function isAsPosted(
  entry: MirroredEntry,
  posts: readonly DirectPost[],
  copy: Copy | undefined,
): boolean {
  // What nobody can edit stays as it is.
  if (posts.some((post) => post.kind === 'fixed')) return true;
  if (entry.plainBody?.trim() !== saying(posts)) return false;
  return posts.every(
    ({ establishedHash }) =>
      !copy || establishedHash === undefined || establishedHash === copy.contentHash,
  );
}

function saying(posts: readonly DirectPost[]): string {
  return posts
    .map((post) => post.markdown)
    .filter((markdown) => markdown !== '')
    .join('\n\n')
    .trim();
}

function holdsAll(copy: Copy, ids: readonly number[]): boolean {
  const held = new Set(idsOfCopy(copy));
  return ids.every((id) => held.has(id));
}
