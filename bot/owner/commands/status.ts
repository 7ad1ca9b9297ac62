import { visibility } from '#journal/public/gate.ts';
import { readJournal } from '../../content/contentFolder.ts';
import type { Delivery } from '../../outbox/delivery.ts';
import { cutShort, firstLines, type KeyTelling, talk } from '../../talk/talk.ts';
import { nameOf } from '../entry/entryCard.ts';
import { momentInWords } from '../entry/publishTime.ts';
import { unreadIn } from '../entry/unread.ts';
import type { CommandHandler, CommandTools } from './commandTools.ts';
import { groupName, rightsLine } from './rights.ts';

const linesOfAKind = 5;
const longestReason = 160;

/** The state of everything that waits or needs the owner. */
export const status: CommandHandler = async (_, tools) => {
  const read = await readJournal(tools.config.contentFolder).catch(unreadIn);
  if (typeof read === 'string') return [read, ...(await linesBeside('UTC', tools))].join('\n');
  const { journal, faults } = read;
  const { timeZone } = journal.site;
  const now = tools.clock.now();
  const coming = journal.entries.filter((entry) => visibility(entry, now) === 'scheduled');
  const next = coming.at(-1);
  const drafts = journal.entries.filter((entry) => entry.draft).length;
  return [
    talk('draftsCount', { number: drafts }),
    ...(next
      ? [
          talk('nextScheduled', {
            name: nameOf(next),
            moment: momentInWords(next.date.at, timeZone),
          }),
        ]
      : [talk('scheduledNothing')]),
    ...(coming.length > 1 ? [talk('afterThat', { number: coming.length - 1 })] : []),
    ...(await linesBeside(timeZone, tools)),
    ...some(faults, ({ warning, file, line, what, cure }) =>
      talk(warning ? 'warningLine' : 'faultLine', { fault: `${file}:${line}: ${what}; ${cure}` }),
    ),
  ].join('\n');
};

/** What is not in the journal. */
async function linesBeside(timeZone: string, tools: CommandTools): Promise<string[]> {
  return [
    ...questionLines(tools),
    ...inboxLines(tools),
    ...outboxLines(tools, timeZone),
    ...buildLines(tools, timeZone),
    ...(await rightsLines(tools)),
  ];
}

/** The questions that wait for an answer of the owner, each a line. */
function questionLines(tools: CommandTools): string[] {
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

function line(count: number, what: KeyTelling<'count'>): string[] {
  return count === 0 ? [] : [talk(what, { count })];
}

function inboxLines({ inbox }: CommandTools): string[] {
  const { pending, failed } = inbox.counts();
  // The /status that is being answered is in the inbox itself.
  const number = Math.max(0, pending - 1);
  return [failed > 0 ? talk('inboxFailed', { number, failed }) : talk('inboxWaits', { number })];
}

function outboxLines({ outbox }: CommandTools, timeZone: string): string[] {
  const waiting = outbox.pending();
  const [soonest] = [...waiting].sort((a, b) => a.runAt - b.runAt);
  const number = waiting.length;
  return [
    soonest
      ? talk('outboxNext', { number, moment: momentInWords(soonest.runAt, timeZone) })
      : talk('outboxWaits', { number }),
    ...some(
      waiting.filter((one) => one.error !== undefined),
      (one) => talk('triedTimes', { file: one.file, reason: reasonOf(one), count: one.attempts }),
    ),
    ...some(outbox.failed(), (one) =>
      talk('refusedLine', { file: one.file, reason: reasonOf(one) }),
    ),
    ...some(outbox.uncertain(), (one) =>
      talk('uncertainLine', { file: one.file, reason: reasonOf(one) }),
    ),
  ];
}

function buildLines({ builds, config }: CommandTools, timeZone: string): string[] {
  const { mode } = config.publish;
  if (mode === 'none') return [];
  const last = builds.last();
  if (!last) return [talk('neverPublished', { mode })];
  const { subject, error } = last;
  const values = { mode, moment: momentInWords(last.at, timeZone), subject };
  return [
    error === undefined
      ? talk('lastBuild', values)
      : talk('lastBuildFailed', { ...values, reason: cut(error) }),
  ];
}

async function rightsLines(tools: CommandTools): Promise<string[]> {
  const { api, config, channel, outbox } = tools;
  const own = channel
    ? [
        talk('channelState', {
          channel: channel.title,
          number: outbox.copies.entryIds(channel.id).length,
          rights: await rightsLine(api, config.token, channel.id),
        }),
      ]
    : [talk('noChannel')];
  const groups = groupsOf(tools)
    .slice(0, linesOfAKind)
    .map(async (id) =>
      talk('groupState', {
        group: await groupName(api, id),
        rights: await rightsLine(api, config.token, id),
      }),
    );
  return [...own, ...(await Promise.all(groups))];
}

/** The groups that the bot listens in, by the ids that they have now; last the one where the channel is discussed. */
function groupsOf({ config, channel, groups }: CommandTools): number[] {
  const adoptions = groups.store.adoptions();
  const listed = config.groups.map((id) => adoptions.get(id) ?? id);
  return [...new Set([...listed, ...(channel?.linkedGroupId ? [channel.linkedGroupId] : [])])];
}

function some<T>(all: readonly T[], line: (one: T) => string): string[] {
  return firstLines(all.map(line), linesOfAKind, (number) => talk('andMore', { number }));
}

function reasonOf({ error }: Delivery): string {
  return cut(error ?? talk('noReason'));
}

function cut(text: string): string {
  return cutShort(longestReason, text.replace(/\s+/g, ' ').trim());
}
