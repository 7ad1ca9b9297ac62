import type { CommandLine, FlagValue } from '#journal/command/flag.ts';

/** What a person asks `npm run new` for. */
export interface Wish {
  readonly kind: 'article' | 'note';
  /** An article's title, or a note's text; a note may begin empty. */
  readonly words: string;
  readonly series: string | undefined;
  readonly tags: readonly string[];
  /** Whether the entry gets a folder of its own, for pictures beside it. */
  readonly folder: boolean;
  /** Whether to open it in an editor. */
  readonly edit: boolean;
}

/** What can be typed after `npm run new`. */
export const newCommand = {
  name: 'new',
  words: 'the title, or the text of a note',
  flags: {
    note: { type: 'boolean' },
    series: { type: 'string', multiple: true },
    tag: { type: 'string', multiple: true },
    folder: { type: 'boolean' },
    edit: { type: 'boolean', npmTakesItFor: ['editor'] },
  },
} as const satisfies CommandLine;

/** The wish that flags and words mean. @throws with everything that is wrong with it. */
export function readWish(
  flags: Readonly<Record<string, FlagValue | undefined>>,
  words: readonly string[],
): Wish {
  const list = (name: keyof typeof newCommand.flags) => [flags[name] ?? []].flat().map(String);
  const kind = flags['note'] ? 'note' : 'article';
  const text = words.join(' ').trim();
  const problems: string[] = [];
  if (kind === 'article' && text === '')
    problems.push('no title; expected npm run new -- "Title", or npm run new -- --note "Text"');
  if (list('series').length > 1)
    problems.push('--series twice; expected one series, as an entry is in one at most');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return {
    kind,
    words: kind === 'article' ? text.replace(/\s+/gu, ' ') : text,
    series: list('series')[0],
    tags: list('tag'),
    folder: flags['folder'] === true,
    edit: flags['edit'] === true,
  };
}
