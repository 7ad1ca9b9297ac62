import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digestOf } from '../../cache/bodies.ts';
import { installedText } from '../../files/installed.ts';
import { keepFile, keptJson } from '../../files/keptFile.ts';
import { namesBelow } from '../../files/outputFolder.ts';
import { isSettled, stampIn } from '../../files/stampedFile.ts';
import { textIfThere } from '../../files/textIfThere.ts';

/** Where the program's own source is. */
export const programFolder = resolve(import.meta.dirname, '../..');

/** Files beside the code that decide what becomes of it. */
const beside =
  /^(?:.*\.config\..*|\.(?:postcss|browserslist)rc.*|package(?:-lock)?\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lock|tsconfig.*\.json|\.env(?:\..*)?)$/;

/** What says how a site is built, beside the files of the project. */
export interface CodeSettings {
  /** Where the project and its source are, and components of the person's own, absolute. */
  readonly root: string;
  readonly sourceFolder: string;
  readonly componentFolders: readonly string[];
  /** What pages show of Astro's configuration. */
  readonly shown: Readonly<Record<string, unknown>>;
  /** As they were typed, but for those that change no page. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly environment: NodeJS.ProcessEnv;
}

/** Digests of the code of a site. */
export interface SiteCode {
  /** Of the program's own source. */
  readonly program: string;
  /** Of all of it: {@link siteCode}. */
  readonly whole: string;
}

/** Names of the files beside the code of a project that decide what becomes of it. */
export function besideCode(root: string): string[] {
  return readdirSync(root)
    .filter((name) => beside.test(name))
    .sort();
}

/** A digest of the program's own source, in this folder. */
export async function programCode(folder: string): Promise<string> {
  return readSource(folder, await programFiles(folder)).digest;
}

/** What counts of a program's source. */
interface ProgramSource {
  readonly digest: string;
  /** The variables of the environment that the bundler puts into it. */
  readonly variables: readonly string[];
}

/**
 * What counts of a program's source, in this folder. It is kept in the file `kept`, and read anew where one of hundreds of
 * files has another stamp than it had then.
 */
export async function programSource(folder: string, kept: string): Promise<ProgramSource> {
  const files = await programFiles(folder);
  const now = Date.now();
  const all = files.map((file) => statSync(join(folder, file), { throwIfNoEntry: false }));
  const stamps = digestOf(...files, ...all.map((status) => (status ? stampIn(status) : '')));
  const known = keptJson<{ stamps: string; source: ProgramSource }>(kept);
  if (known?.stamps === stamps) return known.source;
  const source = readSource(folder, files);
  if (all.every((status) => status && isSettled(status.ctimeMs, now)))
    keepFile(kept, JSON.stringify({ stamps, source }));
  return source;
}

function readSource(folder: string, files: readonly string[]): ProgramSource {
  const texts = textsOf(folder, files);
  return {
    digest: digestOf(...texts.flat()),
    variables: [...new Set(namesIn(texts, ofBundler))],
  };
}

/**
 * A digest of everything that makes pages out of views: the source, what npm installed, the configuration, and what of
 * the environment modules see. It is part of the key of each page, so that none outlives the code that made it. Two
 * things are beyond it: MDX documents, which the journal has digests of, and what those import ({@link BundledFiles}). What
 * counts of the program's source is kept in the file `kept`.
 */
export async function siteCode(settings: CodeSettings, kept: string): Promise<SiteCode> {
  const { root, sourceFolder, componentFolders, shown, flags, environment } = settings;
  const theirs = new Set([resolve(sourceFolder), ...componentFolders]);
  theirs.delete(programFolder);
  const { digest: program, variables } = await programSource(programFolder, kept);
  const others = await Promise.all(
    [...theirs].map(async (folder) => textsOf(folder, await sourcesBelow(folder))),
  );
  const names = [...variables, ...namesIn(others.flat(), ofAny)];
  const whole = digestOf(
    process.version,
    environment['NODE_ENV'] ?? 'production',
    JSON.stringify([shown, flags, seenIn(environment, names)]),
    program,
    ...others.flat(2),
    ...besideCode(root).flatMap((name) => [name, textIfThere(join(root, name))]),
    textIfThere(join(root, 'node_modules/.package-lock.json')),
    installedText(),
  );
  return { program, whole };
}

/**
 * What texts see of the environment that are no code of the site: the variables that they name in full, and all of it where
 * one says so much as its name in another way. Undefined where they see nothing.
 */
export function environmentSeen(
  texts: readonly string[],
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const used = texts.filter((text) => /\benv\b/.test(text));
  if (used.length === 0) return undefined;
  const isNamed = used.every((text) => !/\benv\b/.test(text.replace(ofOne, '')));
  const names = new Set(used.flatMap((text) => [...text.matchAll(ofOne)].map(([, name]) => name)));
  const seen = Object.entries(environment).filter(([name]) => !isNamed || names.has(name));
  return JSON.stringify(seen.sort());
}

type Text = readonly [file: string, text: string];

/** Astro puts any variable in the place of `import.meta.env.NAME`; a person's own components may ask Node. */
const ofBundler = /\bimport\.meta\.env\.(\w+)/g;
/** One variable, of which no method is called: those are of all of them. */
const ofOne = /\b(?:import\.meta|process)\.env\.(\w+)\b(?!\s*[(?])/g;
const ofAny = /\b(?:import\.meta|process)\.env(?:\.|\[['"])(\w+)/g;

function namesIn(sources: readonly Text[], variable: RegExp): string[] {
  return sources.flatMap(([, text]) => [...text.matchAll(variable)].map(([, name = '']) => name));
}

/** What modules see of the environment. */
function seenIn(environment: NodeJS.ProcessEnv, used: readonly string[]): unknown {
  const names = new Set(used);
  return Object.entries(environment)
    .filter(([name]) => name.startsWith('PUBLIC_') || names.has(name))
    .sort();
}

/** Rooms of the program that bring a journal here, or begin one: no page is made by them. */
const beyondPages = /^(?:create|import|start)\//;

async function programFiles(folder: string): Promise<string[]> {
  return (await sourcesBelow(folder)).filter((file) => !beyondPages.test(file));
}

/** Files that hold types alone have no part in what runs. */
async function sourcesBelow(folder: string): Promise<string[]> {
  return (await namesBelow(folder)).filter((file) => !file.endsWith('.d.ts'));
}

function textsOf(folder: string, files: readonly string[]): Text[] {
  return files.map((file) => [file, textIfThere(join(folder, file))]);
}
