import matter from 'gray-matter';
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  type Pair,
  parseDocument,
  stringify,
} from 'yaml';
import type { Fault } from '../fault/fault.ts';
import { limitFaults, matterFaults } from '../fault/limits.ts';
import { characterFaults, referencedCharacterFaults } from './characterFaults.ts';
import { conflictFaults } from './conflictMarkers.ts';
import { parseYaml, type YamlText } from './yaml.ts';

/** A Markdown file, split once. */
export interface SplitFile {
  /** The front matter; every scalar in it is still text. */
  readonly yaml: YamlText;
  /** Everything below the front matter, unchanged. */
  readonly body: string;
  /** 1-based line of the file on which `body` begins. */
  readonly bodyLine: number;
  readonly faults: readonly Fault[];
}

/**
 * Splits a Markdown file into front matter and body with gray-matter, and parses the front matter with `yaml`. Only
 * YAML is read: a file that begins with `---js` (or any other language) is a fault and nothing in it runs.
 */
export function splitFrontMatter(source: string, file: string): SplitFile {
  const conflicts = conflictFaults(source, file);
  if (conflicts.length > 0)
    return { yaml: parseYaml('', file), body: source, bodyLine: 1, faults: conflicts };
  const foreign = foreignMatter(source);
  if (foreign !== undefined) return refused(file, foreign);
  if (hasFrontMatter(source) && /\r/.test(source) && !source.includes('\n'))
    return { yaml: parseYaml('', file), body: '', bodyLine: 1, faults: [oldLineEnds(file)] };
  const language = matter.language(source.replace(/^\uFEFF/, '')).name;
  if (hasFrontMatter(source) && language !== '' && language !== 'yaml') {
    return refused(file, language);
  }
  let yaml = parseYaml('', file);
  const engine = (text: string): object => {
    // gray-matter hands over the text from the line break after `---` to before the one above the closing `---`.
    const tooLong = matterFaults(text, file);
    yaml =
      tooLong.length === 0
        ? parseYaml(`${text}\n`, file, 1)
        : { ...parseYaml('', file), faults: tooLong };
    return {};
  };
  const refuse = (): never => {
    throw new Error('only YAML front matter is read');
  };
  const split = matter(source, {
    language: 'yaml',
    engines: { yaml: engine, javascript: refuse, js: refuse, json: refuse },
  });
  const head = source.slice(0, source.length - split.content.length);
  const bodyLine = head.split('\n').length;
  const excess = limitFaults(split.content, file, bodyLine);
  return {
    yaml,
    // Nothing may parse what is too much.
    body: excess.length > 0 ? '' : split.content,
    bodyLine,
    faults: [
      ...(yaml.faults.length > 0 && !isClosed(source) ? [unclosed(file)] : yaml.faults),
      ...characterFaults(split.content, file, bodyLine),
      ...(excess.length > 0 ? excess : referencedCharacterFaults(split.content, file, bodyLine)),
    ],
  };
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
  return { yaml: parseYaml('', file), body: '', bodyLine: 1, faults: [fault] };
}

/** A value that front matter can hold. */
export type FrontMatterValue =
  | string
  | number
  | boolean
  | readonly FrontMatterValue[]
  | { readonly [key: string]: FrontMatterValue };

/**
 * Sets keys (a value) and removes keys (`undefined`) of a file's front matter. All other lines, their comments, order
 * and quoting stay byte for byte what they were, and so does the body. A file without front matter gets one.
 *
 * @throws if the front matter cannot be parsed, or if the edit would have changed a key that was not named.
 */
export function editFrontMatter(source: string, edits: Edits): string {
  const split = splitFrontMatter(source, 'front matter');
  if (split.faults.length > 0) {
    throw new Error(`The front matter cannot be edited: ${split.faults[0]?.what}`);
  }
  if (!hasFrontMatter(source)) return `---\n${added(edits)}---\n\n${source}`;
  const opened = /^\uFEFF?---[^\n]*\n/.exec(source)?.[0] ?? '---\n';
  const closing = `\n${source.slice(opened.length)}`.indexOf('\n---');
  const end = closing === -1 ? source.length : opened.length + closing;
  const text = source.slice(opened.length, end);
  const edited = editYaml(text, edits, opened.endsWith('\r\n') ? '\r\n' : '\n');
  assertEdited(text, edited, edits);
  return `${opened}${edited}${source.slice(end)}`;
}

type Edits = Readonly<Record<string, FrontMatterValue | undefined>>;

