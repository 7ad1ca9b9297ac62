import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import { wordsFile } from '#journal/content/ownWords.ts';
import { type Talk, talkOf } from '#journal/words/talk/talk.ts';
import { english, speaking } from './talk.ts';

interface Known {
  readonly sources: readonly string[];
  readonly talk: Talk;
}

const known = new Map<string, Known>();

/**
 * Does work that speaks the language of a journal, with its own words, as site.yaml and words.yaml have them by now. Where
 * they cannot be read, it speaks as it did before.
 */
export async function inJournalsLanguage<T>(
  contentFolder: string,
  work: () => T | Promise<T>,
): Promise<T> {
  return speaking(talkOfJournal(contentFolder), work);
}

/** The same as the files were when they were read last, for work that must not wait for them. */
export function inLanguageLastHeard<T>(contentFolder: string, work: () => T): T {
  return speaking(known.get(contentFolder)?.talk ?? english, work);
}

function talkOfJournal(contentFolder: string): Talk {
  const sources = ['site.yaml', wordsFile].map((file) => sourceOf(join(contentFolder, file)));
  const before = known.get(contentFolder);
  if (before?.sources.every((source, at) => source === sources[at])) return before.talk;
  const talk = talkIn(sources) ?? before?.talk ?? english;
  known.set(contentFolder, { sources, talk });
  return talk;
}

/** Read without a detour by other threads: it is asked for at every update, of two files that are small or not there. */
function sourceOf(path: string): string {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : '';
  } catch {
    return '';
  }
}

function talkIn([site = '', own = '']: readonly string[]): Talk | undefined {
  const { journal } = assembleJournal([
    { file: 'site.yaml', source: site },
    { file: wordsFile, source: own },
  ]);
  return journal && talkOf(journal.words);
}
