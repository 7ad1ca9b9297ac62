import type { Fault } from './fault.ts';

/** The first thing in plain words that would be more than words in Markdown or HTML. */
export function plainMark(text: string): string | undefined {
  return sign.test(text) ? markup.exec(text)?.[0] : undefined;
}

/** One of these is in all that is looked for. Looking for that itself takes longer than reading the file. */
const sign = /[*|~<&[]/;

/** The warning of words that stand where Markdown is none: in lists, feeds, cards and windows. `where` is said behind `in`. */
export function plainWarning(
  place: Pick<Fault, 'file' | 'line'>,
  where: string,
  text: string,
): Fault[] {
  const mark = plainMark(text);
  if (mark === undefined) return [];
  return [
    {
      ...place,
      kind: 'marked-title',
      what: `${mark} in ${where}, which shows as it is typed`,
      expected: 'plain words',
      cure: 'write the words alone',
      warning: true,
    },
  ];
}

/** Letters beside which an asterisk is none of Markdown. */
const letter = String.raw`[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{N}*]`;

const stressed = String.raw`(?<!${letter})(\*{1,2})(?=[^\s*])[^*]*[^\s*]\1(?!${letter})`;
/** Struck out, or hidden. */
const paired = String.raw`(?<![\p{L}\p{N}~|])(\|\||~~)(?=[^\s~|])[^~|]*[^\s~|]\2(?![\p{L}\p{N}~|])`;
const element =
  '<\\/?(?:a|abbr|b|br|cite|code|del|em|i|kbd|mark|q|s|small|span|strong|sub|sup|u)(?:\\s[^<>]*)?>';
const reference = String.raw`&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]{1,30});`;
const link = String.raw`\[[^[\]]+\]\([^()\s]+\)`;
/** None that is a class of characters, such as `[^a-z]`. */
const footnote = String.raw`\[\^(?!(?:\w-\w|\\\w)+\])[^[\]\s]+\]`;
/** None with a space at its ends, as shells have a test. */
const named = String.raw`\[\[(?!\s)[^[\]]*[^[\]\s]\]\]`;

const markup = new RegExp(
  [stressed, paired, element, reference, link, footnote, named].join('|'),
  'iu',
);
