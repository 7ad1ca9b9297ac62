import pLimit from 'p-limit';
import type { Fault } from '../fault/fault.ts';
import { decodeText, encodingFault } from '../file/encoding.ts';
import { conflictCopy, copiesAmong, copyFault } from './conflictCopy.ts';
import { isTextFile, underscored } from './contentName.ts';
import { saysDraft } from './draft.ts';
import { type FileSystem, walkFolder } from './folderWalk.ts';
import type { ContentFile } from './journal.ts';
import { foreignTexts, misnamed } from './misplaced.ts';

export type { FileSystem } from './folderWalk.ts';

/** A content folder, read. */
export interface ContentFolder {
  /** Markdown and YAML files in the order of their names. */
  readonly texts: readonly ContentFile[];
  /** Names of all files, the pictures beside the entries among them. */
  readonly names: ReadonlySet<string>;
  /** What is wrong with the files as such. */
  readonly faults: readonly Fault[];
  /** Texts, and folders, that are there and could not be read: nobody may conclude that they were deleted. */
  readonly unread: readonly string[];
  /** Where a file is on disk. */
  onDisk(file: string): string;
}

/**
 * Gets a text in another way than by reading its file: one that is at hand at once, and all others when their turn has
 * come. Undefined for one that it has not.
 */
export type TextSource = (
  file: string,
  path: string,
) => ContentFile | undefined | (() => Promise<ContentFile | undefined>);

/** What became of one text. */
type ReadText = ContentFile | { readonly file: string; readonly fault: Fault };

// Systems allow a process as few as 256 open files.
const filesAtOnce = 64;

/**
 * Reads every Markdown and YAML file below `root` (an absolute path). Names that are no content (see
 * `isContentName`) are passed over; so are texts whose names begin with `_`, with a word.
 *
 * @throws the file system's error where the folder itself cannot be read.
 */
export async function readContentFolder(
  root: string,
  fileSystem: FileSystem,
  textOf: TextSource = () => undefined,
): Promise<ContentFolder> {
  const base = root.replaceAll('\\', '/').replace(/\/+$/, '');
  const found = await walkFolder(base, fileSystem, filesAtOnce);
  const { onDisk, twins } = inOneForm(found.files);
  const names = new Set([...onDisk.keys()].sort());
  const hidden = [...names].filter((name) => isTextFile(name) && underscored(name) !== undefined);
  const limit = pLimit(filesAtOnce);
  const readOne = (file: string): ReadText | Promise<ReadText> => {
    const path = `${base}/${onDisk.get(file)}`;
    const copy = conflictCopy(file, names);
    const text = copy ? undefined : textOf(file, path);
    if (text && typeof text !== 'function') return text;
    return limit(
      async () => (await text?.()) ?? readText(file, path, fileSystem, copy && copyFault(copy)),
    );
  };
  const texts = [...names].filter((name) => isTextFile(name) && underscored(name) === undefined);
  const read = await Promise.all(texts.map(readOne));
  const refused = read.filter((one) => 'fault' in one);
  const copies = copiesAmong(names);
  const copied = new Set([...copies, ...refused.map(({ fault }) => fault)].map(({ file }) => file));
  return {
    texts: read.filter((one) => 'source' in one),
    names,
    faults: [
      ...found.faults,
      ...twins,
      ...hiddenWarnings(hidden),
      ...foreignTexts(names),
      ...copies,
      ...misnamed(names).filter(({ file }) => !copied.has(file)),
      ...refused.map(({ fault }) => fault),
    ],
    unread: [...found.unread, ...refused.map(({ file }) => file)],
    onDisk: (file) => `${base}/${onDisk.get(file) ?? file}`,
  };
}

/** Reads a file as UTF-8. What is wrong with the text of a draft is a draft's fault; `known` is, whatever is in it. */
export async function readText(
  file: string,
  path: string,
  fileSystem: Pick<FileSystem, 'readFile'>,
  known?: Fault,
): Promise<ReadText> {
  try {
    const { source, seen } = decodeText(await fileSystem.readFile(path));
    const fault = known ?? (seen && encodingFault(file, seen));
    if (!fault) return { file, source };
    return { file, fault: saysDraft(source) ? { ...fault, draft: true } : fault };
  } catch (error) {
    return { file, fault: unreadableFault(file, error) };
  }
}

/** The fault of a file or a folder that the system does not let anybody read. */
function unreadableFault(file: string, error: unknown): Fault {
  const isMisnamed = file.includes('\uFFFD');
  return {
    file,
    line: 1,
    kind: isMisnamed ? 'bad-name' : 'unreadable',
    what: isMisnamed ? 'a name that is not UTF-8' : `it cannot be read (${reasonOf(error)})`,
    expected: isMisnamed ? 'a name in UTF-8' : 'a file that may be read',
    cure: isMisnamed ? 'rename it' : 'give the permission to read it, or remove it',
  };
}

/** Without the path on this machine, which the system's own words have. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^(E[A-Z\d]+: [^,]*), [\s\S]*$/, '$1');
}

/** Names in NFC; of two that are the same then, one is taken, and the other one is told. */
function inOneForm(files: readonly string[]): {
  onDisk: ReadonlyMap<string, string>;
  twins: readonly Fault[];
} {
  const onDisk = new Map<string, string>();
  const twins: Fault[] = [];
  for (const path of [...files].sort()) {
    const file = path.normalize('NFC');
    const other = onDisk.get(file);
    if (other === undefined) onDisk.set(file, path);
    else
      twins.push({
        file,
        line: 1,
        kind: 'twin-name',
        what: `two files of this name, "${spelled(other)}" and "${spelled(path)}": their accents are written in two ways (NFC and NFD)`,
        expected: 'names that differ',
        cure: 'rename or remove one of the two',
      });
  }
  return { onDisk, twins };
}

/** With what looks the same written as it is: `e\u0301`. */
function spelled(name: string): string {
  return name.replace(/[^\0-~]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}

function hiddenWarnings(files: readonly string[]): Fault[] {
  const byName = Map.groupBy(files, (file) => underscored(file) ?? '');
  return [...byName].map(([file, { length, 0: only }]) => ({
    file,
    line: 1,
    kind: 'underscored-text',
    what:
      only === file
        ? 'a text whose name begins with _, which is passed over'
        : `${length === 1 ? 'a text' : `${length} texts`} in a folder whose name begins with _, passed over`,
    expected: 'another name',
    cure: 'rename it to publish what is in it; a name that begins with . is passed over without a word',
    warning: true,
  }));
}
