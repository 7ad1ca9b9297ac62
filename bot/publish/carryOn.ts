import { readEntry } from '#journal/content/entry.ts';
import { visibility } from '#journal/public/gate.ts';
import { messageOf } from '../base/log.ts';
import { brokenPictures } from '../content/brokenPictures.ts';
import { readSite } from '../content/contentFolder.ts';
import { entryParts } from '../content/entryParts.ts';
import { isForReaders } from '../content/matter.ts';
import type { Draft } from '../drafts/draftStore.ts';
import { talk } from '../talk/talk.ts';
import type { PublishTools } from './publishTools.ts';
import { changedOnSiteWords } from './siteWords.ts';

/** Both sides of a conflict have room in it. */
const longestReason = 2_000;

/** After a change of an entry that readers see: the change goes where publishing went. Drafts stay at home. */
export async function carryOnIfPublished(
  draft: Draft,
  tools: PublishTools,
  subject = `Change ${draft.file}`,
): Promise<string> {
  const isShown = isForReaders(await tools.drafts.text(draft.file), draft.file);
  return isShown ? carryOn(draft, subject, tools) : '';
}

/** The same after an edit: where it went well, the answer says when the site shows it. */
export async function carryEditOn(draft: Draft, tools: PublishTools): Promise<string> {
  const trouble = await carryOnIfPublished(draft, tools);
  return trouble === '' ? changedWords(draft, tools) : trouble;
}

/** When the site shows an entry as it is by now, as a line; empty where it does not show it. */
export async function changedWords({ file }: Draft, tools: PublishTools): Promise<string> {
  const { config, drafts, clock } = tools;
  const source = await drafts.text(file);
  if (source === undefined) return '';
  const { entry } = readEntry(file, source, await readSite(config.contentFolder));
  const isShown = entry !== undefined && visibility(entry, clock.now()) === 'published';
  const words = changedOnSiteWords(config.publish, isShown).trim();
  return words === '' ? '' : `\n${words}`;
}

/** Carries an entry on and mirrors it. The answer says what went wrong; the file is written whatever happens here. */
export async function carryOn(draft: Draft, subject: string, tools: PublishTools): Promise<string> {
  const onDisk = (file: string) => tools.drafts.path(file);
  const source = (await tools.drafts.text(draft.file)) ?? '';
  const broken = isForReaders(source, draft.file)
    ? await brokenPictures(draft.file, source, onDisk)
    : '';
  const parts = entryParts(draft.file, source);
  const trouble = await carryFilesOn(parts.map(onDisk), subject, tools);
  return broken === '' ? trouble : `\n${talk('untilMended')}\n${broken}${trouble}`;
}

/** Carries files (absolute paths) on, and mirrors the journal. The answer says what went wrong. */
export async function carryFilesOn(
  files: readonly string[],
  subject: string,
  tools: PublishTools,
): Promise<string> {
  const trouble = await handOn(files, subject, tools);
  const mirrored = await troubleOf(tools.mirror, subject, tools);
  // What ails the hook ails it for the syndication too.
  return trouble.startsWith(mirrored) ? trouble : trouble + mirrored;
}

/** Takes files (absolute paths) where publishing goes, for what the channel does not show. The answer says what went wrong. */
export function handOn(
  files: readonly string[],
  subject: string,
  tools: PublishTools,
): Promise<string> {
  return troubleOf(() => tools.publishHook(files, subject), subject, tools);
}

async function troubleOf(
  step: () => Promise<unknown>,
  subject: string,
  { log }: PublishTools,
): Promise<string> {
  try {
    const waits = await step();
    return typeof waits === 'string' ? `\n${talk('writtenBut', { reason: waits })}` : '';
  } catch (error) {
    const reason = messageOf(error);
    log.error('publishing went no further than the file', { subject, reason });
    return `\n${talk('writtenBut', { reason: reason.slice(0, longestReason) })}`;
  }
}
