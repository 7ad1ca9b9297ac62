import type { PeopleTranslation } from './english.ts';

/** European Portuguese. */
export const europeanPortuguese = {
  document: 'ficheiro',
} satisfies PeopleTranslation;
