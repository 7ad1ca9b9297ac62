import { oncePerText } from '#journal/once/once.ts';

/** Units in which a time to come is counted. */
export const units = ['minute', 'hour', 'day', 'week', 'month'] as const;

/** So many minutes, hours, days, weeks or months. */
export interface Span {
  readonly count: number;
  readonly unit: (typeof units)[number];
}

/** The first of them in January 1970. */
const sunday = 4;

/** Words as they are compared: small letters, one space between them. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)t(?=\d)|,|\.(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "in 2 hours" in a language. */
export function spanInWords(
  { count, unit }: Span,
  language: string,
  options: Intl.RelativeTimeFormatOptions = {},
): string {
  const locale = new Intl.Locale(language, { numberingSystem: 'latn' });
  return new Intl.RelativeTimeFormat(locale, options).format(count, unit);
}

/** The span that a language says so, in full or short. */
export function spanNamed(words: string, language: string): Span | undefined {
  const figures = /\d{1,4}/.exec(words)?.[0];
  const counts = figures === undefined ? [1, 2] : [Number(figures)];
  return counts
    .flatMap((count) => units.map((unit) => ({ count, unit })))
    .find((span) =>
      (['long', 'short'] as const).some(
        (style) => plainWords(spanInWords(span, language, { style })) === words,
      ),
    );
}

/** "tomorrow" in a language, for 1; "in 3 days" where it has no such word. */
export function dayInWords(count: number, language: string): string {
  return spanInWords({ count, unit: 'day' }, language, { numeric: 'auto' });
}

/** How many days off a day is that a language has a name for: 1 of "tomorrow". */
export function dayNamed(words: string, language: string): number | undefined {
  return [0, 1, 2].find((count) => plainWords(dayInWords(count, language)) === words);
}

// Making a format costs far more than using it.
const weekdaysOf = oncePerText((language) =>
  [1, 2, 3, 4, 5, 6, 7].map((day) =>
    namesAt(Date.UTC(1970, 0, sunday + day), [{ weekday: 'long' }, { weekday: 'short' }], language),
  ),
);
const monthsOf = oncePerText((language) => {
  const ways = [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }] as const;
  return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((place) =>
    namesAt(Date.UTC(1970, place - 1), ways, language),
  );
});

/** The weekday that words name, or are short for, 1 for Monday. */
export function weekdayNamed(words: string, language: string): number | undefined {
  return placeOf(words, weekdaysOf(language));
}

/** The month that words name, or are short for, alone or within a date, 1 for January. */
export function monthNamed(words: string, language: string): number | undefined {
  return placeOf(words, monthsOf(language));
}

/** A word by which {@link monthNamed} knows a month, the shortest; undefined where a language has numbers for months. */
export function monthInWords(month: number, language: string): string | undefined {
  const ways = [
    { month: 'short', day: 'numeric' },
    { month: 'long', day: 'numeric' },
  ] as const;
  return namesAt(Date.UTC(1970, month - 1), ways, language).find((name) =>
    /^\p{L}{3,}$/u.test(name),
  );
}

/** The words that a language has between a day and a clock, or behind that, which say nothing: 日 alone is Sunday. */
export function fillersOf(language: string): string[] {
  return [{ dateStyle: 'long', timeStyle: 'short' } as const, { hour: 'numeric' } as const]
    .flatMap((options) => new Intl.DateTimeFormat(language, options).formatToParts())
    .filter(({ type }) => type === 'literal')
    .flatMap(({ value }) => plainWords(value).split(' '))
    .filter((word) => weekdayNamed(word, language) === undefined);
}

/** What a weekday or a month is called in a language, in several ways; the months are those in which times are read. */
function namesAt(
  at: number,
  ways: readonly Intl.DateTimeFormatOptions[],
  language: string,
): string[] {
  return ways.map((options) => {
    const format = new Intl.DateTimeFormat(language, {
      ...options,
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    const part = format.formatToParts(at).find(({ type }) => type in options && type !== 'day');
    return plainWords(part?.value ?? '');
  });
}

/** Which one words name, 1 for the first: "pazar" is no short "pazartesi", and "jui" neither "juin" nor "juillet". */
function placeOf(words: string, names: readonly (readonly string[])[]): number | undefined {
  const whole = names.findIndex((ways) => ways.includes(words));
  if (whole >= 0) return whole + 1;
  const isBegun = (ways: readonly string[]) => ways.some((name) => name.startsWith(words));
  const begun = names.flatMap((ways, index) => (isBegun(ways) ? [index + 1] : []));
  return words.length >= 3 && begun.length === 1 ? begun[0] : undefined;
}
