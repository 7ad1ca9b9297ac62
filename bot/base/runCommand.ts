import { type ChildProcess, spawn } from 'node:child_process';

const timeoutMilliseconds = 10 * 60_000;
const graceMilliseconds = 5_000;
const killMilliseconds = 2_000;
const outputKept = 1024 * 1024;
const outputShown = 1_000;

/** How a program is run. */
export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** What errors call it, where its own words are not to be told. Default: the words, in quotation marks. */
  readonly name?: string;
  /** Ends the program, and whatever it started, when it aborts. */
  readonly signal?: AbortSignal | undefined;
  /** Whether Windows gets the parameters letter by letter, without quotation marks that Node.js would add. */
  readonly isVerbatim?: boolean;
  /** How long the program may go on then. Default: {@link graceMilliseconds}. */
  readonly graceMilliseconds?: number;
  /** How long the program may say nothing. Default: as long as it may take. */
  readonly silentMilliseconds?: number | undefined;
  /** What it says that errors do not tell. */
  readonly noise?: RegExp;
}

/** Thrown where a program took too long, or said nothing for too long: tried again at once, it would again. */
export class OverdueError extends Error {
  override readonly name = 'OverdueError';
}

/** Thrown where work was ended because the bot stops: nothing is wrong, and it is to be done again. */
export class StoppedError extends Error {
  constructor(work: string) {
    super(`${work} was ended because the bot stops; it is done again at the next start`);
    this.name = 'StoppedError';
  }
}

/**
 * Runs a program to its end, without the bot's secrets. Gives its output.
 *
 * @throws {StoppedError} where `signal` ended it.
 * @throws {OverdueError} where time did.
 * @throws where it fails, with the end of what it said.
 */
export function run(
  command: string,
  parameters: readonly string[],
  folder: string,
  options: RunOptions = {},
): Promise<string> {
  const { environment = {}, signal, isVerbatim = false, noise = '' } = options;
  const name = options.name ?? `"${[command, ...parameters.slice(0, 2)].join(' ')}"`;
  if (signal?.aborted) return Promise.reject(new StoppedError(name));
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: folder,
      windowsVerbatimArguments: isVerbatim,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: what it started ends with it.
      detached: process.platform !== 'win32',
      env: { ...process.env, ...withoutSecrets, ...environment },
    });
    const ends = endings(child, options);
    const output = keep(child.stdout, ends.heard);
    const errors = keep(child.stderr, ends.heard);
    child.once('error', (error) => {
      ends.clear();
      reject(new Error(`${name} could not be started: ${error.message}`, { cause: error }));
    });
    child.once('close', (code, killedBy) => {
      ends.clear();
      if (code === 0) return resolve(output());
      if (signal?.aborted) return reject(new StoppedError(name));
      const overdue = ends.overdue();
      const said =
        withoutProgress(`${output()}\n${errors()}`).replace(noise, '').trim() ||
        `it ended with ${killedBy ?? `exit code ${code}`}`;
      const end = said.length > outputShown ? `…${said.slice(1 - outputShown)}` : said;
      const why = `${name} ${overdue ?? 'failed'}: ${end}`;
      reject(overdue === undefined ? new Error(why) : new OverdueError(why));
    });
  });
}

const withoutSecrets = { TELEGRAM_BOT_TOKEN: '', TELEGRAM_WEBHOOK_SECRET: '' };

/** What a terminal would have left of an output: how far a program is, it writes over again and again. */
function withoutProgress(output: string): string {
  return output.replace(/^[^\r\n]*\r(?!\n)/gm, '');
}

/** The last {@link outputKept} characters of a stream, or so. */
function keep(stream: NodeJS.ReadableStream, heard: () => void): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    heard();
    text = (text + chunk).slice(-outputKept);
  });
  return () => text;
}

/** Ends a program that takes too long, or that is in hand when the bot stops: first with a word, then by force. */
function endings(
  child: ChildProcess,
  { signal, graceMilliseconds: grace = graceMilliseconds, silentMilliseconds }: RunOptions,
) {
  let overdue: string | undefined;
  const timers: NodeJS.Timeout[] = [];
  const later = (milliseconds: number, work: () => void) => {
    const timer = setTimeout(work, milliseconds);
    timers.push(timer);
    return timer;
  };
  const end = () => {
    killGroup(child, 'SIGTERM');
    later(killMilliseconds, () => killGroup(child, 'SIGKILL'));
  };
  const stop = () => later(grace, end);
  const endAfter = (milliseconds: number, more: string) =>
    later(milliseconds, () => {
      overdue ??= `stopped after ${Math.round(milliseconds / 60_000)} minutes${more}`;
      end();
    });
  endAfter(timeoutMilliseconds, '');
  const silence =
    silentMilliseconds === undefined
      ? undefined
      : endAfter(silentMilliseconds, ' in which nothing happened');
  signal?.addEventListener('abort', stop, { once: true });
  return {
    /** How long it took, where that was too long. */
    overdue: () => overdue,
    /** It has said something. */
    heard: () => void silence?.refresh(),
    clear() {
      signal?.removeEventListener('abort', stop);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has ended meanwhile.
  }
}
