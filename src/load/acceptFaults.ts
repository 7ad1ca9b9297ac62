import { stringify } from 'yaml';
import { type DigestAt, type KnownFaults, unseenFiles } from '#journal/content/knownFaults.ts';
import { compareText, type Fault } from '#journal/fault/fault.ts';
import { canBeBorne, type FaultKind } from '#journal/fault/kinds.ts';

/** What `check --accept` has before it. */
export interface Accepting {
  readonly faults: readonly Fault[];
  /** The list as it is. */
  readonly known: KnownFaults;
  readonly digestAt: DigestAt;
  /** Files whose links nobody looks at. */
  readonly drafts: ReadonlySet<string>;
  /** Where some kinds alone are accepted, all others stay on the list as they are. */
  readonly only?: ReadonlySet<FaultKind> | undefined;
}

/** Whether a fault goes on the list. Those of drafts stop nothing, and are not old on the day on which they do. */
function isAcceptable({ kind, draft, known }: Fault): boolean {
  return canBeBorne(kind) && (known === true || !draft);
}

/** The text of known-faults.yaml with all that can be borne, and without what is gone; empty where that is nothing. */
export function acceptedText({ faults, known, digestAt, drafts, only }: Accepting): string {
  const isMeant = (kind: FaultKind) => only === undefined || only.has(kind);
  const list = new List();
  for (const fault of faults)
    if (isAcceptable(fault) && isMeant(fault.kind))
      list.add(fault.file, fault.kind, digestAt(fault.file, fault.line));
  const isUnseen = unseenFiles(faults, drafts);
  for (const [file, kinds] of known.files)
    for (const [kind, counts] of kinds)
      if (!isMeant(kind) || isUnseen(file))
        for (const [digest, count] of counts) list.keep(file, kind, digest, count);
  return list.text;
}

/** A list that grows. */
class List {
  readonly #files = new Map<string, Map<FaultKind, Map<string, number>>>();

  /** One more line with a fault. */
  add(file: string, kind: FaultKind, digest: string): void {
    const counts = this.#countsOf(file, kind);
    counts.set(digest, (counts.get(digest) ?? 0) + 1);
  }

  /** So many lines at least. */
  keep(file: string, kind: FaultKind, digest: string, count: number): void {
    const counts = this.#countsOf(file, kind);
    counts.set(digest, Math.max(counts.get(digest) ?? 0, count));
  }

  get text(): string {
    const files = sorted(this.#files).map(([file, kinds]) => [file, textsOf(kinds)] as const);
    if (files.length === 0) return '';
    // Every scalar is the text that stands there, as in any other file of the journal.
    return head + stringify(Object.fromEntries(files), { schema: 'failsafe', lineWidth: 0 });
  }

  #countsOf(file: string, kind: FaultKind): Map<string, number> {
    const kinds = this.#files.get(file) ?? new Map<FaultKind, Map<string, number>>();
    const counts = kinds.get(kind) ?? new Map<string, number>();
    this.#files.set(file, kinds.set(kind, counts));
    return counts;
  }
}

function textsOf(kinds: ReadonlyMap<FaultKind, ReadonlyMap<string, number>>) {
  return Object.fromEntries(
    sorted(kinds).map(([kind, counts]) => [
      kind,
      sorted(counts)
        .map(([digest, count]) => (count === 1 ? digest : `${digest}*${count}`))
        .join(' '),
    ]),
  );
}

function sorted<K extends string, V>(map: ReadonlyMap<K, V>): (readonly [K, V])[] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}

const head = `# Old faults that a build may bear: file, kind, and a digest of each line (*2: of two such lines).
# "npm run check -- --accept" writes this list, and takes off it what was mended. What you take off stops the build again.
`;
