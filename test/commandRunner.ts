import { flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';

/** One run of a command, as the process that runs it is told of it. */
export interface CommandOrder {
  readonly path: string;
  readonly parameters: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** How it ended. */
export interface CommandEnd {
  readonly code: number;
  /** What it wrote to both of its outputs, in its order, and to each of them. */
  readonly output: string;
  readonly out: string;
  readonly error: string;
}

let runs = 0;
let output = '';
const written = { out: '', error: '' };

for (const name of ['out', 'error'] as const) {
  const stream = name === 'out' ? process.stdout : process.stderr;
  const write = stream.write.bind(stream);
  stream.write = (chunk: string | Uint8Array, ...rest: never[]) => {
    output += String(chunk);
    written[name] += String(chunk);
    return write(chunk, ...rest);
  };
}

/** Only the file of the command itself is loaded anew: what it does is done where it is loaded. */
async function run({ path, parameters, environment }: CommandOrder): Promise<void> {
  runs++;
  output = written.out = written.error = '';
  process.argv = [process.execPath, path, ...parameters];
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  await import(`${pathToFileURL(path)}?${runs}`);
  const end: CommandEnd = { code: Number(process.exitCode ?? 0), output, ...written };
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
