import { decoded } from '../address/contentPath.ts';
import { ownPathFaults } from '../address/pathRules.ts';
import { fillPermalink } from '../address/permalink.ts';
import { plainSlug } from '../address/slug.ts';
import type { Fault } from '../fault/fault.ts';
import { limitFaults } from '../fault/limits.ts';
import { readOrRefuse } from '../fault/unreadable.ts';
import { referencedCharacterFaults } from '../file/characterFaults.ts';
import { type SplitFile, splitFrontMatter } from '../file/frontMatter.ts';
import { checkedMatter } from '../schema/checkedMatter.ts';
import { articleSchema, type EntryMatter, noteSchema } from '../schema/entrySchema.ts';
import { type Moment, parseMoment } from '../schema/moment.ts';
import type { Site } from '../schema/siteSchema.ts';
import { salvage } from '../schema/validate.ts';
import { splitTldr } from '../text/inline/tldr.ts';
import { faultsIn, isOfDraft } from './draft.ts';

/** An article or a note, as its file says. Whether anybody may see it is for the gate to say. */
export interface Entry {
  readonly kind: 'article' | 'note';
  readonly format: 'md' | 'mdx';
  /** Path of the file from the content folder. */
  readonly file: string;
  /** Folder of the file, with a final `/`: where its images are looked for. */
  readonly folder: string;
  /** Stable over renames. Feeds and the channel know the entry by it. */
  readonly id: string;
  readonly slug: string;
  /** Root-relative and decoded, with a final `/`. */
  readonly path: string;
  /** Old paths in the form of {@link path}, or with the name of a file (`/2009/old.html`). */
  readonly aliases: readonly string[];
  readonly title: string | undefined;
  readonly date: Moment;
  readonly updated: Moment | undefined;
  readonly summary: string | undefined;
  /** Inline Markdown. */
  readonly tldr: string | undefined;
  /** 1-based line of the file on which the tl;dr stands. */
  readonly tldrLine: number;
  readonly tags: readonly string[];
  readonly series: { readonly id: string; readonly part: number | undefined } | undefined;
  readonly authors: readonly string[];
  readonly lang: string | undefined;
  readonly cover: EntryMatter['cover'];
  readonly draft: boolean;
  readonly canonical: string | undefined;
  readonly mirror: boolean | string;
  readonly syndication: readonly string[];
  readonly inReplyTo: string | undefined;
  /** Other entries that say the same in other languages, as links to them are written. */
  readonly translations: readonly string[];
  /** Markdown below the front matter, without a leading tl;dr paragraph. */
  readonly body: string;
  /** 1-based line of the file on which `body` begins. */
  readonly bodyLine: number;
  /** 1-based line of a front matter key, for faults that show only beside other entries. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** What became of one file: an entry, or the reasons why not. */
export interface ReadEntry {
  readonly entry: Entry | undefined;
  readonly faults: readonly Fault[];
}

/** `articles/x.md` and `notes/2026/y/index.md` are entries; their kind is their folder. */
export function entryKind(file: string): Entry['kind'] | undefined {
  if (/^articles\/.*\.mdx?$/.test(file)) return 'article';
  return /^notes\/.*\.md$/.test(file) ? 'note' : undefined;
}

/**
 * Reads an entry from the text of its file. A file with a fault is no entry. Whoever looks for all faults at once gives
 * a `day`, and gets what can be read of it, under that day where nothing tells one of its own.
 */
export function readEntry(file: string, source: string, site: Site, day?: string): ReadEntry {
  const kind = entryKind(file);
  if (!kind) throw new Error(`${file} is not in articles/ or notes/`);
  return readOrRefuse(
    { file, text: () => source },
    () => readWhole(kind, file, source, site, day),
    (fault) => ({ entry: undefined, faults: faultsIn(source, [fault]) }),
  );
}

function readWhole(
  kind: Entry['kind'],
  file: string,
  source: string,
  site: Site,
  day: string | undefined,
): ReadEntry {
  const schema = kind === 'article' ? articleSchema : noteSchema;
  const split = splitFrontMatter(source, file);
  const read = checkedMatter(schema, split, file);
  const faults = faultsIn(source, read.faults);
  const matter =
    read.value ??
    (day === undefined ? undefined : salvaged(split, { file, day: meantDay(source, day), faults }));
  const entry = matter && entryFrom({ kind, file, matter, site }, split);
  if (!entry) return { entry, faults };
  const wrong = [
    ...ownPathFaults(file, () => split.yaml.lineOf(['slug']), entry.path),
    ...matterTrouble(entry, matter),
  ];
  return wrong.length === 0
    ? { entry, faults }
    : { entry: undefined, faults: [...faults, ...faultsIn(source, wrong)] };
}

/** What the Markdown that stands in the front matter must not have: too much, or what no feed can carry. */
function matterTrouble(entry: Entry, { tldr }: EntryMatter): Fault[] {
  const { file, mirror, cover, lineOf } = entry;
  const texts = [
    { text: tldr, key: ['tldr'] },
    { text: typeof mirror === 'string' ? mirror : undefined, key: ['mirror'] },
    { text: cover?.caption, key: ['cover', 'caption'] },
    { text: cover?.credit, key: ['cover', 'credit'] },
  ];
  return [
    // One that stands in the body was a paragraph there.
    ...(tldr === undefined ? limitFaults(entry.tldr ?? '', file, entry.tldrLine).slice(0, 1) : []),
    ...texts.flatMap(({ text, key }) => {
      if (text === undefined) return [];
      const line = lineOf(key);
      const excess = limitFaults(text, file, line).slice(0, 1);
      return excess.length > 0 ? excess : referencedCharacterFaults(text, file, line);
    }),
  ];
}

/** What can be read of front matter with faults. What says anywhere that it is a draft stays one. */
function salvaged(
  { yaml }: SplitFile,
  { file, day, faults }: { file: string; day: string; faults: readonly Fault[] },
): EntryMatter | undefined {
  const matter =
    entryKind(file) === 'article'
      ? salvage(articleSchema, yaml, { date: day, title: fileSlug(file) })
      : salvage(noteSchema, yaml, { date: day });
  return matter && { ...matter, draft: matter.draft === true || isOfDraft(faults) };
}

/**
 * The day that front matter means, most likely, though it cannot be read: one wrong sign must not put the entry at another
 * address, where every link to it leads nowhere. `day` where nobody can tell.
 */
function meantDay(source: string, day: string): string {
  const said = /^date[ \t]*:(?:.*?\D)??(\d{4})(?!\d)(?:\D(\d\d?)(?:\D(\d\d?))?)?(?!\d)/m.exec(
    source,
  );
  if (!said) return day;
  const [, year, month = '', date = ''] = said;
  const first = `${year}-01-01`;
  const whole = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const inMonth = `${year}-${month.padStart(2, '0')}-01`;
  return [whole, inMonth, first].find((one) => parseMoment(one, 'UTC')) ?? day;
}

interface EntryBase {
  readonly kind: Entry['kind'];
  readonly file: string;
  readonly matter: EntryMatter;
  readonly site: Site;
}

function entryFrom(base: EntryBase, split: SplitFile): Entry {
  const { kind, file, matter: value, site } = base;
  const slug = slugOf(base);
  const date = momentOf(value.date, site, file);
  const path = fillPermalink(site.permalinks[kind === 'article' ? 'articles' : 'notes'], {
    day: date.day,
    slug,
    id: value.id,
  });
  const aliases = value.aliases ?? [];
  return {
    kind,
    format: file.endsWith('.mdx') ? 'mdx' : 'md',
    file,
    folder: file.slice(0, file.lastIndexOf('/') + 1),
    id: value.id ?? aliases[0] ?? path,
    slug,
    path,
    aliases,
    title: value.title,
    date,
    updated: value.updated === undefined ? undefined : momentOf(value.updated, site, file),
    summary: value.summary,
    ...tldrOf(value, split),
    tags: unique(value.tags ?? []),
    series:
      value.series === undefined ? undefined : { id: value.series.id, part: value.series.part },
    authors: value.authors ?? (site.author === undefined ? [] : [site.author]),
    lang: value.lang,
    cover: value.cover,
    draft: value.draft ?? false,
    canonical: value.canonical,
    mirror: mirrorOf(value.mirror),
    syndication: value.syndication ?? [],
    inReplyTo: value.inReplyTo,
    translations: value.translations ?? [],
    bodyLine: split.bodyLine,
    lineOf: (keys) => split.yaml.lineOf(keys),
  };
}

/** With a tldr in the front matter, a paragraph that begins like one is a paragraph. */
function tldrOf(
  { tldr }: EntryMatter,
  { body, bodyLine, yaml }: SplitFile,
): Pick<Entry, 'tldr' | 'tldrLine' | 'body'> {
  return tldr === undefined
    ? { tldrLine: bodyLine + leadingLines(body), ...splitTldr(body) }
    : { tldr, tldrLine: yaml.lineOf(['tldr']), body };
}

/** The file's own name for the entry, decoded: `x` of `articles/x.md` and of `articles/x/index.md`. */
export function fileSlug(file: string): string {
  const name = file.replace(/\/index\.mdx?$/, '').replace(/\.mdx?$/, '');
  return decoded(name.slice(name.lastIndexOf('/') + 1));
}

function leadingLines(body: string): number {
  return (/^\s*/.exec(body)?.[0].split('\n').length ?? 1) - 1;
}

function slugOf({ file, matter }: { file: string; matter: EntryMatter }): string {
  if (matter.slug !== undefined) return matter.slug;
  return plainSlug(fileSlug(file), matter.date.slice(0, 10), Number.POSITIVE_INFINITY);
}

function momentOf(text: string, site: Site, file: string): Moment {
  const moment = parseMoment(text, site.timeZone);
  // The schema has read it before.
  if (!moment) throw new Error(`${file} has the date ${text}, which is none`);
  return moment;
}

function mirrorOf(text: string | undefined): boolean | string {
  if (text === undefined || text === 'true') return true;
  return text === 'false' ? false : text;
}

function unique(tags: readonly string[]): string[] {
  return [
    ...new Map(
      tags.map((tag) => [tag.normalize('NFC').toLowerCase(), tag.normalize('NFC')]),
    ).values(),
  ];
}
