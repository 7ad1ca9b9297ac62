import type { Copy, Delivery } from '../outbox/delivery.ts';
import type { ChannelMessage } from '../post/channelPost.ts';

/** A published entry as the channel should show it. */
export interface MirroredEntry {
  readonly id: string;
  readonly file: string;
  readonly contentHash: string;
  readonly messages: readonly ChannelMessage[];
  /** Address that must answer before a first post of it goes out; undefined for a note, which goes whole. */
  readonly page: string | undefined;
  /** Ids of messages in this channel that the entry's syndication names. */
  readonly syndicated: readonly number[];
  /** The body of a note that has nothing else to say; undefined for any other entry. */
  readonly plainBody?: string | undefined;
}

/** What the plan is made from. */
export interface MirrorState {
  readonly channelId: number;
  readonly entries: readonly MirroredEntry[];
  readonly copies: readonly Copy[];
  /** Ids of the messages of each entry's copy in this channel, by entry; out of `copies` where they are not given. */
  readonly held?: ReadonlyMap<string, readonly number[]>;
  /** Open deliveries: pending, sending or uncertain. */
  readonly open: readonly Delivery[];
  /** The newest failed delivery of entries that have not been delivered since. */
  readonly failed: readonly Delivery[];
  /** Files that exist and could not be read: their entries may be neither new nor gone. */
  readonly unread: readonly string[];
}
