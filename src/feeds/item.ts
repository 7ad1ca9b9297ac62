import type { BodySource } from '../cache/keptBody.ts';
import type { Recording } from '../view/body.ts';

/** Somebody who writes. */
export interface Person {
  readonly name: string;
  readonly url: string | undefined;
}

/** The body of an entry by its digest, which changes whenever its HTML does. */
export interface FeedBody {
  readonly digest: string;
  /** As the entry's own page shows it. */
  html(): BodySource | Promise<BodySource>;
}

/** An entry as every format tells it: plain data, but for the body. Moments are milliseconds since 1970. */
export interface FeedItem {
  /** Stable over renames: an address where the entry's id is a path, else the id itself. */
  readonly id: string;
  readonly address: string;
  /** Undefined for an untitled note: no format invents one. */
  readonly title: string | undefined;
  /** Plain text; empty where there is none. */
  readonly summary: string;
  /** What a link to it says, for a format that wants some words where there is neither title nor summary. */
  readonly linkText: string;
  /** HTML that stands before the body. */
  readonly before: string;
  /** HTML that stands behind it. */
  readonly after: string;
  readonly body: FeedBody;
  /** Sounds and films of the body, for programs that fetch and play them. */
  readonly recordings: readonly Recording[];
  /** Address of the cover. */
  readonly image: string | undefined;
  readonly published: number;
  /** Undefined where nothing changed after publication. */
  readonly updated: number | undefined;
  readonly authors: readonly Person[];
  readonly tags: readonly string[];
  /** Where it is not the journal's language. */
  readonly lang: string | undefined;
  /** Where the entry was published first, if that was elsewhere. */
  readonly elsewhere: string | undefined;
  readonly inReplyTo: string | undefined;
}

/**
 * When one of the items last appeared or changed; undefined where there is none. The clock of the build counts for
 * nothing, so the same content gives the same bytes.
 */
export function lastChange(items: readonly FeedItem[]): number | undefined {
  return items.length === 0
    ? undefined
    : Math.max(...items.map(({ published, updated = published }) => updated));
}
