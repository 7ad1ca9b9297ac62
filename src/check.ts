import { accessSync, constants, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FlagValue } from '#journal/command/flag.ts';
import { projectFolder } from '#journal/command/place.ts';
import { knownFaultsFile } from '#journal/content/knownFaults.ts';
import { counted } from '#journal/fault/counted.ts';
import {
  compareText,
  describeFault,
  type Fault,
  isStopping,
  sortFaults,
  suggest,
} from '#journal/fault/fault.ts';
import { type FaultKind, faultKindNames, kindOf } from '#journal/fault/kinds.ts';
import { digestOf } from './cache/bodies.ts';
import { type LoadOptions, loadEnvironmentFile, loadOptions } from './files/contentRoot.ts';
import { makeFolder } from './files/makeFolder.ts';
import { filesBelow } from './files/outputFolder.ts';
import { replaceFile } from './files/replaceFile.ts';
import { openCaches, saveCaches } from './load/caches.ts';
import { type LoadResult, loadJournal, type Wanted } from './load/loadJournal.ts';
import { withOldPlace } from './load/movedDocuments.ts';
import { runCommand } from './terminal/command.ts';
import { faultHints, faultTotals } from './terminal/faultTotals.ts';

const usage = `npm run check [-- --only KIND] [--accept] [--keep-addresses] [--json]

Tells everything that is wrong in the content folder, without building, and how much of each kind there is at the end.
Exit code 1 if the build would stop. Faults in drafts and warnings are told too; they stop nothing, and neither do names
in double brackets of what is not written yet, or not published.
  --only KIND   these alone, those among them that are known; may be given several times
  --accept      puts the faults that a build can bear into ${knownFaultsFile}, and takes off it what is gone: they are
                warnings from then on, which are counted and not told one by one. A new fault still stops the build
  --keep-addresses
                writes old addresses and ids into entries and pages that builds had elsewhere, so that links, and readers
                of feeds, find them again
  --json        a JSON array of {kind, file, line, what, expected, cure, draft, warning, known, wanted}; what is wanted
                is no fault`;

const projectRoot = projectFolder(resolve(import.meta.dirname, '..'));

/** The cache that builds have, where it can be written to: looking is for everybody who may read. */
function usable(folder: string): string | undefined {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return undefined;
  }
}

/** Everything that is wrong in a content folder, and what is wanted in it. */
async function look(options: LoadOptions): Promise<LoadResult> {
  const cache = usable(join(projectRoot, 'node_modules/.astro/scrollback', digestOf(options.root)));
  const caches = openCaches(cache);
  const publicFiles = (await filesBelow(join(projectRoot, 'public'))).map((file) => `/${file}`);
  const audience = { sees: 'published', now: options.now } as const;
  const result = await loadJournal(options, audience, caches, publicFiles);
  saveCaches(caches);
  return result;
}

type Kinds = ReadonlySet<FaultKind> | undefined;

/** The kinds that were asked for. @throws where there is no such kind. */
function kindsOf(given: FlagValue | undefined): Kinds {
  if (!Array.isArray(given)) return undefined;
  const isKind = (name: string): name is FaultKind => faultKindNames.some((one) => one === name);
  const wrong = given.find((name) => !isKind(name));
  if (wrong === undefined) return new Set(given.filter(isKind));
  throw new Error(
    `There is no kind of fault "${wrong}". Expected one of ${faultKindNames.join(', ')}; ${suggest(wrong, faultKindNames, 'choose one of these')}`,
  );
}

/** Puts what can be borne on the list. The answer is what is wrong from then on, and a word about the list. */
function accept(
  { accepted }: LoadResult,
  only: Kinds,
  { root, shownRoot }: LoadOptions,
): { readonly faults: readonly Fault[]; readonly words: string } {
  if (!accepted)
    throw new Error(
      `Nothing is accepted while ${shownRoot}/site.yaml cannot be read: nobody knows then where links lead. Run "npm run check", and mend that file first.`,
    );
  const { text, faults, before, after } = accepted(only);
  const list = join(root, knownFaultsFile);
  if (text === '') rmSync(list, { force: true });
  else replaceFile(list, text);
  const words = `${shownRoot}/${knownFaultsFile}: ${counted(after, 'known fault')}, ${before} before${after === 0 ? '; there is no such file' : ''}`;
  return { faults, words };
}

