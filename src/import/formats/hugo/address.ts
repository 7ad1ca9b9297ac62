import { slugify } from '#journal/address/slug.ts';
import { plainKey } from '#journal/schema/foreignKeys.ts';
import { dayOfYear } from '../../item/dates.ts';
import type { HugoConfig } from './config.ts';
import type { HugoFile } from './files.ts';

/** What an address of Hugo is made of. */
export interface AddressFacts {
  readonly title: string | undefined;
  readonly slug: string | undefined;
  /** `2010-05-05`; empty where there is none. */
  readonly day: string;
}

const englishMonths = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }),
);

/** The address that Hugo gave a page: by the pattern of its section, else by where its file lies. */
export function hugoAddress(file: HugoFile, facts: AddressFacts, config: HugoConfig): string {
  const { permalinks, isUgly, mainLanguage, isMainBelow } = config;
  const folders = file.path
    .replace(/\/index$/, '')
    .split('/')
    .slice(0, -1);
  const pattern = permalinks.get(file.section.toLowerCase()) ?? permalinks.get('/');
  const own = `/${[...folders, facts.slug ?? file.slug].join('/')}`;
  const path = (pattern === undefined ? own : filled(pattern, file, folders, facts))
    // Hugo writes paths in small letters, with hyphens for spaces.
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/\/{2,}/g, '/')
    .replace(/\/$/, '');
  const { language = mainLanguage } = file;
  const isAtRoot = plainKey(language) === plainKey(mainLanguage) && !isMainBelow;
  const prefix = isAtRoot ? '' : `/${language.toLowerCase()}`;
  return `${prefix}${path}${isUgly ? '.html' : '/'}`;
}

function filled(
  pattern: string,
  file: HugoFile,
  folders: readonly string[],
  { title, slug, day }: AddressFacts,
): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const titled = slugify(title ?? '', file.slug);
  const values: Readonly<Record<string, string>> = {
    year,
    month,
    monthname: (englishMonths[Number(month) - 1] ?? '').toLowerCase(),
    day: date,
    yearday: String(dayOfYear(day)),
    section: file.section,
    sections: folders.join('/'),
    title: titled,
    slug: slug ?? titled,
    slugorfilename: slug ?? file.slug,
    slugorcontentbasename: slug ?? file.slug,
    filename: file.slug,
    contentbasename: file.slug,
  };
  return `/${pattern.replace(/:([a-z]+)(?:\[[^\]]*\])?/g, (whole, name: string) => values[name] ?? whole)}`;
}
