import { asTyped } from '#journal/command/place.ts';
import { knownFaultsFile } from '#journal/content/knownFaults.ts';
import { counted } from '#journal/fault/counted.ts';
import {
  ContentError,
  compareText,
  describeFault,
  type Fault,
  isStopping,
  sortFaults,
} from '#journal/fault/fault.ts';
import type { LoadOptions } from '../files/contentRoot.ts';

/**
 * Tells what is wrong. Drafts may be half done: their faults are told and stop nothing, as warnings do. Old faults that a
 * build may bear are counted.
 *
 * @throws {ContentError} with all that stops a build, where it is to `stop`.
 */
export function tellFaults(
  faults: readonly Fault[],
  { shownRoot }: LoadOptions,
  stop: boolean,
  voice: { warn(words: string): void },
): void {
  const stopping = faults.filter(isStopping);
  if (stop && stopping.length > 0) throw new ContentError(stopping, shownRoot);
  const isCounted = ({ known, draft }: Fault) => known && !draft;
  for (const fault of sortFaults(faults.filter((one) => !isCounted(one))))
    voice.warn(describeFault(fault, shownRoot));
  const known = faults.filter(isCounted);
  if (known.length > 0) voice.warn(knownWords(known, shownRoot));
}

function knownWords(known: readonly Fault[], shownRoot: string): string {
  const kinds = [...Map.groupBy(known, ({ kind }) => kind)]
    .sort(([a, some], [b, others]) => others.length - some.length || compareText(a, b))
    .map(([kind, { length }]) => `${length} ${kind}`);
  const count = counted(known.length, 'known fault');
  return `${count} (${kinds.join(', ')}), as ${shownRoot}/${knownFaultsFile} has them; "${asTyped(`npm run check -- --only ${known[0]?.kind}`)}" shows those of a kind`;
}
