import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { digestOf } from '../cache/bodies.ts';
import { currentJournal } from '../load/current.ts';
import type { SourceDocument } from '../render/collect/document.ts';
import { site } from '../view/site.ts';
import { indexLanguage } from './language.ts';
import { insideOf } from './plainText.ts';
import { recordFacts, recordSource } from './record.ts';
import { type PlannedShard, planShards, searchCode } from './searchPlan.ts';
import { SearchThread } from './searchThread.ts';
import { type KeyedName, listName, type SearchList } from './searchWork.ts';
import { ShardCache } from './shards/shardCache.ts';

/** The output folder, which the search's files are written into. */
export interface SearchOutput {
  /** Whether a file is there as it was made of what `key` is a digest of. */
  holds(file: string, key: string): boolean;
  write(file: string, bytes: Uint8Array, key: string): Promise<void>;
}

/** Bodies of MDX, which the bundler makes out of more than its file: its page tells what came of it. */
type MadeBodies = ReadonlyMap<SourceDocument, string>;

/** Where the search's files lie in the output folder. */
const searchFolder = 'pagefind';

/** One is read while the next one is got ready. */
const shardsAtOnce = 2;
const filesAtOnce = 500;

/**
 * The search of one build. It is indexed in a thread and a program of its own, while pages are made; of a journal that
 * has MDX, what its pages tell comes last.
 */
export class SearchBuild {
  readonly #cacheFolder: string;
  readonly #outputFolder: string;
  readonly #cache: ShardCache;
  #code = '';
  #isAwaited = false;
  #thread: SearchThread | undefined;
  #begun: Promise<readonly string[] | undefined> | undefined;

  /** The first folder is kept from build to build. */
  constructor(cacheFolder: string, outputFolder: string) {
    this.#cacheFolder = cacheFolder;
    this.#cache = new ShardCache(cacheFolder);
    this.#outputFolder = outputFolder;
  }

  /** Begins as soon as the journal is loaded and the output folder is ready to be written into. */
  begin(output: SearchOutput): void {
    this.#code = searchCode();
    this.#begun = documents().some(isMdx) ? this.#beginWithoutMdx() : this.#make(output, new Map());
    // It is thrown where the search is finished; a build that ends before has an error of its own.
    this.#begun.catch(() => undefined);
  }

  /**
   * Writes the search index of what readers may see, once all pages are in the output folder.
   *
   * @returns the names of its files from there.
   * @throws where Pagefind does not run, or refuses a record.
   */
  async finish(output: SearchOutput): Promise<readonly string[]> {
    this.#isAwaited = true;
    this.#thread?.hold();
    try {
      const written = await this.#begun;
      return written ?? (await this.#make(output, await madeBodies(this.#outputFolder)));
    } finally {
      await this.#thread?.end();
    }
  }

  async #beginWithoutMdx(): Promise<undefined> {
    const made = new Map<SourceDocument, string>();
    const known = this.#planned(made).filter((shard) => !shard.documents.some(isMdx));
    const lacking = known.filter(({ key }) => !this.#cache.has(key));
    if (lacking.length > 0) await this.#addLacking(lacking, made);
    return undefined;
  }

  #planned(made: MadeBodies): PlannedShard[] {
    const { language, smartPunctuation } = site().site;
    const common = [this.#code, language, String(smartPunctuation)];
    return planShards(documents(), common, (document) => recordFacts(document, made.get(document)));
  }

  /** Writes the files that are not in the output folder yet. */
  async #make(output: SearchOutput, made: MadeBodies): Promise<readonly string[]> {
    const shards = this.#planned(made);
    const key = digestOf(...shards.map((shard) => shard.key));
    const isAbsent = ([name, fileKey]: KeyedName) => !output.holds(inOutput(name), fileKey);
    const known = this.#listed(key);
    if (known && !known.some(isAbsent)) return known.map(([name]) => inOutput(name));
    await this.#addLacking(shards, made);
    const order = { key, shards: shards.map((shard) => shard.key) };
    const files = await this.#started().call('merge', order);
    await this.#write(output, files.filter(isAbsent));
    return files.map(([name]) => inOutput(name));
  }

  #listed(key: string): readonly KeyedName[] | undefined {
    const list = this.#cache.read(listName) as SearchList | undefined;
    return list?.key === key ? list.files : undefined;
  }

  async #addLacking(shards: readonly PlannedShard[], made: MadeBodies): Promise<void> {
    const thread = this.#started();
    const keys = shards.map((shard) => shard.key);
    const lacking = new Set(await thread.call('lacking', keys));
    await pLimit(shardsAtOnce).map(
      shards.filter(({ key }) => lacking.has(key)),
      ({ key, documents }) =>
        thread.call('add', {
          key,
          records: documents.map((document) => recordSource(document, bodyOf(document, made))),
        }),
    );
  }

  async #write(output: SearchOutput, files: readonly KeyedName[]): Promise<void> {
    for (let from = 0; from < files.length; from += filesAtOnce) {
      const some = new Map(files.slice(from, from + filesAtOnce));
      for (const { path, content } of await this.#started().call('read', [...some.keys()]))
        await output.write(inOutput(path), content, some.get(path) ?? '');
    }
  }

  #started(): SearchThread {
    this.#thread ??= new SearchThread({
      cacheFolder: this.#cacheFolder,
      language: indexLanguage(site().site.language),
      code: this.#code,
    });
    if (this.#isAwaited) this.#thread.hold();
    return this.#thread;
  }
}

function documents(): SourceDocument[] {
  const { entries, pages } = site();
  return [...entries, ...pages];
}

function isMdx({ format }: SourceDocument): boolean {
  return format === 'mdx';
}

function bodyOf(document: SourceDocument, made: MadeBodies): string {
  return made.get(document) ?? currentJournal().htmlOf(document);
}

async function madeBodies(outputFolder: string): Promise<MadeBodies> {
  const made = new Map<SourceDocument, string>();
  for (const document of documents().filter(isMdx)) {
    const page = await readFile(join(outputFolder, document.path, 'index.html'), 'utf8');
    made.set(document, insideOf(page, 'e-content'));
  }
  return made;
}

function inOutput(name: string): string {
  return `${searchFolder}/${name}`;
}
