import { parse as parseToml, TomlDate } from 'smol-toml';
import { failureWords } from '#journal/fault/ownFailure.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import { plainKey } from '#journal/schema/foreignKeys.ts';
import type { Notes } from '../item/notes.ts';
import { exportedObject, namedValues } from '../source/jsObject.ts';

/** The front matter of another generator's file. Its keys are in small letters, without `_` and `-`. */
export type ForeignMatter = ReadonlyMap<string, unknown>;

/** A Markdown or HTML file of another generator, split. */
export interface ForeignFile {
  readonly matter: ForeignMatter;
  /** Whether there was front matter at all: Jekyll takes a file without any as it is. */
  readonly hasMatter: boolean;
  readonly body: string;
}

const dashes = /^---[ \t]*$/m;

/** The first line says in which language it is, where that is not YAML. */
const shapes = [
  { open: /^---[ \t]*(?:js|javascript|cjs|mjs)[ \t]*\n/i, close: dashes, read: readProgram },
  { open: /^---[ \t]*json[ \t]*\n/i, close: dashes, read: readJson },
  { open: /^---[ \t]*toml[ \t]*\n/i, close: dashes, read: readToml },
  { open: /^---[ \t]*ya?ml[ \t]*\n/i, close: dashes, read: readYaml },
  { open: /^---[ \t]*\n/, close: /^(?:---|\.\.\.)[ \t]*$/m, read: readYaml },
  { open: /^\+\+\+[ \t]*\n/, close: /^\+\+\+[ \t]*$/m, read: readToml },
  { open: /^;;;[ \t]*\n/, close: /^;;;[ \t]*$/m, read: readJson },
] as const;

/**
 * Splits a file with front matter in YAML, TOML, JSON or JavaScript. YAML and TOML that are none are read line by line, which `notes`
 * say.
 *
 * @throws where JSON cannot be read, in words for people.
 */
