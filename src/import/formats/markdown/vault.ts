import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Source } from '../../source/source.ts';
import { readSourceText } from '../../source/text.ts';
import { bearFacts, bundleName } from './bear.ts';

/** What is known of a folder as notes that lead to each other, as those of Obsidian and Bear do. */
export type Vault = Awaited<ReturnType<typeof readVault>>;

/**
 * Looks through the texts of a folder for what they call each other, and whether it `isOne`: its texts are linked by name, or
 * the editor left its settings there.
 */
export async function readVault(texts: readonly string[], source: Source) {
  // Names of blocks to which links lead.
  const blocks = new Set<string>();
  // Paths of texts by their titles, in small letters; the first of several has it.
  const titles = new Map<string, string>();
  // Paths of texts by what Bear's own addresses call them.
  const ids = new Map<string, string>();
  let isOne = source.path !== undefined && existsSync(join(source.path, '.obsidian'));
  for (const name of texts) {
    // What cannot be read is told where it is imported.
    const text = (await readSourceText(source, name).catch(() => undefined))?.text ?? '';
    isOne ||= /(?<![\w\])])!?\[\[[^[\]\n]+\]\]/.test(text);
    for (const [, block = ''] of text.matchAll(/#\^([A-Za-z0-9-]+)/g)) blocks.add(block);
    for (const title of [titleOf(text), headingOf(text), bundleName(name, source)])
      if (title && !titles.has(title.toLowerCase())) titles.set(title.toLowerCase(), name);
    const id = (await bearFacts(name, source))?.id;
    if (id !== undefined) ids.set(id, name);
  }
  return { isOne, blocks, titles, ids };
}

function titleOf(text: string): string | undefined {
  const [matter = ''] = /^---\n[\s\S]*?\n---\n/.exec(text) ?? [];
  return /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(matter)?.[2];
}

function headingOf(text: string): string | undefined {
  return /^(?:---\n[\s\S]*?\n---\n)?\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|$)/.exec(text)?.[1];
}

/** Finds files by what Obsidian calls them: a path, the end of one, or a name alone, in whatever case. */
export class FileNames {
  readonly #all: ReadonlySet<string>;
  /** By the last segment of their paths; those that lie nearest to the top first. */
  readonly #byName: ReadonlyMap<string, string[]>;

  constructor(names: readonly string[]) {
    this.#all = new Set(names);
    this.#byName = Map.groupBy(names, lastOf);
    for (const several of this.#byName.values())
      several.sort((a, b) => a.split('/').length - b.split('/').length);
  }

  /** The file of a path from the folder of a text or from the top, else the one of that name. */
  find(written: string, folder: string): string | undefined {
    const path = written.normalize().replace(/^\//, '');
    const known = [posix.normalize(folder + path), path].find((name) => this.#all.has(name));
    if (known !== undefined) return known;
    const end = `/${path.toLowerCase()}`;
    return this.#byName.get(lastOf(path))?.find((name) => `/${plain(name)}`.endsWith(end));
  }
}

function plain(name: string): string {
  return name.normalize().toLowerCase();
}

function lastOf(path: string): string {
  return plain(path.slice(path.lastIndexOf('/') + 1));
}
