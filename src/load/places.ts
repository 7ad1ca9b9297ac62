import { join } from 'node:path';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { keepFile, keptFile } from '../files/keptFile.ts';
import type { SourceDocument } from '../render/collect/document.ts';

/** Where readers know a document from builds, and what feeds called it. */
export interface Place {
  readonly file: string;
  readonly path: string;
  /** Empty for a page, which no feed has. */
  readonly id: string;
  /** By what it is known again in a file of another name: its title and its date. Empty where these tell nothing. */
  readonly known: string;
}

/** The places of all that readers could see in builds that were finished, as the last one had them, kept beside what else it kept. */
export class Places {
  readonly #path: string | undefined;
  #text: string | undefined;

  /** `folder` is that of the caches; without one, nothing is known. */
  constructor(folder: string | undefined) {
    this.#path = folder === undefined ? undefined : join(folder, 'places.json');
  }

  /** None before the first build. */
  last(): readonly Place[] {
    return JSON.parse(this.#kept);
  }

  /** Whether those of a journal are these, as they most often are: to tell is quicker than to read them. */
  areOf(journal: PublicJournal): boolean {
    return textOf(journal) === this.#kept;
  }

  /**
   * Keeps those of a build that is finished. Of what has moved, `former` has where its readers still look for it;
   * `withdrawn` is where they knew what they do not see any more.
   */
  keep(
    journal: PublicJournal,
    former: ReadonlyMap<SourceDocument, Pick<Place, 'path' | 'id'>>,
    withdrawn: readonly Place[],
  ): void {
    const text = textOf(journal, former, withdrawn);
    if (this.#path === undefined || text === this.#text) return;
    keepFile(this.#path, text);
    this.#text = text;
  }

  get #kept(): string {
    const read = () => (this.#path === undefined ? undefined : keptFile(this.#path))?.toString();
    this.#text ??= read() ?? '[]';
    return this.#text;
  }
}

function textOf(
  { entries, pages }: PublicJournal,
  former: ReadonlyMap<SourceDocument, Pick<Place, 'path' | 'id'>> = new Map(),
  withdrawn: readonly Place[] = [],
): string {
  const placed = (one: SourceDocument) => {
    const place = placeOf(one);
    const { path, id } = former.get(one) ?? place;
    return { ...place, path, id };
  };
  const documents = [...entries, ...pages];
  return JSON.stringify([...documents.map(former.size === 0 ? placeOf : placed), ...withdrawn]);
}

/** Where a document is now. */
export function placeOf(document: SourceDocument): Place {
  const { file, path, title } = document;
  if (document.kind === 'page') return { file, path, id: '', known: document.title };
  const { id, date } = document;
  // One note of a day is not told from another.
  const isAny = title === undefined && date.time === undefined;
  return { file, path, id, known: isAny ? '' : `${date.at} ${title ?? ''}` };
}
