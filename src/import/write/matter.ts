import { slugify, tagSlug } from '#journal/address/slug.ts';
import { editFrontMatter, type FrontMatterValue } from '#journal/file/frontMatter.ts';
import { mostNames } from '#journal/schema/entrySchema.ts';
import { canonicalLanguage } from '#journal/words/languageTag.ts';
import { cleanText } from '../html/clean.ts';
import type { ImportedDocument } from '../item/item.ts';
import type { Notes } from '../item/notes.ts';
import { isKnownAuthor, type SiteFacts } from './facts.ts';
import { wayTo } from './links.ts';
import { writtenDate } from './moments.ts';
import { typedAlias } from './oldAddress.ts';
import type { PlannedDocument } from './plan.ts';
import type { Survey } from './survey.ts';
import type { Target } from './target.ts';

/** What the front matter of all documents is written with. */
export interface MatterTools extends SiteFacts {
  readonly target: Target;
  readonly survey: Survey;
}

/** The cover, once its picture lies beside the entry. */
export interface WrittenCover {
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** The text of a document's file: front matter in our keys, and its body. */
export function fileText(
  document: ImportedDocument,
  planned: PlannedDocument,
  { body, cover }: { readonly body: string; readonly cover: WrittenCover | undefined },
  tools: MatterTools,
  notes: Notes,
): string {
  const { state, summary, language } = document;
  const title = oneLine(document.title);
  const heading = planned.kind === 'note' ? title : title || planned.path.slice(1, -1);
  const shared = {
    summary: oneLine(summary) || undefined,
    lang: languageOf(language, tools, notes),
    draft: state === 'published' ? undefined : true,
    aliases: nonEmpty(planned.aliases.map(typedAlias)),
  };
  if (state === 'private' || state === 'password')
    notes.changed(
      state === 'private' ? 'private entry' : 'entry behind a password',
      'it is a draft: a static site shows an entry to everybody or to nobody',
    );
  const own = planned.kind === 'page' ? {} : entryKeys(document, planned, tools, notes);
  const ordered = { title: heading || undefined, ...own, ...shared, cover: cover && { ...cover } };
  const text = `${body.trim()}\n`.replace(/^\n$/, '');
  return editFrontMatter(text, fitting(ordered, notes));
}

type Matter = Readonly<Record<string, FrontMatterValue | undefined>>;

/** Characters of front matter, with room for the signs of YAML: too many of them stop a build. */
const mostCharacters = 40_000;

/** Keys of which those that are far too long are cut, or left. */
function fitting(keys: Matter, notes: Notes): Matter {
  const fits: Record<string, FrontMatterValue | undefined> = { ...keys };
  const length = (value: unknown) => JSON.stringify(value ?? '').length;
  for (const key of ['summary', 'tags', 'aliases', 'title']) {
    if (length(fits) <= mostCharacters || length(fits[key]) < mostCharacters / 8) continue;
    notes.left(key, `with it, front matter would have more than ${mostCharacters} characters`);
    fits[key] = key === 'title' ? `${String(fits[key]).slice(0, 200)}…` : undefined;
  }
  return fits;
}

function entryKeys(
  document: ImportedDocument,
  planned: PlannedDocument,
  tools: MatterTools,
  notes: Notes,
) {
  const { updated, canonical, inReplyTo, syndication = [] } = document;
  const later = updated === undefined ? undefined : writtenDate(updated, tools.timeZone);
  return {
    date: planned.date.text,
    updated: later && later.at > planned.date.at ? later.text : undefined,
    tags: nonEmpty(atMost('tag', tagsOf(document, tools), notes)),
    series: seriesOf(document, tools, notes),
    authors: nonEmpty(atMost('author', authorsOf(document, tools, notes), notes)),
    slug: planned.slug,
    translations: nonEmpty((planned.translations ?? []).map((file) => wayTo(file, planned.file))),
    id: planned.id,
    canonical: webAddress(canonical),
    inReplyTo: webAddress(inReplyTo),
    syndication: nonEmpty(syndication.flatMap((one) => webAddress(one) ?? [])),
  };
}

function tagsOf({ tags = [] }: ImportedDocument, { survey }: MatterTools): string[] {
  const written = tags.map((tag) => survey.tags.get(tagSlug(tag)) ?? tag);
  return [...new Set(written.map((tag) => oneLine(tag) ?? ''))].filter((tag) => tag !== '');
}

/** As many tags, or authors, as an entry may have. */
function atMost(what: string, names: readonly string[], notes: Notes): string[] {
  notes.left(what, `an entry has at most ${mostNames}`, Math.max(0, names.length - mostNames));
  return names.slice(0, mostNames);
}

/** The id of the series of a title. */
export function seriesId(title: string): string {
  return slugify(title, 'series');
}

function seriesOf({ series }: ImportedDocument, { survey }: MatterTools, notes: Notes) {
  if (!series) return undefined;
  const id = seriesId(series.title);
  if (series.part === undefined) return id;
  if (survey.numberedSeries.has(series.title)) return { id, part: series.part };
  notes.changed(
    'part of a series',
    'the parts have gaps or are there twice; their dates order them',
  );
  return id;
}

function authorsOf(document: ImportedDocument, tools: MatterTools, notes: Notes): string[] {
  const { survey, authorIds, target } = tools;
  const own = (document.authors ?? []).map((key) => authorIds.get(key) ?? slugify(key, ''));
  const main = target.journal?.site.author ?? authorIds.get(survey.site.author ?? '');
  const unknown = own.filter((id) => id === '' || !isKnownAuthor(id, target));
  for (const id of unknown) notes.left('author', `authors.yaml does not name ${id}`);
  const known = [...new Set(own.filter((id) => !unknown.includes(id)))];
  return known.length === 1 && known[0] === main ? [] : known;
}

function languageOf(language: string | undefined, tools: MatterTools, notes: Notes) {
  if (!language) return undefined;
  const tag = canonicalLanguage(language);
  if (tag === undefined) notes.left('language', `${language} is no language tag`);
  return tag === tools.language ? undefined : tag;
}

/** An address of the web; undefined for any other. */
export function webAddress(address = ''): string | undefined {
  return /^https?:\/\//i.test(address) && URL.parse(address) ? address : undefined;
}

function oneLine(text: string | undefined): string | undefined {
  return text && cleanText(text.replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, ' ')).trim();
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
