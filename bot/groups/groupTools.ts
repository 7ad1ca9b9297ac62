import type { Audience } from './audience.ts';
import type { GroupStore } from './groupStore.ts';
import type { PeopleFile } from './people.ts';
import type { PickStore } from './pickStore.ts';

/** What dealing with groups takes beside the tools of every handler. */
export interface GroupRoom {
  readonly audience: Audience;
  readonly store: GroupStore;
  readonly picks: PickStore;
  readonly people: PeopleFile;
  /** The bot's own username, asked for once. */
  username(): Promise<string>;
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
