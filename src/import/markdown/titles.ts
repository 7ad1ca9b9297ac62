import { plainWords } from '#journal/text/markdown.ts';
import { plainText, withTags } from '../html/tree/plainText.ts';
import { KeptPieces } from '../item/keptPieces.ts';
import { keepingCode } from './code.ts';

/** The words of a heading, which is Markdown for certain. */
export function headingTitle(heading: string): string {
  const shown = (text: string) => withTags(text, String, (whole) => `\\${whole}`);
  return plainWords(keepingCode(`# ${heading}`, shown));
}

/** A title of front matter is plain words: what Markdown and HTML it has is taken off, as far as it is no part of them. */
export function plainTitle(title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const code = new KeptPieces();
  const text = title.replace(/(`+)(?!`)(.+?)(?<!`)\1(?!`)/g, (_, _ticks, words: string) =>
    code.keep(words.trim()),
  );
  const words = withTags(text, () => '', String)
    // What has one word in small letters between its signs is a name of programs: `__init__`.
    .replace(/(\*\*|(?<!\w)__(?![a-z\d_]+__))(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])/g, '$2');
  return code
    .restored(plainText(words.replaceAll('<', '&lt;')))
    .replace(/\s+/g, ' ')
    .trim();
}
