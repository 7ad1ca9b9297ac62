import type { HeadingRule } from '#journal/address/headingRules.ts';
import type { FeedFormat } from '#journal/public/feedFormats.ts';

/**
 * What an export holds, in our own words. A format turns a source into a stream of these, `write` turns them into files:
 * neither knows the other.
 *
 * - `site`: facts about the whole journal; several are put together, the first to say a thing has it.
 * - `document`: an article, a note or a page.
 * - `left`: something of the export that does not come along, and why.
 */
export type ImportedItem = ImportedSite | ImportedDocument | LeftOut;

/** Facts about the whole journal, as far as the export has them. */
export interface ImportedSite {
  readonly is: 'site';
  /** Where the journal was. Its addresses are old addresses of the new one. */
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly tagline?: string | undefined;
  /** As in HTML's `lang`. */
  readonly language?: string | undefined;
  /** IANA name, such as `Europe/Lisbon`. */
  readonly timeZone?: string | undefined;
  readonly authors?: readonly ImportedAuthor[] | undefined;
  /** Key of the author who writes where no other is named. */
  readonly author?: string | undefined;
  readonly menu?: readonly ImportedLink[] | undefined;
  /** Where entries were listed and could be followed. */
  readonly lists?: readonly ImportedList[] | undefined;
  /** Whose rule made the ids of headings that have none of their own. */
  readonly headingIds?: HeadingRule | undefined;
  /** What of its settings was changed or left. */
  readonly notes?: readonly ImportNote[] | undefined;
}

/** A list of entries in the old journal, for readers or for their programs. */
export interface ImportedList {
  /**
   * Whole, or from where the old site began. `{slug}`, `{name}` and `{words}` stand for each tag, as addresses have it, as it is,
   * or with hyphens in place of spaces and signs.
   */
  readonly address: string;
  /** The tag that its entries have; without one, and without these, it has all. */
  readonly tag?: string | undefined;
  /** What reads it: programs, in this format; people, without one. */
  readonly feed?: FeedFormat['name'] | undefined;
}

/** Somebody who writes. */
export interface ImportedAuthor {
  /** How documents name this person. */
  readonly key: string;
  readonly name: string;
  readonly url?: string | undefined;
  /** Inline Markdown. */
  readonly bio?: string | undefined;
}

/** An entry of a menu. */
export interface ImportedLink {
  readonly label: string;
  readonly address: string;
}

/** An article, a note or a page. */
export interface ImportedDocument {
  readonly is: 'document';
  /** `entry`: an article if it has a title, else a note. */
  readonly kind: 'entry' | 'article' | 'note' | 'page';
  /** Where it stands in the export, for people: a file, or a file and what is in it. */
  readonly where: string;
  /** What a second import of the same export knows it by: stable, and unique in the export. */
  readonly key: string;
  /** Plain words, without Markdown and HTML. */
  readonly title?: string | undefined;
  /** Last segment of its old address, or what the export calls it. */
  readonly slug?: string | undefined;
  /**
   * `2026-11-21`, `2026-11-21T09:30:00` (a clock in the journal's zone) or `2026-11-21T09:30:00+01:00`. Without one the
   * document is dated by `fallbackDate`, and the report says so.
   */
  readonly date?: string | undefined;
  /** Milliseconds since 1970 that stand in for a date that is nowhere: when its file was last changed. */
  readonly fallbackDate?: number | undefined;
  /** In the forms of `date`. */
  readonly updated?: string | undefined;
  readonly summary?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Its title, and the part where that does not follow from dates. */
  readonly series?: { readonly title: string; readonly part?: number | undefined } | undefined;
  /** Keys of {@link ImportedAuthor}, or names. */
  readonly authors?: readonly string[] | undefined;
  readonly language?: string | undefined;
  /** What those have in common that say the same in several languages. */
  readonly translationKey?: string | undefined;
  readonly state: ImportedState;
  /** Addresses at which it was, whole or from the root, with query where they had one; the oldest first. */
  readonly addresses?: readonly string[] | undefined;
  /** Addresses that links in other documents may use for it, and that nobody else kept: they become no aliases. */
  readonly shortAddresses?: readonly string[] | undefined;
  /** How feeds knew it. */
  readonly feedId?: string | undefined;
  /** Where it was published first, if that was on another site. */
  readonly canonical?: string | undefined;
  /** The address that it answers. */
  readonly inReplyTo?: string | undefined;
  /** Addresses of its copies elsewhere. */
  readonly syndication?: readonly string[] | undefined;
  readonly cover?: ImportedPicture | undefined;
  /** An address of `entryAddress` in it leads to the document of that key. */
  readonly body: { readonly is: 'markdown' | 'html'; readonly text: string };
  /** Folder of the source, with a final `/`, or empty: where relative addresses begin. */
  readonly folder?: string | undefined;
  readonly comments?: readonly ImportedComment[] | undefined;
  /** What its format changed or left of it. */
  readonly notes?: readonly ImportNote[] | undefined;
}

/**
 * Who could read a document in the old place:
 *
 * - `published`: everybody, from its date on.
 * - `draft`, `private`, `password`: not everybody. All become drafts, the last two with a word in the report.
 */
export type ImportedState = 'published' | 'draft' | 'private' | 'password';

/** A picture with its words. */
export interface ImportedPicture {
  readonly address: string;
  readonly alt?: string | undefined;
  /** Inline Markdown. */
  readonly caption?: string | undefined;
  /** Inline Markdown. */
  readonly credit?: string | undefined;
}

/** An answer of a reader. Addresses of people (e-mail, IP) have no place in it. */
export interface ImportedComment {
  /** Unique within its document. */
  readonly key: string;
  /** Key of the comment of the same document that it answers. */
  readonly parent?: string | undefined;
  readonly name: string;
  readonly url?: string | undefined;
  /** In the forms of a document's date. */
  readonly date?: string | undefined;
  readonly body: { readonly is: 'markdown' | 'html' | 'text'; readonly text: string };
  /** `waiting`: its owner had not decided yet. */
  readonly status: 'shown' | 'waiting' | 'removed';
}

/** Something of the export that does not come along as a document. */
export interface LeftOut {
  readonly is: 'left';
  readonly where: string;
  /** What it is, such as `revision`: equal ones are counted together. */
  readonly what: string;
  readonly why: string;
  /** Whether it should have come, and could not be read. */
  readonly failed?: boolean | undefined;
}

/** What became of a part of a document. */
export interface ImportNote {
  /** `changed`: it came in another form. `left`: it stayed behind. */
  readonly became: 'changed' | 'left';
  /** What it is, in the singular, such as `inline style`: equal ones are counted together. */
  readonly what: string;
  /** What it became, or why it stayed. */
  readonly how: string;
  readonly count?: number | undefined;
}
