import { oncePer } from '#journal/once/once.ts';
import type { ImportedItem } from '../item/item.ts';
import type { Source } from '../source/source.ts';

/** A kind of export. To add one, write it in a folder of its own and name it in `formats/formats.ts`. */
export interface Format {
  /** What `--from` calls it, such as `jekyll`. */
  readonly name: string;
  /** For people, such as `a Jekyll folder`. */
  readonly label: string;
  /** By what it is recognised, for people: `a folder with _posts or _drafts`. */
  readonly looksLike: string;
  /**
   * How sure it is that a source is of its kind: 0 for "not at all", 1 for "it has the shape of it", 2 for "it says so".
   * The surest format reads the source; of equally sure ones, the first in the table.
   */
  recognises(source: Source): Promise<0 | 1 | 2>;
  /**
   * Opens a source. What it gives is read twice: once to find names for all, once to write them; both times the same comes
   * in the same order.
   *
   * @throws where nothing of it can be read, in words for people.
   */
  open(source: Source): Promise<OpenedExport>;
}

/** An export, ready to be read. */
export interface OpenedExport {
  /**
   * The folder of the source, with a final `/`, or empty, that is a content folder of Scrollback: it is joined file by file,
   * and has no items.
   */
  readonly contentFolder?: string;
  items(): AsyncIterable<ImportedItem>;
  /** The file of the source that an address means, where that is not the file of that path; see `write/media`. */
  fileOf?(address: string): string | undefined;
}

/** A kind of export that is known by files, or other parts, of its own in a source. */
interface FormatOfParts<Part> extends Pick<Format, 'name' | 'label' | 'looksLike'> {
  /** These parts of a source, in the order in which they are read; each source is looked through once. */
  find(source: Source): Promise<readonly Part[]>;
  /** What a source lacks that has none, behind its name, and what to name instead. */
  readonly lacks: string;
  open(source: Source, parts: readonly Part[]): Promise<OpenedExport>;
}

/** The format that says so of a source with such parts, and opens it by them. */
export function formatOf<Part>(format: FormatOfParts<Part>): Format {
  const { find, lacks, open, ...names } = format;
  const partsOf = oncePer(find);
  return {
    ...names,
    recognises: async (source) => ((await partsOf(source)).length > 0 ? 2 : 0),
    open: async (source) => {
      const parts = await partsOf(source);
      if (parts.length === 0) throw new Error(`${source.name} ${lacks}`);
      return await open(source, parts);
    },
  };
}
