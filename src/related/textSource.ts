import { type BodySource, htmlIn } from '../cache/keptBody.ts';
import { plainTextOf, proseOf } from './plainText.ts';

/** What the text of an entry is taken out of: plain data, from which any thread of this process can take it. */
export interface TextSource {
  /** What stands before the body, as plain text. */
  readonly lead: string;
  /** The body; undefined for MDX. */
  readonly html?: BodySource;
  /** The body of MDX, as it was written. */
  readonly mdx?: string;
}

/** The words by which an entry is compared. @throws the file system's error. */
export function textOf({ lead, html = '', mdx }: TextSource): string {
  return `${lead}\n${mdx === undefined ? plainTextOf(htmlIn(html)) : proseOf(mdx)}`;
}
