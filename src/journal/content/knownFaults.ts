import { type Fault, sortFaults } from '../fault/fault.ts';
import { canBeBorne, type FaultKind } from '../fault/kinds.ts';
import { conflictFaults, conflictSides } from '../file/conflictMarkers.ts';
import { parseYaml } from '../file/yaml.ts';
import { oncePerText } from '../once/once.ts';
import { digestLength, knownFaultsSchema } from '../schema/knownFaultsSchema.ts';
import { validate } from '../schema/validate.ts';

/** The file of old faults that a build may bear, from the content folder. */
export const knownFaultsFile = 'known-faults.yaml';

/** How often each line is known to have a fault of a kind. */
type Counts = ReadonlyMap<string, number>;

/** The old faults that a build may bear: of which file, of which kind, on lines of which digests. */
export interface KnownFaults {
  readonly files: ReadonlyMap<string, ReadonlyMap<FaultKind, Counts>>;
  /** What is wrong with the list itself. Nobody can tell then which faults are known. */
  readonly faults: readonly Fault[];
  /** 1-based line of a file's faults of a kind. */
  lineOf(file: string, kind: FaultKind): number;
}

/** The digest of a line of a file. */
export type DigestAt = (file: string, line: number) => string;

/** Faults that are on the list and no more in the content. */
export interface GoneFaults {
  readonly file: string;
  readonly kind: FaultKind;
  readonly count: number;
}

let latest: { readonly source: string; readonly known: KnownFaults } | undefined;

/** Reads the text of known-faults.yaml. The same text as the last time is not read again: it may be long. */
export function readKnownFaults(source: string): KnownFaults {
  if (latest?.source !== source)
    latest = { source, known: joinedList(source) ?? readSoundList(source) };
  return latest.known;
}

function readSoundList(source: string): KnownFaults {
  const yaml = parseYaml(source, knownFaultsFile);
  const { value = {}, faults } = validate(knownFaultsSchema, yaml, knownFaultsFile);
  const files = Object.entries(value).map(
    ([file, kinds]) => [file, new Map(Object.entries(kinds) as [FaultKind, Counts][])] as const,
  );
  return { files: new Map(files), faults, lineOf: (file, kind) => yaml.lineOf([file, kind]) };
}

/** A list that git could not join: what either version knows is known. Undefined where that is not what is wrong with it. */
function joinedList(source: string): KnownFaults | undefined {
  const conflicts = conflictFaults(source, knownFaultsFile);
  const sides = conflicts.length === 0 ? undefined : conflictSides(source)?.map(readSoundList);
  if (!sides || sides.some(({ faults }) => faults.length > 0)) return undefined;
  const files = new Map<string, Map<FaultKind, Map<string, number>>>();
  for (const [file, kinds] of sides.flatMap((side) => [...side.files]))
    for (const [kind, counts] of kinds) {
      const known = files.get(file) ?? new Map<FaultKind, Map<string, number>>();
      const joined = known.get(kind) ?? new Map<string, number>();
      files.set(file, known.set(kind, joined));
      // Of a line that both versions know, as many as the one has that knows more of them.
      for (const [digest, count] of counts)
        joined.set(digest, Math.max(count, joined.get(digest) ?? 0));
    }
  const faults = conflicts.map((one) => ({
    ...one,
    expected: 'one list',
    cure: 'run "npm run check -- --accept", which makes one list of both',
  }));
  return { files, faults, lineOf: () => 1 };
}

/** Whether nobody can tell from a list what is known. Two versions of one are enough. */
function isUnreadable({ faults, files }: KnownFaults): boolean {
  return faults.length > 0 && (files.size === 0 || faults.some(({ kind }) => kind !== 'conflict'));
}

/** How many faults are on a list. */
export function knownCount({ files }: KnownFaults): number {
  const counts = [...files.values()].flatMap((kinds) => [...kinds.values()]);
  return counts.flatMap((one) => [...one.values()]).reduce((sum, one) => sum + one, 0);
}

