import { asTyped } from '#journal/command/place.ts';
import { counted } from '#journal/fault/counted.ts';
import { compareText, type Fault, isStopping } from '#journal/fault/fault.ts';
import { canBeBorne, type FaultKind, kindOf } from '#journal/fault/kinds.ts';

const mostFiles = 10;
const mostHints = 3;

/** How many of each there are, most first. */
function countedBy<K extends string>(
  faults: readonly Fault[],
  keyOf: (fault: Fault) => K,
): (readonly [K, readonly Fault[]])[] {
  return [...Map.groupBy(faults, keyOf)].sort(
    ([a, some], [b, others]) => others.length - some.length || compareText(a, b),
  );
}

/** What a check has come to: how many faults there are, of which kinds, and in which files; of some kinds `only`, or of all. */
export function faultTotals(faults: readonly Fault[], only = false): string[] {
  if (faults.length === 0) return [];
  const kinds = countedBy(faults, ({ kind }) => kind);
  const files = countedBy(faults, ({ file }) => file);
  const others = files.length - mostFiles;
  return [
    `${countsInWords(faults, only)}.`,
    'By kind:',
    ...kinds.map(([kind, some]) => row(some.length, kind, wordsOf(kind, some))),
    'By file:',
    ...files.slice(0, mostFiles).map(([file, some]) => row(some.length, file)),
    ...(others > 0 ? [`       and ${counted(others, 'more file')}`] : []),
  ];
}

/** `3 faults that stop the build, 1 warning, 2 in drafts, 40 known`, of what there is. */
function countsInWords(faults: readonly Fault[], only: boolean): string {
  const count = (isMeant: (fault: Fault) => boolean | undefined) => faults.filter(isMeant).length;
  const stopping = count(isStopping);
  const drafts = count(({ draft }) => draft);
  const known = count(({ draft, known }) => !draft && known);
  const warnings = faults.length - stopping - drafts - known;
  return [
    stopping === 0
      ? `${only ? 'none of these' : 'nothing'} stops the build`
      : `${counted(stopping, 'fault')} that ${stopping === 1 ? 'stops' : 'stop'} the build`,
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(drafts > 0 ? [`${drafts} in drafts`] : []),
    ...(known > 0 ? [`${known} known`] : []),
  ]
    .join(', ')
    .replace(/^n/, 'N');
}

function wordsOf(kind: FaultKind, some: readonly Fault[]): string {
  const known = some.filter((fault) => fault.known).length;
  return `${kindOf(kind).are}${known > 0 ? ` (${known} known)` : ''}`;
}

function row(count: number, name: string, words = ''): string {
  return `${String(count).padStart(7)}  ${words === '' ? name : `${name.padEnd(20)} ${words}`}`;
}

/** The commands that bring most: what can be accepted at once, then the kinds of which there are most. */
export function faultHints(faults: readonly Fault[]): string[] {
  const stopping = faults.filter(isStopping);
  const left = stopping.length > 0 ? stopping : faults.filter(({ draft }) => !draft);
  if (left.length === 0) return [];
  const borne = stopping.filter(({ kind }) => canBeBorne(kind)).length;
  const accept =
    borne === 0
      ? []
      : [hint('--accept', `bears ${borne} of ${stopping.length} for the time being`)];
  const kinds = countedBy(left, ({ kind }) => kind).map(([kind, { length }]) =>
    hint(`--only ${kind}`, `shows ${length} of ${left.length}`),
  );
  return ['What brings most:', ...[...accept, ...kinds].slice(0, mostHints)];
}

function hint(flags: string, words: string): string {
  return `  ${asTyped(`npm run check -- ${flags}`).padEnd(43)} ${words}`;
}
