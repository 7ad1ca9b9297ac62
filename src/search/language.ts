/** Languages whose text Pagefind cuts into words by a dictionary, which `pieces.ts` has no use for. */
const cutByPagefind = new Set(['ja', 'th', 'zh']);

/**
 * The language whose endings Pagefind takes off words, for the whole index: that of the journal. Texts of other
 * languages are found by their words as they stand, and by the beginnings of them.
 */
export function indexLanguage(journalLanguage: string): string {
  const { language } = new Intl.Locale(journalLanguage);
  return cutByPagefind.has(language) ? 'unknown' : language;
}
