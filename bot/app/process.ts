import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { readCommandLine } from '#journal/command/commandLine.ts';
import type { CommandLine, FlagValue } from '#journal/command/flag.ts';
import { bearLostWords, written } from '#journal/command/output.ts';
import { asTyped, projectFolder } from '#journal/command/place.ts';
import { systemFault } from '#journal/fault/systemFault.ts';
import { type BotConfig, readConfig } from '../base/config.ts';
import { createLog, type Log, messageOf, redact } from '../base/log.ts';
import { typedEnvironment } from '../base/npmEnvironment.ts';

/** What every command runs with, whether its settings are sound or not. */
export interface CommandTools {
  readonly projectRoot: string;
  /** The file of settings, be it there or not. */
  readonly environmentFile: string;
  /** What was set before that file was read: it counts before the file. */
  readonly surroundings: Readonly<NodeJS.ProcessEnv>;
  readonly flags: Readonly<Record<string, FlagValue | undefined>>;
  /** What no output may have in it; what comes to be known may be added. */
  readonly secrets: string[];
}

/** What a command of the bot runs with. */
export interface ProcessTools {
  readonly config: BotConfig;
  readonly log: Log;
  /**
   * Aborts on the first SIGINT or SIGTERM. The second ends the process as soon as what it said is out, the third at once.
   */
  readonly signal: AbortSignal;
  readonly flags: Readonly<Record<string, FlagValue | undefined>>;
}

/** A command of the bot, as `npm run` starts it. */
export interface BotCommand extends CommandLine {
  /** What `--help` says. */
  readonly usage: string;
}

/**
 * The edge of every command: reads arguments, .env and environment, runs `work`, and turns an error into a message and
 * exit code 1. The token is in none of its output.
 */
export async function startCommand(
  { usage, ...commandLine }: BotCommand,
  work: (tools: CommandTools) => Promise<void>,
): Promise<void> {
  const projectRoot = projectFolder(resolve(import.meta.dirname, '../..'));
  const secrets: string[] = [];
  bearLostWords(process);
  try {
    const read = readCommandLine(commandLine, process.argv.slice(2), typedEnvironment(process.env));
    if (read.kind === 'help') {
      console.log(asTyped(usage));
      return;
    }
    if (read.kind === 'wrong') throw new Error(asTyped(`${read.problems.join('\n')}\n\n${usage}`));
    for (const note of read.notes) console.error(asTyped(note));
    const environmentFile = resolve(projectRoot, '.env');
    const surroundings = { ...process.env };
    if (existsSync(environmentFile)) loadEnvFile(environmentFile);
    secrets.push(process.env.TELEGRAM_BOT_TOKEN ?? '', process.env.TELEGRAM_WEBHOOK_SECRET ?? '');
    // Node would print it as it is, and the token may be in it.
    process.on('uncaughtException', (error) => {
      void endWith(`${redact(wordsFor(error), secrets)}\n`);
    });
    await work({ projectRoot, environmentFile, surroundings, flags: read.flags, secrets });
  } catch (error) {
    console.error(asTyped(redact(wordsFor(error), secrets)));
    process.exitCode = 1;
  }
}

/** The same for a command that needs its settings to be sound. */
export async function startProcess(
  command: BotCommand,
  work: (tools: ProcessTools) => Promise<void>,
): Promise<void> {
  await startCommand(command, async ({ projectRoot, flags, secrets }) => {
    const config = readConfig(process.env, projectRoot);
    const log = createLog((line) => process.stderr.write(line), secrets, Date.now, config.logLevel);
    await work({ config, log, signal: stopSignal(log), flags });
  });
}

function wordsFor(error: unknown): string {
  return systemFault(error) ?? messageOf(error);
}

function stopSignal(log: Log): AbortSignal {
  const controller = new AbortController();
  let asked = 0;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      asked++;
      if (asked > 2) process.exit(1);
      if (asked === 2) return void endWith('');
      log.info('stopping', { signal: name });
      controller.abort();
    });
  }
  return controller.signal;
}

/** Ends the process with exit code 1 once these words, and all that was said before, are out. */
async function endWith(words: string): Promise<never> {
  await Promise.all([written(process.stdout), written(process.stderr, words)]);
  process.exit(1);
}
