import { posix } from 'node:path';
import { partsOf } from '#journal/address/address.ts';
import { decoded } from '#journal/address/contentPath.ts';
import { type HeadingRule, headingFragment } from '#journal/address/headingRules.ts';
import { tagSlug } from '#journal/address/slug.ts';
import { commentAnchor, commentsAnchor } from '#journal/public/thread.ts';
import { headingIn, readEntryAddress } from '../item/entryAddress.ts';
import { commentId } from './comments.ts';
import {
  belowOldSite,
  lookUpKey,
  type OldAddress,
  type OldSite,
  oldAddress,
} from './oldAddress.ts';
import type { Place, PlannedDocument } from './plan.ts';
import type { Surveyed } from './survey.ts';

/** Finds the document that an old address, or the key of another document, leads to. */
export class AddressBook {
  readonly site: OldSite;
  readonly #byAddress = new Map<string, PlannedDocument>();
  readonly #byKey = new Map<string, PlannedDocument>();
  /** By the files of the export. */
  readonly #byFile = new Map<string, PlannedDocument>();
  /** By the last segment of addresses and files; undefined where several have it. */
  readonly #byName = new Map<string, PlannedDocument | undefined>();
  readonly #titles = new Map<PlannedDocument, string>();
  /** Ids of comments by what exports call them. */
  readonly #comments = new Map<PlannedDocument, ReadonlyMap<string, string>>();
  /** Path segments of the tags that readers see. */
  readonly #tags = new Set<string>();
  readonly #headingIds: HeadingRule;

