import type { Notes } from '../item/notes.ts';
import { withoutCode } from './code.ts';
import { withReplacements } from './destinations.ts';
import { withLinkedNotes } from './linkedNotes.ts';

/**
 * Footnotes that somebody typed by hand into Markdown, `[1]` in the text and a paragraph below that begins with `[1]`, as
 * `[^1]`. A number that has no such paragraph, or that is the label of a link, stays. Those that are links of HTML come
 * along; see {@link withLinkedNotes}.
 */
export function withTypedNotes(given: string, notes: Notes): string {
  const body = withLinkedNotes(given, notes);
  if (!/\[\d{1,3}\]/.test(body)) return body;
  const text = withoutCode(body);
  const replacements: { start: number; end: number; text: string }[] = [];
  const done = new Set<string>();
  for (const { 0: head, 1: number = '', index } of text.matchAll(
    /(?<=^|\n[ \t]*\n)\[(\d{1,3})\][ \t]+(?=\S)/g,
  )) {
    if (done.has(number) || new RegExp(`^ {0,3}\\[${number}\\]:`, 'm').test(text)) continue;
    const marks = [
      // Behind the beginning of a line, a colon is a sign of the sentence.
      ...text.matchAll(
        new RegExp(
          `(?<![\\]\\\\!])\\[${number}\\](?![[(]|(?<=^(?:[\\s>*+-]|\\d+[.)])*\\[\\d*\\]):)`,
          'gm',
        ),
      ),
    ].filter((mark) => mark.index !== index);
    if (marks.length === 0) continue;
    done.add(number);
    const label = text.includes(`[^${number}]`) ? `note-${number}` : number;
    replacements.push({ start: index, end: index + head.length, text: `[^${label}]: ` });
    for (const mark of marks) {
      const spaces = /[ \t]*$/.exec(text.slice(0, mark.index))?.[0].length ?? 0;
      replacements.push({
        start: mark.index - spaces,
        end: mark.index + mark[0].length,
        text: `[^${label}]`,
      });
    }
  }
  notes.changed('footnote', '[^1]', done.size);
  return withReplacements(body, replacements);
}
