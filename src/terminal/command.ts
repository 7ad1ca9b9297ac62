import { readCommandLine } from '#journal/command/commandLine.ts';
import type { CommandLine, FlagValue } from '#journal/command/flag.ts';
import { bearClosedReaders } from '#journal/command/output.ts';
import { asTyped } from '#journal/command/place.ts';

/** A command of the site, as `npm run` starts it. */
export interface Command extends CommandLine {
  /** What `--help` says. */
  readonly usage: string;
}

/**
 * The edge of a command: reads what was typed, runs `work`, and turns an error into its message and exit code 1. The
 * process ends by itself once all that it says is out.
 */
export async function runCommand(
  command: Command,
  work: (
    flags: Readonly<Record<string, FlagValue | undefined>>,
    words: readonly string[],
  ) => Promise<void>,
): Promise<void> {
  bearClosedReaders(process.stdout, process.stderr);
  try {
    const read = readCommandLine(command, process.argv.slice(2), process.env);
    if (read.kind === 'help') console.log(asTyped(command.usage));
    else if (read.kind === 'wrong')
      throw new Error(`${read.problems.join('\n')}\n\n${command.usage}`);
    else {
      for (const note of read.notes) console.error(asTyped(note));
      await work(read.flags, read.words);
    }
  } catch (error) {
    console.error(asTyped(error instanceof Error ? error.message : String(error)));
    process.exitCode = 1;
  }
}
