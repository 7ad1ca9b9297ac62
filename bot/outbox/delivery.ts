import { type ChannelMessage, countOf } from '../post/channelPost.ts';
import { json, oneOf, rowReader } from '../state/rows.ts';

/**
 * One call of a delivery: of an album, an edit changes its caption or one of its pictures. Edits and deletions may be
 * repeated without harm; a send may not.
 */
export type Step =
  | { readonly call: 'send'; readonly message: ChannelMessage }
  | {
      readonly call: 'edit';
      readonly messageIds: readonly number[];
      readonly message: ChannelMessage;
    }
  | { readonly call: 'delete'; readonly messageIds: readonly number[] };

/** All states of a delivery. */
export const deliveryStates = ['pending', 'sending', 'sent', 'failed', 'uncertain'] as const;

/**
 * Where a delivery stands:
 *
 * - `pending`: waits for `runAt`. The worker claims it: `sending`.
 * - `sending`: one call is under way. It ends as `pending` (next step, or another try of a call that certainly did not
 *   arrive or may be repeated), `sent`, `failed` or `uncertain`. Found at start, after a crash: a send becomes
 *   `uncertain`, anything else `pending`.
 * - `sent`: done; forgotten after a week.
 * - `failed`: Telegram refused it for good; told to the owner. A changed entry makes a new delivery, and so do rights that
 *   the bot lacked and was given.
 * - `uncertain`: a send of which nobody knows whether it arrived. The owner settles it: `pending` (send again) or, shown
 *   the post, the next step or `sent`.
 */
export type DeliveryState = (typeof deliveryStates)[number];

/** A delivery from its row in the database. */
export const toDelivery = rowReader('deliveries', {
  id: 'number',
  entryId: 'text',
  channelId: 'number',
  file: 'text',
  /** Digest of what the copy will be; empty for a removal. */
  contentHash: 'text',
  steps: json<readonly Step[]>(),
  /** Index of the step that is next or under way. */
  step: 'number',
  /** Address of a page that must answer before the first step; undefined where nothing must. */
  page: 'text?',
  state: oneOf(deliveryStates),
  attempts: 'number',
  /** How often it was uncertain: a button answers the question under which it stands, and no later one. */
  questions: 'number',
  /** Milliseconds since 1970. */
  runAt: 'number',
  /** Milliseconds since 1970. */
  createdAt: 'number',
  error: 'text?',
});

/** Pending work on the channel: all calls that bring one entry's copy up to date. */
export type Delivery = ReturnType<typeof toDelivery>;

/**
 * Whether a delivery goes on as it is, whatever its entry says by now. A removal that was tried once may have taken down
 * some of its messages.
 */
export function hasBegun({ state, steps, step, attempts, error }: Delivery): boolean {
  if (state !== 'pending' || step > 0) return true;
  return steps[0]?.call === 'delete' && (attempts > 0 || error !== undefined);
}

/** What the channel holds of an entry. */
export interface Copy {
  readonly entryId: string;
  readonly file: string;
  readonly channelId: number;
  /** Digest of the content; empty while not all of it is there, or where it is not known. */
  readonly contentHash: string;
  readonly messages: readonly CopiedMessage[];
}

/** A message of a copy: what it shows and under which ids (an album has one for each picture). */
export interface CopiedMessage {
  readonly ids: readonly number[];
  readonly message: ChannelMessage;
}

/** A delivery to be queued. */
export type NewDelivery = Pick<
  Delivery,
  'entryId' | 'channelId' | 'file' | 'contentHash' | 'steps' | 'page'
>;

/** How many messages a step counts as: each picture of an album is one. */
export function messagesOf(step: Step): number {
  switch (step.call) {
    case 'send':
      return countOf(step.message);
    case 'edit':
      return 1;
    case 'delete':
      return Math.max(1, step.messageIds.length);
    default:
      return step satisfies never;
  }
}

/** A copy of which nothing is in the channel yet. */
export function emptyCopy({
  entryId,
  file,
  channelId,
}: Omit<Copy, 'contentHash' | 'messages'>): Copy {
  return { entryId, file, channelId, contentHash: '', messages: [] };
}

/**
 * Which ids show which messages, in their order. Ids for which there is no message count as texts of their own: none is
 * forgotten.
 */
export function matchIds(
  messages: readonly ChannelMessage[],
  ids: readonly number[],
): readonly CopiedMessage[] {
  const left = [...ids];
  const copied: CopiedMessage[] = [];
  for (const message of messages) {
    if (left.length < countOf(message)) break;
    copied.push({ ids: left.splice(0, countOf(message)), message });
  }
  const empty: ChannelMessage = { type: 'text', preview: undefined, text: '', entities: [] };
  return [...copied, ...left.map((id) => ({ ids: [id], message: empty }))];
}

/** Ids of the messages of a copy, in their order. */
export function idsOfCopy({ messages }: Pick<Copy, 'messages'>): number[] {
  return messages.flatMap(({ ids }) => [...ids]);
}
