import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '#journal/content/entry.ts';
import { visibility } from '#journal/public/gate.ts';
import { formatMoment } from '#journal/schema/moment.ts';
import { readSite } from '../../content/contentFolder.ts';
import { entryParts } from '../../content/entryParts.ts';
import { isForReaders } from '../../content/matter.ts';
import { changeWords } from '../../drafts/changeWords.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import type { KnownAddresses } from '../../drafts/knownAddress.ts';
import { type Request, versionOf } from '../../drafts/request.ts';
import { openLine } from '../../message/openText.ts';
import { uncertainWords } from '../../notify/uncertain.ts';
import { carryOn, changedWords } from '../../publish/carryOn.ts';
import { goneFromSiteWords } from '../../publish/siteWords.ts';
import { english, talk } from '../../talk/talk.ts';
import type { Answer, Command } from '../dialogue/command.ts';
import { currentEntry, editEntry, type Wish } from '../entry/entryEdit.ts';
import { endArticle } from '../entry/progress.ts';
import { discardDraft, publishDraft } from '../entry/publishing.ts';
import { readSchedule } from '../entry/publishTime.ts';
import { goneWords, whyUnread } from '../entry/unread.ts';
import { aboutEntry, type CommandHandler, type CommandTools } from './commandTools.ts';

const deletableMilliseconds = 48 * 60 * 60_000;

/** Publishes an entry now, or at its date if that is to come. */
export const publish = aboutEntry(async (draft, command, tools) => {
  const words = openLine(command.words);
  if (words !== '') {
    const { timeZone } = await readSite(tools.config.contentFolder);
    const isTime = readSchedule(words, command.request.at, timeZone).is !== 'unknown';
    const which = isTime ? `/schedule ${words}` : '/schedule';
    return { text: talk('publishTakesNoWords', { command: which }), draft };
  }
  const { text } = await publishDraft(draft, tools, command.request);
  return { text, draft };
});

/** Puts a draft away. */
export const discard = aboutEntry(async (draft, command, tools) => {
  const { text } = await discardDraft(draft, tools, command.request);
  return { text };
});

/** Makes a published or scheduled entry a draft again; the mirror takes its post down. */
export const unpublish = aboutEntry((draft, command, tools) =>
  becomeDraft(draft, command, tools, true),
);

/** The same of an entry that nobody has seen yet: one that readers have stays, since its post could not be had back. */
export const unschedule = aboutEntry((draft, command, tools) =>
  becomeDraft(draft, command, tools, false),
);

async function becomeDraft(
  draft: Draft,
  command: Command,
  tools: CommandTools,
  mayBeShown: boolean,
): Promise<Answer> {
  const { clock, addresses, changes } = tools;
  const entry = await currentEntry(draft, tools);
  if (!entry) return { text: (await whyUnread(draft, tools)) ?? goneWords(draft.file), draft };
  if (entry.draft) {
    const isAgain = changes.fileOf(command.request) !== undefined;
    const uncertain = uncertainWords(entry.id, tools);
    if (!isAgain) return { text: talk('draftAlready', { file: draft.file }) + uncertain, draft };
    const trouble = await carryOn(draft, `Unpublish ${draft.file}`, tools);
    const gone = goneFromSiteWords(tools.config.publish, trouble === '');
    return { text: talk('draftAgain', { file: draft.file }) + gone + uncertain + trouble, draft };
  }
  const state = visibility(entry, clock.now());
  if (changes.isMade(command.request)) return { text: sinceWords(draft.file, state), draft };
  const wasShown = state === 'published';
  if (wasShown && !mayBeShown)
    return { text: talk('publishedAlready', { file: draft.file }), draft };
  const wish = unpublishing(draft, wasShown, command.request, addresses);
  const edit = await editEntry(command.request, wish, tools);
  if (edit.is === 'refused') return { text: edit.why, draft };
  const trouble = await carryOn(draft, `Unpublish ${draft.file}`, tools);
  const uncertain = uncertainWords(entry.id, tools);
  if (!wasShown) {
    const text = talk('draftAgainUnscheduled', { file: draft.file }) + uncertain + trouble;
    return { text, draft };
  }
  const gone = goneFromSiteWords(tools.config.publish, trouble === '');
  const limit = postWords(entry, tools);
  const text = talk('draftAgain', { file: draft.file }) + limit + gone + uncertain + trouble;
  return { text, draft };
}

