import { isAddressOf } from '#journal/address/base.ts';
import type { NewDelivery } from '../outbox/delivery.ts';
import type { MirrorPlan } from './mirror.ts';
import type { Decision, EntryName } from './mirrorMemory.ts';

/** So many new posts may come at once without a word of the owner. */
const mostUnasked = 3;

/** What a plan is weighed against. All names are of the plan's channel. */
export interface Circumstances {
  /** The entries that the channel shows. */
  readonly copies: readonly EntryName[];
  /** Entries that have a delivery under way. */
  readonly queued: ReadonlySet<string>;
  /** Those of them whose posts are being taken down. */
  readonly leaving: ReadonlySet<string>;
  /** Whether the journal has an entry in any state, be it a draft. */
  isInJournal(entry: EntryName): boolean;
  /** Whether the owner asked for it himself: that the entry be posted, or taken down. */
  isWished(wish: 'shown' | 'hidden', entry: EntryName): boolean;
  isDecided(decision: Decision, entry: EntryName): boolean;
  /** Whether a new entry may be one that is to stay out, and was renamed. */
  mayBePassedOver(entry: EntryName): boolean;
  /** Whether a new entry may have a post already: the state was lost, and the channel has another name since. */
  mayBePosted(entry: EntryName): boolean;
  /** Whether an entry is in a question that is open. */
  isAsked(kind: 'posts' | 'removals', entry: EntryName): boolean;
  /** Whose posts were taken down lately without a word of the owner. */
  readonly gone: readonly EntryName[];
  /** Address of the journal that the channel shows, as far as it is known, and of the one that is there, now and before. */
  readonly url: {
    readonly known: string | undefined;
    readonly found: string;
    readonly formerly: readonly string[];
  };
  readonly allowed: Allowed;
}

/** What a command allows without a question. */
export interface Allowed {
  readonly removals?: boolean;
  /** `from-now`: nothing of what is new is ever posted. */
  readonly posts?: 'all' | 'from-now';
}

/** What waits for a word of the owner. */
export interface Held {
  /** What would be posted, many at once. */
  readonly posts: readonly NewDelivery[];
  /** Whose posts would be taken down: most of the channel, or all of it. */
  readonly removals: readonly EntryName[];
  /** The journal is another one, of this address: nothing at all is done. */
  readonly journal: { readonly known: string; readonly found: string } | undefined;
  /** None of the entries that the channel shows is in the journal: nothing at all is done. */
  readonly isForeign: boolean;
  /** How many entries the channel shows. */
  readonly copies: number;
  /** How many more it showed lately, which went one after the other without a word. */
  readonly gone: number;
}

/** A plan of which nothing is left that the owner has not asked for. */
export interface Guarded {
  readonly plan: MirrorPlan;
  readonly held: Held;
  /** New entries that stay out of the channel for good. */
  readonly passedOver: readonly NewDelivery[];
  /** New posts that nobody has asked for, be they few. */
  readonly unasked: readonly NewDelivery[];
  /** What is taken down without a word, being little. */
  readonly quietRemovals: readonly NewDelivery[];
}

/** A plan of nothing at all. */
export const emptyPlan: MirrorPlan = {
  adoptions: [],
  deliveries: [],
  handedOver: [],
  moved: [],
  withdrawn: [],
};

/** Whether a plan changes nothing. */
export function isEmpty(plan: MirrorPlan): boolean {
  return Object.values(plan).every((part: readonly unknown[] | undefined) => !part?.length);
}

/**
 * Holds back what is likelier a mistake than an intention: many posts at once, taking down half or more of what the
 * channel shows, and all where the folder holds another journal. What the owner has asked for goes through. Pure.
 */
export function guard(plan: MirrorPlan, circumstances: Circumstances): Guarded {
  const { copies, url, allowed, isDecided } = circumstances;
  const fresh = newPosts(plan, circumstances);
  const unasked = fresh.filter((one) => isUnasked(one, circumstances));
  const posts = postsToAsk(unasked, circumstances);
  const site = { url: url.found, formerly: url.formerly };
  const isOther = url.known !== undefined && !isAddressOf(url.known, site) && copies.length > 0;
  const removals = removalsToAsk(plan, circumstances);
  const foreign = !allowed.removals && isForeign(circumstances);
  const held: Held = {
    posts: allowed.posts === undefined ? posts : [],
    removals: foreign ? copies : removals,
    journal:
      isOther && !allowed.removals ? { known: String(url.known), found: url.found } : undefined,
    isForeign: foreign,
    copies: copies.length,
    gone: goneLately(circumstances).length,
  };
  const isStill = isNothingDone({ held });
  const out = new Set<NewDelivery>([
    ...(allowed.posts === 'all' ? [] : posts),
    ...fresh.filter((one) => isPassedOver(one, circumstances)),
    ...removals,
    ...plan.deliveries.filter(
      (one) => isRemoval(one) && !allowed.removals && isDecided('keep', one),
    ),
  ]);
  const deliveries = plan.deliveries.filter((one) => !out.has(one));
  return {
    plan: isStill ? emptyPlan : { ...plan, deliveries },
    held,
    passedOver: allowed.posts === 'from-now' && !isStill ? posts : [],
    unasked,
    quietRemovals: isStill
      ? []
      : deliveries.filter((one) => isRemoval(one) && isUnaskedRemoval(one, circumstances)),
  };
}

