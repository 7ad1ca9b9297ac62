import { isShownAt } from '../content/matter.ts';
import { rowReader } from '../state/rows.ts';
import { Store } from '../state/store.ts';

const toWish = rowReader('chat_changes', {
  file: 'text',
  before: 'text?',
  after: 'text?',
  undoneBy: 'text?',
});

/** What the owner has last said in chat about an entry: that readers shall see it, or that they shall not. */
export type Wish = 'shown' | 'hidden';

/** A moment at which it is asked, and what it is asked of. */
export interface WishQuery {
  /** Changes up to this one do not count. */
  readonly after: number;
  readonly now: number;
  readonly timeZone: string;
}

/** What the owner has asked for in chat, as against what happened to the files. */
export class ChatWishes extends Store {
  /** The wishes that the latest changes show, by file. One that was taken back is the opposite wish. */
  all({ after, now, timeZone }: WishQuery): Map<string, Wish> {
    const wishes = new Map<string, Wish>();
    const changes = this.rows(toWish)`SELECT * FROM chat_changes WHERE id > ${after} ORDER BY id`;
    for (const { file, before, after: made, undoneBy } of changes) {
      const isSeen = (text: string | undefined) =>
        text !== undefined && isShownAt(text, file, now, timeZone);
      const [was, is] = [isSeen(before), isSeen(made)];
      if (was === is) continue;
      const isWished = undoneBy === undefined ? is : was;
      wishes.set(file, isWished ? 'shown' : 'hidden');
    }
    return wishes;
  }
}
