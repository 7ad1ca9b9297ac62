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
  const text = source.replace(/^\uFEFF/, '');
  const refusal = refusalOf(text, file);
  if (refusal) return refusal;
  const head = hasFrontMatter(text) ? headOf(text) : '';
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
      ...(yaml.faults.length > 0 && !isClosed(source) ? [unclosed(file)] : yaml.faults),
      ...characterFaults(content, file, bodyLine),
      ...(excess.length > 0 ? excess : referencedCharacterFaults(content, file, bodyLine)),
    ],
    isMatterRead: yaml.faults.every(({ kind }) => kind === 'control-character'),
  };
}

/** What keeps front matter from being read at all. */
function refusalOf(text: string, file: string): SplitFile | undefined {
  if (!hasFrontMatter(text)) return undefined;
  if (/\r/.test(text) && !text.includes('\n')) return unread(file, [oldLineEnds(file)]);
  const { name } = grayMatter.language(text);
  if (name !== '' && name !== 'yaml') return refused(file, name);
  const tooMuch = matterFaults(matterOf(text), file);
  if (tooMuch.length === 0) return undefined;
  return unread(file, isClosed(text) ? tooMuch : [unclosed(file)]);
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

/** As Macs wrote them until 2001. */
function oldLineEnds(file: string): Fault {
  return {
    file,
    line: 1,
    kind: 'front-matter',
    what: 'line ends of a carriage return alone (\\r)',
    expected: 'those of Unix (\\n) or Windows (\\r\\n)',
    cure: 'save the file with those; editors have a setting for it',
  };
}

/** What ends front matter, by the rule of gray-matter. */
const closingLine = '\n---';

function isClosed(source: string): boolean {
  return source.includes(closingLine);
}

/** What gray-matter takes off a text that has front matter: of the rest, which may be long, it would make copies. */
function headOf(text: string): string {
  const end = text.indexOf(closingLine);
  if (end === -1) return text;
  const behind = end + closingLine.length;
  const [lineEnd = ''] = /^\r?\n?/.exec(text.slice(behind, behind + 2)) ?? [];
  return text.slice(0, behind + lineEnd.length);
}

/** The front matter, with its first line, of a text that has some. */
function matterOf(text: string): string {
  const end = text.indexOf(closingLine);
  return text.slice('---'.length, end === -1 ? undefined : end);
}

/** The text below was read as YAML: where that fails is of no help. */
function unclosed(file: string): Fault {
  return {
    file,
    line: 1,
    kind: 'front-matter',
    what: 'front matter without an end',
    expected: 'a line of `---` between the front matter and the text',
    cure: 'add that line',
  };
}

/** Four dashes are a rule in the text, not front matter. */
function hasFrontMatter(source: string): boolean {
  return /^\uFEFF?---(?!-)/.test(source);
}

/** The language of front matter that other generators know by what stands around it; undefined for YAML and for none. */
export function foreignMatter(source: string): string | undefined {
  if (/^\uFEFF?\+\+\+[ \t]*\r?\n[\s\S]*?\n\+\+\+[ \t]*\r?(?:\n|$)/.test(source)) return 'toml';
  if (/^\uFEFF?(?:;;;[ \t]*\r?\n\s*)?\{\s*"[^"\n]*"\s*:/.test(source)) return 'json';
  return undefined;
}

function refused(file: string, language: string): SplitFile {
  const fault: Fault = {
    file,
    line: 1,
    kind: 'front-matter',
    what: `front matter in "${language}", which is refused and was not run`,
    expected: 'YAML between two lines of `---`',
    cure: 'write the front matter as YAML',
  };
  return unread(file, [fault]);
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
  if (!hasFrontMatter(source))
    return `---\n${editYaml('', edits, 'the front matter')}---\n\n${source}`;
  const opened = /^\uFEFF?---[^\n]*\n/.exec(source)?.[0] ?? '---\n';
  const closing = `\n${source.slice(opened.length)}`.indexOf('\n---');
  const end = closing === -1 ? source.length : opened.length + closing;
  const text = source.slice(opened.length, end);
  const newline = opened.endsWith('\r\n') ? '\r\n' : '\n';
  const edited = editYaml(text, edits, 'the front matter', newline);
  return `${opened}${edited}${source.slice(end)}`;
}
