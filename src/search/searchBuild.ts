import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../cache/bodies.ts';
import type { StampedFile } from '../files/stampedFile.ts';
import { currentJournal } from '../load/current.ts';
import type { SourceDocument } from '../render/collect/document.ts';
import { sharesOf } from '../threads/shares.ts';
import { site } from '../view/site.ts';
import { indexLanguage } from './language.ts';
import { insideOf } from './plainText.ts';
import { recordFacts, recordSource } from './record.ts';
import type { RecordSource } from './recordSource.ts';
import { type Searcher, searcherFor } from './searcher.ts';
import { type KeyedName, listName, type SearchList } from './searchOrder.ts';
import { type PlannedShard, planShards, searchCode } from './searchPlan.ts';
import { SearchThread } from './searchThread.ts';
import type { Place } from './searchWork.ts';
import { ShardCache } from './shards/shardCache.ts';

/** The output folder, which the search's files are written into. */
export interface SearchOutput {
  /** Whether a file is there as it was made of what `key` is a digest of. */
  holds(file: string, key: string): boolean;
  /** Where a file is to be written. */
  place(file: string): Promise<string>;
  /** Takes note of a file that was written there. */
  took(file: string, written: StampedFile, key: string): void;
}

/** Bodies of MDX, which the bundler makes out of more than its file: its page tells what came of it. */
type MadeBodies = ReadonlyMap<SourceDocument, string>;

/** Where the search's files lie in the output folder. */
const searchFolder = 'pagefind';

/** So much HTML is sent to be read before that is waited for. */
const lettersAtOnce = 4_000_000;
const filesAtOnce = 500;

/** What is indexed together for a search, and a digest of it all. */
interface SearchPlan {
  readonly key: string;
  readonly shards: readonly PlannedShard[];
  readonly made: MadeBodies;
}

/**
 * The search of one build. It is indexed by a program of its own, and that of no small journal in a thread of its own, while
 * pages are made; of a journal that has MDX, what its pages tell comes last.
 */
export class SearchBuild {
  readonly #cacheFolder: string;
  readonly #outputFolder: string;
  readonly #cache: ShardCache;
  #code = '';
  #isAwaited = false;
  #searcher: Searcher | undefined;
  /** The thread of {@link #searcher}, where that was begun before it was known what there is to search. */
  #ahead: SearchThread | undefined;
  /** By the key of a shard that was sent to the thread. */
  readonly #added = new Map<string, Promise<void>>();
  /** Without MDX, what is known from the beginning. */
  #plan: SearchPlan | undefined;
  #merged: Promise<readonly KeyedName[]> | undefined;
  #written: Promise<readonly string[]> | undefined;

  /** The first folder is kept from build to build. */
  constructor(cacheFolder: string, outputFolder: string) {
    this.#cacheFolder = cacheFolder;
    this.#cache = new ShardCache(cacheFolder);
    this.#outputFolder = outputFolder;
  }

  /** Begins the thread in which there will be something to index. */
  beginAhead(): void {
    this.#ahead ??= new SearchThread();
  }

  /** Begins to index what was not indexed before, as soon as the journal is loaded. */
  begin(): void {
    this.#code = searchCode();
    const plan = this.#planned(new Map());
    if (documents().some(isMdx)) {
      const known = plan.shards.filter((shard) => !shard.documents.some(isMdx));
      // It is thrown where all the rest is waited for.
      this.#add(this.#notCached(known), plan.made).catch(() => undefined);
      return;
    }
    this.#plan = plan;
    if (!this.#listed(plan)) this.#merge(plan).catch(() => undefined);
  }

  /** Begins to write, as soon as the output folder is ready to be written into. */
  beginWriting(output: SearchOutput): void {
    if (!this.#plan) return;
    this.#written = this.#writeAndEnd(output, this.#plan);
    // It is thrown where the search is finished; a build that ends before has an error of its own.
    this.#written.catch(() => undefined);
  }

  /**
   * Writes the search index of what readers may see, once all pages are in the output folder.
   *
   * @returns the names of its files from there.
   * @throws where Pagefind does not run, or refuses a record.
   */
  async finish(output: SearchOutput): Promise<readonly string[]> {
    this.#isAwaited = true;
    this.#searcher?.hold();
    try {
      this.#written ??= this.#writeAndEnd(
        output,
        this.#planned(await madeBodies(this.#outputFolder)),
      );
      return await this.#written;
    } finally {
      await this.end();
    }
  }

  /** Ends what was begun. */
  async end(): Promise<void> {
    await (this.#searcher ?? this.#ahead)?.end();
  }

  #planned(made: MadeBodies): SearchPlan {
    const { language, smartPunctuation } = site().site;
    const common = [this.#code, language, String(smartPunctuation)];
    const factsOf = (document: SourceDocument) => recordFacts(document, made.get(document));
    const shards = planShards(documents(), common, factsOf);
    return { key: digestOf(...shards.map((shard) => shard.key)), shards, made };
  }

  /** What the thread has taken is given back while pages are still made. */
  async #writeAndEnd(output: SearchOutput, plan: SearchPlan): Promise<readonly string[]> {
    const files = await this.#write(output, plan);
    await this.end();
    return files;
  }

  /** Writes the files that are not in the output folder yet. */
  async #write(output: SearchOutput, plan: SearchPlan): Promise<readonly string[]> {
    const isAbsent = ([name, key]: KeyedName) => !output.holds(inOutput(name), key);
    const listed = this.#listed(plan);
    const files = listed?.some(isAbsent) === false ? listed : await this.#merge(plan);
    await this.#writeFiles(output, files.filter(isAbsent));
    return files.map(([name]) => inOutput(name));
  }

