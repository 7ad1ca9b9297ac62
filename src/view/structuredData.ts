import { withinSite } from '#journal/address/address.ts';
import { resolveContentPath } from '#journal/address/contentPath.ts';
import type { Entry } from '#journal/content/entry.ts';
import { writersOf } from '#journal/public/writers.ts';
import { personOf } from '#journal/schema/authorsSchema.ts';
import { machineTime } from '#journal/schema/moment.ts';
import { currentJournal } from '../load/current.ts';
import { shownAddressesOf } from '../media/assets.ts';
import { shownTitle } from '../render/title.ts';
import { description, permalink, site } from './site.ts';

/** JSON-LD, as https://schema.org names things. */
export type StructuredData = Readonly<Record<string, unknown>>;

/** An entry for search engines. An untitled note has no headline, here as everywhere. */
export function entryData(entry: Entry): StructuredData {
  const { language, timeZone } = site().site;
  const address = permalink(entry.path);
  const images = [coverAddress(entry), permalink(currentJournal().cardOf(entry).path)];
  return {
    '@context': 'https://schema.org',
    '@type': entry.title === undefined ? 'SocialMediaPosting' : 'BlogPosting',
    '@id': address,
    url: address,
    mainEntityOfPage: entry.canonical ?? address,
    headline: shownTitle(entry, site().site),
    description: description(entry) || undefined,
    datePublished: machineTime(entry.date, timeZone),
    dateModified: entry.updated && machineTime(entry.updated, timeZone),
    author: entry.authors.length === 0 ? undefined : entry.authors.map(person),
    inLanguage: entry.lang ?? language,
    keywords: entry.tags.length === 0 ? undefined : entry.tags,
    image: images.filter((image) => image !== undefined),
    sameAs: entry.syndication.length === 0 ? undefined : entry.syndication,
    isPartOf: { '@type': 'Blog', '@id': permalink('/'), name: site().site.title },
  };
}

/** The journal itself, for its home page. */
export function journalData(): StructuredData {
  const { title, tagline, language, author } = site().site;
  return {
    '@context': 'https://schema.org',
    '@type': ['WebSite', 'Blog'],
    '@id': permalink('/'),
    url: permalink('/'),
    name: title,
    description: tagline,
    author: author === undefined ? undefined : person(author),
    inLanguage: language,
    image: permalink(currentJournal().cardOf().path),
  };
}

/** Absolute address of an entry's cover in its largest size. */
export function coverAddress(entry: Entry): string | undefined {
  if (entry.cover === undefined) return undefined;
  const src = withinSite(entry.cover.src, site().site) ?? entry.cover.src;
  if (src.startsWith('/')) return permalink(src);
  const asset = currentJournal().asset(resolveContentPath(entry.folder, src));
  const { url } = site().site;
  const address = asset && shownAddressesOf(asset, url).at(-1);
  return address === undefined ? undefined : new URL(address, url).href;
}

/** Where more is told of an author: at the author's own address, else on the page of the author's entries. */
export function authorAddress(id: string): string | undefined {
  const own = personOf(site().authors, id)?.url;
  if (own !== undefined) return own;
  const path = writersOf(site()).find((writer) => writer.id === id)?.path;
  return path === undefined ? undefined : permalink(path);
}

function person(id: string): StructuredData {
  return {
    '@type': 'Person',
    name: personOf(site().authors, id)?.name ?? id,
    url: authorAddress(id),
  };
}
