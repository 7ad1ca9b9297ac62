import type { KnownAddresses } from '../../drafts/knownAddress.ts';
import type { PastedParts } from '../../drafts/pastedParts.ts';
import type { Inbox } from '../../inbox/inbox.ts';
import type { Channel } from '../../outbox/channel.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import type { PublishTools } from '../../publish/publishTools.ts';
import type { DialogueTools } from '../dialogue/dialogueTools.ts';

/** What keeping the owner's words in an entry, and publishing it, takes. */
export interface EntryTools extends DialogueTools {
  readonly pasted: PastedParts;
  readonly addresses: KnownAddresses;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly channel: Channel | undefined;
  /** Aborts when the bot is told to stop: what takes long ends, and is handled again at the next start. */
  readonly signal: AbortSignal;
}

/** What a change of an entry takes, with carrying it on. */
export type EditTools = PublishTools & Pick<EntryTools, 'changes'>;

/** What writing a message into its draft takes. */
export type PieceTools = Pick<
  EntryTools,
  'api' | 'clock' | 'config' | 'drafts' | 'signal' | 'store'
>;

/** What showing the progress of an article takes. */
export type ProgressTools = Pick<EntryTools, 'api' | 'config' | 'dialogue' | 'drafts' | 'store'>;

/** What finding the entry that a command means takes. */
export type TargetTools = Pick<
  EntryTools,
  'changes' | 'clock' | 'config' | 'dialogue' | 'drafts' | 'store'
>;
