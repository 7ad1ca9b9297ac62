import { existsSync } from 'node:fs';
import * as fileSystem from 'node:fs/promises';
import { join } from 'node:path';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import { readContentFolder } from '#journal/content/folder.ts';
import type { Journal } from '#journal/content/journal.ts';
import { formatFault } from '#journal/fault/fault.ts';
import type { ImportRecords } from './records.ts';
import type { Surveyed } from './survey.ts';

/** The content folder that an import comes into, as it is before. */
export interface Target {
  /** Absolute path. */
  readonly root: string;
  /** Names of all files, in small letters: some disks do not tell cases apart. */
  readonly names: ReadonlySet<string>;
  /** Undefined where there is no site.yaml yet. */
  readonly journal: Journal | undefined;
  readonly hasAuthors: boolean;
}

/**
 * Reads the folder that an import comes into. One that is not there yet is empty.
 *
 * @throws where it has a site.yaml that cannot be read.
 */
export async function readTarget(root: string, shownRoot: string): Promise<Target> {
  if (!existsSync(root)) return { root, names: new Set(), journal: undefined, hasAuthors: false };
  const { texts, names } = await readContentFolder(root, fileSystem);
  const { journal, faults } = assembleJournal(texts);
  if (!journal && existsSync(join(root, 'site.yaml'))) {
    const lines = faults
      .filter(({ file }) => file === 'site.yaml')
      .map((one) => formatFault(one, shownRoot));
    throw new Error(`Nothing was imported: site.yaml has to be mended first.\n${lines.join('\n')}`);
  }
  return {
    root,
    names: new Set([...names].map((name) => name.toLowerCase())),
    journal,
    hasAuthors: existsSync(join(root, 'authors.yaml')),
  };
}

/** Where a document is that an earlier import has written; undefined for one that is still to be written. */
export type KnownPlace = (document: Surveyed) => Known | undefined;

/** Where a document is. */
export interface DocumentPlace {
  readonly kind: 'article' | 'note' | 'page';
  /** Path from the content folder. */
  readonly file: string;
  /** Decoded path on the site. */
  readonly path: string;
  readonly aliases: readonly string[];
  readonly id: string | undefined;
}

/** What is known of it; its owner may have published it since. */
interface Known extends DocumentPlace {
  readonly isDraft: boolean;
}

/** Looks documents up among what was imported before: links of others lead to where they are by now. */
export function knownPlaces(
  records: ImportRecords,
  keyPrefix: string,
  { root, journal }: Target,
): KnownPlace {
  const all = [...(journal?.entries ?? []), ...(journal?.pages ?? [])];
  const byFile = new Map(all.map((one) => [one.file, one]));
  const byId = new Map(all.map((one) => [one.id, one]));
  return ({ key, state, feedId }) => {
    const record = records.find(keyPrefix + key);
    if (!record || !(record.isDone || existsSync(join(root, record.file)))) return undefined;
    // Its owner may have given it another name since.
    const found = byFile.get(record.file) ?? byId.get(feedId ?? '');
    const file = found?.file ?? record.file;
    return {
      kind: kindOf(file),
      file,
      path: found?.path ?? `/${file.replace(/(?:\/index)?\.md$/, '')}/`,
      aliases: found?.aliases ?? [],
      id: found && found.id === feedId ? feedId : undefined,
      isDraft: found?.draft ?? state !== 'published',
    };
  };
}

function kindOf(file: string): DocumentPlace['kind'] {
  if (file.startsWith('pages/')) return 'page';
  return file.startsWith('notes/') ? 'note' : 'article';
}
