import type { Notes } from '../item/notes.ts';
import { withoutCode } from './code.ts';
import { withReplacements } from './destinations.ts';

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

/** The mark of a footnote that somebody made of HTML in Markdown, and where it leads. */
const marks =
  /[ \t]*(?:<sup\b[^>]*>\s*(?:<a\b[^>]*\bhref="#([^"]+)"[^>]*>|\[)\s*\[?(\d{1,3})\]?\s*(?:<\/a>|\]\(#([^()\s]+)\))\s*<\/sup>|<a\b[^>]*\bhref="#([^"]+)"[^>]*>\s*<sup>\s*\[?(\d{1,3})\]?\s*<\/sup>\s*<\/a>|\[<sup>(\d{1,3})<\/sup>\]\(#([^()\s]+)\))/gi;

/** The beginning of a line that is such a note: an anchor, or a paragraph with an id. */
const heads =
  /^[ \t]*(?:<(?:p|div|small)\b[^>]*\bid="([^"]+)"[^>]*>|<a\b[^>]*\b(?:name|id)="([^"]+)"[^>]*>(?:[ \t]*<\/a>)?)/gim;

/** Footnotes whose marks are links of HTML to a paragraph further down, as `[^1]`. Links that lead to none stay. */
function withLinkedNotes(body: string, notes: Notes): string {
  if (!/<sup\b/i.test(body)) return body;
  const text = withoutCode(body);
  const notesById = new Map(notesIn(text).map((note) => [note.id, note]));
  const used = marksIn(text).flatMap((mark) => {
    const note = notesById.get(mark.id);
    return note && note.start > mark.start ? [{ mark, note }] : [];
  });
  const done = new Map(used.map(({ mark, note }) => [note.id, { ...note, number: mark.number }]));
  const label = (number: string) => (text.includes(`[^${number}]`) ? `note-${number}` : number);
  const numbers = new Map(used.map(({ mark }) => [mark.id, label(mark.number)]));
  notes.changed('footnote', '[^1]', done.size);
  return withReplacements(body, [
    ...used.map(({ mark }) => ({ ...mark, text: `[^${numbers.get(mark.id)}]` })),
    ...[...done.values()].map((note) => ({
      ...note,
      text: `[^${numbers.get(note.id)}]: ${wordsOf(body.slice(note.start, note.end), note.number)}`,
    })),
  ]);
}

function marksIn(text: string) {
  return [...text.matchAll(marks)].map(({ 0: whole, index, ...groups }) => ({
    id: groups[1] ?? groups[3] ?? groups[4] ?? groups[7] ?? '',
    number: groups[2] ?? groups[5] ?? groups[6] ?? '',
    start: index,
    end: index + whole.length,
  }));
}

/** Each note goes on to the next empty line, or to where another begins. */
function notesIn(text: string) {
  const all = [...text.matchAll(heads)];
  return all.map(({ 1: paragraph, 2: anchor, index }, at) => {
    const blank = /\n[ \t]*(?:\n|$)|$/g;
    blank.lastIndex = index;
    const end = Math.min(blank.exec(text)?.index ?? text.length, all[at + 1]?.index ?? text.length);
    return {
      id: paragraph ?? anchor ?? '',
      start: index,
      end: index + text.slice(index, end).trimEnd().length,
    };
  });
}

/** What a note says, without its anchor, its own number and the way back. */
function wordsOf(note: string, number: string): string {
  return note
    .replace(/<a\b[^>]*\b(?:name|id)="[^"]*"[^>]*>[ \t]*<\/a>/gi, '')
    .replace(
      /<a\b[^>]*\bhref="#[^"]*"[^>]*>\s*(?:<sup>)?\s*(?:[↩↑^←⏎]\uFE0E?|\[?\d{1,3}\]?|back)\s*(?:<\/sup>)?\s*<\/a>/gi,
      '',
    )
    .replace(/\[[↩↑^←⏎]\uFE0E?\]\(#[^()\s]*\)/g, '')
    .replace(/^\s*<(?:p|div|small)\b[^>]*>|<\/(?:p|div|small)>\s*$/gi, '')
    .replace(
      new RegExp(
        `^\\s*(?:<a\\b[^>]*>)?\\s*(?:<sup>\\s*\\[?${number}\\]?\\s*</sup>|\\[?${number}[\\].:)]+(?!\\d))\\s*(?:</a>)?`,
        'i',
      ),
      '',
    )
    .trim();
}
