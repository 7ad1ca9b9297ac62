import { diff } from 'node:util';

/** A line of a text beside an older one. */
export interface DifferentLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly parts: readonly DifferentPart[];
}

/** A stretch of a line; `isNew` where it is what differs. */
export interface DifferentPart {
  readonly text: string;
  readonly isNew: boolean;
}

type Step = { readonly kind: DifferentLine['kind']; readonly value: string };

/** So many lines or words of both sides are compared; longer ones differ as a whole. */
const mostCompared = 4_000_000;

/** What became of the lines of a text: those that went, those that came, and which of their words are others. */
export function difference(before: string, after: string): DifferentLine[] {
  const steps = compared(linesOf(before), linesOf(after));
  const lines: DifferentLine[] = [];
  for (let at = 0; at < steps.length; ) {
    const removed = stretch(steps, at, 'removed');
    const added = stretch(steps, at + removed.length, 'added');
    if (removed.length + added.length === 0) {
      lines.push({ kind: 'same', parts: [{ text: steps[at]?.value ?? '', isNew: false }] });
      at++;
    } else {
      lines.push(...replaced(removed, added));
      at += removed.length + added.length;
    }
  }
  return lines;
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function stretch(steps: readonly Step[], from: number, kind: Step['kind']): string[] {
  const rest = steps.slice(from);
  const length = rest.findIndex((step) => step.kind !== kind);
  return rest.slice(0, length === -1 ? rest.length : length).map(({ value }) => value);
}

/** Lines that took the place of others are compared by their words, one with one, the first with the first. */
function replaced(removed: readonly string[], added: readonly string[]): DifferentLine[] {
  const pairs = removed.map((line, place) => [line, added[place]] as const);
  return [
    ...pairs.map(([line, other]) => wordLine('removed', line, other)),
    ...added.map((line, place) => wordLine('added', line, removed[place])),
  ];
}

function wordLine(
  kind: 'added' | 'removed',
  line: string,
  other: string | undefined,
): DifferentLine {
  if (other === undefined || line === '') return { kind, parts: [{ text: line, isNew: true }] };
  const [before, after] = kind === 'added' ? [other, line] : [line, other];
  const steps = compared(wordsOf(before), wordsOf(after));
  if (!isAlike(steps)) return { kind, parts: [{ text: line, isNew: true }] };
  const own = steps.filter((step) => step.kind === 'same' || step.kind === kind);
  return { kind, parts: joined(own) };
}

/** Whether a line is another one changed, and none of its own: a quarter of their letters is in both. */
function isAlike(steps: readonly Step[]): boolean {
  const letters = (isSame: boolean) =>
    steps
      .filter(({ kind }) => (kind === 'same') === isSame)
      .reduce((sum, { value }) => sum + value.trim().length, 0);
  return letters(true) * 3 >= letters(false);
}

function wordsOf(line: string): string[] {
  return line.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}

function joined(steps: readonly Step[]): DifferentPart[] {
  const parts: { text: string; isNew: boolean }[] = [];
  for (const { kind, value } of steps) {
    const isNew = kind !== 'same';
    const last = parts.at(-1);
    if (last?.isNew === isNew) last.text += value;
    else parts.push({ text: value, isNew });
  }
  return parts;
}

/** The shortest way from one list to the other: what is in both, and what is in one alone. */
function compared(before: readonly string[], after: readonly string[]): Step[] {
  const all = (kind: 'added' | 'removed', values: readonly string[]) =>
    values.map((value) => ({ kind, value }));
  const compares = before.length * after.length;
  // Node has no answer for two empty lists.
  if (compares === 0 || compares > mostCompared)
    return [...all('removed', before), ...all('added', after)];
  return diff(before, after).map(([side, value]) => ({ kind: kinds[side], value }));
}

/** By the sides on which Node's comparison says that a value is. */
const kinds = { '-1': 'added', 0: 'same', 1: 'removed' } as const;
