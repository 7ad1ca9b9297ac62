import type { Api } from 'grammy';
import type { Channel } from '../channel/channel.ts';
import type { Outbox } from '../channel/outbox.ts';
import type { Clock } from '../clock.ts';
import type { BotConfig } from '../config.ts';
import type { DraftStore } from '../drafts/draftStore.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { Log } from '../log.ts';
import type { PublishHook } from '../publishHook.ts';

/** Everything that handling an update takes. */
export interface HandlerTools {
  readonly api: Api;
  readonly config: BotConfig;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: DraftStore;
  readonly drafts: Drafts;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly channel: Channel | undefined;
  readonly publishHook: PublishHook;
  /** Looks at the journal and wakes the worker. */
  mirror(): Promise<void>;
}
