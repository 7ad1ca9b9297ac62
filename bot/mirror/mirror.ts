import { removal, stepsTo } from '../outbox/copySteps.ts';
import { wasDeletedByHand } from '../outbox/deletedPost.ts';
import { type Copy, type Delivery, hasBegun, type NewDelivery } from '../outbox/delivery.ts';
import { type ChannelMessage, mediaIn } from '../post/channelPost.ts';
import { type Adoption, planAdoptions } from './adoptions.ts';
import type { MirroredEntry, MirrorState } from './mirrorState.ts';

/** What makes the channel equal to the journal. Nothing in it where nothing changed. */
export interface MirrorPlan {
  /** Copies to be known under another id, or known again from an entry's syndication. */
  readonly adoptions: readonly Adoption[];
  readonly deliveries: readonly NewDelivery[];
  /** Deliveries under way whose entry has another id by now. */
  readonly handedOver: readonly {
    readonly delivery: Delivery;
    readonly entryId: string;
    readonly file: string;
  }[];
  /** Copies whose entry lies in another file by now. */
  readonly moved: readonly Copy[];
  /**
   * Deliveries that have not begun, or were refused, and whose reason is gone; and those, begun or not, of entries whose
   * files name posts that nobody here has heard of: they are the queue of a day before these posts.
   */
  readonly withdrawn: readonly Delivery[];
  /** Copies that were written in the channel itself, as their notes have them. */
  readonly asPosted?: readonly Copy[];
}

/** Compares the published entries with what the outbox knows. Pure: it calls nothing and reads no clock. */
export function planMirror(all: MirrorState): MirrorPlan {
  const ofThisChannel = <T extends { readonly channelId: number }>(items: readonly T[]) =>
    items.filter((item) => item.channelId === all.channelId);
  const state: MirrorState = {
    ...all,
    copies: ofThisChannel(all.copies),
    open: ofThisChannel(all.open),
    failed: ofThisChannel(all.failed),
  };
  const adoptions = planAdoptions(state);
  const ahead = new Set(adoptions.flatMap((one) => (one.isAhead ? [one.copy.entryId] : [])));
  const heirs = planHandOver(state);
  const handedOver = heirs.filter(({ entryId }) => !ahead.has(entryId));
  const open = new Map(state.open.map((delivery) => [delivery.entryId, delivery]));
  const outdated = [
    ...state.open.filter(({ entryId }) => ahead.has(entryId)),
    ...heirs.flatMap(({ delivery, entryId }) => (ahead.has(entryId) ? [delivery] : [])),
  ].filter(({ state: stands }) => stands !== 'sending');
  for (const { entryId } of outdated) open.delete(entryId);
  for (const { delivery, entryId } of handedOver) {
    open.delete(delivery.entryId);
    open.set(entryId, delivery);
  }
  const copies = copiesAfter(state, adoptions);
  const standing = { state, copies, open };
  return {
    adoptions,
    handedOver,
    moved: state.entries.flatMap((entry) => {
      const copy = copies.get(entry.id);
      return copy && copy.file !== entry.file ? [{ ...copy, file: entry.file }] : [];
    }),
    deliveries: [...planEntries(standing), ...planRemovals(standing)],
    withdrawn: [...outdated, ...planWithdrawals(standing)],
  };
}

function copiesAfter(state: MirrorState, adoptions: MirrorPlan['adoptions']): Map<string, Copy> {
  const renamed = new Set(adoptions.map((adoption) => adoption.formerId));
  const copies = [
    ...state.copies.filter((copy) => !renamed.has(copy.entryId)),
    ...adoptions.map(({ copy }) => copy),
  ];
  return new Map(copies.map((copy) => [copy.entryId, copy]));
}

/** What the channel holds and is about to get, by the ids that entries have now. */
interface Standing {
  readonly state: MirrorState;
  readonly copies: ReadonlyMap<string, Copy>;
  readonly open: ReadonlyMap<string, Delivery>;
}

