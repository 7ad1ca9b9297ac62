/** Whether a text is a language tag as in HTML's `lang` (BCP 47). */
export function isLanguage(text: string): boolean {
  // Browsers take no other.
  return !text.includes('_') && canonicalLanguage(text) !== undefined;
}

/** A language tag in its one spelling (`en-US` for `en-us` and, as other programs write it, `en_US`); undefined for what is none. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
    // Codes of four letters and more are set apart for later, and stand for no language: such as "english".
    return /^[a-z]{2,3}(?:-|$)/.test(canonical) ? canonical : undefined;
  } catch {
    return undefined;
  }
}
