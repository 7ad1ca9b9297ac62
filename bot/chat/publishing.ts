import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commentsFile } from '#journal/comments.ts';
import type { Entry } from '#journal/entry.ts';
import { formatFault } from '#journal/fault.ts';
import { visibility } from '#journal/gate.ts';
import { absoluteAddress } from '#journal/permalink.ts';
import { readJournal, readSite } from '../contentFolder.ts';
import type { Draft } from '../drafts/draftStore.ts';
import { readMatter } from '../drafts/matter.ts';
import { messageOf } from '../log.ts';
import { entryParts } from './entryParts.ts';
import type { HandlerTools } from './handlerTools.ts';
import { aliasesKept } from './knownAddress.ts';
import type { Request } from './request.ts';
import { momentInWords } from './schedule.ts';

/** Publishes a draft, carries it on and mirrors it. The answer is a sentence for the owner. */
export async function publishDraft(
  draft: Draft,
  tools: HandlerTools,
  request?: Request,
): Promise<string> {
  const { drafts, clock, config, changes } = tools;
  const site = await readSite(config.contentFolder);
  const { timeZone } = site;
  const publish = () =>
    drafts.publish(draft.file, clock.now(), timeZone, (before, after) =>
      aliasesKept(draft.file, before, after, site, tools),
    );
  const outcome = await (request
    ? changes.recording(request, draft.file, `publishing ${draft.file}`, publish)
    : publish());
  if (request) tools.dialogue.endCompositionOf(draft, request);
  if (outcome === 'missing') return `${draft.file} is no longer there.`;
  const trouble = await carryOn(draft, `Publish ${draft.file}`, tools);
  const { entry, words } = await addressOrFaults(draft.file, config.contentFolder);
  if (entry && visibility(entry, clock.now()) === 'scheduled')
    return `Scheduled for ${momentInWords(entry.date.at, timeZone)}: ${words}\n/unschedule, then /publish, publishes it now.${trouble}`;
  return `${outcome === 'already' ? 'Already published' : 'Published'}: ${words}${trouble}`;
}

/** After a change of an entry that readers see: the change goes where publishing went. Drafts stay at home. */
export async function carryOnIfPublished(draft: Draft, tools: HandlerTools): Promise<string> {
  const source = await readFile(tools.drafts.path(draft.file), 'utf8');
  const isDraft = readMatter(source, draft.file)?.['draft'] === 'true';
  return isDraft ? '' : carryOn(draft, `Change ${draft.file}`, tools);
}

/** Moves a draft out of the journal, to where it can be had back. The answer is a sentence for the owner. */
export async function discardDraft(
  draft: Draft,
  tools: HandlerTools,
  request: Request,
): Promise<string> {
  const { config, changes } = tools;
  const { journal, onDisk } = await readJournal(config.contentFolder);
  const entry = journal.entries.find((one) => one.file === draft.file);
  if (entry && !entry.draft) return `${draft.file} is published; it is not discarded.`;
  const source = await readFile(onDisk(draft.file), 'utf8').catch(() => '');
  const comments = entry ? [commentsFile(entry.id)] : [];
  const parts = [...entryParts(draft.file, source), ...comments];
  const folder = join(config.stateFolder, 'discarded');
  const kept = await changes.discard(request, draft.file, parts, folder);
  tools.dialogue.endCompositionOf(draft, request);
  return kept === undefined
    ? `${draft.file} is no longer there.`
    : `Discarded. It is kept in ${kept}`;
}

/** Carries an entry on and mirrors it. The answer says what went wrong; the file is written whatever happens here. */
export async function carryOn(draft: Draft, subject: string, tools: HandlerTools): Promise<string> {
  const { drafts } = tools;
  const source = await readFile(drafts.path(draft.file), 'utf8').catch(() => '');
  const files = entryParts(draft.file, source).map((part) => drafts.path(part));
  return carryFilesOn(files, subject, tools);
}

/** Carries files (absolute paths) on, and mirrors the journal. The answer says what went wrong. */
export async function carryFilesOn(
  files: readonly string[],
  subject: string,
  { publishHook, log, mirror }: HandlerTools,
): Promise<string> {
  const steps = [() => publishHook(files, subject), mirror];
  let trouble = '';
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      log.error('publishing went no further than the file', {
        subject,
        reason: messageOf(error),
      });
      trouble += `\nThe file is written, but: ${messageOf(error).slice(0, 800)}`;
    }
  }
  return trouble;
}

async function addressOrFaults(
  file: string,
  contentFolder: string,
): Promise<{ entry: Entry | undefined; words: string }> {
  const { journal, faults } = await readJournal(contentFolder);
  const entry = journal.entries.find((one) => one.file === file);
  if (entry) return { entry, words: absoluteAddress(entry.path, journal.site.url) };
  const own = faults.filter((fault) => fault.file === file).map((fault) => formatFault(fault));
  const words = `${file}, which cannot be shown until this is mended:\n${own.join('\n')}`;
  return { entry, words: words.slice(0, 2000) };
}
