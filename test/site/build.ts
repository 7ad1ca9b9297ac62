import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { buildFlags, surroundings } from '../processes.ts';
import { ask } from '../shared/ask.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The content folder that has every feature once. */
export const fixtureJournal = join(project, 'test/fixtures/journal');

/** The moment at which all tests build: noon of this day in the fixture's time zone. */
export const buildDay = '2026-05-31';

/** Where a build reads and writes. */
export interface Build {
  readonly content: string;
  readonly output: string;
  /** What is kept from build to build. */
  readonly cache: string;
  readonly timeZone?: string;
  /** A date-time instead of noon on {@link buildDay}. */
  readonly now?: string;
  /** What else it finds in its environment. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Whether Astro bundles the site though there is a bundle of it. */
  readonly isBundled?: boolean;
}

/** What a build finds in its environment. */
export function environmentOf(options: Build): Record<string, string> {
  const { content, timeZone = 'UTC', now = `${buildDay}T11:00:00Z`, variables } = options;
  return {
    JOURNAL_CONTENT: content,
    SOURCE_DATE_EPOCH: String(Math.floor(Date.parse(now) / 1000)),
    TZ: timeZone,
    ...variables,
  };
}

/** What every process that builds finds there. */
export const anywhere = {
  ...surroundings,
  // As `preload.cjs` has it.
  MIMALLOC_ALLOW_THP: '0',
  NO_COLOR: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
};

/**
 * `astro build` as a child process of its own. It runs in the folder around the output: Astro keeps the bundle of an output
 * folder outside the working directory in the project's `.astro/`, where builds at the same time overwrite each other.
 */
export async function build(options: Build): Promise<{ exitCode: number; text: string }> {
  const { output, cache } = options;
  const folder = dirname(output);
  await mkdir(folder, { recursive: true });
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) await symlink(join(project, 'node_modules'), modules, 'junction');
  const astro = join(project, 'node_modules/astro/bin/astro.mjs');
  const flags = ['--root', project, '--config', 'test/site/astro.config.mjs', '--outDir', output];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...buildFlags, astro, 'build', ...flags],
      {
        cwd: folder,
        env: {
          ...anywhere,
          ...environmentOf(options),
          SCROLLBACK_TEST_CACHE: cache,
        },
      },
      (_, stdout, stderr) => resolve({ exitCode: child.exitCode ?? -1, text: stdout + stderr }),
    );
  });
}

/** As {@link built}, in a process of its own. */
export async function builtApart(options: Build): Promise<Map<string, string>> {
  await saidApart(options);
  return digests(options.output);
}

/** What such a process said, which must succeed. */
export async function saidApart(options: Build): Promise<string> {
  const { exitCode, text } = await build(options);
  if (exitCode !== 0) throw new Error(failure(options, text));
  return text;
}

/** What is said of a build that had to succeed. */
export function failure({ content }: Build, text: string): string {
  return `The build of ${content} failed:\n${text}`;
}

/**
 * A build that must succeed. It shares a process with those of all tests.
 *
 * @throws with what it said where it fails.
 */
export async function built(options: Build): Promise<Map<string, string>> {
  await said(options);
  return digests(options.output);
}

/** What such a build said. */
export function said(options: Build): Promise<string> {
  return ask('build', options);
}

/** Every file of a folder with a digest of its bytes. */
export async function digests(folder: string): Promise<Map<string, string>> {
  const files = await filesBelow(folder);
  return new Map(
    files.map((file) => [file, hash('sha256', readFileSync(join(folder, file))).slice(0, 12)]),
  );
}

/** What differs between two outputs: `+` only in the later one, `-` only in the earlier one, `~` in both. */
export function differences(
  earlier: ReadonlyMap<string, string>,
  later: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...earlier.keys(), ...later.keys()])].sort().flatMap((file) => {
    const [before, after] = [earlier.get(file), later.get(file)];
    if (before === after) return [];
    return `${before === undefined ? '+' : after === undefined ? '-' : '~'} ${file}`;
  });
}
