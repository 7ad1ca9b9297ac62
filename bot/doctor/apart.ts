import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '#journal/command/place.ts';
import { type Finding, fault } from './finding.ts';
import type { machineChecks } from './machine.ts';

const limitMilliseconds = 60_000;
const command = fileURLToPath(new URL('./checkCommand.ts', import.meta.url));

/** How a check is run. */
export interface ApartOptions {
  /** How long it may take. Default: {@link limitMilliseconds}. */
  readonly limitMilliseconds?: number;
  /** The settings. Default: those of this process. */
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Looks at one thing on this machine in a process of its own. A disk that does not answer stops whoever asks it, and can
 * be given up only from outside.
 */
export function examineApart(
  check: keyof typeof machineChecks,
  options: ApartOptions = {},
): Promise<Finding[]> {
  const limit = options.limitMilliseconds ?? limitMilliseconds;
  const project = projectFolder(resolve(import.meta.dirname, '../..'));
  return new Promise((settle) => {
    const child = spawn(process.execPath, [command, check, project], {
      env: options.environment ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [output, errors] = [textOf(child.stdout), textOf(child.stderr)];
    const end = (findings: Finding[]) => {
      clearTimeout(timer);
      settle(findings);
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      // Even that may not end it; it is waited for no longer.
      child.unref();
      child.stdout.destroy();
      child.stderr.destroy();
      end([overdue(check, limit)]);
    }, limit);
    child.once('error', (error) => end([unclear(check, error.message)]));
    child.once('close', () => end(findingsIn(output()) ?? [unclear(check, errors())]));
  });
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

function textOf(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => (text += chunk));
  return () => text;
}
