import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, type WriteStream } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '#journal/command/place.ts';

/** Where the code lies. */
export const codeFolder = resolve(import.meta.dirname, '../..');
/** A clone runs from its sources, and a package has them compiled, in a folder of their own. */
const ending = extname(import.meta.filename);
const packageFolder = ending === '.ts' ? codeFolder : dirname(codeFolder);

/** How a command of ours is started. */
export interface Start {
  /** As it is typed after `npm run`. */
  readonly name: 'dev' | 'bot';
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Where all that it says goes. */
  readonly log: WriteStream;
  /** Is told each line that it says. */
  onLine(line: string): void;
}

/**
 * What Node is told for it, by package.json: a command that lacks it would start itself once more, and no longer hear of the
 * end of whoever started it.
 */
function nodeFlagsOf(name: Start['name']): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  // node --require ./preload.cjs FLAGS FILE
  return String(scripts[name]).split(' ').slice(3, -1);
}

/** A program of ours that was started. */
export interface Program {
  readonly name: Start['name'];
  /** Resolves with how it ended, in words. */
  readonly ended: Promise<string>;
  /** Ends it, and resolves when it is gone. */
  stop(): Promise<void>;
}

const patienceMilliseconds = 4_000;

/** Starts a command that ends with this process, however this one ends. */
export function startProgram({ name, args, environment, log, onLine }: Start): Program {
  const guard = join(codeFolder, `demo/processes/endWithParent${ending}`);
  const child = spawn(
    process.execPath,
    [
      ...nodeFlagsOf(name),
      '--import',
      pathToFileURL(guard).href,
      join(packageFolder, 'bin/scrollback.cjs'),
      name,
      ...args,
    ],
    {
      cwd: projectFolder(codeFolder),
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C reaches all of a terminal's programs at once: this one is told by us, once and in order.
      detached: process.platform !== 'win32',
      windowsHide: true,
    },
  );
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`);
        onLine(line);
      });
  const ended = endOf(child);
  return { name, ended, stop: () => stop(child, ended) };
}

async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = await once(child, 'exit');
    return signal === null ? `it ended with exit code ${code}` : `it was ended by ${signal}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMilliseconds);
  await ended;
  clearTimeout(timer);
}