  /** The files that came of a plan, where it is that of the last build. */
  #listed({ key }: SearchPlan): readonly KeyedName[] | undefined {
    const list = this.#cache.read(listName) as SearchList | undefined;
    return list?.key === key ? list.files : undefined;
  }

  #merge(plan: SearchPlan): Promise<readonly KeyedName[]> {
    this.#merged ??= this.#mergedFrom(plan);
    return this.#merged;
  }

  async #mergedFrom({ key, shards, made }: SearchPlan): Promise<readonly KeyedName[]> {
    const order = { key, shards: shards.map((shard) => shard.key) };
    let lacking = this.#notCached(shards);
    for (;;) {
      const added = this.#add(lacking, made);
      // The thread does one after the other: what is sent need not be waited for, while pages keep this one busy.
      if (!lacking.every((shard) => this.#added.has(shard.key))) await added;
      const [merged] = await Promise.all([this.#started().call('merge', order), added]);
      if (merged.files) return merged.files;
      const unread = new Set(merged.lacking);
      lacking = shards.filter((shard) => unread.has(shard.key));
    }
  }

  #notCached(shards: readonly PlannedShard[]): PlannedShard[] {
    return shards.filter(({ key }) => !this.#cache.has(key));
  }

  /** Has the thread read shards. It has all of its work at once, but for bodies that only this one knows. */
  async #add(shards: readonly PlannedShard[], made: MadeBodies): Promise<void> {
    let letters = 0;
    for (const shard of shards) {
      letters += this.#send(shard, made);
      if (letters < lettersAtOnce) continue;
      await this.#added.get(shard.key);
      letters = 0;
    }
    await Promise.all(shards.map(({ key }) => this.#added.get(key)));
  }

  /** Returns how much HTML is sent. */
  #send({ key, documents }: PlannedShard, made: MadeBodies): number {
    if (this.#added.has(key)) return 0;
    const records = documents.map((document) => recordSource(document, bodyOf(document, made)));
    const added = this.#started().call('add', { key, records });
    // It is thrown where it is waited for.
    added.catch(() => undefined);
    this.#added.set(key, added);
    return records.reduce((sum, { html }) => sum + (typeof html === 'string' ? html.length : 0), 0);
  }

  /** Has the thread write files. */
  async #writeFiles(output: SearchOutput, files: readonly KeyedName[]): Promise<void> {
    for (const some of sharesOf(files, filesAtOnce)) {
      const places: Place[] = [];
      for (const [name] of some) places.push([name, await output.place(inOutput(name))]);
      const written = await this.#started().call('write', places);
      for (const [at, [name, key]] of some.entries()) {
        const file = written[at];
        if (file) output.took(inOutput(name), file, key);
      }
    }
  }

  #started(): Searcher {
    const options = {
      cacheFolder: this.#cacheFolder,
      language: indexLanguage(site().site.language),
      code: this.#code,
    };
    this.#searcher ??= searcherFor(documents().length, options, this.#ahead);
    if (this.#isAwaited) this.#searcher.hold();
    return this.#searcher;
  }
}

function documents(): SourceDocument[] {
  const { entries, pages } = site();
  return [...entries, ...pages];
}

function isMdx({ format }: SourceDocument): boolean {
  return format === 'mdx';
}

function bodyOf(document: SourceDocument, made: MadeBodies): RecordSource['html'] {
  return made.get(document) ?? currentJournal().bodySource(document);
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
