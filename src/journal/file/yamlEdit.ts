import {
  type Document,
  isCollection,
  isMap,
  isNode,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';
import { isRecord } from './record.ts';

/** A value that a map of YAML can hold. */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

/** Keys to set (a value) and to remove (`undefined`). */
export type YamlEdits = Readonly<Record<string, YamlValue | undefined>>;

/**
 * Sets and removes keys of a YAML text, `what` in messages, that may be all of a file or a part. All other lines, their
 * comments, order and quoting stay byte for byte what they were.
 *
 * @throws where the text cannot be parsed, or the edit would have changed a key that was not named.
 */
export function editYaml(text: string, edits: YamlEdits, what: string, newline = '\n'): string {
  const careful = withEdits(text, edits, newline, editedWithin);
  if (!troubleIn(text, careful, edits)) return careful;
  const edited = withEdits(text, edits, newline, () => undefined);
  const trouble = troubleIn(text, edited, edits);
  if (!trouble) return edited;
  const words = `The edit would have changed other keys of ${what}; edit the file by hand`;
  throw new Error(words, trouble);
}

/** An edit of one key, in a text that is behind it no longer what it was. */
interface KeyEdit {
  readonly text: string;
  readonly result: string;
  readonly pair: Pair;
  readonly value: YamlValue;
  readonly newline: string;
}

function withEdits(
  text: string,
  edits: YamlEdits,
  newline: string,
  within: (edit: KeyEdit) => string | undefined,
): string {
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'error' });
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
        : (within({ text, result, pair, value, newline }) ??
          result.slice(0, keyEnd) +
            native(valueAfterKey(value, pair, /\S/.test(text.slice(end, lineEnd)))) +
            result.slice(end));
  }
  const fresh = Object.fromEntries(Object.entries(edits).filter(([key]) => !known.has(key)));
  if (result !== '' && !result.endsWith('\n')) result += newline;
  return result + native(added(fresh));
}

/** A map in the place of a map of lines: those that stay keep their comments. Undefined for anything else. */
function editedWithin({ text, result, pair, value, newline }: KeyEdit): string | undefined {
  if (!isMap(pair.value) || pair.value.flow === true || !isRecord(value)) return undefined;
  const pairs = (pair.value as YAMLMap<unknown, unknown>).items as Pair[];
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last || !pairs.some(({ key }) => Object.hasOwn(value, String(key))))
    return undefined;
  const { start } = rangeOf(first, text);
  const indent = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const end = endOfLine(text, rangeOf(last, text).end);
  const known = new Set(pairs.map(({ key }) => String(key)));
  const fresh = Object.entries(value)
    .filter(([key]) => !known.has(key))
    .map(([key, one]) => `${indent}${stringify(key).trimEnd()}${onOneLine(one)}${newline}`);
  const gap = fresh.length === 0 || text.slice(0, end).endsWith('\n') ? '' : newline;
  return pairs.reduceRight(
    (left, one) => withLine(left, text, one, value[String(one.key)]),
    result.slice(0, end) + gap + fresh.join('') + result.slice(end),
  );
}

/** A line of a map with another value, or without the line. */
function withLine(left: string, text: string, pair: Pair, value: YamlValue | undefined): string {
  const { start, keyEnd, end } = rangeOf(pair, text);
  if (value === undefined)
    return left.slice(0, text.lastIndexOf('\n', start) + 1) + left.slice(endOfLine(text, end));
  const isKept = isNode(pair.value) && canonical(pair.value.toJSON()) === canonical(asText(value));
  return isKept ? left : left.slice(0, keyEnd) + onOneLine(value) + left.slice(end);
}

function onOneLine(value: YamlValue): string {
  return valueAfterKey(value, undefined, true);
}

function isSame(old: unknown, value: YamlValue | undefined, document: Document): boolean {
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

function added(edits: YamlEdits): string {
  return Object.entries(edits)
    .map(([key, value]) => (value === undefined ? '' : line(key, value)))
    .join('');
}

/**
 * The line of YAML that gives a key a text, for a sentence that has it between double quotation marks: where the text needs
 * any, they are single ones.
 */
export function yamlLine(key: string, text: string): string {
  const options = { lineWidth: 0, singleQuote: true, blockQuote: false };
  return stringify({ [key]: text }, options).trimEnd();
}

function line(key: string, value: YamlValue): string {
  return stringify({ [key]: value }, { lineWidth: 0, blockQuote: fitsBlock(value) });
}

/** `: value`; on one line where the old one was a list in brackets or a comment follows. */
function valueAfterKey(value: YamlValue, pair: Pair | undefined, commented: boolean): string {
  const old = pair?.value;
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
function fitsBlock(value: YamlValue): boolean {
  return !JSON.stringify(value).includes('\\n"');
}

/** Whether an edit changed more than it should, with the error of a text that cannot be read; undefined where it did not. */
function troubleIn(before: string, after: string, edits: YamlEdits): ErrorOptions | undefined {
  const wanted = Object.entries(edits).filter(([, value]) => value !== undefined);
  const others = (values: Record<string, unknown>) =>
    Object.entries(values).filter(([key]) => !Object.hasOwn(edits, key));
  const edited = (values: Record<string, unknown>) => wanted.map(([key]) => values[key]);
  try {
    const old = valuesOf(before);
    const now = valuesOf(after);
    const isSound =
      JSON.stringify(others(old)) === JSON.stringify(others(now)) &&
      canonical(edited(now)) === canonical(wanted.map(([, value]) => asText(value)));
    return isSound ? undefined : {};
  } catch (cause) {
    return { cause };
  }
}

/** The same text for values that differ in the order of their keys alone. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one) =>
    isRecord(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

function valuesOf(text: string): Record<string, unknown> {
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'error' });
  if (document.errors[0]) throw document.errors[0];
  return (document.toJS() ?? {}) as Record<string, unknown>;
}

/** The value as failsafe YAML gives it back: every scalar is text. */
function asText(value: YamlValue | undefined): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}
