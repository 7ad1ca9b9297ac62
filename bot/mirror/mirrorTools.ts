import type { Clock } from '../base/clock.ts';
import type { Lock } from '../base/lock.ts';
import type { DraftStore } from '../drafts/draftStore.ts';
import type { WorkTree } from '../git/workTree.ts';
import type { Pictures } from '../post/pictures.ts';
import type { ChatWishes } from './chatWishes.ts';
import type { DirectPosts } from './directPosts.ts';
import type { MirrorMemory } from './mirrorMemory.ts';

/** What a look takes beside the journal and the outbox. */
export interface MirrorTools {
  readonly lock: Lock;
  readonly clock: Clock;
  readonly pictures: Pictures;
  readonly directPosts: DirectPosts;
  readonly drafts: DraftStore;
  readonly memory: MirrorMemory;
  readonly wishes: ChatWishes;
  readonly tree: WorkTree;
  /** Names of the entries that an open question is about; see `nameOf`. */
  asked(kind: 'posts' | 'removals'): readonly string[];
}