/** What is left of the list while faults are taken from it. */
class Left {
  readonly #files: ReadonlyMap<string, ReadonlyMap<FaultKind, Map<string, number>>>;

  constructor({ files }: KnownFaults) {
    const copied = (kinds: ReadonlyMap<FaultKind, Counts>) =>
      new Map([...kinds].map(([kind, counts]) => [kind, new Map(counts)]));
    this.#files = new Map([...files].map(([file, kinds]) => [file, copied(kinds)]));
  }

  /** Whether the fault is known; it then is not for another one. */
  take({ file, kind, line }: Fault, digestAt: DigestAt): boolean {
    const counts = this.#files.get(file)?.get(kind);
    if (counts === undefined) return false;
    const digest = digestAt(file, line);
    const count = counts.get(digest) ?? 0;
    if (count > 0) counts.set(digest, count - 1);
    return count > 0;
  }

  get all(): GoneFaults[] {
    return [...this.#files].flatMap(([file, kinds]) =>
      [...kinds].flatMap(([kind, counts]) => {
        const count = [...counts.values()].reduce((sum, one) => sum + one, 0);
        return count === 0 ? [] : [{ file, kind, count }];
      }),
    );
  }
}

/**
 * The faults with those marked that are known, and what of the list is gone. `drafts` are files whose links nobody looks at.
 */
export function bearKnown(
  faults: readonly Fault[],
  known: KnownFaults,
  digestAt: DigestAt,
  drafts: ReadonlySet<string> = new Set(),
): { readonly faults: readonly Fault[]; readonly gone: readonly GoneFaults[] } {
  // One fault in the list would be told as all those that are on it.
  if (isUnreadable(known))
    return {
      faults: faults.map((one) => (canBeBorne(one.kind) ? { ...one, known: true } : one)),
      gone: [],
    };
  if (known.files.size === 0) return { faults, gone: [] };
  const left = new Left(known);
  const marked = sortFaults(faults).map((one) =>
    canBeBorne(one.kind) && left.take(one, digestAt) ? { ...one, known: true } : one,
  );
  const isUnseen = unseenFiles(faults, drafts);
  return { faults: marked, gone: left.all.filter(({ file }) => !isUnseen(file)) };
}

/** Files that were not looked at whole: drafts, and those with which something else is wrong. What is in them is not gone. */
export function unseenFiles(
  faults: readonly Fault[],
  drafts: ReadonlySet<string>,
): (file: string) => boolean {
  const wrong = faults.flatMap(({ file, kind }) => (canBeBorne(kind) ? [] : [file]));
  const names = new Set([...wrong, ...drafts]);
  const foldersOf = (file: string) =>
    [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index));
  return (file) => names.has(file) || foldersOf(file).some((folder) => names.has(folder));
}

/** Tells that known faults are gone: they must not come back without a word. */
export function goneWarning(gone: readonly GoneFaults[], known: KnownFaults): Fault[] {
  const [first] = gone;
  if (!first) return [];
  const count = gone.reduce((sum, one) => sum + one.count, 0);
  return [
    {
      kind: 'gone-fault',
      file: knownFaultsFile,
      line: known.lineOf(first.file, first.kind),
      what: `${count === 1 ? 'a known fault that is gone' : `${count} known faults that are gone`} (${first.kind} in ${first.file}${gone.length > 1 ? ' and others' : ''})`,
      expected: 'faults that are there',
      cure: 'run "npm run check -- --accept", which takes them off: what comes back is new then',
      warning: true,
    },
  ];
}

/**
 * Digests of the lines of files, whose texts `sourceOf` gives. A line is known by them wherever in its file it stands, and
 * however it ends; `sha256` gives the digest of a text in hexadecimal digits.
 */
export function lineDigests(
  sourceOf: (file: string) => string | undefined,
  sha256: (text: string) => string,
): DigestAt {
  const linesOf = oncePerText((file) => sourceOf(file)?.split('\n') ?? []);
  return (file, line) => sha256((linesOf(file)[line - 1] ?? '').trim()).slice(0, digestLength);
}
