import { hash } from 'node:crypto';
import type { Fault } from '#journal/fault/fault.ts';
import type { SiteWords } from '#journal/words/languages/siteWords.ts';
import { escapeHtml, unescapeHtml } from '../html/html.ts';
import { foreignWords } from './bodyWords.ts';
import type { NoteIds } from './document.ts';

/**
 * The prefix of an entry's footnote ids: unlike that of any other entry, the same on its page, in lists and in feeds.
 * `/2026/hello/` gives `2026.hello.`, so that the first note is `2026.hello.fn-1`.
 */
export function footnotePrefix(id: string): string {
  const words = id.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '.').replace(/^\.+|\.+$/g, '');
  if (`/${words.replaceAll('.', '/')}/` === id) return `${words}.`;
  return `${words}.${hash('sha256', id).slice(0, 8)}.`;
}

/**
 * Gives the "Footnotes" heading, whose id Sätteri fixes, an id of the entry's own, and takes the escapes out of the ids
 * of notes: a browser looks for them unescaped. What is said in another language than the text's says in which.
 */
export function ownLabelId(html: string, prefix: string, words: SiteWords): string {
  const heading = languageHtml(words, 'footnotes');
  const back = languageHtml(words, 'backToReference');
  const marked =
    back === '' ? html : html.replace(/<a(?=[^>]* data-footnote-backref)/g, `<a${back}`);
  const unescaped = !marked.includes('%')
    ? marked
    : marked.replace(/ id="([^"%]*%[^"]*)"/g, (attribute, id: string) =>
        id.startsWith(prefix)
          ? ` id="${escapeHtml(decodeURIComponent(unescapeHtml(id)))}"`
          : attribute,
      );
  return unescaped
    .replaceAll(' aria-describedby="footnote-label"', ` aria-describedby="${prefix}footnotes"`)
    .replace(
      '<h2 class="sr-only" id="footnote-label">',
      `<h2 class="sr-only" id="${prefix}footnotes"${heading}>`,
    );
}

function languageHtml(words: SiteWords, key: 'footnotes' | 'backToReference'): string {
  const { lang, dir } = foreignWords(words, key);
  return lang === undefined ? '' : ` lang="${lang}" dir="${dir}"`;
}

/** The ids of the notes in a finished body, in the order of their list. `prefix` is the document's. */
export function noteIds(html: string, prefix: string): NoteIds[] {
  const list = html.slice(html.lastIndexOf('<section data-footnotes'));
  const notes = [...list.matchAll(/<li id="([^"]*)"/g)].flatMap(([, id = '']) =>
    noteOf(unescapeHtml(id), prefix),
  );
  if (!html.includes('<details')) return notes;
  const ids = idsIn(html);
  return notes.map((one) => beside(one, ids));
}

/** The ids of a text, and whether each stands in `details`. */
export type Ids = ReadonlyMap<string, boolean>;

function idsIn(html: string): Ids {
  const ids = new Map<string, boolean>();
  let depth = 0;
  for (const [tag, slash, id] of html.matchAll(/<(\/?)details\b|\sid="([^"]*)"/gi)) {
    if (id !== undefined) ids.set(unescapeHtml(id), depth > 0);
    else if (tag !== '') depth = Math.max(0, depth + (slash === '' ? 1 : -1));
  }
  return ids;
}

/** A note with the mark that it is to stand beside. */
export function beside({ note, mark }: NoteIds, ids: Ids): NoteIds {
  if (ids.get(mark) !== true) return { note, mark };
  for (let number = 2; ids.has(`${mark}-${number}`); number++)
    if (!ids.get(`${mark}-${number}`)) return { note, mark: `${mark}-${number}` };
  return { note, mark, folded: true };
}

/** The ids of a note whose item in the list has the id `note`, `%` escapes undone; none where that is no note's. */
export function noteOf(note: string, prefix: string): NoteIds[] {
  if (!note.startsWith(`${prefix}fn-`)) return [];
  return [{ note, mark: `${prefix}fnref-${note.slice(prefix.length + 'fn-'.length)}` }];
}

/** A mark of a footnote, or the head of a note. */
export interface FootnoteMark {
  readonly label: string;
  readonly line: number;
}

/** A mark that leads to a note. */
export interface FootnoteReference extends FootnoteMark {
  /** Whether it stands in a spoiler. */
  readonly isHidden: boolean;
}

/** A note. */
export interface FootnoteDefinition extends FootnoteMark {
  /** The last line of the note. */
  readonly endLine: number;
  /** Whether something of it stands in a spoiler. */
  readonly hides: boolean;
}

/** What a body says about footnotes, in the order of the text. */
export interface FootnoteMarks {
  readonly references: readonly FootnoteReference[];
  readonly definitions: readonly FootnoteDefinition[];
  /** Marks that stayed text because nothing defines them. */
  readonly undefinedMarks: readonly FootnoteMark[];
}

