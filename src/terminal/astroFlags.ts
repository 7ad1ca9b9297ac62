import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { readCommandLine } from '#journal/command/commandLine.ts';
import type { CommandLine, Flag, FlagValue } from '#journal/command/flag.ts';

const everywhere = {
  root: { type: 'string' },
  config: { type: 'string' },
  outDir: { type: 'string' },
  site: { type: 'string' },
  base: { type: 'string' },
  mode: { type: 'string' },
  force: { type: 'boolean', npmMayKeep: true },
  verbose: { type: 'boolean' },
  silent: { type: 'boolean' },
} as const satisfies Record<string, Flag>;

const serving = {
  ...everywhere,
  port: { type: 'string' },
  host: { type: 'string', bare: true },
  open: { type: 'string', bare: true },
  'allowed-hosts': { type: 'string' },
} as const satisfies Record<string, Flag>;

/** What can be typed after `npm run build`, `npm run dev` and `npm run preview`: flags of Astro. */
export const astroCommands = {
  build: {
    name: 'build',
    flags: { ...everywhere, devOutput: { type: 'boolean' }, json: { type: 'boolean' } },
  },
  dev: { name: 'dev', flags: serving },
  preview: { name: 'preview', flags: serving },
} as const satisfies Record<string, CommandLine>;

/**
 * Refuses what `astro build` was given by mistake and would pass over. `argv` is that of the process.
 *
 * @throws with everything that is wrong.
 */
export function checkBuildCommand(argv: readonly string[], environment: NodeJS.ProcessEnv): void {
  const [, program = '', command, ...args] = argv;
  if (command !== 'build' || !/(^|[\\/])astro(\.m?js)?$/.test(program)) return;
  const read = readCommandLine(astroCommands.build, args, environment);
  if (read.kind === 'wrong') throw new Error(read.problems.join('\n'));
}

/** What the command that builds was given, whether as `npm run build` or `astro build`. `argv` is that of the process. */
export function buildFlags(
  [, , ...args]: readonly string[],
  environment: NodeJS.ProcessEnv,
): Readonly<Record<string, FlagValue | undefined>> {
  const given = args[0] === astroCommands.build.name ? args.slice(1) : args;
  const read = readCommandLine(astroCommands.build, given, environment);
  return read.kind === 'read' ? read.flags : {};
}

/** The same flags as Astro takes them from a program. */
export function astroConfig(flags: Readonly<Record<string, FlagValue | undefined>>) {
  const text = (name: keyof typeof serving) => {
    const value = flags[name];
    return typeof value === 'string' ? value : undefined;
  };
  const logLevel = flags['verbose'] ? 'debug' : flags['silent'] ? 'silent' : undefined;
  return given({
    root: thereAt('root', text('root')),
    configFile: thereAt('config', text('config')),
    outDir: outputFolderAt(text('outDir'), text('root')),
    site: siteOf(text('site')),
    base: text('base'),
    mode: text('mode'),
    force: flags['force'] === true ? true : undefined,
    logLevel,
    server: given({
      port: portOf(text('port')),
      host: flags['host'] as string | true | undefined,
      open: flags['open'] as string | true | undefined,
      allowedHosts: text('allowed-hosts')?.split(','),
    }),
    // Beside another one that runs already it would be looked at in the wrong place.
    vite: { server: { strictPort: true }, preview: { strictPort: true } },
  } as const);
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`--port ${text}; expected a number from 1 to 65535, such as --port 4322`);
}

function siteOf(text: string | undefined): string | undefined {
  if (text === undefined || /^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new Error(
    `--site ${text}; expected an address with https://, such as --site https://journal.example`,
  );
}

/** Astro refuses the folder of public files in words of its own. */
function outputFolderAt(path: string | undefined, root = '.'): string | undefined {
  if (path === undefined) return undefined;
  const below = relative(resolve(root, 'public'), resolve(root, path));
  if (below.split(sep)[0] !== '..' && !isAbsolute(below))
    throw new Error(
      `--outDir ${path}; expected a folder outside of public/, all of which is copied into every site`,
    );
  return path;
}

function thereAt(name: string, path: string | undefined): string | undefined {
  if (path === undefined || existsSync(path)) return path;
  throw new Error(`--${name} ${path}; expected what is there, and ${resolve(path)} is not`);
}

/** Without what is undefined: Astro tells that apart from what is not there. */
function given<T extends object>(values: T) {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
