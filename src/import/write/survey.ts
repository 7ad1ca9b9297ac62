import { decoded } from '#journal/address/contentPath.ts';
import { tagSlug } from '#journal/address/slug.ts';
import { copied } from '../item/copied.ts';
import type {
  ImportedAuthor,
  ImportedDocument,
  ImportedItem,
  ImportedSite,
  LeftOut,
} from '../item/item.ts';
import { likelyZone } from '../item/likelyZone.ts';
import { mostCommon } from '../item/mostCommon.ts';
import { writerName } from '../item/publicName.ts';
import { fragmentOf, placesIn } from '../markdown/oldAnchors.ts';
import { isOwnAddress, type OldSite } from './oldAddress.ts';
import { textDigest } from './records.ts';

/** What is kept of a document between the two times that an export is read: all but its text. */
export interface Surveyed extends Omit<ImportedDocument, 'body' | 'comments' | 'notes' | 'cover'> {
  /** Whether pictures or other files may have to lie beside it. */
  readonly hasFiles: boolean;
  /** Keys of its comments that readers see. */
  readonly commentKeys: readonly string[];
  /** Of all that the export says of it. */
  readonly digest: string;
}

/** An export, looked at once. */
export type Survey = Awaited<ReturnType<typeof surveyExport>>;

type SiteWords = Omit<ImportedSite, 'is'>;

/** Reads an export to its end, and keeps what names and links of all documents need. */
export async function surveyExport(
  items: AsyncIterable<ImportedItem>,
  tell: (count: number) => void,
) {
  const sites: ImportedSite[] = [];
  const documents: Surveyed[] = [];
  const left: LeftOut[] = [];
  const places = new Set<string>();
  for await (const item of items) {
    if (item.is === 'site') sites.push(item);
    else if (item.is === 'left') left.push(copied(item));
    else {
      documents.push(surveyed(item));
      for (const one of placesIn(item.body.text)) places.add(copied({ one }).one);
    }
    tell(documents.length);
  }
  const site = withWriters(mergedSite(sites), documents);
  const dates = documents.flatMap(({ date }) => date ?? []);
  const guessedZone = site.timeZone === undefined ? likelyZone(dates) : undefined;
  return {
    site: { ...site, timeZone: site.timeZone ?? guessedZone },
    /** The zone that is taken from the dates of documents, where the export says none. */
    guessedZone,
    documents,
    left,
    /** How each tag is written, by the path segment of its page. */
    tags: spellings(documents),
    /** Addresses in the texts that have something behind a `#`, wherever they lead. */
    places,
    /** Titles of series whose parts are 1, 2, 3 and so on. */
    numberedSeries: numbered(documents),
  };
}

/** Puts together what an export says of the whole journal: the first to say a thing has it. */
function mergedSite(all: readonly ImportedSite[]): SiteWords {
  const authors = new Map<string, ImportedAuthor>();
  for (const author of all.flatMap((site) => site.authors ?? []))
    if (isBare(authors.get(author.key))) authors.set(author.key, author);
  const first = <K extends keyof ImportedSite>(key: K): ImportedSite[K] | undefined =>
    all.find((site) => site[key] !== undefined && site[key] !== '')?.[key];
  return {
    url: first('url'),
    title: first('title'),
    tagline: first('tagline'),
    language: first('language'),
    timeZone: first('timeZone'),
    author: first('author'),
    menu: all.find(({ menu = [] }) => menu.length > 0)?.menu,
    lists: all.flatMap((site) => site.lists ?? []),
    headingIds: first('headingIds'),
    authors: [...authors.values()],
    notes: all.flatMap((site) => site.notes ?? []),
  };
}

/** Whether nothing is known of somebody but how documents call them. */
function isBare(author: ImportedAuthor | undefined): boolean {
  return author === undefined || (author.name === author.key && author.bio === undefined);
}

/** What links among the texts of an export have behind their `#`. */
export function ownFragments({ places }: Survey, site: OldSite): ReadonlySet<string> {
  return new Set([...places].filter((one) => isOwnAddress(one, site)).map(fragmentOf));
}

/** Those who are named by documents alone write too. Nobody's address is a part of a name. */
function withWriters(site: SiteWords, documents: readonly Surveyed[]): SiteWords {
  const known = new Map((site.authors ?? []).map((author) => [author.key, author]));
  for (const key of documents.flatMap(({ authors }) => authors ?? []))
    if (!known.has(key)) known.set(key, { key, name: key });
  return {
    ...site,
    authors: [...known.values()].map((one) => ({ ...one, name: writerName(one.name) })),
  };
}

function surveyed(document: ImportedDocument): Surveyed {
  const { body, comments, notes, cover, ...kept } = document;
  const digest = digestOf(document);
  const slug = kept.slug === undefined ? undefined : decoded(kept.slug);
  const shown = (comments ?? []).filter(({ status, body: { text } }) => {
    return status === 'shown' && text.replace(saysNothing, '') !== '';
  });
  const commentKeys = shown.map(({ key }) => key);
  return { ...copied({ ...kept, slug, commentKeys }), hasFiles: mayHaveFiles(document), digest };
}

/** Of a comment of nothing else nothing comes. */
const saysNothing = /<(?!img\b)[^<>]*>|&nbsp;|\s/gi;

/** Of all that an export says of a document; when its file was last copied is no part of that. */
export function digestOf({ fallbackDate, ...document }: ImportedDocument): string {
  return textDigest(JSON.stringify(document));
}

const pictures =
  /!\[|<img\b|<figure\b|<picture\b|\{%-?\s*(?:include|figure|img|image)\b|\{\{[<%]\s*(?:figure|img|image)\b|\[(?:gallery|caption)\b|<(?:video|audio)\b/i;
const otherFiles = /\.(?:jpe?g|png|gif|webp|avif|svg|pdf|mp[34]|m4[av]|ogg|webm|zip|txt|epub)\b/i;

function mayHaveFiles({ body, cover }: ImportedDocument): boolean {
  return cover !== undefined || pictures.test(body.text) || otherFiles.test(body.text);
}

/** Of spellings that would share a page, the most common one; of equally common ones, the first. */
function spellings(documents: readonly Surveyed[]): Map<string, string> {
  const all = documents.flatMap(({ tags }) => tags ?? []);
  return new Map(
    [...Map.groupBy(all, tagSlug)].map(([slug, of]) => [slug, mostCommon(of)?.[0] ?? slug]),
  );
}

function numbered(documents: readonly Surveyed[]): Set<string> {
  const all = Map.groupBy(
    documents.flatMap(({ series }) => series ?? []),
    ({ title }) => title,
  );
  const whole = [...all].filter(([, parts]) =>
    parts.every((_, index) => parts.some(({ part }) => part === index + 1)),
  );
  return new Set(whole.map(([title]) => title));
}