/** Whether a look does nothing at all, because it is not certain whose journal it saw. */
export function isNothingDone({ held }: Pick<Guarded, 'held'>): boolean {
  return held.journal !== undefined || held.isForeign;
}

/** Whether a delivery takes a post down, and puts none in its place. */
export function isRemoval(delivery: NewDelivery): boolean {
  return delivery.contentHash === '';
}

/** Posts of entries of which the channel has nothing, and which are not queued yet. */
function newPosts(plan: MirrorPlan, { copies, queued }: Circumstances): NewDelivery[] {
  const known = new Set([...copies, ...plan.adoptions.map(({ copy }) => copy)].map(idOf));
  return plan.deliveries.filter(
    (one) => !isRemoval(one) && !queued.has(one.entryId) && !known.has(one.entryId),
  );
}

function idOf({ entryId }: EntryName): string {
  return entryId;
}

function isPassedOver(one: EntryName, { allowed, isDecided, isWished }: Circumstances): boolean {
  return allowed.posts !== 'all' && isDecided('pass-over', one) && !isWished('shown', one);
}

function isUnasked(one: EntryName, circumstances: Circumstances): boolean {
  const { isWished, isDecided } = circumstances;
  return !isWished('shown', one) && !isDecided('post', one) && !isPassedOver(one, circumstances);
}

/** Those that wait for a word: all, where they are too many or in question already. */
function postsToAsk(
  unasked: readonly NewDelivery[],
  { allowed, isDecided, isAsked, mayBePassedOver, mayBePosted, copies }: Circumstances,
): readonly NewDelivery[] {
  if (allowed.posts !== undefined) return unasked;
  // Where all that the channel shows was kept from another journal, this one has not been spoken of yet.
  const isAllKept = copies.length > 0 && copies.every((copy) => isDecided('keep', copy));
  const isMany = unasked.length > (isAllKept ? 0 : mostUnasked);
  const isInQuestion = (one: EntryName) =>
    isAsked('posts', one) || mayBePassedOver(one) || mayBePosted(one);
  return isMany || unasked.some(isInQuestion) ? unasked : [];
}

/** Removals that nobody has asked for, where they are half or more of the channel or in question already. */
function removalsToAsk(plan: MirrorPlan, circumstances: Circumstances): NewDelivery[] {
  const { allowed, isAsked, isInJournal, copies, leaving } = circumstances;
  if (allowed.removals) return [];
  const isUnasked = (entry: EntryName) => isUnaskedRemoval(entry, circumstances);
  const unasked = plan.deliveries.filter((one) => isRemoval(one) && isUnasked(one));
  const going = copies.filter((copy) => leaving.has(copy.entryId) && isUnasked(copy));
  if (unasked.some((one) => isAsked('removals', one))) return unasked;
  const count = unasked.length + going.length;
  // One after the other, a channel is emptied as well.
  const gone = goneLately(circumstances).length;
  // A single entry whose file is there and says that it is a draft, say, is what somebody has written.
  const isWritten = count === 1 && unasked.every(isInJournal);
  const isMost = (count + gone) * 2 >= copies.length + gone;
  return unasked.length > 0 && isMost && !isWritten ? unasked : [];
}

function isUnaskedRemoval(entry: EntryName, { allowed, isDecided, isWished }: Circumstances) {
  const isSaid = isDecided('take-down', entry) || isDecided('keep', entry);
  return !allowed.removals && !isWished('hidden', entry) && !isSaid;
}

/** Entries that the channel showed lately, and that are away: not as drafts, and by no wish of the owner. */
function goneLately(circumstances: Circumstances): EntryName[] {
  const { gone, copies, isInJournal } = circumstances;
  const shown = new Set(copies.map(idOf));
  return gone.filter(
    (one) => !shown.has(one.entryId) && !isInJournal(one) && isUnaskedRemoval(one, circumstances),
  );
}

/** Whether none of several entries that the channel shows is in the journal, and nobody wanted that. */
function isForeign(circumstances: Circumstances): boolean {
  const { copies, leaving, isInJournal, isWished, isDecided } = circumstances;
  const isMissed = (copy: EntryName) =>
    !isInJournal(copy) &&
    !leaving.has(copy.entryId) &&
    !isWished('hidden', copy) &&
    !isDecided('take-down', copy) &&
    !isDecided('keep', copy);
  return copies.length > 1 && copies.every(isMissed);
}
