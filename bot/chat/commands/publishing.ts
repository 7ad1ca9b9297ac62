import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { visibility } from '#journal/gate.ts';
import { formatMoment } from '#journal/moment.ts';
import { readSite } from '../../contentFolder.ts';
import type { CommandHandler } from '../command.ts';
import { currentEntry, type Edits, editEntry } from '../entryEdit.ts';
import { entryParts } from '../entryParts.ts';
import { carryOn, discardDraft, publishDraft } from '../publishing.ts';
import { targetOf } from '../target.ts';

const deletableMilliseconds = 48 * 60 * 60_000;

/** Publishes an entry now, or at its date if that is to come. */
export const publish: CommandHandler = async (command, tools) => {
  const target = await targetOf(command, tools);
  if (target.is === 'none') return target.why;
  const { draft } = target;
  return { text: await publishDraft(draft, tools, command.request), draft };
};

/** Puts a draft away. */
export const discard: CommandHandler = async (command, tools) => {
  const target = await targetOf(command, tools);
  if (target.is === 'none') return target.why;
  const text = await discardDraft(target.draft, tools, command.request);
  return { text: text.startsWith('Discarded') ? `${text}\n/undo brings it back.` : text };
};

/** Makes a published or scheduled entry a draft again; the mirror takes its post down. */
export const unpublish: CommandHandler = async (command, tools) => {
  const target = await targetOf(command, tools);
  if (target.is === 'none') return target.why;
  const { draft } = target;
  const { clock, dialogue, changes } = tools;
  const entry = await currentEntry(draft, tools);
  if (entry?.draft) {
    const isAgain = changes.fileOf(command.request) !== undefined;
    if (!isAgain) return { text: `${draft.file} is a draft already.`, draft };
    const trouble = await carryOn(draft, `Unpublish ${draft.file}`, tools);
    return { text: `${draft.file} is a draft again.${trouble}`, draft };
  }
  const wasShown = entry !== undefined && visibility(entry, clock.now()) === 'published';
  if (wasShown) dialogue.wasPublic(draft.file);
  const { timeZone } = await readSite(tools.config.contentFolder);
  const wish = {
    draft,
    what: `taking ${draft.file} off`,
    concernsOthers: false,
    // A date to come would keep a later /publish waiting for it.
    decide: (): Edits =>
      wasShown
        ? { draft: true }
        : { draft: true, date: formatMoment(command.request.at, timeZone) },
  };
  const edit = await editEntry(command.request, wish, tools);
  if (edit.is === 'refused') return { text: edit.why, draft };
  const trouble = await carryOn(draft, `Unpublish ${draft.file}`, tools);
  if (!wasShown)
    return { text: `${draft.file} is a draft again; it goes out at no time.${trouble}`, draft };
  const isOld = clock.now() - entry.date.at > deletableMilliseconds;
  const hasPost = tools.channel !== undefined && entry.syndication.length > 0;
  const limit = isOld
    ? 'Its post in the channel is older than 48 hours, which Telegram lets no bot delete: if it refuses, I tell you, and you take it down by hand.'
    : 'Its post in the channel is taken down; Telegram lets me do that within 48 hours of posting.';
  return {
    text: `${draft.file} is a draft again.${hasPost ? ` ${limit}` : ''}${trouble}`,
    draft,
  };
};

/** Takes back the last change that was asked for in this chat. */
export const undo: CommandHandler = async ({ request }, tools) => {
  const { changes, config, store, clock, dialogue } = tools;
  const outcome = await changes.undo(request, join(config.stateFolder, 'discarded'), entryParts);
  switch (outcome.is) {
    case 'nothing':
      return 'There is nothing left to take back.';
    case 'changed-since':
      return `${outcome.file} was changed since, by hand or from elsewhere, so I leave it as it is. To take back: ${outcome.what}.`;
    case 'in-the-way':
      return `${outcome.file} is there again, so I leave both as they are. To take back: ${outcome.what}. Move one of the two first.`;
    case 'undone': {
      const draft = store.ensure(outcome.file, clock.now());
      if (!existsSync(tools.drafts.path(outcome.file))) dialogue.endCompositionOf(draft, request);
      const trouble = outcome.wasPublic ? await carryOn(draft, `Undo: ${outcome.what}`, tools) : '';
      return { text: `Taken back: ${outcome.what}.${trouble}`, draft };
    }
    default: {
      const never: never = outcome;
      return never;
    }
  }
};
