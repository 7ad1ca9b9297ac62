import { linkTarget, partsOf } from '#journal/address/address.ts';
import type { Entry } from '#journal/content/entry.ts';
import type { Page } from '#journal/content/page.ts';
import { oncePer } from '#journal/once/once.ts';
import { type Feed, feedAt, languageFeeds } from '#journal/public/feed.ts';
import { streamPath } from '#journal/public/home.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { redirectsOf } from '#journal/public/redirects.ts';
import { siteLinks } from '#journal/public/siteLinks.ts';
import { writersOf } from '#journal/public/writers.ts';
import { personOf } from '#journal/schema/authorsSchema.ts';
import { machineTime } from '#journal/schema/moment.ts';
import type { Site } from '#journal/schema/siteSchema.ts';
import { currentJournal } from '../load/current.ts';
import type { OwnLook } from '../load/ownLook.ts';
import type { SourceDocument } from '../render/collect/document.ts';
import { wordsDigest } from '../words/say.ts';
import { type Alternate, alternatesOf } from './links.ts';
import { openGraphLocale } from './openGraph.ts';
import { pageStyle } from './pageStyle.ts';
import { permalink, site } from './site.ts';
import { authorAddress, entryData, journalData, type StructuredData } from './structuredData.ts';
import { partOfSeveral } from './viewKey.ts';

/** What a page is, for what stands around it. */
export interface Framed {
  /** What the window is called; the journal's title alone on the home page. */
  readonly title?: string | undefined;
  /** On the home page the journal's tagline, where there is no other. */
  readonly description?: string | undefined;
  readonly path: string;
  readonly canonical?: string | undefined;
  readonly lang?: string | undefined;
  /** Feeds to name after that of this very page and before the journal's own. */
  readonly feeds?: readonly (Feed | undefined)[] | undefined;
  /** The entry whose page this is. */
  readonly entry?: Entry | undefined;
  /** The page of `pages/` that this is. */
  readonly page?: Page | undefined;
  /** Whether the page lists entries: then it is an h-feed (https://microformats.org/wiki/h-feed). */
  readonly list?: boolean | undefined;
  /** Documents whose whole bodies the page shows. */
  readonly shows?: readonly SourceDocument[] | undefined;
  /** Whether this is the search page, the only one that runs a script. */
  readonly search?: boolean | undefined;
}

/** All that is shown around what a page is about. */
export interface Frame {
  readonly path: string;
  /** Language of what the page is about. */
  readonly lang: string;
  readonly list: boolean;
  readonly search: boolean;
  readonly journal: JournalFrame;
  readonly head: HeadView;
  /** The style sheet that only this page has. */
  readonly style: string;
}

/** What is around every page of a journal. */
export interface JournalFrame {
  readonly title: string;
  readonly tagline: string | undefined;
  readonly language: string;
  readonly nav: Site['nav'];
  /** Where the stream is, and whether pages have to say so: it is not on the home page, and no link of site.yaml leads to it. */
  readonly stream: { readonly path: string; readonly isTold: boolean };
  /** Links at its foot, after those that every journal has. */
  readonly footer: Site['footer'];
  readonly face: Site['theme']['face'];
  readonly look: OwnLook;
  readonly themeColour: { readonly light: string; readonly dark: string };
  /** Other addresses of whoever keeps the journal. */
  readonly mine: readonly string[];
  readonly channel: string | undefined;
  readonly hasAuthors: boolean;
  readonly hasBlogroll: boolean;
  /** Stands for all that the interface says. */
  readonly words: string;
}

/** What only machines read. */
export interface HeadView {
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Where the page is at home. */
  readonly address: string;
  readonly locale: string;
  /** The same in several languages, this page among it. */
  readonly alternates: readonly Alternate[];
  readonly feeds: readonly Pick<Feed, 'title' | 'page' | 'only'>[];
  readonly card: { readonly address: string; readonly alt: string };
  readonly entry: EntryHead | undefined;
  readonly data: StructuredData | undefined;
}

/** What Open Graph wants to know of an entry. */
export interface EntryHead {
  readonly published: string;
  readonly updated: string | undefined;
  /** Addresses of the authors. */
  readonly authors: readonly string[];
  readonly tags: readonly string[];
}

/** What the window of a page is called. */
export function windowTitle({ head, journal }: Pick<Frame, 'head' | 'journal'>): string {
  return head.title === undefined ? journal.title : `${head.title} · ${journal.title}`;
}

