import type { Api } from 'grammy';
import type { Changes } from '../../drafts/changes.ts';
import type { DraftStore } from '../../drafts/draftStore.ts';
import type { Waiting } from '../../drafts/waiting.ts';
import type { MirrorMemory } from '../../mirror/mirrorMemory.ts';
import type { Notices } from '../../notify/notices.ts';
import type { Channel } from '../../outbox/channel.ts';
import type { PublishTools } from '../../publish/publishTools.ts';
import type { Dialogue } from './dialogue.ts';

/** What asking the owner, and hearing the answer, takes. */
export interface DialogueTools extends PublishTools {
  readonly api: Api;
  readonly store: DraftStore;
  readonly changes: Changes;
  readonly waiting: Waiting;
  readonly dialogue: Dialogue;
}

/** What an answer to the mirror takes. */
export interface MirrorAnswerTools extends Pick<PublishTools, 'clock'> {
  readonly api: Api;
  readonly channel: Channel | undefined;
  readonly memory: MirrorMemory;
  readonly notices: Notices;
}
