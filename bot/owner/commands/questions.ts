import { talk } from '../../talk/talk.ts';
import type { CommandTools } from './commandTools.ts';

/** The questions that wait for an answer of the owner, each a line. */
export function questionLines(
  tools: Pick<CommandTools, 'comments' | 'groups' | 'notices' | 'waiting'>,
): string[] {
  const { notices, groups, comments, waiting } = tools;
  const asked = (kind: 'posts' | 'removals') => notices.question(kind)?.about.length ?? 0;
  const lines = [
    ...(notices.question('journal') ? [talk('openJournal')] : []),
    ...line(asked('posts'), 'openPosts'),
    ...line(asked('removals'), 'openRemovals'),
    ...line(comments.store.digest.undecided(), 'openComments'),
    ...line(groups.picks.asking().length, 'openPicks'),
    ...line(waiting.contacts(), 'openContacts'),
  ];
  return lines.map((what) => talk('waitsForYou', { what }));
}

type Counted = 'openPosts' | 'openRemovals' | 'openComments' | 'openPicks' | 'openContacts';

function line(count: number, what: Counted): string[] {
  return count === 0 ? [] : [talk(what, { count })];
}
