import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';

/** Where the package is that this runs from: a clone, or the folder that npm made of it. */
const program = packageFolder(resolve(import.meta.dirname, '../..'));

/** A package has its code in a folder of its own. */
function packageFolder(code: string): string {
  const isWhole = existsSync(join(code, 'preload.cjs'));
  return isWhole ? code : resolve(code, '..');
}

/**
 * How the package.json of a new journal names Scrollback. What came from a registry comes from there again. Anything else
 * is put into the folder as a package file, so that the journal has all that it needs; that takes a while, which is told.
 */
export async function dependencyIn(folder: string, tell: (words: string) => void): Promise<string> {
  const { version } = read(join(program, 'package.json'));
  if (isFromRegistry()) return `^${version}`;
  const isClone = existsSync(join(program, 'bin/compile.ts'));
  // Compiled already where it was installed.
  const flags = isClone ? [] : ['--ignore-scripts'];
  const packed = ['pack', '--silent', ...flags, '--pack-destination', folder];
  tell('Packing Scrollback for the new journal, which takes up to a minute …');
  await npm(packed);
  return `file:scrollback-journal-${version}.tgz`;
}

/** npm writes down where each package came from; what is not a file or a repository there came from a registry. */
function isFromRegistry(): boolean {
  const [around = '', inside] = program.split(`${sep}node_modules${sep}`);
  if (inside === undefined) return false;
  const { dependencies } = read(join(around, 'package.json'));
  const { packages } = read(join(around, 'node_modules/.package-lock.json'));
  const came =
    packages?.['node_modules/scrollback-journal']?.resolved ??
    dependencies?.['scrollback-journal'] ??
    '';
  return !/^(?:file|link|git|github|portal|workspace)\b/.test(came);
}

interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly packages?: Readonly<Record<string, { readonly resolved?: string }>>;
}

function read(file: string): Manifest {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/**
 * What starts npm, which says itself where it is to whatever it runs. Other package managers say where they are, too. `isShell`
 * says that a shell takes it apart: on Windows, npm is a script of `cmd`.
 */
export function npmCall(
  args: readonly string[],
  script: string | undefined,
  platform: NodeJS.Platform,
) {
  if (script !== undefined && /(?:^|[\\/])npm-cli\.c?js$/.test(script))
    return { file: process.execPath, args: [script, ...args], isShell: false };
  if (platform !== 'win32') return { file: 'npm', args, isShell: false };
  const line = ['npm', ...args].map((one) => (/^[\w./:@=-]+$/.test(one) ? one : `"${one}"`));
  return { file: line.join(' '), args: [], isShell: true };
}

async function npm(given: readonly string[]): Promise<void> {
  const { file, args, isShell } = npmCall(given, process.env['npm_execpath'], process.platform);
  // What npm was told for its own command is not meant for this one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^npm_(?!execpath|config_(?:cache|registry|userconfig|globalconfig)$)/i.test(name),
    ),
  );
  try {
    await promisify(execFile)(file, [...args], { cwd: program, env, shell: isShell });
  } catch (error) {
    throw new Error(
      `The package could not be made for the new journal (${String((error as { stderr?: string }).stderr ?? error).trim()}). Expected npm, and all that "npm install" brings. Run that first.`,
      { cause: error },
    );
  }
}
