/** An entry of Movable Type's export as it stands there. */
export interface ExportEntry {
  readonly fields: Fields;
  readonly sections: readonly Section[];
  /** Whether the file ends in the middle of it. */
  readonly isCut: boolean;
}

/** Values by what stands before their colon, in the order of the file; some keys are there several times. */
export type Fields = readonly (readonly [key: string, value: string])[];

/** A part of an entry that has several lines: its body, a comment. */
export interface Section {
  readonly name: string;
  readonly lines: readonly string[];
}

const entryEnd = /^-{8}[ \t]*$/;
const sectionEnd = /^-{5}[ \t]*$/;
const beginsEntry =
  /^(?:AUTHOR|TITLE|BASENAME|STATUS|ALLOW COMMENTS|ALLOW PINGS|CONVERT BREAKS|PRIMARY CATEGORY|CATEGORY|UNIQUE URL|DATE|TAGS|NO ENTRY):/;
const beginsSection = /^(BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):[ \t]*$/;
const anyField = /^[A-Z][A-Z\d _-]*:/;
const field = /^([A-Z][A-Z ]*[A-Z]):[ \t]*(.*)$/;

/**
 * The entries of an export in Movable Type's own format (movabletype.org, "The Movable Type Import / Export Format"), which
 * is text: `KEY: value` in lines, parts of several lines behind five hyphens, entries behind eight. Writers have lines of
 * hyphens, too: what does not go on as an entry or a part does is a part of their text.
 */
export async function* entriesIn(pieces: AsyncIterable<string>): AsyncIterable<ExportEntry> {
  let lines: string[] = [];
  /** A line that ends the entry unless words of it follow, and the empty lines behind that. */
  let end: string[] = [];
  for await (const line of linesIn(pieces)) {
    if (entryEnd.test(line) || (end.length > 0 && line.trim() === '')) {
      end.push(line);
      continue;
    }
    if (end.length > 0 && begins(line, lines)) {
      yield entryOf(lines, false);
      lines = [];
    } else for (const one of end) lines.push(one);
    end = [];
    lines.push(line);
  }
  const last = lastSaid(lines);
  if (last !== '') yield entryOf(lines, end.length === 0 && !sectionEnd.test(last));
}

/** Whether a line begins an entry: behind the end of a part, whatever its key is, or the next entry would be words of this one. */
function begins(line: string, before: readonly string[]): boolean {
  return beginsEntry.test(line) || (anyField.test(line) && sectionEnd.test(lastSaid(before)));
}

function lastSaid(lines: readonly string[]): string {
  return lines.findLast((line) => line.trim() !== '') ?? '';
}

/** Lines of a text that comes piece by piece, whatever its line ends are. */
async function* linesIn(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let rest = '';
  let isEndOpen = false;
  for await (const piece of pieces) {
    // A picture may be written in one line of many pieces, which are looked through once.
    if (isEndOpen || /[\r\n]/.test(piece)) {
      const lines = (rest + piece).split(/\r\n|\n|\r(?=[^\n])/);
      rest = lines.pop() ?? '';
      yield* lines;
    } else rest += piece;
    isEndOpen = piece === '' ? isEndOpen : piece.endsWith('\r');
  }
  yield rest.replace(/\r$/, '');
}

function entryOf(lines: readonly string[], isCut: boolean): ExportEntry {
  const [head = [], ...parts] = partsOf(lines);
  const fields = head.map((line) => fieldIn(line)).filter((one) => one !== undefined);
  const sections = parts.map(([name = '', ...rest]) => ({
    name: beginsSection.exec(name)?.[1] ?? '',
    lines: rest,
  }));
  return { fields, sections, isCut };
}

/** The lines of the head of an entry, and those of each part, with the one that names it. */
function partsOf(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  let end: string[] = [];
  for (const line of lines) {
    if (sectionEnd.test(line) || (end.length > 0 && line.trim() === '')) end.push(line);
    else if (end.length > 0 && beginsSection.test(line)) {
      parts.push([line]);
      end = [];
    } else {
      for (const one of [...end, line]) parts.at(-1)?.push(one);
      end = [];
    }
  }
  return parts;
}

/** `KEY: value`; undefined for any other line. */
export function fieldIn(line: string): readonly [key: string, value: string] | undefined {
  const [, key, value = ''] = field.exec(line) ?? [];
  return key === undefined ? undefined : [key, value.trim()];
}

/** All values of a key that say something. */
export function fieldsOf(fields: Fields, key: string): string[] {
  return fields.flatMap(([name, value]) => (name === key && value !== '' ? [value] : []));
}

/** The first value of a key that says something; empty where there is none. */
export function fieldOf(fields: Fields, key: string): string {
  return fieldsOf(fields, key)[0] ?? '';
}

/** The text of all parts of a name, without empty lines around it. */
export function textOf({ sections }: ExportEntry, name: string): string {
  const found = sections.filter((one) => one.name === name);
  return found.map(({ lines }) => lines.join('\n').replace(/^\s*\n|\s+$/g, '')).join('\n\n');
}

/**
 * A date as Movable Type writes it, `03/14/2005 09:30:00 PM`, in the forms of `ImportedDocument.date`: a clock of the
 * journal's zone. Without AM or PM the clock has 24 hours; where there is no such month, the day stands first. Undefined
 * for what is none of these.
 */
export function exportDate(written: string): string | undefined {
  const [, first = '', second = '', year = '', hour = '0', minute = '00', rest = '00', half = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?)?$/i.exec(
      written.trim(),
    ) ?? [];
  if (year === '') return undefined;
  const [month, day] = Number(first) > 12 ? [second, first] : [first, second];
  const isHalf = half !== '' && Number(hour) <= 12;
  const hours = isHalf ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  const [mm, dd, hh] = [month, day, String(hours)].map((one) => one.padStart(2, '0'));
  const isOne = Number(month) <= 12 && Number(day) <= 31 && hours < 24 && Number(minute) < 60;
  return isOne ? `${fullYear(year)}-${mm}-${dd}T${hh}:${minute}:${rest}` : undefined;
}

/** Nobody kept a weblog before 1970. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 70 ? `20${year}` : `19${year}`;
}
