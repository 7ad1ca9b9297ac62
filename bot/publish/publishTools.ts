import type { Clock } from '../base/clock.ts';
import type { BotConfig } from '../base/config.ts';
import type { Log } from '../base/log.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { PublishHook } from './publishHook.ts';

/** What publishing an entry, and carrying it on to its readers, takes. */
export interface PublishTools {
  readonly config: BotConfig;
  readonly clock: Clock;
  readonly log: Log;
  readonly drafts: Drafts;
  readonly publishHook: PublishHook;
  /** Looks at the journal and wakes the worker. @returns why nothing goes out at present; undefined where all is well. */
  mirror(): Promise<string | undefined>;
}
