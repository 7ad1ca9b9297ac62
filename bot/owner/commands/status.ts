import { visibility } from '#journal/public/gate.ts';
import { readJournal } from '../../content/contentFolder.ts';
import type { Delivery } from '../../outbox/delivery.ts';
import { nameOf } from '../entry/entryCard.ts';
import { momentInWords } from '../entry/publishTime.ts';
import type { CommandHandler, CommandTools } from './commandTools.ts';
import { questionLines } from './questions.ts';
import { rightsLine } from './rights.ts';

const linesOfAKind = 5;
const longestReason = 160;

/** The state of everything that waits or needs the owner. */
export const status: CommandHandler = async (_, tools) => {
  const { journal, faults } = await readJournal(tools.config.contentFolder);
  const { timeZone } = journal.site;
  const now = tools.clock.now();
  const coming = journal.entries.filter((entry) => visibility(entry, now) === 'scheduled');
  const next = coming.at(-1);
  const drafts = journal.entries.filter((entry) => entry.draft).length;
  return [
    `Drafts: ${drafts}`,
    ...(next
      ? [`Next scheduled: ${nameOf(next)}, ${momentInWords(next.date.at, timeZone)}`]
      : ['Scheduled: nothing']),
    ...(coming.length > 1 ? [`  and ${coming.length - 1} after it`] : []),
    ...questionLines(tools),
    ...inboxLines(tools),
    ...outboxLines(tools, timeZone),
    ...buildLines(tools, timeZone),
    ...(await rightsLines(tools)),
    ...some(
      faults,
      ({ warning, file, line, what, cure }) =>
        `${warning ? 'Warning' : 'Fault'}: ${file}:${line}: ${what}; ${cure}`,
    ),
  ].join('\n');
};

function inboxLines({ inbox }: CommandTools): string[] {
  const { pending, failed } = inbox.counts();
  // The /status that is being answered is in the inbox itself.
  const waiting = `Inbox: ${Math.max(0, pending - 1)} waiting`;
  return [failed > 0 ? `${waiting}, ${failed} set aside; /retry tries them again` : waiting];
}

function outboxLines({ outbox }: CommandTools, timeZone: string): string[] {
  const waiting = outbox.pending();
  const [soonest] = [...waiting].sort((a, b) => a.runAt - b.runAt);
  const next = soonest ? `; next try ${momentInWords(soonest.runAt, timeZone)}` : '';
  const tried = (one: Delivery) =>
    one.attempts === 1 ? 'tried once' : `tried ${one.attempts} times`;
  return [
    `Outbox: ${waiting.length} waiting${next}`,
    ...some(
      waiting.filter((one) => one.error !== undefined),
      (one) => `  ${one.file}: ${reasonOf(one)} (${tried(one)})`,
    ),
    ...some(outbox.failed(), (one) => `Refused: ${one.file}: ${reasonOf(one)}`),
    ...some(outbox.uncertain(), (one) => `Uncertain: ${one.file}: ${reasonOf(one)}`),
  ];
}

function buildLines({ builds, config }: CommandTools, timeZone: string): string[] {
  const { mode } = config.publish;
  if (mode === 'none') return [];
  const last = builds.last();
  if (!last) return [`Publishing (${mode}): nothing yet`];
  const outcome = last.error === undefined ? 'went well' : `FAILED: ${cut(last.error)}`;
  return [`Last build (${mode}): ${momentInWords(last.at, timeZone)}, ${last.subject}: ${outcome}`];
}

async function rightsLines(tools: CommandTools): Promise<string[]> {
  const { api, config, channel, outbox } = tools;
  const own = channel
    ? [
        `Channel: ${channel.title}, entries there: ${outbox.copies.entryIds(channel.id).length}; ${await rightsLine(api, config.token, channel.id)}`,
      ]
    : ['Channel: none (TELEGRAM_CHANNEL is not set)'];
  const groups = groupsOf(tools)
    .slice(0, linesOfAKind)
    .map(async (id) => `Group ${id}: ${await rightsLine(api, config.token, id)}`);
  return [...own, ...(await Promise.all(groups))];
}

/** The groups that the bot listens in, by the ids that they have now; last the one where the channel is discussed. */
function groupsOf({ config, channel, groups }: CommandTools): number[] {
  const adoptions = groups.store.adoptions();
  const listed = config.groups.map((id) => adoptions.get(id) ?? id);
  return [...new Set([...listed, ...(channel?.linkedGroupId ? [channel.linkedGroupId] : [])])];
}

function some<T>(all: readonly T[], line: (one: T) => string): string[] {
  const lines = all.slice(0, linesOfAKind).map(line);
  return all.length > lines.length ? [...lines, `  and ${all.length - lines.length} more`] : lines;
}

function reasonOf({ error }: Delivery): string {
  return cut(error ?? 'no reason given');
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestReason ? `${line.slice(0, longestReason).trimEnd()}…` : line;
}
