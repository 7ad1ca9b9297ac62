/** What a load of the content tells by. */
interface Voice {
  readonly isSilent: boolean;
  warn(words: string): void;
}

/**
 * Gives each load of the content a voice that says what the load before did not: who saves a text again and again hears of
 * what is new, and not each time of all that is known.
 */
export function news(voice: Voice): () => Voice {
  let known: ReadonlySet<string> = new Set();
  return () => {
    const before = known;
    const told = new Set<string>();
    known = told;
    return {
      isSilent: voice.isSilent,
      warn(words) {
        if (!before.has(words) && !told.has(words)) voice.warn(words);
        told.add(words);
      },
    };
  };
}
