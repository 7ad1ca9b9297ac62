import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '#journal/content/entry.ts';
import type { YamlValue } from '#journal/file/yamlEdit.ts';
import { isPublished } from '#journal/public/gate.ts';
import { formatMoment, momentAt } from '#journal/schema/moment.ts';
import { readEntries } from '../../content/contentFolder.ts';
import { databaseFile } from '../../state/database.ts';
import type { Answers } from '../answers/answers.ts';
import { configOf, type Session } from './session.ts';

/** What becomes of entries that are there when a channel begins: all are posted, or those that come, or the bot asks. */
export const entryWishes = ['all', 'new', 'ask'] as const;

/** One of {@link entryWishes}. */
export type EntryWish = (typeof entryWishes)[number];

/** Asks what becomes of the entries that are published already. */
export async function askEntries(session: Session, channel: string): Promise<void> {
  const { answers, terminal } = session;
  const entries = await publishedEntries(answers, session.now());
  if (entries.length === 0) return;
  if (isMirrored(answers, entries)) {
    terminal.say('The channel has entries of this journal already. The bot goes on with the rest.');
    return;
  }
  const many = entries.length === 1 ? '1 entry is' : `${entries.length} entries are`;
  const wish = await terminal.choose<EntryWish>(
    `${many} published already. What becomes of that in the channel?`,
    [
      { value: 'new', label: 'Only what comes from now on', hint: 'channel.since in site.yaml' },
      { value: 'all', label: 'All of it is posted, oldest first' },
      { value: 'ask', label: 'The bot asks when it starts' },
    ],
  );
  await answerEntries(answers, { channel, wish, entries, now: session.now() });
}

/** What is to become of which entries. */
export interface EntryDecision {
  readonly channel: string;
  readonly wish: EntryWish;
  readonly entries: readonly Entry[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Takes the wish down for `site.yaml`. */
export async function answerEntries(answers: Answers, decision: EntryDecision): Promise<void> {
  const { channel: name, wish } = decision;
  const before = answers.siteValue('channel');
  const { since: _, ...kept } =
    typeof before === 'object' && before !== null ? textsOf(before) : {};
  if (wish === 'new')
    answers.answer('channel', { ...kept, name, since: sinceNow(answers, decision) });
  else if (before !== undefined)
    answers.answer('channel', Object.keys(kept).length > 1 ? { ...kept, name } : name);
}

function textsOf(value: object): Record<string, YamlValue> {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, String(one)]));
}

/** This day where nothing of it is there yet, so that it may still be written by hand; else this moment. */
function sinceNow(answers: Answers, { entries, now }: EntryDecision): string {
  const timeZone = answers.siteText('timeZone') ?? 'UTC';
  const { day } = momentAt(now, timeZone);
  return entries.some((entry) => entry.date.day >= day) ? formatMoment(now, timeZone) : day;
}

/** Entries that readers see and that belong into a channel; none where the journal cannot be read. */
export async function publishedEntries(answers: Answers, now: number): Promise<readonly Entry[]> {
  try {
    const { journal } = await readEntries(answers.journal.folder);
    return journal.entries.filter((entry) => isPublished(entry, now) && entry.mirror !== false);
  } catch {
    // Whoever looks at the content tells what is wrong with it.
    return [];
  }
}

/** Whether entries are in a channel already: to leave them out would take them down. */
export function isMirrored(answers: Answers, entries: readonly Entry[]): boolean {
  const { stateFolder } = configOf(answers);
  return (
    existsSync(join(stateFolder, databaseFile)) ||
    entries.some(({ syndication }) => syndication.some((url) => url.startsWith('https://t.me/')))
  );
}
