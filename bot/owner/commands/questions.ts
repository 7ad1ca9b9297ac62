import { contactLifeMilliseconds } from '../../drafts/waiting.ts';
import type { CommandTools } from './commandTools.ts';

/** The questions that wait for an answer of the owner, each a line. */
export function questionLines(tools: CommandTools): string[] {
  const { notices, groups, comments, waiting, clock } = tools;
  const asked = (kind: 'posts' | 'removals') => notices.question(kind)?.about.length ?? 0;
  const lines = [
    ...(notices.question('journal') ? ['whether this is the journal of the channel'] : []),
    ...line(asked('posts'), 'new entry, whether to post it', 'new entries, whether to post them'),
    ...line(asked('removals'), 'post, whether to take it down', 'posts, whether to take them down'),
    ...line(comments.store.digest.undecided(), 'comment', 'comments'),
    ...line(groups.picks.asking().length, 'pick, for a name', 'picks, for names'),
    ...line(waiting.contacts(clock.now() - contactLifeMilliseconds), 'contact', 'contacts'),
  ];
  return lines.map((one) => `Waits for your answer: ${one}`);
}

function line(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}
