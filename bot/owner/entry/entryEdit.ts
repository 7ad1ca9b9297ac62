import * as fileSystem from 'node:fs/promises';
import { type Entry, readEntry } from '#journal/content/entry.ts';
import type { ContentFile, Journal } from '#journal/content/journal.ts';
import {
  editFrontMatter,
  type FrontMatterValue,
  splitFrontMatter,
} from '#journal/file/frontMatter.ts';
import type { Site } from '#journal/schema/siteSchema.ts';
import { isByHand } from '../../content/byHand.ts';
import { clashOf, newFault } from '../../content/clashes.ts';
import { readEntries, readSite } from '../../content/contentFolder.ts';
import { changeFile } from '../../content/files.ts';
import { readMatter } from '../../content/matter.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import type { Request } from '../../drafts/request.ts';
import { carryEditOn, carryFilesOn } from '../../publish/carryOn.ts';
import type { PublishTools } from '../../publish/publishTools.ts';
import { talk } from '../../talk/talk.ts';
import type { EntryTools } from './entryTools.ts';
import { clashWords, goneWords, unreadWords } from './unread.ts';

/** Keys of the front matter to set, or to remove. */
export type Edits = Readonly<Record<string, FrontMatterValue | undefined>>;

/** An entry as a command finds it: `entry` is undefined where its file cannot be read as one. */
export interface Found {
  readonly source: string;
  readonly entry: Entry | undefined;
  readonly site: Site;
}

/** What became of a wish to edit an entry. */
export type EntryEdit =
  | {
      readonly is: 'edited';
      readonly entry: Entry | undefined;
      /** What is to be said beside it, such as what went wrong after the file was written; mostly empty. */
      readonly trouble: string;
    }
  | { readonly is: 'refused'; readonly why: string };

/** A wish to edit the front matter of an entry. */
export interface Wish {
  readonly draft: Draft;
  /** What the change is, as /undo tells it. */
  readonly what: string;
  /** Whether what others hold, such as a path, matters to it: then the whole journal is looked at. */
  readonly concernsOthers: boolean;
  /** The keys to set, or why nothing is set. */
  decide(found: Found, journal: Journal | undefined): Edits | string;
  /** What becomes of the text below the front matter; without it, nothing. */
  readonly body?: (body: string, found: Found) => string;
  /** A file that the entry needs with these edits: it is begun before them, where it is not there. */
  readonly needs?: ContentFile | undefined;
}

/** Edits an entry, if the journal's own schemas take the result; otherwise nothing is written. */
export async function editEntry(
  request: Request,
  wish: Wish,
  tools: EntryTools,
): Promise<EntryEdit> {
  const { file } = wish.draft;
  const written = writing(wish, await readSite(tools.config.contentFolder), tools);
  const outcome = await tools.changes.change(request, file, wish.what, written.change);
  switch (outcome.is) {
    case 'changed':
    case 'same':
    case 'changed-since': {
      // Handled again, it may have got no further than the file.
      const isToCarryOn =
        outcome.is === 'changed' || wish.needs || tools.changes.fileOf(request) !== undefined;
      const trouble = isToCarryOn ? await carryAllOn(wish, tools) : '';
      const since = outcome.is === 'changed-since' ? `\n${talk('changedAgain')}` : '';
      return {
        is: 'edited',
        entry: written.entry() ?? (await currentEntry(wish.draft, tools)),
        trouble: since + trouble,
      };
    }
    case 'missing':
      return { is: 'refused', why: goneWords(file) };
    case 'refused':
      return outcome;
    default:
      return outcome satisfies never;
  }
}

/** `change` gives what the file becomes, or why it stays; `entry` is what it has become. */
function writing(wish: Wish, site: Site, { config: { contentFolder }, drafts }: EntryTools) {
  const { file } = wish.draft;
  let result: Entry | undefined;
  const change = async (source: string): Promise<string | { readonly why: string }> => {
    const before = readEntry(file, source, site);
    const journal = wish.concernsOthers ? (await readEntries(contentFolder)).journal : undefined;
    const found = { source, entry: before.entry, site };
    const edits = wish.decide(found, journal);
    if (typeof edits === 'string') return { why: edits };
    const next = edited(found, edits, wish);
    const after = next === undefined ? undefined : readEntry(file, next, site);
    // An edit may be what an entry lacks to be one.
    if (next === undefined || !after || (!before.entry && !after.entry))
      return { why: unreadWords(file, before.faults) };
    const fault =
      newFault(after.faults, before.faults) ??
      (journal && (await clashOf(contentFolder, { file, source: next }, wish.needs)));
    if (fault) return { why: talk('nothingChanged', { file, fault: clashWords(fault, file) }) };
    const { needs } = wish;
    if (needs)
      await changeFile(drafts.path(needs.file), (current) =>
        current === undefined ? needs.source : undefined,
      );
    result = after.entry;
    return next;
  };
  return { change, entry: () => result };
}

/** What the entry needs goes first: without it the entry would stop the build elsewhere. */
async function carryAllOn({ draft, needs }: Wish, tools: PublishTools): Promise<string> {
  const before = needs
    ? await carryFilesOn([tools.drafts.path(needs.file)], `Begin ${needs.file}`, tools)
    : '';
  return before + (await carryEditOn(draft, tools));
}

/** The text with the edits; undefined where its front matter cannot be read. */
function edited(found: Found, edits: Edits, { draft, body: change }: Wish): string | undefined {
  if (readMatter(found.source, draft.file) === undefined) return undefined;
  const next = editFrontMatter(found.source, edits);
  const { body } = splitFrontMatter(next, draft.file);
  return change && !isByHand(draft.file)
    ? next.slice(0, next.length - body.length) + change(body, found)
    : next;
}

/** An entry as its file says now; undefined where it is gone or cannot be read as one. */
export async function currentEntry(
  draft: Draft,
  { config, drafts }: EntryTools,
): Promise<Entry | undefined> {
  const source = await fileSystem.readFile(drafts.path(draft.file), 'utf8').catch(() => undefined);
  if (source === undefined) return undefined;
  return readEntry(draft.file, source, await readSite(config.contentFolder)).entry;
}
