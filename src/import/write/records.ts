import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../files/makeFolder.ts';
import { copied } from '../item/copied.ts';
import { fieldsIn } from '../source/json.ts';

/** What an earlier import has written for a document. */
export interface ImportRecord {
  /** Which document of which export. */
  readonly key: string;
  /** Path from the content folder. */
  readonly file: string;
  /** Digest of the document as the export had it. */
  readonly digest: string;
  /** Digest of the text that was written: what has another by now was changed by its owner. */
  readonly text?: string | undefined;
}

/** Tells one text from others. */
export function textDigest(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** The file that remembers imports. It begins with a dot, so that it is no part of the journal. */
const recordsName = '.imported.jsonl';

/**
 * What was imported into a content folder, one line each, appended before the document itself is written: an import that
 * was interrupted finds its lines, and writes what is still missing. A line `{"done":true}` ends an import that was not.
 */
export class ImportRecords {
  readonly #path: string;
  readonly #folder: string;
  #isCut: boolean;
  readonly #records = new Map<string, ImportRecord & { readonly isDone: boolean }>();

  constructor(root: string) {
    this.#folder = root;
    this.#path = join(root, recordsName);
    const text = existsSync(this.#path) ? readFileSync(this.#path, 'utf8') : '';
    // An import that was killed may have left half a line.
    this.#isCut = text !== '' && !text.endsWith('\n');
    for (const line of text.split('\n')) this.#take(line);
  }

  #take(line: string): void {
    const read = fieldsIn(line);
    if (read['done'] === true)
      for (const [key, one] of this.#records) this.#records.set(key, { ...one, isDone: true });
    const { key, file, digest, text } = read;
    if (typeof key === 'string' && typeof file === 'string' && typeof digest === 'string')
      this.#records.set(key, {
        key,
        file,
        digest,
        text: typeof text === 'string' ? text : undefined,
        isDone: false,
      });
  }

  /** Whether something was imported before, or begun. */
  get areThere(): boolean {
    return this.#records.size > 0;
  }

  /** `isDone`: the import that wrote it came to its end, so that a file that is missing was taken away by its owner. */
  find(key: string): (ImportRecord & { readonly isDone: boolean }) | undefined {
    return this.#records.get(key);
  }

  add({ key, file, digest, text }: ImportRecord): void {
    const kept = copied({ key, file, digest, text });
    this.#append(kept);
    this.#records.set(kept.key, { ...kept, isDone: false });
  }

  finish(): void {
    if ([...this.#records.values()].some(({ isDone }) => !isDone)) this.#append({ done: true });
  }

  #append(line: object): void {
    makeFolder(this.#folder);
    appendFileSync(this.#path, `${this.#isCut ? '\n' : ''}${JSON.stringify(line)}\n`);
    this.#isCut = false;
  }
}
