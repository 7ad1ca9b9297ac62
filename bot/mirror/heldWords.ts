import { type Fault, formatFault } from '#journal/fault/fault.ts';
import type { Pace } from '../base/chatPace.ts';
import type { Unfinished } from '../git/unfinished.ts';
import type { Channel } from '../outbox/channel.ts';
import { durationInWords, durationMilliseconds } from '../outbox/duration.ts';
import { isRemoval } from './guard.ts';
import type { EntryName } from './mirrorMemory.ts';
import type { MirrorOutcome } from './mirrorPass.ts';

const linesShown = 10;

/** What the words about a look are made of, beside what came of it. */
export interface HeldPlace {
  readonly channel: Channel;
  readonly pace: Pace;
  readonly contentFolder: string;
}

/** How a channel is called. */
export function channelName({ username, title }: Channel): string {
  return username === undefined ? title : `@${username}`;
}

/** What many posts at once would be. */
export function postsWords({ held }: MirrorOutcome, { channel, pace }: HeldPlace): string {
  const { posts, copies } = held;
  const time = durationInWords(durationMilliseconds(posts, pace));
  const none = copies === 0 ? ', which shows nothing of this journal yet' : '';
  return `${counted(posts.length, 'entry', 'entries')} would go to ${channelName(channel)} at once${none}. All of them, oldest first, take ${time}. Nothing of that is posted before you choose.\n${files(posts)}`;
}

/** What taking most of the channel down would be. */
export function removalsWords(
  { held }: MirrorOutcome,
  { channel, contentFolder }: HeldPlace,
): string {
  const { removals } = held;
  const before = held.gone > 0 ? `, after ${held.gone} within a day` : '';
  const foreign = held.isForeign
    ? `None of the entries that ${channelName(channel)} shows is in ${contentFolder}, so nothing is posted, edited or taken down. `
    : '';
  return `${foreign}${removals.length} of ${held.copies} posts would be taken down${before}, because their entries are not in ${contentFolder}, or not for readers. That is more often a wrong folder (JOURNAL_CONTENT) or another branch than a wish. Nothing is taken down before you choose.\n${files(removals)}`;
}

/** What another journal in the content folder would do to the channel. */
export function journalWords({ held, meant }: MirrorOutcome, { channel }: HeldPlace): string {
  const { deliveries, adoptions } = meant;
  const removals = deliveries.filter(isRemoval);
  const rest = deliveries.length - removals.length;
  return [
    `${channelName(channel)} shows the journal ${held.journal?.known}, and site.yaml says that this one is ${held.journal?.found}. So nothing is posted, edited or taken down before you choose.`,
    `${removals.length} of ${held.copies} posts would be taken down, and ${rest + adoptions.length} posted or edited.`,
    movedWords(held.journal?.known),
    files(deliveries),
  ].join('\n');
}

/** What to do where it is no other journal. */
function movedWords(known = ''): string {
  return `If it is the same journal, and has moved, write "formerly: ${known}" into site.yaml: then its posts are edited to lead there, and to feed readers its entries stay what they are.`;
}

/** What is wrong in files that were passed over. */
export function faultsWords(faults: readonly Fault[]): string {
  const lines = faults.slice(0, linesShown).map((fault) => `✗ ${formatFault(fault)}`);
  const more = faults.length - lines.length;
  return [
    'The channel is not told of these until they are mended; a post that is there stays as it is:',
    ...lines,
    ...(more > 0 ? [`… and ${more} more`] : []),
  ].join('\n');
}

/** That it is over. */
export const finishedWords =
  'Nothing is unfinished in git any more: the channel and the site are kept up to date again.';

/** What somebody has begun in git, and that all waits for its end. */
export function unfinishedWords({ what, folder, cure }: Unfinished): string {
  return `A ${what} in ${folder} is not finished. Until it is, nothing goes to the channel or to the site. ${cure}`;
}

function files(entries: readonly EntryName[]): string {
  const shown = entries.slice(0, linesShown).map(({ file }) => `- ${file}`);
  const more = entries.length - shown.length;
  return [...shown, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
