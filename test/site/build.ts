import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from '../../src/files/outputFolder.ts';

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
}

/**
 * `astro build` as a child process. It runs in the folder around the output: Astro keeps the bundle of an output
 * folder outside the working directory in the project's `.astro/`, where builds at the same time overwrite each other.
 */
export async function build({
  content,
  output,
  cache,
  timeZone = 'UTC',
  now = `${buildDay}T11:00:00Z`,
}: Build): Promise<{ exitCode: number; text: string }> {
  const folder = dirname(output);
  await mkdir(folder, { recursive: true });
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) await symlink(join(project, 'node_modules'), modules, 'junction');
  const astro = join(project, 'node_modules/astro/bin/astro.mjs');
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [
        astro,
        'build',
        '--root',
        project,
        '--config',
        'test/site/astro.config.mjs',
        '--outDir',
        output,
      ],
      {
        cwd: folder,
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
          NO_COLOR: '1',
          ASTRO_TELEMETRY_DISABLED: '1',
          JOURNAL_CONTENT: content,
          SCROLLBACK_TEST_CACHE: cache,
          SOURCE_DATE_EPOCH: String(Math.floor(Date.parse(now) / 1000)),
          TZ: timeZone,
        },
      },
      (_, stdout, stderr) => resolve({ exitCode: child.exitCode ?? -1, text: stdout + stderr }),
    );
  });
}

/** A build that must succeed. */
export async function built(options: Build): Promise<Map<string, string>> {
  const { exitCode, text } = await build(options);
  if (exitCode !== 0) throw new Error(`The build of ${options.content} failed:\n${text}`);
  return digests(options.output);
}

/** Every file of a folder with a digest of its bytes. */
export async function digests(folder: string): Promise<Map<string, string>> {
  const files = await filesBelow(folder);
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const bytes = await readFile(join(folder, file));
        return [file, createHash('sha256').update(bytes).digest('hex').slice(0, 12)] as const;
      }),
    ),
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
