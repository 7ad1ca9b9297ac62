import type { Entry } from '#journal/content/entry.ts';
import type { Fault } from '#journal/fault/fault.ts';

/**
 * Faults of entries that are one with others by their address or id, all but the one whose post the channel has: nobody
 * can say which of them a post would be of. `held` are the files of entries that have one.
 */
export function doubledFaults(entries: readonly Entry[], held: ReadonlySet<string>): Fault[] {
  const alike = [...Map.groupBy(entries, ({ id }) => id).values()];
  return alike.flatMap((some) =>
    some
      .filter(({ file }) => some.length > 1 && !held.has(file))
      .map((entry) => faultOf(entry, some)),
  );
}

function faultOf(entry: Entry, alike: readonly Entry[]): Fault {
  const others = alike.filter((one) => one !== entry).map(({ file }) => file);
  return {
    file: entry.file,
    line: entry.lineOf(['slug']),
    kind: 'shared-path',
    what: `the path ${entry.id}, which ${others.join(' and ')} has too`,
    expected: 'a path of its own',
    cure: 'give it another "slug" or file name',
  };
}
