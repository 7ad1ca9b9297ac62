import type { KnownAddresses } from '../../drafts/knownAddress.ts';
import type { PastedParts } from '../../drafts/pastedParts.ts';
import type { Inbox } from '../../inbox/inbox.ts';
import type { Channel } from '../../outbox/channel.ts';
import type { Outbox } from '../../outbox/outbox.ts';
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
