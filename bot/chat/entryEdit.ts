import * as fileSystem from 'node:fs/promises';
import { type Entry, readEntry } from '#journal/entry.ts';
import type { Fault } from '#journal/fault.ts';
import { readContentFolder } from '#journal/folder.ts';
import { editFrontMatter, type FrontMatterValue } from '#journal/frontMatter.ts';
import { assembleJournal, type Journal } from '#journal/journal.ts';
import type { Site } from '#journal/schema/site.ts';
import { readSite } from '../contentFolder.ts';
import type { Draft } from '../drafts/draftStore.ts';
import { messageOf } from '../log.ts';
import type { HandlerTools } from './handlerTools.ts';
import { carryOnIfPublished } from './publishing.ts';
import type { Request } from './request.ts';

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
      /** What went wrong after the file was written; empty where nothing did. */
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
}

/** Edits an entry's front matter, if the journal's own schema takes the result; otherwise nothing is written. */
export async function editEntry(
  request: Request,
  wish: Wish,
  tools: HandlerTools,
): Promise<EntryEdit> {
  const { file } = wish.draft;
  const { contentFolder } = tools.config;
  const site = await readSite(contentFolder);
  let result: Entry | undefined;
  const outcome = await tools.changes.change(request, file, wish.what, async (source) => {
    const before = readEntry(file, source, site);
    const texts = wish.concernsOthers
      ? (await readContentFolder(contentFolder, fileSystem)).texts
      : undefined;
    const assembled = texts && assembleJournal(texts);
    const edits = wish.decide({ source, entry: before.entry, site }, assembled?.journal);
    if (typeof edits === 'string') return { why: edits };
    const next = edited(source, edits);
    if (next instanceof Error) return { why: `${file}: ${messageOf(next)}` };
    const after = readEntry(file, next, site);
    result = after.entry;
    const others = texts?.map((one) => (one.file === file ? { file, source: next } : one));
    const fault =
      newFault(after.faults, before.faults) ??
      (others && newFault(assembleJournal(others).faults, assembled?.faults ?? []));
    return fault ? { why: refusal(fault) } : next;
  });
  switch (outcome.is) {
    case 'changed':
    case 'same': {
      // Handled again, it may have got no further than the file.
      const isToCarryOn = outcome.is === 'changed' || tools.changes.fileOf(request) !== undefined;
      return {
        is: 'edited',
        entry: result,
        trouble: isToCarryOn ? await carryOnIfPublished(wish.draft, tools) : '',
      };
    }
    case 'missing':
      return { is: 'refused', why: `${file} is no longer there. /undo may bring it back.` };
    case 'refused':
      return outcome;
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

function edited(source: string, edits: Edits): string | Error {
  try {
    return editFrontMatter(source, edits);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** What is wrong now and was not before, wherever its line is by now. */
function newFault(after: readonly Fault[], before: readonly Fault[]): Fault | undefined {
  const known = new Set(before.map(({ file, what }) => `${file} ${what}`));
  return after.find(({ file, what }) => !known.has(`${file} ${what}`));
}

function refusal({ file, what, expected, cure }: Fault): string {
  return `Nothing is changed in ${file}: ${what}; expected ${expected}; ${cure}.`;
}

/** An entry as its file says now; undefined where it is gone or cannot be read as one. */
export async function currentEntry(
  draft: Draft,
  { config, drafts }: HandlerTools,
): Promise<Entry | undefined> {
  const source = await fileSystem.readFile(drafts.path(draft.file), 'utf8').catch(() => undefined);
  if (source === undefined) return undefined;
  return readEntry(draft.file, source, await readSite(config.contentFolder)).entry;
}