/** What is around a page. */
export function frameOf(framed: Framed): Frame {
  const { path, list = false, search = false, shows = [] } = framed;
  const lang = framed.lang ?? site().site.language;
  const journal = journalFrame(site());
  const frame = { path, lang, list, search, journal, head: headOf(framed, lang) };
  return styled(frame, shows);
}

/**
 * A frame whose style sheet is made when the page is. In the page's key the theme and digests of these documents stand for
 * it, which change whenever their footnotes do.
 */
function styled(frame: Omit<Frame, 'style'>, shows: readonly SourceDocument[]): Frame {
  const { theme } = site().site;
  const styledBy = [theme, ...shows.map((one) => currentJournal().digestOf(one))];
  const style: PropertyDescriptor = { get: () => pageStyle(theme, shows) };
  return Object.defineProperty({ ...frame, styledBy }, 'style', style) as unknown as Frame;
}

// It is around every page.
const journalFrame = oncePer((journal: PublicJournal): JournalFrame => {
  const { title, tagline, language, nav, footer, theme } = journal.site;
  const { paper } = currentJournal().palette;
  return partOfSeveral({
    title,
    tagline,
    language,
    nav: nav.map((item) => ({ ...straight(item), entries: item.entries?.map(straight) })),
    stream: streamOf(journal),
    footer: footer.map(straight),
    face: theme.face,
    look: currentJournal().look,
    themeColour: { light: paper.light, dark: paper.dark },
    mine: ownAddresses(),
    channel: channelAddress(),
    hasAuthors: writersOf(journal).length > 1,
    hasBlogroll: journal.blogroll !== undefined,
    words: wordsDigest(),
  });
});

function streamOf(journal: PublicJournal): JournalFrame['stream'] {
  const path = streamPath(journal);
  const isLinked = siteLinks(journal.site).some((link) => straight(link).path === path);
  return { path, isTold: path !== '/' && !isLinked };
}

/** A link without the way over an old path, or an old address of the journal. */
function straight<Link extends { readonly path?: string | undefined }>(link: Link): Link {
  if (link.path === undefined) return link;
  const { pathname, query, fragment } = partsOf(linkTarget(link.path, site().site));
  const path = redirectsOf(site()).get(pathname) ?? pathname;
  return { ...link, path: path + query + fragment };
}

function channelAddress(): string | undefined {
  const { channel } = site().site;
  return channel?.name.startsWith('@') ? `https://t.me/${channel.name.slice(1)}` : undefined;
}

function ownAddresses(): string[] {
  const { authors, site: journal } = site();
  const author = journal.author === undefined ? undefined : personOf(authors, journal.author);
  return [author?.url, ...(author?.links.map(({ url }) => url) ?? []), channelAddress()].filter(
    (one) => one !== undefined,
  );
}

function headOf(framed: Framed, lang: string): HeadView {
  const { title, path, canonical, entry, page } = framed;
  const isHome = path === '/';
  const description = framed.description ?? (isHome ? site().site.tagline : undefined);
  const card = currentJournal().cardOf(entry ?? page);
  const head = {
    title,
    description,
    address: canonical ?? permalink(path),
    locale: openGraphLocale(lang),
    alternates: entry ? alternatesOf(entry) : [],
    feeds: feedsOn(framed),
    card: { address: permalink(card.path), alt: card.alt },
    entry: entry && entryHead(entry),
  };
  return isHome && !entry ? { ...head, data: journalData() } : toldAgain(head, entry);
}

/**
 * A head that tells search engines of an entry once more, when its page is made: in the page's key, all that they are told
 * stands in the view of the entry, and around it.
 */
function toldAgain(head: Omit<HeadView, 'data'>, entry: Entry | undefined): HeadView {
  const data: PropertyDescriptor = { get: () => entry && entryData(entry) };
  return Object.defineProperty({ ...head }, 'data', data) as unknown as HeadView;
}

function feedsOn({ path, feeds = [] }: Framed): HeadView['feeds'] {
  const ofLanguages = path === '/' ? languageFeeds(site()) : [];
  const named = [feedAt(site(), path), ...feeds, feedAt(site(), '/'), ...ofLanguages];
  return [...new Set(named)]
    .filter((feed) => feed !== undefined)
    .map(({ title, page, only }) => ({ title, page, ...(only !== undefined && { only }) }));
}

function entryHead({ date, updated, authors, tags }: Entry): EntryHead {
  const { timeZone } = site().site;
  return {
    published: machineTime(date, timeZone),
    updated: updated && machineTime(updated, timeZone),
    authors: authors.map(authorAddress).filter((one) => one !== undefined),
    tags,
  };
}
