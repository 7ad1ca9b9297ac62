/** What a set-up makes for tests, and how it is put away. */
export interface Prepared {
  /** What tests are told, so that they find it. */
  readonly place: string;
  end(): Promise<void>;
}

interface Shared {
  readonly prepared: Promise<Prepared>;
  users: number;
}

/** Each project loads its set-up anew, in one process: only this is common to all of them. */
const known = globalThis as { sharedSetups?: Map<string, Shared> };

/**
 * Makes a thing once for all projects that ask for it by this name; the last to end puts it away.
 *
 * @returns where it is, and how to end the use of it.
 */
export async function shared(name: string, make: () => Promise<Prepared>): Promise<Prepared> {
  known.sharedSetups ??= new Map();
  const one = known.sharedSetups.get(name) ?? { prepared: make(), users: 0 };
  known.sharedSetups.set(name, one);
  one.users++;
  const { place, end } = await one.prepared;
  return {
    place,
    end: async () => {
      one.users--;
      if (one.users === 0) await end();
    },
  };
}