  constructor(
    site: OldSite,
    documents: readonly Place[],
    { headingIds, commentPrefix }: { headingIds: HeadingRule; commentPrefix: string },
  ) {
    this.site = site;
    this.#headingIds = headingIds;
    for (const { surveyed, planned } of documents) {
      this.#byKey.set(surveyed.key, planned);
      this.#titles.set(planned, surveyed.title ?? '');
      const { commentKeys, tags = [] } = surveyed;
      const ids = commentKeys.map((key) => [key, commentId(commentPrefix, key)] as const);
      // Pages have neither.
      if (planned.kind !== 'page') {
        if (ids.length > 0) this.#comments.set(planned, new Map(ids));
        if (planned.seenAs === 'published') for (const tag of tags) this.#tags.add(tagSlug(tag));
      }
      this.#byFile.set(surveyed.where, planned);
      for (const name of namesOf(surveyed))
        this.#byName.set(name, this.#byName.has(name) ? undefined : planned);
    }
    // What readers saw at an address is what links to it mean.
    const isDraft = ({ planned }: Place) => Number(planned.seenAs === 'draft');
    for (const { surveyed, planned } of documents.toSorted((a, b) => isDraft(a) - isDraft(b)))
      for (const address of [...(surveyed.addresses ?? []), ...(surveyed.shortAddresses ?? [])])
        this.#add(address, planned);
    // An old text means what stood at a path then.
    for (const { planned } of documents)
      if (!this.#byAddress.has(planned.path.toLowerCase()))
        this.#byAddress.set(planned.path.toLowerCase(), planned);
  }

  #add(address: string, planned: PlannedDocument): void {
    const old = oldAddress(address, this.site);
    if (!old || (old.path === '/' && old.query === '')) return;
    for (const key of [lookUpKey(old), ...(old.query === '' ? [withEnd(old.path)] : [])])
      if (key !== '/' && !this.#byAddress.has(key)) this.#byAddress.set(key, planned);
  }

  /** The document of a key. */
  at(key: string): PlannedDocument | undefined {
    return this.#byKey.get(key);
  }

  /** The document at an address, and what the address has behind it; undefined where none of these was. */
  find(address: string) {
    const named = readEntryAddress(address);
    if (named) {
      const planned = this.#byKey.get(named.key);
      return planned && { planned, fragment: this.fragmentOf(named.fragment, planned) };
    }
    return this.#findOld(address);
  }

  /** A fragment as it stands in an address: the id of the heading that it names, which may be the title itself. */
  fragmentOf(fragment: string, planned: PlannedDocument): string {
    const heading = headingIn(fragment);
    if (heading === undefined) return fragment;
    if (heading.trim() === this.#titles.get(planned)) return '';
    return `#${encodeURIComponent(headingFragment(this.#headingIds, heading))}`;
  }

  /** The document that a relative address means, seen from a file of the export, or from where that was on the web. */
  findFrom(address: string, folder: string, base: string | undefined) {
    if (/^[a-z][a-z0-9+.-]*:|^[/#?]/i.test(address)) return undefined;
    const { pathname, fragment } = partsOf(address);
    const name = posix.normalize(folder + decoded(pathname).replaceAll('\\', '/'));
    const planned =
      this.#byFile.get(name) ??
      this.#byFile.get(`${name}.md`) ??
      (/\.(?:md|markdown)$/.test(name) ? this.#byName.get(lastOf(name)) : undefined);
    if (planned) return { planned, fragment };
    const url =
      base === undefined ? null : URL.parse(address, new URL(base, 'https://journal.invalid'));
    return url ? this.#findOld(url.pathname + url.search + url.hash) : undefined;
  }

  #findOld(address: string) {
    const old = oldAddress(address, this.site);
    const planned =
      old &&
      (this.#at(old) ??
        this.#at({ ...old, path: belowOldSite(old.path, this.site) }) ??
        this.#byName.get(lastOf(old.path)));
    return planned && { planned, fragment: this.#placeIn(planned, old.fragment) };
  }

  /** The fragment of a page of old, which may name a comment, or what a theme had below the text. */
  #placeIn(planned: PlannedDocument, fragment: string): string {
    const comments = this.#comments.get(planned);
    const [, key] = /^#(?:comment-|c)(\d+)$/.exec(fragment) ?? [];
    const id = key === undefined ? undefined : comments?.get(key);
    if (id !== undefined) return `#${commentAnchor(id)}`;
    if (key === undefined && !/^#(?:comments|respond|disqus_thread|more-\d+)$/.test(fragment))
      return fragment;
    return comments && !fragment.startsWith('#more') ? `#${commentsAnchor}` : '';
  }

  /** The page of the tag whose list an old address was; undefined for any other. */
  tagPage(address: string): string | undefined {
    const [, name] = tagList.exec(oldAddress(address, this.site)?.path ?? '') ?? [];
    return name === undefined ? undefined : this.pageOfTag(name);
  }

  /** The page of a tag; undefined where no reader sees an entry with it. */
  pageOfTag(tag: string): string | undefined {
    const slug = tagSlug(tag);
    return this.#tags.has(slug) ? `/tags/${slug}/` : undefined;
  }

  /** Whether a document is, or was, at a path of the new journal. */
  isAddress(path: string): boolean {
    return this.#at({ path, query: '', fragment: '' }) !== undefined;
  }

  #at(old: OldAddress): PlannedDocument | undefined {
    return this.#byAddress.get(lookUpKey(old)) ?? this.#byAddress.get(withEnd(old.path));
  }
}

/** Where WordPress, Blogger and others list what has a category or a tag; those above a category stand before it. */
const tagList =
  /\/(?:category|categories|tags?|labels?|topics?)\/(?:[^/]+\/)*([^/]+?)(?:\/|\.html|\/index\.html)?$/;

/** What a link to a document that has moved since may still call it. */
function namesOf({ slug, where, kind }: Surveyed): ReadonlySet<string> {
  if (kind === 'page') return new Set();
  const names = [slug ?? '', /\.(?:md|markdown)$/.test(where) ? lastOf(where) : ''];
  return new Set(names.map((name) => name.toLowerCase()).filter((name) => /\p{L}{3}/u.test(name)));
}

/** The last segment of a path, without the ending of a page; empty for names of other files. */
function lastOf(path: string): string {
  const last = path
    .toLowerCase()
    .replace(/\/$/, '')
    .replace(/^.*\//s, '')
    .replace(/\.(?:html?|md|markdown)$/, '');
  return /\.[a-z0-9]{2,4}$/.test(last) ? '' : last;
}

/** `/a.html` and `/a/` were often the same. */
function withEnd(path: string): string {
  return `${path.toLowerCase().replace(/\.html?$|\/$/, '')}/`;
}
