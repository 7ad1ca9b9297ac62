import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { projectFolder } from '#journal/command/place.ts';
import { type Finding, fault } from './finding.ts';
import type { machineChecks } from './machine.ts';

const runFile = promisify(execFile);
const limitMilliseconds = 60_000;
const command = fileURLToPath(new URL('./checkCommand.ts', import.meta.url));

/** How a check is run. */
export interface ApartOptions {
  /** How long it may take. Default: {@link limitMilliseconds}. */
  readonly limitMilliseconds?: number;
  /** The settings. Default: those of this process. */
  readonly environment?: NodeJS.ProcessEnv;
}

type Output = Readonly<Record<'stdout' | 'stderr', string>>;

/**
 * Looks at one thing on this machine in a process of its own. A disk that does not answer stops whoever asks it, and can
 * be given up only from outside.
 */
export async function examineApart(
  check: keyof typeof machineChecks,
  options: ApartOptions = {},
): Promise<Finding[]> {
  const limit = options.limitMilliseconds ?? limitMilliseconds;
  const project = projectFolder(resolve(import.meta.dirname, '../..'));
  const signal = AbortSignal.timeout(limit);
  const env = options.environment ?? process.env;
  const how = { env, signal, killSignal: 'SIGKILL', maxBuffer: Number.POSITIVE_INFINITY } as const;
  const running = runFile(process.execPath, [command, check, project], how);
  try {
    const { stdout, stderr } = await running;
    return findingsIn(stdout) ?? [unclear(check, stderr)];
  } catch (error) {
    // Even being killed may not end it; it is waited for no longer.
    running.child.unref();
    if (signal.aborted) return [overdue(check, limit)];
    const { message, stdout = '', stderr = '' } = error as Error & Partial<Output>;
    return findingsIn(stdout) ?? [unclear(check, stderr || message)];
  }
}

function overdue(check: string, limit: number): Finding {
  return fault(
    check,
    `does not answer: it was given up after ${Math.round(limit / 1000)} seconds`,
    'Look at the disk and at what JOURNAL_CONTENT and JOURNAL_STATE name: a network drive that is away, or something that is no plain file.',
  );
}

function unclear(check: string, said: string): Finding {
  const words = said.trim() === '' ? 'it ended without a word' : said.trim();
  return fault(check, `could not be looked at: ${words}`, 'Mend what it names, and look again.');
}

function findingsIn(text: string): Finding[] | undefined {
  try {
    return JSON.parse(text) as Finding[];
  } catch {
    return undefined;
  }
}