function editYaml(text: string, edits: Edits, newline: string): string {
  const document = parseDocument(text, { schema: 'failsafe' });
  const pairs = isMap(document.contents) ? (document.contents.items as Pair[]) : [];
  const known = new Map(pairs.map((pair) => [String(pair.key), pair]));
  const native = (lines: string) => lines.replaceAll('\n', newline);
  let result = text;
  for (const [key, pair] of [...known].reverse()) {
    if (!Object.hasOwn(edits, key) || isSame(pair.value, edits[key], document)) continue;
    const { start, keyEnd, end } = rangeOf(pair, text);
    const value = edits[key];
    const lineEnd = endOfLine(text, end);
    result =
      value === undefined
        ? result.slice(0, start) + result.slice(lineEnd)
        : result.slice(0, keyEnd) +
          native(valueAfterKey(value, pair, /\S/.test(text.slice(end, lineEnd)))) +
          result.slice(end);
  }
  const fresh = Object.fromEntries(Object.entries(edits).filter(([key]) => !known.has(key)));
  if (result !== '' && !result.endsWith('\n')) result += newline;
  return result + native(added(fresh));
}

function isSame(old: unknown, value: FrontMatterValue | undefined, document: Document): boolean {
  if (value === undefined || !isNode(old)) return false;
  return JSON.stringify(old.toJS(document)) === JSON.stringify(asText(value));
}

/** Where a key begins and ends, and where its value ends: the comment and the empty lines after it are not part of it. */
function rangeOf(pair: Pair, text: string): { start: number; keyEnd: number; end: number } {
  const key = isNode(pair.key) ? pair.key.range : undefined;
  const value = isNode(pair.value) ? pair.value.range : undefined;
  if (!key) throw new Error('A key of the front matter has no place in the text');
  // Other white space, as that of Chinese, is a part of the value.
  const end = text.slice(0, Math.max(value?.[1] ?? 0, key[1])).replace(/[ \t\r\n]+$/, '').length;
  const colon = text.indexOf(':', key[1]) + 1;
  return { start: key[0], keyEnd: key[1], end: Math.max(end, colon) };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end + 1;
}

function added(edits: Edits): string {
  return Object.entries(edits)
    .map(([key, value]) => (value === undefined ? '' : line(key, value)))
    .join('');
}

function line(key: string, value: FrontMatterValue): string {
  return stringify({ [key]: value }, { lineWidth: 0, blockQuote: fitsBlock(value) });
}

/** `: value`; on one line where the old one was a list in brackets or a comment follows. */
function valueAfterKey(value: FrontMatterValue, { value: old }: Pair, commented: boolean): string {
  const oneLine = commented || (isCollection(old) && old.flow === true);
  // JSON is YAML too, and keeps line breaks within the line.
  if (oneLine && /\\n/.test(JSON.stringify(value))) return `: ${JSON.stringify(value)}`;
  const text = stringify(
    { k: value },
    {
      lineWidth: 0,
      blockQuote: fitsBlock(value),
      collectionStyle: oneLine ? 'flow' : 'any',
      flowCollectionPadding: false,
    },
  ).replace(/\n$/, '');
  return (oneLine ? text.slice(1, -1) : text).slice('k'.length);
}

// Line breaks at the end of a block depend on what follows it.
function fitsBlock(value: FrontMatterValue): boolean {
  return !JSON.stringify(value).includes('\\n"');
}

function assertEdited(before: string, after: string, edits: Edits): void {
  const wanted = Object.entries(edits).filter(([, value]) => value !== undefined);
  const others = (values: Record<string, unknown>) =>
    Object.entries(values).filter(([key]) => !Object.hasOwn(edits, key));
  const edited = (values: Record<string, unknown>) => wanted.map(([key]) => values[key]);
  try {
    const old = valuesOf(before);
    const now = valuesOf(after);
    if (
      JSON.stringify(others(old)) === JSON.stringify(others(now)) &&
      JSON.stringify(edited(now)) === JSON.stringify(wanted.map(([, value]) => asText(value)))
    )
      return;
  } catch (cause) {
    throw new Error(uneditable, { cause });
  }
  throw new Error(uneditable);
}

const uneditable =
  'The edit would have changed other keys of the front matter; edit the file by hand';

function valuesOf(text: string): Record<string, unknown> {
  const document = parseDocument(text, { schema: 'failsafe' });
  if (document.errors[0]) throw document.errors[0];
  return (document.toJS() ?? {}) as Record<string, unknown>;
}

/** The value as failsafe YAML gives it back: every scalar is text. */
function asText(value: FrontMatterValue | undefined): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}
