import { flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { pause, systemClock } from '../bot/base/clock.ts';
import { type Written, writtenHere } from './writtenHere.ts';

/** One run of a command, as the process that runs it is told of it. */
export interface CommandOrder {
  readonly path: string;
  readonly parameters: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** How it ended, and what it wrote. */
export interface CommandEnd extends Readonly<Written> {
  readonly code: number;
}

// Nobody else is at work beside these commands, either.
systemClock.pause = (milliseconds, signal) => pause(milliseconds / 10, signal);

let runs = 0;
const written = writtenHere();

/** Only the file of the command itself is loaded anew: what it does is done where it is loaded. */
async function run({ path, parameters, environment }: CommandOrder): Promise<void> {
  runs++;
  Object.assign(written, { output: '', out: '', error: '' });
  process.argv = [process.execPath, path, ...parameters];
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  await import(`${pathToFileURL(path)}?${runs}`);
  const end: CommandEnd = { code: Number(process.exitCode ?? 0), ...written };
  process.exitCode = undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'uncaughtException'])
    process.removeAllListeners(signal);
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
  process.send?.(end);
}

process.on('message', (order: CommandOrder) => void run(order));
// An exit may wait for ever for threads of Node's own that compile (https://github.com/nodejs/node/issues/54918).
process.on('disconnect', () => {
  flushCompileCache();
  process.kill(process.pid, 'SIGKILL');
});
