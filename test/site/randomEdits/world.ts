import { type ChildProcess, execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { surroundings } from '../../processes.ts';
import { copyProject } from '../../projectCopy.ts';
import type { Random } from '../../random.ts';
import { digests } from '../build.ts';
import { copyOf, filesOf, type MadeUpJournal, madeUpJournal } from './madeUpJournal.ts';

/** What came of a build. */
export interface BuildEnd {
  readonly exitCode: number;
  /** Without what names folders or takes time. */
  readonly text: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Where the tests begin: noon of a day on which some entries are scheduled. */
const firstMoment = Date.parse('2026-05-31T11:00:00Z');

/**
 * A project of its own with two journals and two output folders, of which each build takes one and one, and what its
 * caches and output folders hold from the builds before.
 */
export class World {
  /** The copied project. */
  readonly folder: string;
  journals: readonly [MadeUpJournal, MadeUpJournal];
  /** Which journal and which output folder the next build takes. */
  journalIndex: 0 | 1 = 0;
  outputIndex: 0 | 1 = 0;
  now = firstMoment;
  #standing: readonly [MadeUpJournal, MadeUpJournal];
  #written: readonly [Files, Files] = [new Map(), new Map()];

  private constructor(folder: string, journals: readonly [MadeUpJournal, MadeUpJournal]) {
    this.folder = folder;
    this.journals = journals;
    this.#standing = journals;
  }

  /** Makes a world in a folder. */
  static async make(folder: string, random: Random): Promise<World> {
    await copyProject(folder);
    await writeFile(join(folder, 'fresh.config.mjs'), freshConfig);
    return new World(folder, [
      await madeUpJournal(random, 'first'),
      await madeUpJournal(random, 'second'),
    ]);
  }

  get journal(): MadeUpJournal {
    return this.journals[this.journalIndex];
  }

  get output(): string {
    return join(this.folder, `out-${this.outputIndex}`);
  }

  /** Where the project keeps what it needs from build to build. */
  get caches(): string {
    return join(this.folder, 'node_modules/.astro');
  }

  /** The journals as they are by now are what {@link undo} goes back to. */
  keep(): void {
    const [first, second] = this.journals;
    this.#standing = [copyOf(first), copyOf(second)];
  }

  /** Takes back all edits of journals since {@link keep}. */
  undo(): void {
    const [first, second] = this.#standing;
    this.journals = [copyOf(first), copyOf(second)];
  }

  /** The output folder, by digests. */
  outputFiles(): Promise<ReadonlyMap<string, string>> {
    return digests(this.output);
  }

  /** Builds from what is there. */
  async build(): Promise<BuildEnd> {
    await this.#write();
    const { exitCode, text } = await ended(this.start('build', '--outDir', this.output));
    return { exitCode, text: this.#plain(text), files: await digests(this.output) };
  }

  /** Builds from nothing: other caches, another output folder. */
  async freshBuild(): Promise<BuildEnd> {
    await this.#write();
    for (const made of ['fresh', 'fresh-cache'])
      await rm(join(this.folder, made), { recursive: true, force: true });
    const fresh = join(this.folder, 'fresh');
    const flags = ['--outDir', fresh, '--config', 'fresh.config.mjs'];
    const { exitCode, text } = await ended(this.start('build', ...flags));
    return { exitCode, text: this.#plain(text), files: await digests(fresh) };
  }

  /** Writes what was edited, and begins a command of the project. */
  async begin(command: string, ...parameters: readonly string[]): Promise<ChildProcess> {
    await this.#write();
    return this.start(command, ...parameters);
  }

  private start(command: string, ...parameters: readonly string[]): ChildProcess {
    return execFile(
      process.execPath,
      ['--require', './preload.cjs', `src/${command}.ts`, ...parameters],
      {
        cwd: this.folder,
        maxBuffer: 2 ** 26,
        env: {
          ...surroundings,
          NO_COLOR: '1',
          TZ: 'UTC',
          JOURNAL_CONTENT: join(this.folder, `content-${this.journalIndex}`),
          FRESH_CACHE: join(this.folder, 'fresh-cache'),
          SOURCE_DATE_EPOCH: String(Math.floor(this.now / 1000)),
        },
      },
    );
  }

  /** Writes only what is not there as it should be: the time of every other file stays. */
  async #write(): Promise<void> {
    for (const index of [0, 1] as const) {
      const folder = join(this.folder, `content-${index}`);
      const [wanted, there] = [filesOf(this.journals[index]), this.#written[index]];
      for (const file of there.keys())
        if (!wanted.has(file)) await rm(join(folder, file), { force: true });
      for (const [file, content] of wanted) {
        if (same(there.get(file), content)) continue;
        await mkdir(dirname(join(folder, file)), { recursive: true });
        await writeFile(join(folder, file), content);
      }
      there.clear();
      for (const [file, content] of wanted) there.set(file, content);
    }
  }

  #plain(text: string): string {
    return text
      .replaceAll(this.folder, '')
      .replaceAll(/\b(?:fresh|out-\d)\b/g, 'OUT')
      .replaceAll(/\d+(?:\.\d+)? s\b/g, 'N s');
  }

  /** A file of the project, changed. */
  async change(file: string, edit: (text: string) => string): Promise<void> {
    const path = join(this.folder, file);
    await writeFile(path, edit(await readFile(path, 'utf8')));
  }
}

type Files = Map<string, string | Uint8Array>;

const freshConfig = `import config from './astro.config.mjs';

export default { ...config, cacheDir: process.env.FRESH_CACHE };
`;

function same(one: string | Uint8Array | undefined, other: string | Uint8Array): boolean {
  return one !== undefined && Buffer.from(one).equals(Buffer.from(other));
}

/** Waits for the end of a process, and tells what it said. */
export function ended(child: ChildProcess): Promise<{ exitCode: number; text: string }> {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: string | Buffer) => (text += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ exitCode: code ?? -1, text }));
  });
}
