import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shownAddress } from '#journal/address/base.ts';
import { commentsFile } from '#journal/content/comments.ts';
import type { Entry } from '#journal/content/entry.ts';
import { isStopping } from '#journal/fault/fault.ts';
import { visibility } from '#journal/public/gate.ts';
import { brokenPictures } from '../../content/brokenPictures.ts';
import { clashOf } from '../../content/clashes.ts';
import { readJournal, readSite } from '../../content/contentFolder.ts';
import { entryParts } from '../../content/entryParts.ts';
import { readMatter } from '../../content/matter.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import { type PublishOutcome, publishedText } from '../../drafts/publishedText.ts';
import type { Request } from '../../drafts/request.ts';
import { uncertainWords } from '../../notify/uncertain.ts';
import { carryOnIfPublished } from '../../publish/carryOn.ts';
import { publishedWords, scheduledWords } from '../../publish/siteWords.ts';
import { talk } from '../../talk/talk.ts';
import { currentEntry } from './entryEdit.ts';
import type { EntryTools } from './entryTools.ts';
import { endArticle } from './progress.ts';
import { momentInWords } from './publishTime.ts';
import { clashWords, faultLines, goneWords, whyUnread } from './unread.ts';

/** What became of a draft, in words for the owner. */
export interface DraftNews {
  readonly text: string;
  /** Whether it is no longer a draft, or no longer there. */
  readonly isOver: boolean;
}

/** What waited for longer may no longer be wanted. */
const longestWaitMilliseconds = 10 * 60_000;

/** What is done with a whole draft. */
export type DraftAct = (draft: Draft, tools: EntryTools, request: Request) => Promise<DraftNews>;

/** Publishes a draft, carries it on and mirrors it. */
export const publishDraft: DraftAct = async (draft, tools, request) => {
  const { drafts, clock, config, changes, addresses } = tools;
  const { file } = draft;
  const source = await drafts.text(file);
  const why = await whyUnread(draft, tools);
  if (why !== undefined) return { text: why, isOver: source === undefined };
  const broken = await brokenPictures(file, source ?? '', (one) => drafts.path(one));
  if (broken !== '')
    return {
      text: `${talk('brokenPictures', { file })}\n${broken}`,
      isOver: false,
    };
  const site = await readSite(config.contentFolder);
  const aliases = (before: string, after: string) =>
    addresses.aliasesKept(file, before, after, site);
  const now = clock.now();
  const { text } = publishedText(file, source ?? '', now, site.timeZone, aliases);
  const late = text === undefined ? undefined : lateWords(draft, request, site.timeZone, tools);
  if (late !== undefined) return { text: late, isOver: false };
  const clash = text !== undefined && (await clashOf(config.contentFolder, { file, source: text }));
  if (clash)
    return {
      text: talk('notPublished', { file, fault: clashWords(clash, file) }),
      isOver: false,
    };
  const publish = () => drafts.publish(file, now, site.timeZone, aliases);
  const outcome = changes.isMade(request)
    ? 'published'
    : await changes.recording(request, file, 'changePublish', publish);
  if (outcome === 'missing') return { text: goneWords(file), isOver: true };
  addresses.note(file, await readFile(drafts.path(file), 'utf8'), site);
  const trouble = await carryOnIfPublished(draft, tools, `Publish ${file}`);
  await endArticle(draft, request, tools);
  if ((await currentEntry(draft, tools))?.draft)
    return { text: talk('wasPublished', { file }), isOver: false };
  return { text: `${await newsOf(draft, outcome, trouble === '', tools)}${trouble}`, isOver: true };
};

/** What is said where something was in the way for long; undefined where that is not so, or where it was begun before. */
function lateWords(
  { file }: Draft,
  request: Request,
  timeZone: string,
  tools: EntryTools,
): string | undefined {
  const asked = longAgo(request, tools);
  if (asked === undefined || tools.changes.fileOf(request) !== undefined) return undefined;
  return talk('publishAgain', { file, moment: momentInWords(asked, timeZone) });
}

/** When something was asked for, where that is too long ago to go out unasked. */
export function longAgo(request: Request, { clock, inbox }: EntryTools): number | undefined {
  const asked = inbox.received.at(request) ?? clock.now();
  return clock.now() - asked > longestWaitMilliseconds ? asked : undefined;
}

async function newsOf(
  { file }: Draft,
  outcome: PublishOutcome,
  isCarried: boolean,
  { config, clock }: EntryTools,
): Promise<string> {
  const { journal, faults } = await readJournal(config.contentFolder);
  const { url, timeZone } = journal.site;
  const entry = journal.entries.find((one) => one.file === file);
  const own = faults.filter((fault) => fault.file === file && isStopping(fault));
  const build = own.length === 0 ? '' : `\n${talk('untilMended')}\n`;
  const lacks = `${build}${faultLines(own)}`;
  if (!entry) return talk('publishedWithFaults', { file }) + lacks;
  const address = shownAddress(entry.path, url);
  if (visibility(entry, clock.now()) === 'scheduled')
    return `${talk('scheduledAt', { moment: momentInWords(entry.date.at, timeZone), address })}\n${scheduledWords(config.publish)} ${talk('scheduledNow')}${lacks}`;
  const verb = outcome === 'already' ? 'Already published' : 'Published';
  const isBuildable = isCarried && own.length === 0;
  return publishedWords(verb, file, address, config.publish, isBuildable) + lacks;
}

/** Moves a draft out of the journal, to where it can be had back. */
export const discardDraft: DraftAct = async (draft, tools, request) => {
  const { config, changes, drafts } = tools;
  const { file } = draft;
  const source = (await drafts.text(file)) ?? '';
  const entry = await currentEntry(draft, tools);
  if (changes.isUndone(request)) return { text: talk('wasDiscarded', { file }), isOver: false };
  const isAgain = changes.fileOf(request) !== undefined;
  if (!isAgain && source !== '' && readMatter(source, file)?.['draft'] !== 'true')
    return { text: await whyNotDiscarded(draft, entry, tools), isOver: entry !== undefined };
  const comments = entry ? [commentsFile(entry.id)] : [];
  const parts = [...entryParts(draft.file, source), ...comments];
  const folder = join(config.stateFolder, 'discarded');
  const kept = await changes.discard(request, draft.file, parts, folder);
  await endArticle(draft, request, tools);
  if (kept === undefined) return { text: goneWords(file), isOver: true };
  const uncertain = entry ? uncertainWords(entry.id, tools) : '';
  const text = `${talk('discarded', { file })}\n${talk('discardedKept', { folder: kept })}${uncertain}`;
  return { text, isOver: true };
};

async function whyNotDiscarded(
  draft: Draft,
  entry: Entry | undefined,
  tools: EntryTools,
): Promise<string> {
  const { file } = draft;
  if (!entry) return `${talk('noDraftNotDiscarded', { file })}\n${await whyUnread(draft, tools)}`;
  const isShown = visibility(entry, tools.clock.now()) === 'published';
  return talk(isShown ? 'publishedNotDiscarded' : 'scheduledNotDiscarded', { file });
}
