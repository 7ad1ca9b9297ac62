import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { parseYaml } from '#journal/file/yaml.ts';
import { readIfThere } from '../../content/files.ts';

/** Where settings are read from and written to. */
export interface Place {
  readonly projectRoot: string;
  /** Absolute path of `.env`. */
  readonly environmentFile: string;
  /** What is set without that file, and counts before it. */
  readonly surroundings: Readonly<Record<string, string | undefined>>;
}

/** A content folder as it was found. */
export type FoundJournal = Awaited<ReturnType<typeof findJournal>>;

/** The settings in the file `.env`; none where it is not there. */
export async function readEnvironment({ environmentFile }: Place): Promise<Record<string, string>> {
  const parsed = parseEnv((await readIfThere(environmentFile)) ?? '');
  return Object.fromEntries(Object.entries(parsed).map(([name, text]) => [name, text ?? '']));
}

/** Looks at a content folder, as `JOURNAL_CONTENT` names it. */
export async function findJournal({ projectRoot }: Place, shownFolder: string) {
  const folder = resolve(projectRoot, shownFolder);
  const source = await readIfThere(join(folder, 'site.yaml'));
  const yaml = parseYaml(source ?? '', 'site.yaml');
  const authors = parseYaml(
    (await readIfThere(join(folder, 'authors.yaml'))) ?? '',
    'authors.yaml',
  );
  return {
    folder,
    /** The same as a person would name it. */
    shownFolder,
    /** Whether there is a `site.yaml`. */
    isThere: source !== undefined,
    /** What `site.yaml` says, every scalar as text. */
    site: mapOf(yaml.value),
    /** Why `site.yaml` cannot be read. */
    faults: yaml.faults,
    /** Ids in `authors.yaml`. */
    authors: Object.keys(mapOf(authors.value)),
  };
}

/** Whether a folder is not there, or has nothing in it that one would see. */
export async function isEmptyFolder(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).every((name) => name.startsWith('.'));
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}

function mapOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
