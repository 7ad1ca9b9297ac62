import type { Api } from 'grammy';
import type { Channel } from '../channel/channel.ts';
import type { DirectPosts } from '../channel/directPosts.ts';
import type { MirrorMemory } from '../channel/mirrorMemory.ts';
import type { Outbox } from '../channel/outbox.ts';
import type { Clock } from '../clock.ts';
import type { CommentRoom } from '../comments/commentTools.ts';
import type { BotConfig } from '../config.ts';
import type { DraftStore } from '../drafts/draftStore.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { PastedParts } from '../drafts/pastedParts.ts';
import type { Waiting } from '../drafts/waiting.ts';
import type { GroupRoom } from '../groups/groupTools.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { Log } from '../log.ts';
import type { Notices } from '../notices.ts';
import type { PublishHook } from '../publishHook.ts';
import type { Builds } from './builds.ts';
import type { Changes } from './changes.ts';
import type { Dialogue } from './dialogue.ts';
import type { KnownAddresses } from './knownAddress.ts';

/** Everything that handling an update takes. */
export interface HandlerTools {
  readonly api: Api;
  readonly config: BotConfig;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: DraftStore;
  readonly drafts: Drafts;
  readonly pasted: PastedParts;
  readonly waiting: Waiting;
  readonly changes: Changes;
  readonly dialogue: Dialogue;
  readonly addresses: KnownAddresses;
  readonly builds: Builds;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly channel: Channel | undefined;
  readonly directPosts: DirectPosts;
  readonly memory: MirrorMemory;
  readonly notices: Notices;
  readonly groups: GroupRoom;
  readonly comments: CommentRoom;
  readonly publishHook: PublishHook;
  /** Aborts when the bot is told to stop: what takes long ends, and is handled again at the next start. */
  readonly signal: AbortSignal;
  /** Looks at the journal and wakes the worker. @returns why nothing goes out at present; undefined where all is well. */
  mirror(): Promise<string | undefined>;
}
