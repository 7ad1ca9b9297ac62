import { type Fault, formatFault } from '#journal/fault/fault.ts';
import type { Pace } from '../base/chatPace.ts';
import type { Unfinished } from '../git/unfinished.ts';
import type { Channel } from '../outbox/channel.ts';
import { durationInWords, durationMilliseconds } from '../outbox/duration.ts';
import { firstLines, talk } from '../talk/talk.ts';
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
  const values = { count: posts.length, channel: channelName(channel), time };
  const words = copies === 0 ? talk('askFirstPosts', values) : talk('askPosts', values);
  return `${words}\n${files(posts)}`;
}

/** What taking most of the channel down would be. */
export function removalsWords(
  { held }: MirrorOutcome,
  { channel, contentFolder }: HeldPlace,
): string {
  const { removals } = held;
  const foreign = held.isForeign
    ? `${talk('foreignFolder', { channel: channelName(channel), folder: contentFolder })} `
    : '';
  const values = { removals: removals.length, posts: held.copies, folder: contentFolder };
  const words =
    held.gone > 0
      ? talk('askMoreRemovals', { ...values, gone: held.gone })
      : talk('askRemovals', values);
  return `${foreign}${words}\n${files(removals)}`;
}

/** What another journal in the content folder would do to the channel. */
export function journalWords({ held, meant }: MirrorOutcome, { channel }: HeldPlace): string {
  const { deliveries, adoptions } = meant;
  const removals = deliveries.filter(isRemoval);
  const rest = deliveries.length - removals.length;
  return [
    talk('askJournal', {
      channel: channelName(channel),
      known: held.journal?.known ?? '',
      found: held.journal?.found ?? '',
    }),
    talk('journalChanges', {
      removals: removals.length,
      posts: held.copies,
      others: rest + adoptions.length,
    }),
    talk('journalMoved', { setting: `"formerly: ${held.journal?.known ?? ''}"` }),
    files(deliveries),
  ].join('\n');
}

/** What is wrong in files that were passed over. */
export function faultsWords(faults: readonly Fault[]): string {
  return `${talk('passedOverFaults')}\n${shortList(faults.map((fault) => `✗ ${formatFault(fault)}`))}`;
}

/** What somebody has begun in git, and that all waits for its end. */
export function unfinishedWords({ what, folder, cure }: Unfinished): string {
  return `${talk('gitUnfinished', { work: what, folder })} ${cure}`;
}

function files(entries: readonly EntryName[]): string {
  return shortList(entries.map(({ file }) => `- ${file}`));
}

function shortList(lines: readonly string[]): string {
  return firstLines(lines, linesShown, (count) => talk('more', { count })).join('\n');
}
