import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/** Where the program lies, be it a clone or a package. */
export const programFolder = resolve(import.meta.dirname, '../..');
/** As code runs from its sources or compiled, the files have one or the other ending. */
const ending = extname(import.meta.filename);

/** A file of the program's own code, named without its ending. */
export function codeFile(name: string): string {
  return join(programFolder, `${name}${ending}`);
}

/** How a program of ours is started. */
export interface Start {
  /** Its file from the program's folder, without ending. */
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Where all that it says goes. */
  readonly log: WriteStream;
  /** Is told each line that it says. */
  onLine(line: string): void;
}

/** A program of ours that was started. */
export interface Program {
  /** Resolves with how it ended, in words. */
  readonly ended: Promise<string>;
  /** Ends it, and resolves when it is gone. */
  stop(): Promise<void>;
}

const patienceMilliseconds = 4_000;

/** Starts a program that ends with this one, however this one ends. */
export function startProgram({ file, args, environment, log, onLine }: Start): Program {
  const child = spawn(
    process.execPath,
    [
      '--require',
      join(programFolder, 'preload.cjs'),
      '--import',
      pathToFileURL(codeFile('demo/processes/endWithParent')).href,
      codeFile(file),
      ...args,
    ],
    {
      cwd: programFolder,
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
  return { ended, stop: () => stop(child, ended) };
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
