import { readCommandLine } from '#journal/command/commandLine.ts';
import type { CommandLine, FlagValue } from '#journal/command/flag.ts';
import { bearLostWords } from '#journal/command/output.ts';
import { asTyped } from '#journal/command/place.ts';
import { systemFault } from '#journal/fault/systemFault.ts';

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
  bearLostWords(process);
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
    console.error(asTyped(wordsOf(error)));
    process.exitCode = 1;
  }
}

/** What the system refused in a sentence; our own sentences as they are, whatever lies behind them. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ('syscall' in error ? systemFault(error) : undefined) ?? error.message;
}
