import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digestOf } from '../../cache/bodies.ts';
import { installedText } from '../../files/installed.ts';
import { namesBelow } from '../../files/outputFolder.ts';
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
  return digestOf(...(await textsBelow(folder, beyondPages)).flat());
}

/**
 * A digest of everything that makes pages out of views: the source, what npm installed, the configuration, and what of
 * the environment modules see. It is part of the key of each page, so that none outlives the code that made it. Two
 * things are beyond it: MDX documents, which the journal has digests of, and what those import ({@link BundledFiles}).
 */
export async function siteCode(settings: CodeSettings): Promise<SiteCode> {
  const { root, sourceFolder, componentFolders, shown, flags, environment } = settings;
  const theirs = new Set([resolve(sourceFolder), ...componentFolders]);
  theirs.delete(programFolder);
  const ours = await textsBelow(programFolder, beyondPages);
  const others = await Promise.all([...theirs].map((folder) => textsBelow(folder)));
  const names = [...namesIn(ours, ofBundler), ...namesIn(others.flat(), ofAny)];
  const program = digestOf(...ours.flat());
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

/** Those of files that hold types alone have no part in what runs, nor have those below `beyond`. */
async function textsBelow(folder: string, beyond?: RegExp): Promise<Text[]> {
  const files = (await namesBelow(folder)).filter(
    (file) => !file.endsWith('.d.ts') && beyond?.test(file) !== true,
  );
  return files.map((file) => [file, textIfThere(join(folder, file))]);
}
