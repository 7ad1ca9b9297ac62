import type { FlagValue } from '#journal/command/flag.ts';
import { asTyped } from '#journal/command/place.ts';
import { astroConfig } from './astroFlags.ts';
import { type Command, runCommand } from './command.ts';
import { endWith, wordsFor } from './end.ts';

/** Runs one of Astro's commands; what it fails of is told in our own words. */
export async function runAstro(
  command: Command,
  start: (
    config: ReturnType<typeof astroConfig>,
    flags: Readonly<Record<string, FlagValue | undefined>>,
  ) => Promise<unknown>,
): Promise<void> {
  await runCommand(command, async (flags) => {
    try {
      await start(astroConfig(flags), flags);
    } catch (error) {
      const words =
        portTaken(error, command.name, flags['port']) ?? notBuilt(error) ?? wordsFor(error);
      await endWith(asTyped(words ?? ((error instanceof Error && error.stack) || String(error))));
    }
  });
}

/** Astro's preview has nothing to show before a build. */
function notBuilt(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : '';
  const [, folder] = /^\[preview\] The output directory (.+) does not exist/.exec(message) ?? [];
  return folder === undefined
    ? undefined
    : `There is no site in ${folder} yet. Build it first: npm run build`;
}

function portTaken(error: unknown, name: string, wanted: FlagValue | undefined) {
  const [, port] =
    /^Port (\d+) is already in use/.exec(error instanceof Error ? error.message : '') ?? [];
  if (port === undefined) return undefined;
  const other = Number(port) + 1;
  const already =
    wanted === undefined
      ? ` If that is "npm run ${name}" in another window, look at http://localhost:${port}/.`
      : '';
  return `The port ${port} is taken by another program.${already} Stop that one, or choose another port: npm run ${name} -- --port ${other}`;
}
