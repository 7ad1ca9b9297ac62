import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it started took. */
export interface Measured {
  readonly seconds: number;
  /** Of processors, on all of them; undefined where the system does not tell. */
  readonly cpuSeconds: number | undefined;
  /** The most resident memory of the whole tree at one time, in MB of a million bytes. */
  readonly peakMegabytes: number | undefined;
}

/** A command line to be measured. */
export interface Work {
  readonly command: string;
  readonly parameters: readonly string[];
  readonly folder: string;
  /** Beside {@link start}'s own. */
  readonly environment?: NodeJS.ProcessEnv;
}

const sampleMilliseconds = 100;
/** Linux tells times in hundredths of a second, whatever its own clock is. */
const ticksPerSecond = 100;

/** Starts a process with nothing of this machine's settings but where programs and temporary files are. */
export function start(work: Work): ChildProcess {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  return spawn(work.command, work.parameters, {
    cwd: work.folder,
    // A group of its own, so that all of it can be ended.
    detached: process.platform !== 'win32',
    env: {
      ...Object.fromEntries(
        Object.entries({ PATH, HOME, TMPDIR, SystemRoot }).filter(([, value]) => value),
      ),
      ASTRO_TELEMETRY_DISABLED: '1',
      ASTRO_DEV_BACKGROUND: '0',
      NO_COLOR: '1',
      TZ: 'UTC',
      ...work.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Ends a process and all that it started. */
export function endTree(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid, 'SIGKILL');
}

/**
 * Runs a command to its end.
 *
 * @throws with what it wrote where it fails, and the signal's reason where that ends it.
 */
export async function measure(work: Work, signal: AbortSignal): Promise<Measured> {
  signal.throwIfAborted();
  const cpuBefore = cpuOfEnded();
  const began = performance.now();
  const child = start(work);
  const stop = () => endTree(child);
  signal.addEventListener('abort', stop, { once: true });
  const memory = watchMemory(child);
  const { code, text } = await endOf(child);
  const seconds = (performance.now() - began) / 1000;
  signal.removeEventListener('abort', stop);
  const peakMegabytes = memory.end();
  signal.throwIfAborted();
  if (code !== 0)
    throw new Error(
      `${[work.command, ...work.parameters].join(' ')} failed in ${work.folder}, with exit code ${code}:\n${shortened(text.trim())}`,
    );
  const cpuAfter = cpuOfEnded();
  const cpuSeconds =
    cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore;
  return { seconds, cpuSeconds, peakMegabytes };
}

/** The beginning and the end of what a program said: the reason is in one of them. */
function shortened(text: string): string {
  return text.length <= 4000 ? text : `${text.slice(0, 2000)}\n…\n${text.slice(-2000)}`;
}

async function endOf(child: ChildProcess): Promise<{ code: number | null; text: string }> {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: -1, text: error.message }));
    child.once('close', (code) => resolve({ code, text }));
  });
}

/** Of all processes that this one waited for, and that those waited for. */
function cpuOfEnded(): number | undefined {
  const stat = told('/proc/self/stat');
  if (stat === undefined) return undefined;
  const [user, system] = fieldsOf(stat).slice(13, 15);
  return (Number(user) + Number(system)) / ticksPerSecond;
}

/** Looks at the tree again and again; what was there before it began is none of it. */
function watchMemory({ pid }: ChildProcess): { end(): number | undefined } {
  const strangers = new Set(processes().filter((one) => one !== pid));
  let peak = 0;
  const sample = () => {
    const own = processes().filter((one) => !strangers.has(one));
    const parents = new Map(own.map((one) => [one, parentOf(one)]));
    const isBelow = (one: number | undefined): boolean =>
      one !== undefined && (one === pid || isBelow(parents.get(one)));
    peak = Math.max(
      peak,
      own.filter(isBelow).reduce((sum, one) => sum + residentBytes(one), 0),
    );
  };
  const timer = setInterval(sample, sampleMilliseconds);
  return {
    end: () => {
      clearInterval(timer);
      return peak === 0 ? undefined : Math.round(peak / 1_000_000);
    },
  };
}

function processes(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function parentOf(pid: number): number | undefined {
  const stat = told(`/proc/${pid}/stat`);
  return stat === undefined ? undefined : Number(fieldsOf(stat)[1]);
}

/** What a process holds in memory, also what it shares with others. */
function residentBytes(pid: number): number {
  return 1024 * Number(/VmRSS:\s+(\d+)/.exec(told(`/proc/${pid}/status`) ?? '')?.[1] ?? 0);
}

/** What follows the name of a process, which may hold spaces: its state, its parent, and so on. */
function fieldsOf(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** What a file of the system says, where there is such a file: a process may have ended, or the system be another. */
function told(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