function unpublishing(
  draft: Draft,
  wasShown: boolean,
  { at }: Request,
  addresses: KnownAddresses,
): Wish {
  return {
    draft,
    what: 'changeUnpublish',
    concernsOthers: true,
    // A date to come would keep a later /publish waiting for it.
    decide({ source, site }) {
      addresses.note(draft.file, source, site);
      return wasShown ? { draft: true } : { draft: true, date: formatMoment(at, site.timeZone) };
    },
  };
}

/** What becomes of the post of an entry that is no longer published. */
function postWords({ date, syndication }: Entry, { channel, clock }: CommandTools): string {
  if (channel === undefined || syndication.length === 0) return '';
  const isOld = clock.now() - date.at > deletableMilliseconds;
  return ` ${talk(isOld ? 'postTooOld' : 'postTakenDown')}`;
}

function sinceWords(file: string, state: 'published' | 'scheduled' | 'draft'): string {
  return talk(state === 'published' ? 'publishedSince' : 'scheduledSince', { file });
}

const obstacles = {
  'changed-since': 'changedSince',
  'by-hand': 'undoByHand',
  'in-the-way': 'inTheWay',
} as const;

/** Takes back what came last: a question that is open, or the last change that was asked for in this chat. */
export const undo: CommandHandler = async ({ message, request }, tools) => {
  const { changes, config, store, clock, addresses, dialogue } = tools;
  // What it leaves is known by this: an edit of its message is no answer to that.
  const left = { ...request, messageId: -request.messageId };
  const question =
    dialogue.questionFor(left, request.at) ?? dialogue.questionFor(request, request.at);
  if (question && (changes.lastMadeAt(request) ?? 0) <= question.askedAt) {
    // Handled again, it takes back the same.
    dialogue.answer(question, left.messageId, versionOf(message));
    return talk('questionLeft');
  }
  dialogue.leaveQuestions(request);
  const site = await readSite(config.contentFolder);
  const outcome = await changes.undo(request, {
    folder: join(config.stateFolder, 'discarded'),
    timeZone: site.timeZone,
    parts: entryParts,
    leaving: (file, source) => addresses.note(file, source, site),
  });
  switch (outcome.is) {
    case 'nothing':
      return talk('nothingToUndo');
    case 'changed-since':
    case 'by-hand':
    case 'in-the-way':
      return talk(obstacles[outcome.is], { file: outcome.file, change: changeWords(outcome) });
    case 'undone': {
      const draft = store.ensure(outcome.file, clock.now());
      if (!existsSync(tools.drafts.path(outcome.file))) await endArticle(draft, request, tools);
      const trouble = outcome.wasPublic
        ? await carryOn(draft, `Undo: ${changeWords(outcome, english)}`, tools)
        : '';
      const words =
        trouble === '' && outcome.wasPublic
          ? await undoneWords(draft, outcome.wasShown, tools)
          : trouble;
      return { text: talk('takenBack', { change: changeWords(outcome) }) + words, draft };
    }
    default:
      return outcome satisfies never;
  }
};

/** When the site shows an entry again, or no longer. */
async function undoneWords(draft: Draft, wasShown: boolean, tools: CommandTools): Promise<string> {
  return isForReaders(await tools.drafts.text(draft.file), draft.file)
    ? changedWords(draft, tools)
    : goneFromSiteWords(tools.config.publish, wasShown);
}
