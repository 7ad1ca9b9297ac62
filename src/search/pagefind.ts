import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from './recordSource.ts';
import type { SearchFile } from './shards/shard.ts';

/** Pagefind's program, which is started when it is first needed. */
export class Pagefind {
  readonly #language: string;
  /** Where the program ends by itself, what it was asked for is never answered. */
  readonly #ended: Promise<never>;
  readonly #programs: ChildProcess[] = [];
  readonly #forget: () => void;

  /** `language` is that of the whole index, see `language.ts`. */
  constructor(language: string) {
    this.#language = language;
    const { promise, reject } = Promise.withResolvers<never>();
    promise.catch(() => undefined);
    this.#ended = promise;
    const follow = (message: unknown) => {
      const { process } = message as { process: ChildProcess };
      this.#programs.push(process);
      process.once('exit', (code, signal) => {
        if (isPagefind(process)) reject(new Error(`its program ended with ${signal ?? code}`));
      });
    };
    subscribe('child_process', follow);
    this.#forget = () => unsubscribe('child_process', follow);
  }

  /**
   * Pagefind's files for some records, in a fixed order. The same records give the same bytes.
   *
   * @throws where Pagefind does not run, or refuses a record.
   */
  async index(records: readonly SearchRecord[]): Promise<readonly SearchFile[]> {
    try {
      return await Promise.race([this.#indexed(records), this.#ended]);
    } catch (cause) {
      await this.close();
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(
        `Pagefind could not make the search index (${reason}). Expected its program for this kind of machine among the installed packages. Run npm install again.`,
        { cause },
      );
    }
  }

  /** Ends the program, and waits until it is gone. */
  async close(): Promise<void> {
    this.#forget();
    const running = this.#programs.filter(
      (program) =>
        program.pid !== undefined &&
        isPagefind(program) &&
        program.exitCode === null &&
        program.signalCode === null,
    );
    const gone = running.map((program) => once(program, 'exit'));
    for (const program of running) program.ref();
    await close();
    await Promise.all(gone);
  }

  /** Indexes one record after the other: Pagefind's output depends on their order, and on nothing else. */
  async #indexed(records: readonly SearchRecord[]): Promise<readonly SearchFile[]> {
    const language = this.#language;
    const { index, errors } = await createIndex({ forceLanguage: language });
    if (!index) throw new Error(errors.join('; '));
    for (const record of records) {
      const added = await index.addCustomRecord({ ...record, ...writable(record), language });
      if (added.errors.length > 0) throw new Error(`${record.url}: ${added.errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    await index.deleteIndex();
    return files.filter(({ path }) => !isInterface(path)).sort(byPath);
  }
}

function writable({ meta, filters, sort }: SearchRecord) {
  return {
    meta: { ...meta },
    filters: Object.fromEntries(Object.entries(filters).map(([name, all]) => [name, [...all]])),
    sort: { ...sort },
  };
}

/** In a thread that does more than this, others may start programs meanwhile. */
function isPagefind({ spawnargs }: ChildProcess): boolean {
  return spawnargs.includes('--service');
}

/** Pagefind brings search boxes of its own, which nothing here loads. */
function isInterface(path: string): boolean {
  return /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./.test(path);
}

function byPath(a: SearchFile, b: SearchFile): number {
  return a.path < b.path ? -1 : 1;
}
