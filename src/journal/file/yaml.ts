import {
  CST,
  type Document,
  isMap,
  isNode,
  Lexer,
  LineCounter,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { addFaults, type Fault } from '../fault/fault.ts';
import { longestLine, yamlFaults } from '../fault/limits.ts';
import { oncePer } from '../once/once.ts';
import { characterFaults, escapedCharacterFaults } from './characterFaults.ts';
import { conflictFaults } from './conflictMarkers.ts';
import { simpleYaml } from './simpleYaml.ts';
import { anchorMistakes, doubledKeys } from './yamlMistakes.ts';

/**
 * A YAML text of which every scalar is the string that stands there ("failsafe"): a title of 007 stays 007, a date
 * stays the date that was typed, and only the schemas give things a type.
 */
export interface YamlText {
  readonly value: unknown;
  /** What `value` came from, with places and comments. */
  document(): Document;
  /** 1-based line, in the whole file, of the node at `path` (the key's line where the key exists). */
  lineOf(path: readonly PropertyKey[]): number;
  readonly faults: readonly Fault[];
  /** Characters that no text may have, where escapes write them: a schema may have better words for them. */
  readonly hidden: readonly Fault[];
}

/**
 * Parses `text`, which begins on the first line of `file`. YAML's own errors come back as faults, each with its line; of a
 * text that is too long, or that git has left in conflict, that alone.
 */
export function parseYaml(text: string, file: string): YamlText {
  const faults = [...yamlFaults(text, file), ...conflictFaults(text, file)];
  if (faults.length === 0) return parseJoined(text, file);
  return { ...parseJoined('', file), faults, value: undefined };
}

function parseJoined(text: string, file: string): YamlText {
  const deep = deepAt(text);
  if (deep !== undefined) {
    const line = text.slice(0, deep).split('\n').length;
    const faults = [unreadable(file, line, tooDeep)];
    return { ...parseWhole('', file), value: undefined, faults };
  }
  try {
    return parseSimple(text, file) ?? parseWhole(text, file);
  } catch (error) {
    const line = longestLine(text);
    const faults = [unreadable(file, line, error instanceof Error ? error.message : String(error))];
    return { ...parseWhole('', file), value: undefined, faults };
  }
}

const mostOpen = 1_000;

/** Tokens that stand for no sign of the text: the beginnings of a document and of a scalar, and the end of a flow. */
const unseen: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.SCALAR, CST.FLOW_END]);

/** Where more brackets are open than anybody could follow. The library would go through them all, and more than once. */
function deepAt(text: string): number | undefined {
  // Those of words are none, which takes a closer look.
  if (text.split(/[[{]/, mostOpen + 2).length <= mostOpen + 1) return undefined;
  let [open, at] = [0, 0];
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') open++;
    else if (token === ']' || token === '}') open--;
    if (open > mostOpen) return at;
    if (!unseen.has(token)) at += token.length;
  }
  return undefined;
}

/** More would be the same mistake again and again. */
const mostErrors = 20;

/** A text in which nothing can be wrong. Where something stands in it is nearly never asked. */
function parseSimple(text: string, file: string): YamlText | undefined {
  const value = simpleYaml(text);
  if (!value) return undefined;
  let known: YamlText | undefined;
  const whole = () => {
    known ??= parseWhole(text, file);
    return known;
  };
  return {
    value,
    document: () => whole().document(),
    lineOf: (path) => whole().lineOf(path),
    faults: [],
    hidden: [],
  };
}

/** @throws RangeError where so much stands within each other that nobody could follow. */
function parseWhole(text: string, file: string): YamlText {
  const lines = new LineCounter();
  // The library compares each key with all before it.
  const document = withoutStacks(() =>
    parseDocument(text, {
      schema: 'failsafe',
      // It would tell the terminal of keys such as those of `{{ x }}`.
      logLevel: 'error',
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      // Of `!!binary` it would make a list with each byte.
      resolveKnownTags: false,
    }),
  );
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const end = text.trimEnd().length;
  const mistakes = [...document.errors, ...doubledKeys(document), ...anchorMistakes(document)];
  // Behind it nothing was understood.
  const deep = mistakes.filter(isTooDeep);
  const faults = (deep.length > 0 ? deep.slice(0, 1) : mistakes.slice(0, mostErrors)).map(
    ({ pos: [offset], message }) => unreadable(file, lineAt(Math.min(offset, end)), message),
  );
  let value: unknown;
  try {
    if (faults.length === 0) value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // An alias that names no anchor, or too many of them, shows only here.
    const alias = /\*/.exec(text)?.index ?? 0;
    const message = error instanceof Error ? error.message : String(error);
    faults.push(unreadable(file, lineAt(alias), message));
  }
  addFaults(faults, characterFaults(text, file));
  return {
    value,
    document: () => document,
    lineOf: (path) => lineAt(offsetOf(document, path)),
    faults,
    hidden: text.includes('\\') ? escapedCharacterFaults(document, file, lineAt) : [],
  };
}

/** The library makes an error of every mistake, and of each, a stack takes longer than all the rest. */
function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function isTooDeep({ message }: Pick<Error, 'message'>): boolean {
  return message.includes('call stack');
}

const tooDeep = 'too much within each other';

function unreadable(file: string, line: number, message: string): Fault {
  const reason = isTooDeep({ message }) ? tooDeep : message;
  return {
    file,
    line,
    kind: 'yaml',
    what: `YAML that cannot be read (${reason.replace(/\s+/g, ' ')})`,
    expected:
      'one `key: value` a line, with text that begins with * or & or has `: ` or ` #` in it in quotes',
    cure: 'mend that line',
  };
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = isMap(parent) ? offsetsIn(parent).get(String(path[length - 1])) : undefined;
    if (key !== undefined) return key;
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** Where the keys of a map stand; of two that are the same, the first. */
const offsetsIn = oncePer(
  ({ items }: YAMLMap) =>
    new Map(
      items
        .toReversed()
        .flatMap(({ key }) =>
          isNode(key) && key.range ? [[String(key), key.range[0]] as const] : [],
        ),
    ),
);
