import { type BodySource, htmlIn } from '../cache/keptBody.ts';
import { piecesOf } from './pieces.ts';
import { wordsOf } from './plainText.ts';

/** What the index holds of an entry or a page. All texts in it are cut; see `pieces.ts`. */
export interface SearchRecord extends RecordHead {
  readonly content: string;
}

/** A record without the words of the body. */
export interface RecordHead {
  /** Decoded path. */
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: Readonly<Record<string, string>>;
}

/** What a record is made of. */
export interface RecordSource extends RecordHead {
  /** What stands before the body, as plain text. */
  readonly lead: string;
  readonly html: BodySource;
}

/** Takes the words out of a body, which is most of the work on a record. */
export function recordFrom({ lead, html, ...head }: RecordSource): SearchRecord {
  return { ...head, content: piecesOf(`${lead}\n${wordsOf(htmlIn(html))}`) };
}
