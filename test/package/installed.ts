import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { descendantsOf, untilGone } from '../processes.ts';
import { linkPackages } from './linkPackages.ts';

const project = resolve(import.meta.dirname, '../..');

/** On the disk: other tests may have their files in memory. */
const temporary = process.env['SCROLLBACK_TMPDIR'] ?? tmpdir();

/** How a command ended. */
export interface Ended {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** A command that goes on. */
export interface Running {
  /** All that it has said. */
  text(): string;
  /** Asks it to end, and waits until it and all that it started are gone. */
  end(): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

/** A folder outside of the checkout with Scrollback as its one dependency, and content. */
export class InstalledJournal {
  readonly folder: string;
  readonly content: string;
  readonly #around: string;

  constructor(around: string) {
    this.#around = around;
    this.folder = journalIn(around);
    this.content = join(this.folder, 'content');
  }

  /** `scrollback NAME …` as a shell starts it, without npx; `from` is where it is typed, a path from the journal. */
  run(args: readonly string[], settings: Settings = {}, from = '.'): Promise<Ended> {
    return ended(this.command, args, join(this.folder, from), settings);
  }

  /** The same for a command that does not end by itself. */
  start(args: readonly string[], settings: Settings = {}): Running {
    const child = spawn(this.command, args, { cwd: this.folder, env: environment(settings) });
    return running(child);
  }

  /** `npm …` in the journal. */
  npm(args: readonly string[], settings: Settings = {}): Promise<Ended> {
    return ended('npm', args, this.folder, settings);
  }

  /** Runs a module of this text in the journal, by the Node of the tests. */
  evaluate(module: string, settings: Settings = {}): Promise<Ended> {
    const args = ['--input-type=module', '--eval', module];
    return ended(process.execPath, args, this.folder, settings);
  }

  get command(): string {
    return join(this.folder, 'node_modules/.bin/scrollback');
  }

  async write(file: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.folder, file)), { recursive: true });
    await writeFile(join(this.folder, file), text);
  }

  read(file: string): Promise<string> {
    return readFile(join(this.folder, file), 'utf8');
  }

  /** Takes a file or folder away. */
  remove(file: string): Promise<void> {
    return rm(join(this.folder, file), { recursive: true });
  }

  /** Takes the whole folder away, and all around it. */
  end(): Promise<void> {
    return rm(this.#around, { recursive: true, force: true });
  }
}

/** With a space in its name, as people have them. */
function journalIn(around: string): string {
  return join(around, 'my journal');
}

/** All the configuration that a journal needs. */
export const configuration = `import { scrollback } from 'scrollback-journal';

export default { integrations: [scrollback()] };
`;

/** Packs this checkout as a release is packed, and returns the path of the package in that folder. */
export async function packedIn(folder: string): Promise<string> {
  const pack = ['pack', '--silent', '--pack-destination', folder];
  // What is made to be thrown away may lie in memory.
  await succeeding('npm', pack, project, { TMPDIR: tmpdir() });
  const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  return join(folder, file);
}

/**
 * Packs this checkout and installs the package in a folder that has the other packages, in the versions that the lock file
 * names: what is installed is what is tested.
 */
export async function installedJournal(content: string): Promise<InstalledJournal> {
  const around = await mkdtemp(join(temporary, 'scrollback-package-'));
  const folder = journalIn(around);
  await mkdir(folder);
  const file = basename(await packedIn(around));
  await writeFile(join(folder, 'astro.config.mjs'), configuration);
  linkPackages(project, folder, await writePackages(folder, `file:../${file}`));
  await cp(content, join(folder, 'content'), { recursive: true });
  await succeeding('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], folder);
  return new InstalledJournal(around);
}

interface Lock {
  readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** @returns where the other packages lie. */
async function writePackages(folder: string, file: string): Promise<string[]> {
  const lock: Lock = JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8'));
  const own = lock.packages[''];
  const others = Object.entries(lock.packages).filter(
    ([name, one]) => name !== '' && one['dev'] !== true,
  );
  const root = { name: 'my-journal', dependencies: { 'scrollback-journal': file } };
  const { version, dependencies, bin, engines } = own ?? {};
  const packages = {
    '': root,
    ...Object.fromEntries(others),
    'node_modules/scrollback-journal': {
      ...{ version, dependencies, bin, engines },
      resolved: file,
      hasInstallScript: true,
    },
  };
  const manifest = { ...root, private: true, type: 'module' };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({ name: root.name, lockfileVersion: 3, requires: true, packages }),
  );
  return others.map(([place]) => place);
}

/** What a shell has, without what npm told the tests, and without a developer's own settings. */
function environment(settings: Settings): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:npm_(?!config_(?:registry|cache|userconfig|globalconfig)$)|NODE_|VITE|JOURNAL_|TELEGRAM_|SCROLLBACK_|(?:INIT_CWD|TEST|MODE|DEV|PROD|SSR|BASE_URL)$)/i.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(kept),
    NO_COLOR: '1',
    PATH: pathOfShell(),
    TMPDIR: temporary,
    ...settings,
  };
}

/** Without the Node that this checkout has installed: what a person's machine has, whatever that is. */
function pathOfShell(): string {
  const separator = process.platform === 'win32' ? ';' : ':';
  return (process.env['PATH'] ?? '')
    .split(separator)
    .filter((folder) => !folder.includes('node_modules'))
    .join(separator);
}

function ended(
  file: string,
  args: readonly string[],
  cwd: string,
  settings: Settings = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      file,
      args,
      { cwd, env: environment(settings), maxBuffer: 64 * 1024 * 1024 },
      (_, output, errors) => resolve({ exitCode: child.exitCode ?? -1, output, errors }),
    );
    child.stdin?.end();
  });
}

async function succeeding(
  file: string,
  args: readonly string[],
  cwd: string,
  settings: Settings = {},
): Promise<void> {
  const { exitCode, output, errors } = await ended(file, args, cwd, settings);
  if (exitCode !== 0) throw new Error(`${file} ${args.join(' ')} failed:\n${output}${errors}`);
}

function running(child: ChildProcess): Running {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const gone = once(child, 'close');
  return {
    text: () => text,
    async end() {
      const all = descendantsOf(child);
      child.kill('SIGTERM');
      await gone;
      await untilGone(all);
    },
  };
}
