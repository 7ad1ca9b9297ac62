import { readAddress } from '../address/address.ts';
import { normalPath } from '../address/permalink.ts';
import { compareText, type Fault } from '../fault/fault.ts';
import { NearPaths } from '../fault/nearPath.ts';
import { oncePerText } from '../once/once.ts';
import type { Site } from '../schema/siteSchema.ts';
import type { Entry } from './entry.ts';

/** What is to be known of a journal to find who is whose translation. */
interface Shelf {
  readonly entries: readonly Entry[];
  readonly site: Site;
}

/** An entry among the `translations` of another one. */
interface Named {
  readonly by: Entry;
  /** Its place among them. */
  readonly index: number;
  /** As it is written there. */
  readonly written: string;
  /** Undefined where there is no such entry. */
  readonly entry: Entry | undefined;
}

/** Entries that say the same, by their languages. */
type Sisters = ReadonlyMap<string, Entry>;

/** Two entries in one language that would be translations of each other. */
interface Clash {
  readonly named: Named;
  readonly language: string;
  readonly files: readonly string[];
}

/** The language of an entry's text, spelled as everybody spells it: `pt-BR`, whatever the file has. */
export function languageOf({ lang }: Pick<Entry, 'lang'>, { language }: Site): string {
  return canonical(lang ?? language);
}

// Thousands of entries are in a few languages.
const canonical = oncePerText((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag);

/**
 * The entries that say the same in several languages, each of them with all, itself among them, by language. It is
 * enough that one names another: whoever is named names back, and passes on whom it has.
 */
export function sistersOf(shelf: Shelf): ReadonlyMap<Entry, readonly Entry[]> {
  const { sisters } = grouped(shelf);
  return new Map(
    [...sisters].map(([entry, all]) => {
      const inOrder = [...all].sort(([a], [b]) => compareText(a, b));
      return [entry, inOrder.map(([, one]) => one)];
    }),
  );
}

/** Translations that entries name and that are not there, or are no others. */
export function translationFaults(shelf: Shelf): Fault[] {
  let near: NearPaths | undefined;
  return namedIn(shelf).flatMap(({ by, index, written, entry }): Fault | [] => {
    if (entry !== undefined && entry !== by) return [];
    const place = {
      file: by.file,
      line: by.lineOf(['translations', index]),
      kind: 'dead-translation',
    } as const;
    if (entry === by) {
      const what = `the entry itself (${written}) among its translations`;
      return { ...place, what, expected: 'other entries', cure: 'take it out' };
    }
    near ??= new NearPaths(
      [],
      shelf.entries.map(({ path }) => path),
    );
    return {
      ...place,
      what: `the translation ${written}, which is no entry of this journal`,
      expected: 'the file of an entry as in a link, such as ../articles/das-haus.md, or its path',
      cure: near.suggest(written, 'correct translations'),
    };
  });
}

/** Entries that would have two translations into one language. */
export function sisterFaults(shelf: Shelf): Fault[] {
  return grouped(shelf).clashes.map(({ named: { by, index }, language, files }) => ({
    file: by.file,
    line: by.lineOf(['translations', index]),
    kind: 'double-translation',
    what: `two translations in the language ${language}: ${files.join(' and ')}`,
    expected: 'one entry in each language',
    cure: 'correct "lang" of one of the two, or take it out of translations',
  }));
}

function grouped(shelf: Shelf): {
  readonly sisters: ReadonlyMap<Entry, Sisters>;
  readonly clashes: readonly Clash[];
} {
  const sisters = new Map<Entry, Sisters>();
  const clashes: Clash[] = [];
  const sistersBy = (entry: Entry): Sisters =>
    sisters.get(entry) ?? new Map([[languageOf(entry, shelf.site), entry]]);
  for (const named of namedIn(shelf)) {
    if (named.entry === undefined || named.entry === named.by) continue;
    const own = sistersBy(named.by);
    const others = sistersBy(named.entry);
    if (own === others) continue;
    const [clash] = clashesOf(named, own, others);
    if (clash) {
      clashes.push(clash);
      continue;
    }
    const all = new Map([...own, ...others]);
    for (const one of all.values()) sisters.set(one, all);
  }
  return { sisters, clashes };
}

function clashesOf(named: Named, own: Sisters, others: Sisters): Clash[] {
  return [...others].flatMap(([language, other]) => {
    const one = own.get(language);
    return one ? [{ named, language, files: [one.file, other.file] }] : [];
  });
}

/** All that entries name as their translations, in the order of the files. */
function namedIn({ entries, site }: Shelf): Named[] {
  const naming = entries.filter(({ translations }) => translations.length > 0);
  if (naming.length === 0) return [];
  const find = finder(entries, site);
  return naming
    .sort((a, b) => compareText(a.file, b.file))
    .flatMap((by) =>
      by.translations.map((written, index) => ({ by, index, written, entry: find(written, by) })),
    );
}

/** What finds an entry by its file or its path, present or old, as a link in another one has it. */
function finder(
  entries: readonly Entry[],
  { url: siteUrl, formerly }: Site,
): (written: string, from: Entry) => Entry | undefined {
  const paths = new Map<string, Entry>();
  for (const entry of entries) for (const alias of entry.aliases) paths.set(alias, entry);
  for (const entry of entries) paths.set(entry.path, entry);
  const files = new Map(entries.map(({ file, path }) => [file, path]));
  const context = {
    siteUrl,
    formerly,
    pathOf: (file: string) => files.get(file),
    hasFile: () => false,
  };
  return (written, from) => {
    const address = readAddress(written, from, context);
    return address.is === 'document' || address.is === 'place'
      ? paths.get(normalPath(address.path))
      : undefined;
  };
}
