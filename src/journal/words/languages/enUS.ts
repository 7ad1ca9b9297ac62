import type { SiteTranslation } from '../english.ts';

/** What Americans spell otherwise. */
export const americanEnglish = {
  neighbouringMonths: 'Neighboring months',
  neighbouringEntries: 'Neighboring entries',
} satisfies SiteTranslation;
