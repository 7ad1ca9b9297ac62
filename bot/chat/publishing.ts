import { readFile } from 'node:fs/promises';
import { formatFault } from '#journal/fault.ts';
import { absoluteAddress } from '#journal/permalink.ts';
import { readJournal, readSite } from '../contentFolder.ts';
import type { Draft } from '../drafts/draftStore.ts';
import { readMatter } from '../drafts/matter.ts';
import { messageOf } from '../log.ts';
import { entryFiles } from '../publishHook.ts';
import type { HandlerTools } from './handlerTools.ts';

const newsOf = {
  published: 'Published',
  already: 'Already published',
  scheduled: 'Scheduled for its date',
} as const;

/** Publishes a draft, carries it on and mirrors it. The answer is a sentence for the owner. */
export async function publishDraft(draft: Draft, tools: HandlerTools): Promise<string> {
  const { drafts, clock, config } = tools;
  const { timeZone } = await readSite(config.contentFolder);
  const outcome = await drafts.publish(draft.file, clock.now(), timeZone);
  if (outcome === 'missing') return `${draft.file} is no longer there.`;
  const trouble = await carryOn(draft, `Publish ${draft.file}`, tools);
  const address = await addressOrFaults(draft.file, config.contentFolder);
  return `${newsOf[outcome]}: ${address}${trouble}`;
}

/** After a change of an entry that readers see: the change goes where publishing went. Drafts stay at home. */
export async function carryOnIfPublished(draft: Draft, tools: HandlerTools): Promise<string> {
  const source = await readFile(tools.drafts.path(draft.file), 'utf8');
  const isDraft = readMatter(source, draft.file)?.['draft'] === 'true';
  return isDraft ? '' : carryOn(draft, `Change ${draft.file}`, tools);
}

/** Moves a draft out of the journal, to where it can be had back. The answer is a sentence for the owner. */
export async function discardDraft(draft: Draft, tools: HandlerTools): Promise<string> {
  const { journal } = await readJournal(tools.config.contentFolder);
  const entry = journal.entries.find((one) => one.file === draft.file);
  if (entry && !entry.draft) return `${draft.file} is published; it is not discarded.`;
  const kept = await tools.drafts.discard(draft.file, tools.config.stateFolder, tools.clock.now());
  return kept === undefined
    ? `${draft.file} is no longer there.`
    : `Discarded. It is kept in ${kept}`;
}

/** The answer says what went wrong; the file is written whatever happens here. */
async function carryOn(
  draft: Draft,
  subject: string,
  { publishHook, drafts, log, mirror }: HandlerTools,
): Promise<string> {
  const steps = [() => publishHook(entryFiles(drafts.path(draft.file)), subject), mirror];
  let trouble = '';
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      log.error('publishing went no further than the file', {
        file: draft.file,
        reason: messageOf(error),
      });
      trouble += `\nThe file is written, but: ${messageOf(error).slice(0, 800)}`;
    }
  }
  return trouble;
}

async function addressOrFaults(file: string, contentFolder: string): Promise<string> {
  const { journal, faults } = await readJournal(contentFolder);
  const entry = journal.entries.find((one) => one.file === file);
  if (entry) return absoluteAddress(entry.path, journal.site.url);
  const own = faults.filter((fault) => fault.file === file).map((fault) => formatFault(fault));
  return `${file}, which cannot be shown until this is mended:\n${own.join('\n')}`.slice(0, 2000);
}
