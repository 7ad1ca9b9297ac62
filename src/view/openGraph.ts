import { oncePerText } from '#journal/once/once.ts';

/**
 * A language as Open Graph writes it (https://ogp.me/#optional), which is with a territory: `pt_BR`, and for a language
 * alone the territory where most of its readers are, if it has one.
 */
export const openGraphLocale = oncePerText((language) => {
  const { language: code, region = '' } = new Intl.Locale(language).maximize();
  return /^[A-Z]{2}$/.test(region) ? `${code}_${region}` : code;
});
