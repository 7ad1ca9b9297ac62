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

type Step<T> = { readonly kind: DifferentLine['kind']; readonly value: T };

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

function stretch(
  steps: readonly Step<string>[],
  from: number,
  kind: DifferentLine['kind'],
): string[] {
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
function isAlike(steps: readonly Step<string>[]): boolean {
  const letters = (isSame: boolean) =>
    steps
      .filter(({ kind }) => (kind === 'same') === isSame)
      .reduce((sum, { value }) => sum + value.trim().length, 0);
  return letters(true) * 3 >= letters(false);
}

function wordsOf(line: string): string[] {
  return line.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}

function joined(steps: readonly Step<string>[]): DifferentPart[] {
  const parts: { text: string; isNew: boolean }[] = [];
  for (const { kind, value } of steps) {
    const isNew = kind !== 'same';
    const last = parts.at(-1);
    if (last?.isNew === isNew) last.text += value;
    else parts.push({ text: value, isNew });
  }
  return parts;
}

/** The shortest way from one list to the other, by the longest list that is in both. */
function compared(before: readonly string[], after: readonly string[]): Step<string>[] {
  const start = sameLength(before, after);
  const end = sameLength(before.slice(start).toReversed(), after.slice(start).toReversed());
  const middle = inBoth(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  );
  const same = (values: readonly string[]) =>
    values.map((value) => ({ kind: 'same', value }) as const);
  return [...same(after.slice(0, start)), ...middle, ...same(after.slice(after.length - end))];
}

function sameLength(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length++;
  return length;
}

function inBoth(before: readonly string[], after: readonly string[]): Step<string>[] {
  const all = (kind: 'added' | 'removed', values: readonly string[]) =>
    values.map((value) => ({ kind, value }));
  if (before.length * after.length > mostCompared)
    return [...all('removed', before), ...all('added', after)];
  const lengths = commonLengths(before, after);
  const at = (i: number, j: number) => lengths[i * (after.length + 1) + j] ?? 0;
  const steps: Step<string>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const [old = '', fresh = ''] = [before[i], after[j]];
    if (old === fresh) {
      steps.push({ kind: 'same', value: fresh });
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      steps.push({ kind: 'removed', value: old });
      i++;
    } else {
      steps.push({ kind: 'added', value: fresh });
      j++;
    }
  }
  return [...steps, ...all('removed', before.slice(i)), ...all('added', after.slice(j))];
}

/** For each pair of places, how long the longest list is that is in both from there on. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        before[i] === after[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
}
