import type { PhrasingContent, Text } from 'mdast';
import { type Place, placeOf } from '../inline/place.ts';

/** Where a line of a paragraph begins, as it stands in the file. */
export interface Line {
  /** The child of the paragraph that it begins in. */
  readonly child: number;
  /** Characters of that child's text before it. */
  readonly at: number;
  /** The line as written, from its first character on, marks and escapes included. */
  readonly source: string;
  /** Its offset in the body. */
  readonly offset: number;
  /** The offset at which the line before it ends. */
  readonly lineBreak: number;
  /** Its 1-based number in the body. */
  readonly number: number;
}

/** The lines of a paragraph. Breaks within emphasis, links and code begin none. */
export function linesOf(children: readonly PhrasingContent[], body: string): Line[] {
  const [first] = children;
  if (!first) return [];
  const lines = [lineAt(children, { child: 0, at: 0 }, placeOf(first), body)];
  for (const [child, node] of children.entries()) {
    const next = children[child + 1];
    if (node.type === 'break' && next)
      lines.push(lineAt(children, { child: child + 1, at: 0 }, placeOf(next), body));
    if (node.type === 'text') lines.push(...linesIn(children, node, child, body));
  }
  return lines;
}

function linesIn(
  children: readonly PhrasingContent[],
  node: Text,
  child: number,
  body: string,
): Line[] {
  const place = placeOf(node);
  const shown = [...node.value.matchAll(/\n/g)];
  const written = place
    ? [...body.slice(place.start, place.end).matchAll(/\n[ \t>]*/g)]
    : undefined;
  // A line break that was written as a character reference is none.
  if (written && written.length !== shown.length) return [];
  return shown.flatMap((found, index) => {
    const isAtEnd = found.index + 1 === node.value.length;
    if (isAtEnd && child + 1 === children.length) return [];
    const begin = isAtEnd ? { child: child + 1, at: 0 } : { child, at: found.index + 1 };
    const gap = written?.[index];
    const lineBreak = (place?.start ?? 0) + (gap?.index ?? 0);
    const start = lineBreak + (gap?.[0].length ?? 0);
    const there = place && { start, end: place.end, line: place.line + index + 1 };
    return [{ ...lineAt(children, begin, there, body), lineBreak }];
  });
}

/** Where a line's place in the file is not known, its text stands for what was written. */
function lineAt(
  children: readonly PhrasingContent[],
  begin: { child: number; at: number },
  place: Place | undefined,
  body: string,
): Line {
  const node = children[begin.child];
  const shown = node?.type === 'text' ? (/.*/.exec(node.value.slice(begin.at))?.[0] ?? '') : '';
  const end = place ? body.indexOf('\n', place.start) : -1;
  return {
    ...begin,
    source: place ? body.slice(place.start, end === -1 ? undefined : end) : shown,
    offset: place?.start ?? 0,
    lineBreak: place?.start ?? 0,
    number: place?.line ?? 1,
  };
}

/** What stands from one line to another, or to the end, without the line break before that. */
export function between(
  children: readonly PhrasingContent[],
  from: Line,
  to: Line | undefined,
): PhrasingContent[] {
  const last = to === undefined ? children.length - 1 : to.at > 0 ? to.child : to.child - 1;
  const inside = children.slice(from.child, last + 1).map((node, index): PhrasingContent => {
    const isFirst = index === 0;
    const isLast = from.child + index === last;
    if (node.type !== 'text' || (!isFirst && !isLast)) return node;
    const start = isFirst ? from.at : 0;
    const stop = isLast && to !== undefined ? breakBefore(node, to) : node.value.length;
    if (start === 0 && stop === node.value.length) return node;
    const place = placeOf(node);
    return placedText(
      node.value.slice(start, stop),
      place && {
        start: start === 0 ? place.start : from.offset,
        end: stop === node.value.length ? place.end : (to?.lineBreak ?? place.end),
        line: start === 0 ? place.line : from.number,
      },
    );
  });
  if (to !== undefined && inside.at(-1)?.type === 'break') inside.pop();
  return inside.filter((node) => node.type !== 'text' || node.value !== '');
}

function breakBefore(node: Text, to: Line): number {
  if (to.at > 0) return to.at - 1;
  return node.value.endsWith('\n') ? node.value.length - 1 : node.value.length;
}

/** A text without its first or last characters, at the same place in the file. */
export function trimmedText(node: Text, value: string): Text {
  return placedText(value, placeOf(node));
}

function placedText(value: string, place: Place | undefined): Text {
  return { type: 'text', value, ...(place && { data: { place } }) };
}

/** Inline content whose first text lost what `lead` matches. */
export function withoutLead(nodes: readonly PhrasingContent[], lead: RegExp): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text') return [...nodes];
  const value = first.value.replace(lead, '');
  return value === '' ? rest : [trimmedText(first, value), ...rest];
}