function planEntries({ state, copies, open }: Standing): NewDelivery[] {
  const refused = new Map(state.failed.map((delivery) => [delivery.entryId, delivery]));
  return state.entries.flatMap((entry) => {
    const waiting = open.get(entry.id);
    if (waiting && (hasBegun(waiting) || waiting.contentHash === entry.contentHash)) return [];
    if (copies.get(entry.id)?.contentHash === entry.contentHash) return [];
    // What Telegram refused once is not tried again until the entry changes.
    if (refused.get(entry.id)?.contentHash === entry.contentHash) return [];
    return [deliveryOf(entry, copies.get(entry.id), state.channelId)];
  });
}

function planRemovals({ state, copies, open }: Standing): NewDelivery[] {
  const shown = new Set(state.entries.map((entry) => entry.id));
  const known = new Set([...copies.values()].map((copy) => copy.file));
  // A file that cannot be read and that no copy names may be any entry that was moved: nothing is taken down meanwhile.
  if (state.unread.some((file) => !known.has(file))) return [];
  const unread = new Set(state.unread);
  const refused = new Set(
    state.failed.filter((one) => one.contentHash === '').map((one) => one.entryId),
  );
  return [...copies.values()]
    .filter(
      ({ entryId, file }) =>
        !shown.has(entryId) && !unread.has(file) && !open.has(entryId) && !refused.has(entryId),
    )
    .map(({ entryId, file, channelId, messages }) => ({
      entryId,
      channelId,
      file,
      contentHash: '',
      page: undefined,
      steps: [removal(messages)],
    }));
}

function planWithdrawals({ state, copies, open }: Standing): Delivery[] {
  if (open.size === 0 && state.failed.length === 0) return [];
  const shown = new Map(state.entries.map((entry) => [entry.id, entry]));
  const unread = new Set(state.unread);
  const isPointless = (entryId: string, file: string) => {
    const entry = shown.get(entryId);
    if (entry) return copies.get(entryId)?.contentHash === entry.contentHash;
    return !copies.has(entryId) && !unread.has(file);
  };
  const waiting = [...open].filter(
    ([entryId, delivery]) => !hasBegun(delivery) && isPointless(entryId, delivery.file),
  );
  // Whether a post that is gone comes back is for the owner to say.
  const refused = state.failed.filter(
    (one) => !wasDeletedByHand(one) && isPointless(one.entryId, one.file),
  );
  return [...waiting.map(([, delivery]) => delivery), ...refused];
}

/**
 * Entries that were renamed while a post of theirs was under way or uncertain: by their file, or by what they show. They
 * take the delivery over; as new ones they would be posted a second time.
 */
function planHandOver(state: MirrorState): MirrorPlan['handedOver'] {
  if (!state.open.some(hasBegun)) return [];
  const shown = new Set(state.entries.map((entry) => entry.id));
  const known = new Set([
    ...state.copies.map((copy) => copy.entryId),
    ...state.open.map((one) => one.entryId),
  ]);
  const fresh = state.entries.filter((entry) => !known.has(entry.id));
  return state.open
    .filter((delivery) => hasBegun(delivery) && !shown.has(delivery.entryId))
    .flatMap((delivery) => {
      const shows = shownBy(
        delivery.steps.flatMap((step) => (step.call === 'send' ? [step.message] : [])),
      );
      const heir =
        fresh.find((entry) => entry.file === delivery.file) ??
        fresh.find((entry) => shownBy(entry.messages) === shows);
      return heir ? [{ delivery, entryId: heir.id, file: heir.file }] : [];
    });
}

/** What messages show without the address at their end, which a rename changes. */
function shownBy(messages: readonly ChannelMessage[]): string {
  const text = messages.map((message) => message.text).join('\n\n');
  const pictures = messages.flatMap(mediaIn).map(({ picture }) => picture.digest);
  return [...pictures, text.replace(/\s*https?:\/\/\S+$/, '')].join('\n');
}

function deliveryOf(entry: MirroredEntry, copy: Copy | undefined, channelId: number): NewDelivery {
  const isNew = !copy || copy.messages.length === 0;
  return {
    entryId: entry.id,
    channelId,
    file: entry.file,
    contentHash: entry.contentHash,
    page: isNew ? entry.page : undefined,
    steps: stepsTo(entry.messages, copy),
  };
}
