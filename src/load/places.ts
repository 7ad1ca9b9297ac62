import { join } from 'node:path';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { keepFile, keptFile } from '../files/keptFile.ts';
import type { SourceDocument } from '../render/collect/document.ts';

/** Where a document was when its journal was last built, and what feeds called it. */
export interface Place {
  readonly file: string;
  readonly path: string;
  /** Empty for a page, which no feed has. */
  readonly id: string;
  /** By what it is known again in a file of another name: its title and its date. */
  readonly known: string;
}

/** The places of all that readers could see in the last build, kept beside what else it kept. */
export class Places {
  readonly #path: string | undefined;
  #text: string | undefined;

  /** `folder` is that of the caches; without one, nothing is known. */
  constructor(folder: string | undefined) {
    this.#path = folder === undefined ? undefined : join(folder, 'places.json');
  }

  /** Those of the last build that was finished; none before the first. */
  last(): readonly Place[] {
    this.#text ??=
      (this.#path === undefined ? undefined : keptFile(this.#path))?.toString() ?? '[]';
    return JSON.parse(this.#text);
  }

  /** Keeps those of a build that is finished. */
  keep({ entries, pages }: PublicJournal): void {
    const text = JSON.stringify([...entries, ...pages].map(placeOf));
    if (this.#path === undefined || text === this.#text) return;
    keepFile(this.#path, text);
    this.#text = text;
  }
}

/** Where a document is now. */
export function placeOf(document: SourceDocument): Place {
  const { file, path, title = '' } = document;
  const isPage = document.kind === 'page';
  const known = isPage ? title : `${document.date.at} ${title}`;
  return { file, path, id: isPage ? '' : document.id, known };
}
