import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as z from 'zod';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import type { Entry } from '#journal/content/entry.ts';
import { editFrontMatter } from '#journal/file/frontMatter.ts';
import { editYaml, type YamlEdits } from '#journal/file/yamlEdit.ts';
import { isPublished } from '#journal/public/gate.ts';

/** What a demo keeps from one start to the next, beside the journal, the chats and the bot's memory. */
const notesSchema = z.object({
  /** Names of the files of the content folder as it was copied, with their texts where they are texts. */
  sample: z.record(z.string(), z.string()),
  /** The port of the last start: posts in the channel link to it. */
  port: z.number(),
});

/** The folder of a demo: a copy of the journal, and all that came of it. Nothing outside of it is written to. */
export class DemoFolder {
  readonly path: string;
  #notes: z.infer<typeof notesSchema>;

  constructor(path: string, notes: z.infer<typeof notesSchema>) {
    this.path = path;
    this.#notes = notes;
  }

  get content(): string {
    return join(this.path, 'content');
  }

  get state(): string {
    return join(this.path, '.journal');
  }

  get chats(): string {
    return join(this.path, 'chats.bin');
  }

  get log(): string {
    return join(this.path, 'demo.log');
  }

  get port(): number {
    return this.#notes.port;
  }

  /** The texts of the journal as it was copied, by file. */
  get sample(): Readonly<Record<string, string>> {
    return this.#notes.sample;
  }

  /** Has the journal say that it is served at an address of this machine, and remembers the port. */
  async serveAt(port: number): Promise<void> {
    this.#notes = { ...this.#notes, port };
    await writeFile(notesOf(this.path), JSON.stringify(this.#notes));
    await change(join(this.content, 'site.yaml'), { url: addressAt(port) });
  }
}

/** Where a demo serves its journal. A number is an address that chat clients make a link of, `localhost` is none. */
export function addressAt(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** What a new copy is made of. */
export interface Sample {
  readonly content: string;
  /** The name of the demo's channel. */
  readonly channel: string;
  /** Names of people by their ids, as people.yaml has them. */
  readonly people: Readonly<Record<string, { readonly name: string }>>;
  readonly now: Date;
}

/** Opens the folder of a demo, and makes it where it is not there. `isNew` says which. */
export async function openDemoFolder(
  path: string,
  sample: Sample,
): Promise<{ readonly folder: DemoFolder; readonly isNew: boolean }> {
  const kept = await readNotes(path);
  if (kept) return { folder: new DemoFolder(path, kept), isNew: false };
  if (existsSync(path) && (await readdir(path)).length > 0)
    throw new Error(
      `${path} holds something else than a demo. Name another folder: npm run demo -- --folder NAME`,
    );
  await mkdir(path, { recursive: true });
  // The folder says itself that it belongs in no repository, wherever it lies.
  await writeFile(join(path, '.gitignore'), '*\n');
  const content = join(path, 'content');
  await cp(sample.content, content, { recursive: true, filter: (one) => !isHidden(one, sample) });
  await prepare(content, sample);
  const notes = { sample: await textsIn(content), port: 0 };
  await writeFile(notesOf(path), JSON.stringify(notes));
  return { folder: new DemoFolder(path, notes), isNew: true };
}

/** Removes the folder of a demo, and refuses one that holds anything else. */
export async function removeDemoFolder(path: string): Promise<void> {
  if (!existsSync(path)) return;
  if (!(await readNotes(path)) && (await readdir(path)).length > 0)
    throw new Error(`${path} holds something else than a demo, so --reset leaves it alone.`);
  await rm(path, { recursive: true, force: true });
}

function notesOf(path: string): string {
  return join(path, 'demo.json');
}

async function readNotes(path: string): Promise<z.infer<typeof notesSchema> | undefined> {
  try {
    return notesSchema.parse(JSON.parse(await readFile(notesOf(path), 'utf8')));
  } catch {
    return undefined;
  }
}

function isHidden(path: string, { content }: Sample): boolean {
  return /(^|[\\/])\./.test(relative(content, path));
}

/** The newest notes go into the channel, so that it is not empty; the rest of the journal stays out of it. */
const shownNotes = 3;

async function prepare(content: string, { channel, people, now }: Sample): Promise<void> {
  const all = await publishedEntries(content, now);
  const notes = all.filter(({ kind }) => kind === 'note').map(({ date }) => date.at);
  const since = notes.toSorted((a, b) => a - b).at(-shownNotes) ?? now.getTime();
  await change(join(content, 'site.yaml'), {
    channel: { name: `@${channel}`, since: new Date(since).toISOString(), posts: 'draft' },
    comments: 'ask',
  });
  await change(join(content, 'people.yaml'), people);
  // An article is posted when its page answers: that would be in the midst of what one looks at.
  for (const { file, kind, date } of all)
    if (kind === 'article' && date.at >= since) await keepOut(join(content, file));
}

async function keepOut(file: string): Promise<void> {
  await writeFile(file, editFrontMatter(await readFile(file, 'utf8'), { mirror: false }));
}

async function change(file: string, edits: YamlEdits): Promise<void> {
  const text = existsSync(file) ? await readFile(file, 'utf8') : '';
  await writeFile(file, editYaml(text, edits, file));
}

async function publishedEntries(content: string, now: Date): Promise<readonly Entry[]> {
  const texts = Object.entries(await textsIn(content));
  const { journal } = assembleJournal(texts.map(([file, source]) => ({ file, source })));
  return journal?.entries.filter((entry) => isPublished(entry, now.getTime())) ?? [];
}

async function textsIn(content: string): Promise<Record<string, string>> {
  const names = await readdir(content, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(
    files.map(async (file) => {
      const name = relative(content, file).replaceAll('\\', '/');
      const isText = /\.(mdx?|ya?ml)$/.test(name);
      return [name, isText ? await readFile(file, 'utf8') : ''] as const;
    }),
  );
  return Object.fromEntries(texts);
}
