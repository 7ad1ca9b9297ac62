import { fromHtml } from 'hast-util-from-html';
import { htmlNames } from './htmlNames.ts';
import { textOf } from './tree.ts';

const tagLike = /<\/?([a-z]\w*)[^<>]*>/gi;

/** A text with what looks like a tag written anew where that is one of HTML, or of a program, and where it is words: `Vec<T>`. */
export function withTags(text: string, tag: (whole: string) => string, words: typeof tag): string {
  return text.replace(tagLike, (whole, name: string) =>
    htmlNames.has(name.toLowerCase()) || /[-:=]/.test(whole) ? tag(whole) : words(whole),
  );
}

/** The words of a line of HTML, with entities and tags read, as titles of many programs have them. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  const read = withTags(html, String, (whole) => whole.replace('<', '&lt;'));
  return textOf(fromHtml(read, { fragment: true }))
    .replace(/\s+/g, ' ')
    .trim();
}