/** Writes what they lack into documents that have moved, into all of them or none. The answer is how many there are. */
function keepAddresses({ loaded }: LoadResult, { shownRoot }: LoadOptions): number {
  if (!loaded)
    throw new Error(
      `No address is kept while ${shownRoot}/site.yaml cannot be read: nobody knows then where anything is. Run "npm run check", and mend that file first.`,
    );
  const texts = loaded.moved.map((one) => {
    const path = loaded.onDisk(one.document.file);
    try {
      return [path, withOldPlace(readFileSync(path, 'utf8'), one)] as const;
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw new Error(`${shownRoot}/${one.document.file}: ${words}`, { cause: error });
    }
  });
  for (const [path, text] of texts) replaceFile(path, text);
  return texts.length;
}

/** Why each kind of what still stops the build is not on the list. */
function leftWords(faults: readonly Fault[]): string[] {
  return [...Map.groupBy(faults.filter(isStopping), ({ kind }) => kind)].map(
    ([kind, { length }]) => {
      const { are, because = 'it is not among the kinds that --only names' } = kindOf(kind);
      return `not accepted: ${length} ${kind} (${are}): ${because}`;
    },
  );
}

/** Whether a fault is told by itself: those that are known are counted, unless they were asked for. */
function isTold({ kind, known, draft }: Fault, only: Kinds): boolean {
  return only ? only.has(kind) : draft === true || known !== true;
}

function tell(
  faults: readonly Fault[],
  wanted: readonly Wanted[],
  only: Kinds,
  folder: string,
): void {
  const meant = only ? faults.filter(({ kind }) => only.has(kind)) : faults;
  if (meant.length === 0)
    console.log(
      only ? `No ${[...only].join(', ')} in ${folder}.` : `Nothing is wrong in ${folder}.`,
    );
  for (const fault of meant) if (isTold(fault, only)) console.log(describeFault(fault, folder));
  for (const words of only ? [] : wantedWords(wanted, folder)) console.log(words);
  if (meant.length === 0) return;
  console.log(
    ['', ...faultTotals(meant, only !== undefined), ...(only ? [] : faultHints(meant))].join('\n'),
  );
}

/** Each name that nothing has yet, once: where it stands first, and how often it does. */
function wantedWords(wanted: readonly Wanted[], folder: string): string[] {
  return [...Map.groupBy(wanted, ({ name }) => name)].flatMap(([name, [first, ...more]]) => {
    if (!first) return [];
    const others = more.length === 0 ? '' : `, and ${counted(more.length, 'more place')}`;
    return [`not written yet: ${folder}/${first.file}:${first.line}: [[${name}]]${others}`];
  });
}

/** In the words of a fault, so that a program reads one kind of thing. */
function asFault({ file, line, name }: Wanted) {
  return {
    kind: 'wanted',
    file,
    line,
    what: `[[${name}]] is not written yet`,
    expected: 'an entry or a page that readers can see',
    cure: 'write it, publish it, or leave it as it is',
    wanted: true,
  };
}

const flags = {
  json: { type: 'boolean' },
  accept: { type: 'boolean' },
  'keep-addresses': { type: 'boolean' },
  only: { type: 'string', multiple: true },
} as const;

await runCommand({ name: 'check', usage, flags }, async (given) => {
  loadEnvironmentFile(projectRoot);
  const only = kindsOf(given['only']);
  const options = loadOptions(process.env, projectRoot);
  let result = await look(options);
  if (given['keep-addresses']) {
    const kept = keepAddresses(result, options);
    if (!given['json'])
      console.log(`Kept the addresses of ${counted(kept, 'entry or page', 'entries and pages')}.`);
    if (kept > 0) result = await look(options);
  }
  const { faults: all, words } = given['accept']
    ? accept(result, only, options)
    : { ...result, words: '' };
  const faults = sortFaults(all);
  const wanted = [...result.wanted].sort((a, b) => compareText(a.file, b.file) || a.line - b.line);
  const isMeant = ({ kind }: Fault) => only === undefined || only.has(kind);
  if (given['json'])
    console.log(
      JSON.stringify([...faults.filter(isMeant), ...(only ? [] : wanted.map(asFault))], null, 2),
    );
  else if (given['accept']) {
    const left = faults.filter(isStopping);
    console.log(
      [
        ...left.map((one) => describeFault(one, options.shownRoot)),
        words,
        ...leftWords(faults),
      ].join('\n'),
    );
  } else tell(faults, wanted, only, options.shownRoot);
  const judged = given['accept'] ? faults : faults.filter(isMeant);
  if (judged.some(isStopping)) process.exitCode = 1;
});
