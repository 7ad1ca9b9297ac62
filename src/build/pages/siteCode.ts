import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AstroConfig } from 'astro';
import { digestOf } from '../../cache/bodies.ts';
import { namesBelow } from '../../files/outputFolder.ts';

/** Where the program's own source is. */
export const programFolder = resolve(import.meta.dirname, '../..');

/** Files beside the code that decide what becomes of it. */
const beside = /^(?:astro\.config\..*|package(?:-lock)?\.json|tsconfig.*\.json|\.env(?:\..*)?)$/;

/** Settings of Astro that pages show. */
const shownSettings = ['site', 'base', 'compressHTML', 'scopedStyleStrategy', 'build'] as const;

/** What says how a site is built, beside the files of the project. */
export interface CodeSettings {
  readonly config: Pick<AstroConfig, (typeof shownSettings)[number]>;
  /** Where the project and its source are, absolute. */
  readonly projectRoot: string;
  readonly sourceFolder: string;
  /** As it was typed. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * A digest of everything that makes pages out of views: the source, what npm installed, the configuration, and what of
 * the environment modules see. It is part of the key of each page, so that none outlives the code that made it. The
 * content folder has no part in it; what its documents import is in {@link BundledFiles}.
 */
export async function siteCode(settings: CodeSettings): Promise<string> {
  const { config, projectRoot, sourceFolder, flags, environment } = settings;
  const sources = [...new Set([programFolder, sourceFolder])];
  const besides = readdirSync(projectRoot)
    .filter((name) => beside.test(name))
    .sort();
  return digestOf(
    process.version,
    environment['NODE_ENV'] ?? 'production',
    JSON.stringify(shownSettings.map((name) => config[name])),
    JSON.stringify(flags),
    JSON.stringify(
      Object.entries(environment)
        .filter(([name]) => isSeen(name))
        .sort(),
    ),
    ...(await Promise.all(sources.map(folderDigest))),
    ...besides.flatMap((name) => [name, textOf(join(projectRoot, name))]),
    textOf(join(projectRoot, 'node_modules/.package-lock.json')),
  );
}

/** Vite hands these to modules. */
function isSeen(name: string): boolean {
  return name.startsWith('PUBLIC_');
}

async function folderDigest(folder: string): Promise<string> {
  const files = await namesBelow(folder);
  return digestOf(...files.flatMap((file) => [file, textOf(join(folder, file))]));
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'latin1') : '';
}
