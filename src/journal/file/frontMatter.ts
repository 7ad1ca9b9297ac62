import grayMatter from 'gray-matter';
import type { Fault } from '../fault/fault.ts';
import { limitFaults, matterFaults } from '../fault/limits.ts';
import { characterFaults, referencedCharacterFaults } from './characterFaults.ts';
import { conflictFaults } from './conflictMarkers.ts';
import { parseYaml, type YamlText } from './yaml.ts';
import { editYaml, type YamlEdits, type YamlValue } from './yamlEdit.ts';

/** A Markdown file, split once. */
export interface SplitFile {
  /** The front matter; every scalar in it is still text. */
  readonly yaml: YamlText;
  /** Everything below the front matter, unchanged. */
  readonly body: string;
  /** 1-based line of the file on which `body` begins. */
  readonly bodyLine: number;
  readonly faults: readonly Fault[];
  /** Whether the front matter is sound as YAML, whatever is wrong below it, or hidden in its words. */
  readonly isMatterRead: boolean;
}

/**
 * Splits a Markdown file into front matter and body with gray-matter, and parses the front matter with `yaml`. Only
 * YAML is read: a file that begins with `---js` (or any other language) is a fault and nothing in it runs.
 */
export function splitFrontMatter(source: string, file: string): SplitFile {
  const conflicts = conflictFaults(source, file);
  if (conflicts.length > 0) return { ...unread(file, conflicts), body: source };
  const foreign = foreignMatter(source);
  if (foreign !== undefined) return refused(file, foreign);
  const text = source.replace(/^\uFEFF+/, '');
  const place = frontMatterIn(text);
  if (lateMatter(source) !== undefined) return { ...unread(file, [late(file)]), body: source };
  const refusal = place && refusalOf(text, place, file);
  if (refusal) return refusal;
  const head = place ? headOf(text, place) : '';
  const { matter } = head === '' ? { matter: '' } : grayMatter(head, splitting);
  const content = text.slice(head.length);
  const yaml = parseYaml(matter.trim() === '' ? '' : `${matter}\n`, file);
  const bodyLine = head.split('\n').length;
  const excess = limitFaults(content, file, bodyLine);
  return {
    yaml,
    // Nothing may parse what is too much.
    body: excess.length > 0 ? '' : content,
    bodyLine,
    faults: [
      ...(yaml.faults.length > 0 && !place?.isClosed ? [unclosed(file)] : yaml.faults),
      ...characterFaults(content, file, bodyLine),
      ...(excess.length > 0 ? excess : referencedCharacterFaults(content, file, bodyLine)),
    ],
    isMatterRead: yaml.faults.every(({ kind }) => kind === 'control-character'),
  };
}

/** What keeps front matter from being read at all. */
function refusalOf(text: string, place: MatterPlace, file: string): SplitFile | undefined {
  if (/\r/.test(text) && !text.includes('\n')) return unread(file, [oldLineEnds(file)]);
  const { name } = grayMatter.language(text);
  if (name !== '' && name !== 'yaml') return refused(file, name);
  const tooMuch = matterFaults(text.slice(place.start, place.end), file);
  if (tooMuch.length === 0) return undefined;
  return unread(file, place.isClosed ? tooMuch : [unclosed(file)]);
}

/** A file of which nothing is read. */
function unread(file: string, faults: readonly Fault[]): SplitFile {
  return { yaml: parseYaml('', file), body: '', bodyLine: 1, faults, isMatterRead: false };
}

const refuse = (): never => {
  throw new Error('only YAML front matter is read');
};

/** gray-matter parts the file and parses nothing: it would leave out front matter of comments alone. */
const splitting = {
  language: 'yaml',
  engines: { yaml: () => ({}), javascript: refuse, js: refuse, json: refuse },
};

function matterFault(file: string, what: string, expected: string, cure: string): Fault {
  return { file, line: 1, kind: 'front-matter', what, expected, cure };
}

/** As Macs wrote them until 2001. */
function oldLineEnds(file: string): Fault {
  return matterFault(
    file,
    'line ends of a carriage return alone (\\r)',
    'those of Unix (\\n) or Windows (\\r\\n)',
    'save the file with those; editors have a setting for it',
  );
}

