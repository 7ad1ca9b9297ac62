import type { EntriesTranslation } from './english.ts';

/** European Portuguese. */
export const europeanPortuguese = {
  file: 'Ficheiro',
} satisfies EntriesTranslation;
