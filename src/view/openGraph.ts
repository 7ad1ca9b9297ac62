/**
 * A language as Open Graph writes it (https://ogp.me/#optional), which is with a territory: `pt_BR`, and for a language
 * alone the territory where most of its readers are, if it has one.
 */
export function openGraphLocale(language: string): string {
  const locale = known.get(language) ?? localeOf(language);
  known.set(language, locale);
  return locale;
}

// Each page asks.
const known = new Map<string, string>();

function localeOf(language: string): string {
  const { language: code, region = '' } = new Intl.Locale(language).maximize();
  return /^[A-Z]{2}$/.test(region) ? `${code}_${region}` : code;
}