export function splitForeign(text: string, notes: Notes): ForeignFile {
  const source = text.replace(/^\uFEFF?(?:[ \t]*\n)*(?=---|\+\+\+|;;;|\{)/, '');
  const shape = shapes.find(({ open }) => open.test(source));
  if (!shape)
    return source.startsWith('{')
      ? bareJson(source)
      : (dotted(source) ?? unopened(source, notes) ?? none(text));
  const rest = source.replace(shape.open, '');
  const end = shape.close.exec(rest);
  if (!end) return none(text);
  const matter = shape.read(rest.slice(0, end.index), notes);
  return withMatter(matter, rest.slice(end.index + end[0].length));
}

/** Lines such as `.. title: Words` of Nikola, in a comment of HTML or before an empty line; a value goes on in lines that begin with a space. */
function dotted(source: string): ForeignFile | undefined {
  const [head, comment, lines = ''] =
    /^\s*(<!--\s*)?((?:[ \t]*\.\. \w+:[^\n]*(?:\n[ \t]+(?!\.\. )[^\s-][^\n]*)*(?:\n|$))+)/.exec(
      source,
    ) ?? [];
  if (head === undefined) return undefined;
  const rest = source.slice(head.length);
  const found = [...lines.matchAll(/\.\. (\w+):(.*(?:\n[ \t]+(?!\.\. ).*)*)/g)].map(
    ([, key = '', value = '']) => [key, value.replace(/\s+/g, ' ').trim()],
  );
  return withMatter(Object.fromEntries(found), comment ? rest.replace(/^\s*-->[ \t]*/, '') : rest);
}

/**
 * Front matter without a line above it, which ends with one below it, as Hexo has it, or with an empty line, as Pelican and
 * MultiMarkdown do. Its first key has to be one that such files begin with, and there has to be a title, a day, or whether
 * it is published: words of a text have colons, too.
 */
function unopened(source: string, notes: Notes): ForeignFile | undefined {
  const [head, matter = '', end = ''] = unopenedMatter.exec(source) ?? [];
  const isYaml = end.startsWith('---');
  const lines = matter.trimEnd().split('\n');
  const shape = isYaml ? yamlLine : pairLine;
  if (head === undefined || !lines.every((line) => shape.test(line))) return undefined;
  const isSure =
    /^(?:title[ \t]*:|date[ \t]*:.*\d{4}|status[ \t]*:[ \t]*(?:draft|hidden|skip|published)[ \t]*$)/im.test(
      matter,
    );
  if (!isSure || (isYaml && lines.length === 1)) return undefined;
  notes.changed('front matter without a line of --- above it', 'read as such');
  const found = isYaml ? readYaml(matter, notes) : pairs(lines);
  return withMatter(found, source.slice(head.length));
}

const firstKey =
  'title|subtitle|layout|template|date|modified|updated|authors?|slug|url|permalink|save_as|category|categories|tags|keywords|lang|language|translation|summary|description|status';

const unopenedMatter = new RegExp(
  String.raw`^((?:${firstKey})[ \t]*:(?:[^\n]*\n(?!---|[ \t]*\n))*[^\n]*(?:\n|$))(---[ \t]*(?:\n|$)|[ \t]*\n|[ \t]*$)`,
  'i',
);

// What has more words before its colon is a sentence.
const pairLine = /^(?:[A-Za-z][\w-]*(?: [\w-]+){0,2}[ \t]*:(?:[ \t]|$)|[ \t]+\S)/;
const yamlLine = new RegExp(`${pairLine.source}|^-[ \\t]`);

/** Keys and values as they stand: a value goes on in the lines that begin with a space. */
function pairs(lines: readonly string[]): Record<string, string | string[]> {
  const joined = lines.join('\n').replace(/\n[ \t]+/g, ' ');
  const found = joined.split('\n').map((line) => {
    const [, key = '', value = ''] = /^([^:]*):(.*)$/.exec(line) ?? [];
    const isList = /^(?:tags|keywords|authors)$/i.test(key.trim());
    return [key.trim(), isList ? value.split(/[,;]/).map((one) => one.trim()) : value.trim()];
  });
  return Object.fromEntries(found);
}

/** What a whole file of settings says, in the language of its ending; one that cannot be read is told, and says nothing. */
export function settingsIn(text: string, name: string, notes: Notes): ForeignMatter {
  const read = /\.ya?ml$/.test(name) ? readYaml : /\.json$/.test(name) ? readJson : readToml;
  try {
    return normalized(read(text, notes));
  } catch (error) {
    notes.left(name, failureWords(error));
    return new Map();
  }
}

function withMatter(matter: unknown, body: string): ForeignFile {
  return { matter: normalized(matter), hasMatter: true, body: body.replace(/^\n+/, '') };
}

function none(text: string): ForeignFile {
  return { matter: new Map(), hasMatter: false, body: text };
}

function readYaml(text: string, notes: Notes): unknown {
  const { value, faults } = parseYaml(text.replaceAll('\t', '  '), 'front matter');
  if (faults.length === 0) return value;
  const [fault] = faults;
  notes.changed(
    'front matter that is no YAML',
    `read line by line (line ${(fault?.line ?? 0) + 1}: ${fault?.what})`,
  );
  return Object.fromEntries(lineByLine(text, yamlKey));
}

const yamlKey = /^([\w-]+)[ \t]*:(?:[ \t]+(.*))?$/;
const tomlKey = /^([\w-]+)[ \t]*=[ \t]*(.*)$/;

/** Keys and their values as they stand, without quotes; lists in brackets and with hyphens among them. */
function lineByLine(text: string, ofKey: RegExp): Map<string, unknown> {
  const found = new Map<string, unknown>();
  let last = '';
  for (const line of text.split('\n')) {
    const [, key, value = ''] = ofKey.exec(line) ?? [];
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(line)?.[1];
    if (key !== undefined) {
      last = key;
      const list = /^\[(.*)\]$/.exec(value.trim())?.[1];
      found.set(key, list === undefined ? unquoted(value) : list.split(',').map(unquoted));
    } else if (item !== undefined && last !== '') {
      const before = found.get(last);
      found.set(last, [...(Array.isArray(before) ? before : []), unquoted(item)]);
    }
  }
  return found;
}

function unquoted(value: string): string {
  return value
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^(["'])(?!.*\1)/, '');
}

function readToml(text: string, notes: Notes): unknown {
  try {
    return parseToml(text);
  } catch (error) {
    notes.changed('front matter that is no TOML', `read line by line (${firstLine(error)})`);
    return Object.fromEntries(lineByLine(text, tomlKey));
  }
}

/** It is not run: what is written out in it is read. */
function readProgram(text: string, notes: Notes): unknown {
  notes.changed('front matter that is a program', 'not run: what is written out in it was read');
  return /^\s*\{/.test(text) ? exportedObject(`export default ${text}`) : namedValues(text);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`its front matter is no JSON: ${firstLine(cause)}`, { cause });
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

/** Front matter in braces ends with the brace that closes the first, behind which its line ends. */
function bareJson(source: string): ForeignFile {
  const end = endOfBraces(source);
  if (end === undefined || !/^[ \t]*(?:\n|$)/.test(source.slice(end))) return none(source);
  try {
    return withMatter(readJson(source.slice(0, end)), source.slice(end).trimStart());
  } catch {
    return none(source);
  }
}

/** Behind the brace that closes the first; those within strings are words. */
function endOfBraces(source: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of source.matchAll(/"(?:\\.|[^"\\])*"|[{}]/gs)) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return undefined;
}

const exported =
  /^(?:\s*import\b[^\n]*\n)*\s*export\s+const\s+(meta|metadata|frontmatter|article|post)\s*=/i;

/** What a text of MDX without front matter exports of itself, before its first words; undefined where that is nothing. */
export function exportedMatter(body: string): ForeignMatter | undefined {
  const [, name] = exported.exec(body) ?? [];
  return name === undefined ? undefined : normalized(namedValues(body)[name]);
}

function normalized(value: unknown): ForeignMatter {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).map(([key, one]) => [plainKey(key), plainValue(one)]));
}

function plainValue(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  return value;
}

/** The first of the keys that has a text, as one line. */
export function textAt(matter: ForeignMatter, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = matter.get(key);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}

/** The texts of the first of the keys that has any: of a list, or of one text, which `split` takes apart. */
export function listAt(
  matter: ForeignMatter,
  keys: readonly string[],
  split: RegExp | undefined,
): string[] {
  const found = keys.map((key) => textsOf(matter.get(key), split));
  return found.find((texts) => texts.length > 0) ?? [];
}

function textsOf(value: unknown, split: RegExp | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => textsOf(one, undefined));
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value !== 'string') return [];
  const parts = split === undefined ? [value] : value.split(split);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
