import { editFrontMatter } from '#journal/file/frontMatter.ts';
import { visibility } from '#journal/public/gate.ts';
import { formatMoment, momentAt } from '#journal/schema/moment.ts';
import { readSite } from '../../content/contentFolder.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import { openLine } from '../../message/openText.ts';
import { scheduledWords } from '../../publish/siteWords.ts';
import { talk } from '../../talk/talk.ts';
import { ask } from '../dialogue/asking.ts';
import { editEntry, type Wish } from '../entry/entryEdit.ts';
import { endArticle } from '../entry/progress.ts';
import { momentInWords, readSchedule, scheduleExamples } from '../entry/publishTime.ts';
import { aboutEntry, type CommandTools } from './commandTools.ts';

/** Publishes an entry at a time to come: its date says when, and the gate opens by the clock alone. */
export const schedule = aboutEntry(async (draft, command, tools) => {
  const { clock, config, changes } = tools;
  const words = openLine(command.words);
  const question = { command: 'schedule', draft } as const;
  if (words === '')
    return ask(command.request, question, talk('askWhen', { examples: scheduleExamples() }), tools);
  const { timeZone } = await readSite(config.contentFolder);
  // Words such as "in 2 hours" count from when they were written, however late they arrive.
  const read = readSchedule(words, command.request.at, timeZone);
  if (read.is === 'unknown')
    return {
      text: talk('unknownTime', { words, examples: scheduleExamples() }),
      draft,
      isRefused: true,
    };
  const isOver = read.at <= clock.now() && !changes.isMade(command.request);
  if (read.is === 'past' || isOver) {
    const text = talk('timeIsOver', { moment: momentInWords(read.at, timeZone) });
    return { text, draft, isRefused: true };
  }
  const date = read.isDay ? momentAt(read.at, timeZone).day : formatMoment(read.at, timeZone);
  const edit = await editEntry(command.request, wishFor(draft, date, tools), tools);
  if (edit.is === 'refused') return { text: edit.why, draft };
  await endArticle(draft, command.request, tools);
  const lines = [
    talk('scheduledIn', { moment: momentInWords(read.at, timeZone), zone: timeZone }),
    ...(read.clockChange === undefined ? [] : [talk(clockWords[read.clockChange])]),
    scheduledWords(config.publish),
    talk('scheduledHint', { file: draft.file }),
  ];
  return { text: lines.join('\n') + edit.trouble, draft };
});

function wishFor(draft: Draft, date: string, { addresses, clock }: CommandTools): Wish {
  return {
    draft,
    what: 'changeSchedule',
    concernsOthers: true,
    decide({ source, entry, site }) {
      if (entry && visibility(entry, clock.now()) === 'published')
        return talk('publishedAlready', { file: draft.file });
      const edits = { date, draft: undefined };
      if (!entry) return edits;
      const next = editFrontMatter(source, edits);
      const aliases = addresses.aliasesKept(draft.file, source, next, site);
      return aliases ? { ...edits, aliases } : edits;
    },
  };
}

const clockWords = { skipped: 'clockSkipped', repeated: 'clockRepeated' } as const;
