import { editFrontMatter } from '#journal/file/frontMatter.ts';
import { visibility } from '#journal/public/gate.ts';
import { formatMoment, momentAt } from '#journal/schema/moment.ts';
import { readSite } from '../../content/contentFolder.ts';
import { openLine } from '../../message/openText.ts';
import { scheduledWords } from '../../publish/siteWords.ts';
import { ask } from '../dialogue/asking.ts';
import { editEntry } from '../entry/entryEdit.ts';
import { endArticle } from '../entry/progress.ts';
import { momentInWords, readSchedule, scheduleExamples } from '../entry/publishTime.ts';
import { targetOf } from '../entry/target.ts';
import type { CommandHandler } from './commandTools.ts';

/** Publishes an entry at a time to come: its date says when, and the gate opens by the clock alone. */
export const schedule: CommandHandler = async (command, tools) => {
  const target = await targetOf(command, tools);
  if (target.is === 'none') return target.why;
  const { draft } = target;
  const { clock, config, changes } = tools;
  const words = openLine(command.words);
  const question = { command: 'schedule', draft } as const;
  if (words === '') return ask(command.request, question, `When? ${scheduleExamples}`, tools);
  const { timeZone } = await readSite(config.contentFolder);
  // Words such as "in 2 hours" count from when they were written, however late they arrive.
  const read = readSchedule(words, command.request.at, timeZone);
  if (read.is === 'unknown')
    return {
      text: `I do not know when “${words}” is. Expected: ${scheduleExamples}`,
      draft,
      isRefused: true,
    };
  const isOver = read.at <= clock.now() && !changes.isMade(command.request);
  if (read.is === 'past' || isOver) {
    const over = `${momentInWords(read.at, timeZone)} is over.`;
    return {
      text: `${over} Nothing is changed. Name a time to come, or /publish now.`,
      draft,
      isRefused: true,
    };
  }
  const date = read.isDay ? momentAt(read.at, timeZone).day : formatMoment(read.at, timeZone);
  const edit = await editEntry(
    command.request,
    {
      draft,
      what: `scheduling ${draft.file}`,
      concernsOthers: true,
      decide({ source, entry, site }) {
        if (entry && visibility(entry, clock.now()) === 'published')
          return `${draft.file} is published. /unpublish it first, or let it be.`;
        const edits = { date, draft: undefined };
        if (!entry) return edits;
        const next = editFrontMatter(source, edits);
        const aliases = tools.addresses.aliasesKept(draft.file, source, next, site);
        return aliases ? { ...edits, aliases } : edits;
      },
    },
    tools,
  );
  if (edit.is === 'refused') return { text: edit.why, draft };
  await endArticle(draft, command.request, tools);
  const lines = [
    `Scheduled for ${momentInWords(read.at, timeZone)}, ${timeZone}.`,
    ...(read.clockChange === undefined ? [] : [clockWords[read.clockChange]]),
    scheduledWords(config.publish),
    `${draft.file}; /unschedule makes it a draft again, /undo takes this back.`,
  ];
  return { text: lines.join('\n') + edit.trouble, draft };
};

const clockWords = {
  skipped:
    'The clocks go forward that night and skip the time that you named: it is an hour later.',
  repeated: 'The clocks go back that night and show this time twice: it is the first of the two.',
} as const;