/** Where the front matter of a text stands, as offsets in it. */
interface MatterPlace {
  /** Behind the dashes that begin it. */
  readonly start: number;
  /** Before the line break and the dashes that end it; the end of the text where nothing ends it. */
  readonly end: number;
  readonly isClosed: boolean;
}

const closingLine = '\n---';

/**
 * Where the front matter of a text stands, by the rule of gray-matter; undefined for a text without any. Four dashes are a
 * rule in the text, not front matter.
 */
export function frontMatterIn(source: string): MatterPlace | undefined {
  const [opening] = /^\uFEFF*---(?!-)/.exec(source) ?? [];
  if (opening === undefined) return undefined;
  const end = source.indexOf(closingLine);
  const isClosed = end !== -1;
  return { start: opening.length, end: isClosed ? end : source.length, isClosed };
}

/** What gray-matter takes off a text that has front matter: of the rest, which may be long, it would make copies. */
function headOf(text: string, { end, isClosed }: MatterPlace): string {
  if (!isClosed) return text;
  const behind = end + closingLine.length;
  const [lineEnd = ''] = /^\r?\n?/.exec(text.slice(behind, behind + 2)) ?? [];
  return text.slice(0, behind + lineEnd.length);
}

/** The text below was read as YAML: where that fails is of no help. */
function unclosed(file: string): Fault {
  return matterFault(
    file,
    'front matter without an end',
    'a line of `---` between the front matter and the text',
    'add that line',
  );
}

/** A text from where its front matter begins, if that is below empty lines or behind a space; undefined for any other. */
export function lateMatter(source: string): string | undefined {
  const begins = /^\uFEFF*[^\S\uFEFF]+(?=---[ \t]*\r?\n[ \t]*[\w"'-]+[ \t]*:)/.exec(source);
  return begins ? source.slice(begins[0].length) : undefined;
}

/** Read as text, it would lack each key that it has. */
function late(file: string): Fault {
  return matterFault(
    file,
    'front matter below empty space',
    '`---` at the very beginning of the file',
    'take out what stands above it',
  );
}

/** The language of front matter that other generators know by what stands around it; undefined for YAML and for none. */
export function foreignMatter(source: string): string | undefined {
  if (/^\uFEFF*\+\+\+[ \t]*\r?\n[\s\S]*?\n\+\+\+[ \t]*\r?(?:\n|$)/.test(source)) return 'toml';
  if (/^\uFEFF*(?:;;;[ \t]*\r?\n\s*)?\{\s*"[^"\n]*"\s*:/.test(source)) return 'json';
  return undefined;
}

function refused(file: string, language: string): SplitFile {
  const what = `front matter in "${language}", which is refused and was not run`;
  const expected = 'YAML between two lines of `---`';
  return unread(file, [matterFault(file, what, expected, 'write the front matter as YAML')]);
}

/** A value that front matter can hold. */
export type FrontMatterValue = YamlValue;

/**
 * Sets keys (a value) and removes keys (`undefined`) of a file's front matter. All other lines, their comments, order
 * and quoting stay byte for byte what they were, and so does the body. A file without front matter gets one.
 *
 * @throws if the front matter cannot be parsed, or if the edit would have changed a key that was not named.
 */
export function editFrontMatter(source: string, edits: YamlEdits): string {
  const split = splitFrontMatter(source, 'front matter');
  if (split.faults.length > 0) {
    throw new Error(`The front matter cannot be edited: ${split.faults[0]?.what}`);
  }
  const place = frontMatterIn(source);
  if (!place) return `---\n${editYaml('', edits, 'the front matter')}---\n\n${source}`;
  const opened = /^\uFEFF*---[^\n]*\n/.exec(source)?.[0] ?? '---\n';
  const end = place.isClosed ? place.end + '\n'.length : source.length;
  const text = source.slice(opened.length, end);
  const newline = opened.endsWith('\r\n') ? '\r\n' : '\n';
  const edited = editYaml(text, edits, 'the front matter', newline);
  return `${opened}${edited}${source.slice(end)}`;
}
