import type { CommentTools } from '../comments/commentTools.ts';
import type { PeopleFile } from '../content/peopleFile.ts';
import type { DraftStore } from '../drafts/draftStore.ts';
import type { Audience } from './audience.ts';
import type { GroupStore } from './groupStore.ts';
import type { PickStore } from './pickStore.ts';

/** What is known of groups. */
export interface GroupRoom {
  readonly audience: Audience;
  readonly store: GroupStore;
  readonly picks: PickStore;
  readonly people: PeopleFile;
  /** The bot's own username, asked for once. */
  username(): Promise<string>;
}

/** What dealing with groups takes: with the channel's group, that of comments too. */
export interface GroupTools extends CommentTools {
  readonly store: DraftStore;
  /** Aborts when the bot is told to stop. */
  readonly signal: AbortSignal;
  readonly groups: GroupRoom;
}

/** Makes a call once and keeps its answer; one that failed is made again. */
export function askOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
}
