import { compareText } from '../fault/fault.ts';
import type { Authors } from '../schema/authorsSchema.ts';
import type { SeriesMatter } from '../schema/seriesSchema.ts';
import type { Site } from '../schema/siteSchema.ts';
import type { OwnWords } from '../words/speaker.ts';
import type { BlogGroup } from './blogGroups.ts';
import type { EntryComments } from './comments.ts';
import type { Entry } from './entry.ts';
import type { Page } from './page.ts';

/** The text of a Markdown or YAML file of the content folder. */
export interface ContentFile {
  /** Path from the content folder, with `/`, in NFC. */
  readonly file: string;
  readonly source: string;
  /** Of a text that lies in a file: no other state of that file has the same. Undefined where it may change once more under it. */
  readonly stamp?: string | undefined;
  /** Whether it was looked through under this stamp before, and its letters are sound. */
  readonly isSound?: boolean;
}

/** Everything that the content folder says, before the gate: drafts and scheduled entries are in it. */
export interface Journal {
  readonly site: Site;
  readonly authors: Authors;
  /** Newest first; see {@link compareEntries}. */
  readonly entries: readonly Entry[];
  readonly pages: readonly Page[];
  /** Series files by id. */
  readonly series: ReadonlyMap<string, SeriesMatter>;
  /** Recommended journals of others; undefined where there is no blogroll.yaml. */
  readonly blogroll: readonly BlogGroup[] | undefined;
  /** What redirects.yaml says: old path to present path. */
  readonly moved: Readonly<Record<string, string>>;
  /** What was said about entries, hidden comments among it. */
  readonly comments: readonly EntryComments[];
  /** What pages say otherwise than we do. */
  readonly words: OwnWords;
}

/** Newest first; equal dates by file name, so that the order is the same everywhere. */
export function compareEntries(a: Entry, b: Entry): number {
  return b.date.at - a.date.at || compareText(a.file, b.file);
}
