import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { characterFaults, escapedCharacterFaults } from './characterFaults.ts';
import { conflictFaults } from './conflictMarkers.ts';
import type { Fault } from './fault.ts';

/**
 * A YAML text of which every scalar is the string that stands there ("failsafe"): a title of 007 stays 007, a date
 * stays the date that was typed, and only the schemas give things a type.
 */
export interface YamlText {
  readonly value: unknown;
  readonly document: Document;
  /** 1-based line, in the whole file, of the node at `path` (the key's line where the key exists). */
  lineOf(path: readonly PropertyKey[]): number;
  readonly faults: readonly Fault[];
  /** Characters that no text may have, where escapes write them: a schema may have better words for them. */
  readonly hidden: readonly Fault[];
}

/**
 * Parses `text`, which begins at line `firstLine` of `file`. YAML's own errors come back as faults, each with its line; of
 * a text that git has left in conflict, that alone.
 */
export function parseYaml(text: string, file: string, firstLine = 1): YamlText {
  const conflicts = conflictFaults(text, file);
  if (conflicts.length === 0) return parseJoined(text, file, firstLine);
  const faults = conflicts.map((one) => ({ ...one, line: one.line + firstLine - 1 }));
  return { ...parseJoined('', file, firstLine), faults, value: undefined };
}

function parseJoined(text: string, file: string, firstLine: number): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const fault = (line: number, message: string): Fault => ({
    file,
    line,
    what: `YAML that cannot be read (${message.replace(/\s+/g, ' ')})`,
    expected:
      'one `key: value` a line, with text that begins with * or & or has `: ` or ` #` in it in quotes',
    cure: 'mend that line',
  });
  const faults = document.errors.map((error) =>
    fault(lineAt(Math.min(error.pos[0], text.trimEnd().length)), error.message),
  );
  faults.push(...characterFaults(text, file, firstLine));
  let value: unknown;
  try {
    if (faults.length === 0) value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // An alias that names no anchor, or too many of them, shows only here.
    const alias = /\*/.exec(text)?.index ?? 0;
    faults.push(fault(lineAt(alias), error instanceof Error ? error.message : String(error)));
  }
  return {
    value,
    document,
    lineOf: (path) => lineAt(offsetOf(document, path)),
    faults,
    hidden: text.includes('\\') ? escapedCharacterFaults(document, file, lineAt) : [],
  };
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = String(path[length - 1]);
    const pair = pairsOf(parent).find((one) => String(isNode(one.key) ? one.key : one.key) === key);
    if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function pairsOf(node: unknown): { key: unknown }[] {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items)
    ? (node.items as unknown[]).filter(
        (item): item is { key: unknown } =>
          typeof item === 'object' && item !== null && 'key' in item,
      )
    : [];
}