/** Undefined, unused and doubly defined footnotes, and those whose ids would be the same. */
export function footnoteFaults(marks: FootnoteMarks, file: string): Fault[] {
  const used = usedLabels(marks);
  const marksOf = Map.groupBy(marks.references, ({ label }) => normal(label));
  const defined = new Map<string, FootnoteMark>();
  const faults = marks.undefinedMarks.map((mark) => undefinedFault(mark, file));
  for (const mark of marks.definitions) {
    const first = defined.get(normal(mark.label));
    if (first) {
      faults.push(doubleFault(mark, first, file));
      continue;
    }
    defined.set(normal(mark.label), mark);
    const twin = twinOf(mark, marksOf);
    if (twin) faults.push(twinFault(mark, twin, file));
    if (!used.has(normal(mark.label))) faults.push(unusedFault(mark, file));
    const marked = marksOf.get(normal(mark.label)) ?? [];
    const isOfSpoiler = marked.length > 0 && marked.every(({ isHidden }) => isHidden);
    if (isOfSpoiler && !mark.hides) faults.push(openFault(mark, file));
  }
  return faults;
}

function undefinedFault({ label, line }: FootnoteMark, file: string): Fault {
  return {
    file,
    line,
    kind: 'undefined-footnote',
    what: `the footnote [^${label}] is not defined`,
    expected: `a line "[^${label}]: …"`,
    cure: `write the note, remove the mark, or write \\[^${label}] if it is not one`,
  };
}

function doubleFault({ label, line }: FootnoteMark, first: FootnoteMark, file: string): Fault {
  return {
    file,
    line,
    kind: 'double-footnote',
    what: `the footnote [^${label}] is defined a second time; the first is in line ${first.line}`,
    expected: 'one definition for each note',
    cure: 'rename or remove one of the two',
  };
}

function twinFault(
  { label, line }: FootnoteMark,
  twin: NonNullable<ReturnType<typeof twinOf>>,
  file: string,
): Fault {
  return {
    file,
    line,
    kind: 'footnote-twin',
    what: `the footnote [^${label}], whose mark would have the same id as mark ${twin.number} of [^${twin.label}]`,
    expected: 'a label that does not end in a hyphen and a number',
    cure: `rename [^${label}]`,
  };
}

function unusedFault({ label, line }: FootnoteMark, file: string): Fault {
  return {
    file,
    line,
    kind: 'unused-footnote',
    what: `the footnote [^${label}] is never referred to`,
    expected: `the mark [^${label}] somewhere in the text`,
    cure: 'set the mark, or remove the note',
  };
}

function openFault({ label, line }: FootnoteMark, file: string): Fault {
  return {
    file,
    line,
    kind: 'open-note',
    what: `the footnote [^${label}], whose mark a spoiler hides, and which stands open below the text`,
    expected: 'a note that gives nothing away',
    cure: 'write what is to be hidden of it as ||words||, too',
    warning: true,
  };
}

/** The same of a line apart from the body, such as a cover's caption: its notes could stand nowhere. */
export function lineMarkFaults({ undefinedMarks }: FootnoteMarks, file: string): Fault[] {
  return undefinedMarks.map(({ label, line }) => ({
    file,
    line,
    kind: 'undefined-footnote',
    what: `the mark [^${label}] in a line that can have no footnotes`,
    expected: 'footnotes in the text, or in the tldr of an .md file',
    cure: `move the mark into the text, or write \\[^${label}] if it is not one`,
  }));
}

/** Labels that the text refers to, or a note that the text leads to. Notes that only refer to each other are not shown. */
function usedLabels(marks: FootnoteMarks): Set<string> {
  const marksIn = Map.groupBy(marks.references, holders(marks));
  const used = new Set<string>();
  const ahead = [...(marksIn.get(undefined) ?? [])];
  for (let mark = ahead.pop(); mark; mark = ahead.pop()) {
    const label = normal(mark.label);
    if (used.has(label)) continue;
    used.add(label);
    for (const inside of marksIn.get(label) ?? []) ahead.push(inside);
  }
  return used;
}

/** Gives the label of the note in which a mark stands; undefined for one in the text. */
function holders({ definitions }: FootnoteMarks): (mark: FootnoteMark) => string | undefined {
  const byLine = new Map<number, string>();
  for (const { label, line, endLine } of definitions)
    for (let at = line; at <= endLine; at++) if (!byLine.has(at)) byLine.set(at, normal(label));
  return ({ line }) => byLine.get(line);
}

/** The second mark of [^a] has the id "fnref-a-2", and so has the first one of [^a-2]. */
function twinOf({ label }: FootnoteMark, marksOf: ReadonlyMap<string, readonly FootnoteMark[]>) {
  const [, base, digits] = /^(.+)-(\d+)$/.exec(label) ?? [];
  if (base === undefined) return undefined;
  const marks = marksOf.get(normal(base)) ?? [];
  return Number(digits) >= 2 && marks.length >= Number(digits)
    ? { label: base, number: Number(digits) }
    : undefined;
}

// Labels match as Markdown's do: without regard to case.
function normal(label: string): string {
  return label.normalize('NFC').toLowerCase();
}
