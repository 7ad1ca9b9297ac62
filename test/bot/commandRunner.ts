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
  readonly output: string;
}

let runs = 0;
let output = '';

for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream);
  stream.write = (chunk: string | Uint8Array, ...rest: never[]) => {
    output += String(chunk);
    return write(chunk, ...rest);
  };
}

/** Only the file of the command itself is loaded anew: what it does is done where it is loaded. */
async function run({ path, parameters, environment }: CommandOrder): Promise<void> {
  runs++;
  output = '';
  process.argv = [process.execPath, path, ...parameters];
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  await import(`${pathToFileURL(path)}?${runs}`);
  const end: CommandEnd = { code: Number(process.exitCode ?? 0), output };
  process.exitCode = undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'uncaughtException'])
    process.removeAllListeners(signal);
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
  process.send?.(end);
}

process.on('message', (order: CommandOrder) => void run(order));
process.on('disconnect', () => process.exit());
