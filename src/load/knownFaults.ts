import { hash } from 'node:crypto';
import type { ContentFile } from '#journal/content/journal.ts';
import {
  bearKnown,
  goneWarning,
  knownCount,
  knownFaultsFile,
  lineDigests,
  readKnownFaults,
} from '#journal/content/knownFaults.ts';
import type { Fault } from '#journal/fault/fault.ts';
import type { FaultKind } from '#journal/fault/kinds.ts';
import { acceptedText } from './acceptFaults.ts';

/** What is wrong, with what is known marked. */
export interface ToldFaults {
  readonly faults: readonly Fault[];
  /** What would be, if some kinds of faults, or all that can be borne, were accepted. */
  readonly accepted?: (only?: ReadonlySet<FaultKind>) => Acceptance;
}

/** A new list of known faults. */
export interface Acceptance {
  /** The text of known-faults.yaml; empty where no fault is known. */
  readonly text: string;
  /** As they are told from then on. */
  readonly faults: readonly Fault[];
  /** How many faults were on the list, and how many are. */
  readonly before: number;
  readonly after: number;
}

/**
 * Holds all the faults of a content folder against its list of those that are known. Only where `isWhole` can it be said
 * which are gone: without a sound site.yaml nobody knows where links lead.
 */
export function withKnown(
  all: readonly Fault[],
  texts: readonly ContentFile[],
  { isWhole, drafts }: { readonly isWhole: boolean; readonly drafts: ReadonlySet<string> },
): ToldFaults {
  // No others: what is returned here holds them as long as somebody holds it.
  const asked = new Set([knownFaultsFile, ...all.map(({ file }) => file)]);
  const sources = new Map(
    texts.flatMap((text) => (asked.has(text.file) ? [[text.file, text.source] as const] : [])),
  );
  const digestAt = lineDigests(
    (file) => sources.get(file),
    (text) => hash('sha256', text),
  );
  // A list in another encoding, or a link that leads nowhere, is not among the texts.
  const own = all.filter(({ file }) => file === knownFaultsFile);
  const others = all.filter(({ file }) => file !== knownFaultsFile);
  const known = { ...readKnownFaults(sources.get(knownFaultsFile) ?? ''), faults: own };
  const faults = bearKnown(others, known, digestAt, drafts);
  if (!isWhole) return { faults: [...own, ...faults.faults] };
  return {
    faults: [...own, ...faults.faults, ...goneWarning(faults.gone, known)],
    accepted: (only) => {
      const text = acceptedText({ faults: faults.faults, known, digestAt, drafts, only });
      const next = readKnownFaults(text);
      const told = bearKnown(others, next, digestAt, drafts);
      return {
        text,
        faults: [...told.faults, ...goneWarning(told.gone, next)],
        before: knownCount(known),
        after: knownCount(next),
      };
    },
  };
}
