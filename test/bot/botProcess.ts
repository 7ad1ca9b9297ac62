import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { gitSettings } from '../gitSettings.ts';
import { type CommandEnd, runTogether } from '../runTogether.ts';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** A command of the bot as a child process, as `npm run` would start it. */
export interface BotProcess {
  readonly child: ChildProcess;
  /** Everything that it has written, to both of its outputs. */
  output(): string;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

/** Every setting, empty: a developer's own .env fills only what is not there, and must not get into a test. */
const nothingSet = {
  JOURNAL_CONTENT: '',
  JOURNAL_LOG: '',
  JOURNAL_PREVIEW: '',
  JOURNAL_PUBLISH: '',
  JOURNAL_STATE: '',
  PORT: '',
  TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
  TELEGRAM_BOT_TOKEN: '',
  TELEGRAM_CHANNEL: '',
  TELEGRAM_GROUPS: '',
  TELEGRAM_MESSAGES_A_MINUTE: '',
  TELEGRAM_OWNER_ID: '',
  TELEGRAM_WEBHOOK_HOST: '',
  TELEGRAM_WEBHOOK_SECRET: '',
  TELEGRAM_WEBHOOK_URL: '',
};

function environmentWith(settings: Readonly<Record<string, string>>): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
    ...gitSettings,
    TZ: 'UTC',
    ...nothingSet,
    ...settings,
  };
}

/** Starts a file of `bot/` with nothing of this machine's settings but the path. */
export function startBotProcess(
  file: string,
  environment: Readonly<Record<string, string>>,
  parameters: readonly string[] = [],
  nodeFlags: readonly string[] = [],
): BotProcess {
  const child = spawn(
    process.execPath,
    [...nodeFlags, resolve(projectRoot, 'bot', file), ...parameters],
    {
      cwd: projectRoot,
      env: environmentWith(environment),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    output: () => text,
    ended,
    async end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs a file of `bot/` to its end, as {@link startBotProcess} does where nobody asks for a process of its own. */
export function runBotCommand(
  file: string,
  environment: Readonly<Record<string, string>>,
  parameters: readonly string[],
): Promise<CommandEnd> {
  return runTogether({
    path: resolve(projectRoot, 'bot', file),
    parameters,
    environment: environmentWith(environment),
  });
}
