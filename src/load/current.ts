import type { LoadedJournal } from './loadJournal.ts';

const key = Symbol.for('scrollback.journal');

/**
 * The journal of this process. Astro's integration loads it in plain Node; pages, which may come of a bundle with a copy of
 * this module, see it through `globalThis`.
 */
export function currentJournal(): LoadedJournal {
  const loaded = (globalThis as Record<symbol, unknown>)[key];
  if (!loaded)
    throw new Error(
      'No journal is loaded; the scrollback integration is missing in astro.config.mjs',
    );
  return loaded as LoadedJournal;
}

/** Whether a journal is in place: the dev server starts without one where site.yaml cannot be read. */
export function hasJournal(): boolean {
  return (globalThis as Record<symbol, unknown>)[key] !== undefined;
}

/** Puts a freshly loaded journal in place. */
export function setCurrentJournal(loaded: LoadedJournal): void {
  (globalThis as Record<symbol, unknown>)[key] = loaded;
}
