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
 * Splits a Markdown file into front matter and body, as gray-matter does, and parses the front matter with `yaml`. Only
 * YAML is read: a file that begins with `---js` (or any other language) is a fault and nothing in it runs.
 */
export function splitFrontMatter(source: string, file: string): SplitFile {
  const conflicts = conflictFaults(source, file);
  if (conflicts.length > 0) return { ...unread(file, conflicts), body: source };
  const foreign = foreignMatter(source);
  if (foreign !== undefined) return refused(file, foreign);
  if (hasFrontMatter(source) && /\r/.test(source) && !source.includes('\n'))
    return unread(file, [oldLineEnds(file)]);
  const language = languageOf(source).trim();
  if (language !== '' && language !== 'yaml') return refused(file, language);
  const { matter, content } = partsOf(source);
  const yaml = yamlOf(matter, file);
  const head = source.slice(0, source.length - content.length);
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

/** A file of which nothing is read. */
function unread(file: string, faults: readonly Fault[]): SplitFile {
  return { yaml: parseYaml('', file), body: '', bodyLine: 1, faults, isMatterRead: false };
}

/** The text from behind `---` to before the line break above the closing `---`, and what stands below that line. */
function partsOf(source: string): { readonly matter: string; readonly content: string } {
  if (!hasFrontMatter(source)) return { matter: '', content: source.replace(/^\uFEFF/, '') };
  const language = languageOf(source);
  const from = opening(source) + (language.trim() === '' ? 0 : language.length);
  const end = source.indexOf('\n---', from);
  if (end === -1) return { matter: source.slice(from), content: '' };
  return {
    matter: source.slice(from, end),
    content: source.slice(end + '\n---'.length).replace(/^\r?\n?/, ''),
  };
}

/** What stands behind the opening `---`, in its line: the name of a language, or nothing. */
function languageOf(source: string): string {
  if (!hasFrontMatter(source)) return '';
  const from = opening(source);
  return source.slice(from, source.indexOf('\n', from)).replace(/\r$/, '');
}

/** Where the opening `---` ends. */
function opening(source: string): number {
  return source.indexOf('---') + '---'.length;
}

function yamlOf(matter: string, file: string): YamlText {
  if (matter.trim() === '') return parseYaml('', file);
  const tooLong = matterFaults(matter, file);
  return tooLong.length === 0
    ? parseYaml(`${matter}\n`, file)
    : { ...parseYaml('', file), faults: tooLong };
}

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

/** By the rule of gray-matter. */
function isClosed(source: string): boolean {
  return source.includes('\n---');
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
