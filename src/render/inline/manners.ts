/** How a language sets quotation marks and dashes. */
export interface Manners {
  /** Opening and closing marks for `"`, then for `"` within `"` and for `'`. */
  readonly quotes: readonly [readonly [string, string], readonly [string, string]];
  /** For ` -- `. */
  readonly spacedDash: string;
  /** For `word---word`. */
  readonly joinedDash: string;
  /** Whether a space before `!` and the like, or within `«»`, must not break. */
  readonly french: boolean;
}

/**
 * Quotation marks by language: primary pair, then alternate pair, as in the delimiters of the Unicode CLDR. Two depart
 * from it: Swiss German has the marks that are printed there, and Dutch tells `"` and `'` apart. A language that is not
 * here has those of English.
 */
const delimiters: Readonly<Record<string, string>> = {
  ar: '”“’‘',
  be: '«»„“',
  bg: '„“‚‘',
  ca: '«»“”',
  cs: '„“‚‘',
  de: '„“‚‘',
  'de-ch': '«»‹›',
  'de-li': '«»‹›',
  el: '«»“”',
  en: '“”‘’',
  es: '«»“”',
  et: '„“‚‘',
  fa: '«»‹›',
  fi: '””’’',
  fr: '«»«»',
  'fr-ch': '«»‹›',
  he: '””’’',
  hr: '„“‚‘',
  hu: '„”»«',
  is: '„“‚‘',
  it: '«»“”',
  'it-ch': '«»‹›',
  lt: '„“‚‘',
  nb: '«»‘’',
  nn: '«»‘’',
  no: '«»‘’',
  pl: '„”«»',
  'pt-pt': '«»“”',
  ro: '„”«»',
  ru: '«»„“',
  sk: '„“‚‘',
  sl: '„“‚‘',
  sr: '„”’’',
  sv: '””’’',
  uk: '«»„“',
};

/** Languages that part with a spaced en dash; the others have the em dash. */
const enDash = new Set(
  'cs da de et fi fr hr hu is it lt lv nb nl nn no pl ro sk sl sr sv'.split(' '),
);

/** Languages whose own marks a keyboard types as they are. */
const untouched = new Set(['ja', 'yue', 'zh']);

/** The manners of a language (a BCP 47 tag); undefined for one whose texts stay as they are typed. */
export function mannersOf(tag: string): Manners | undefined {
  const name = tag.toLowerCase();
  const language = name.split('-')[0] ?? name;
  if (untouched.has(language)) return undefined;
  const [a = '', b = '', c = '', d = ''] = delimiters[name] ?? delimiters[language] ?? '“”‘’';
  const isBritish = /^en-(gb|au|nz|ie)\b/.test(name);
  return {
    quotes: [
      [a, b],
      [c, d],
    ],
    spacedDash: isBritish || enDash.has(language) ? '–' : '—',
    joinedDash: enDash.has(language) ? ' – ' : /^(be|bg|ru|uk)$/.test(language) ? ' — ' : '—',
    french: language === 'fr' && name !== 'fr-ch',
  };
}
