import { systemFault } from '../fault/systemFault.ts';

/** A stream that a command writes to. */
interface Output {
  on(event: 'error', listener: (error: Error) => void): unknown;
  write(text: string, written: () => void): unknown;
}

/** A process, as far as it speaks. */
interface Speaker {
  readonly stdout: Output;
  readonly stderr: Output;
  exitCode?: number | string | null | undefined;
}

/** Whether this process has told that words are lost. */
let isTold = false;

/**
 * Lets a command finish its work where what it says cannot be written. That nobody reads it any more, as with `| head -1`,
 * is no failure; where the system refuses it, as on a full disk, the first refusal is said on another output, and the exit
 * code is 1. The bot, whose log is all that it writes there, goes on.
 */
export function bearLostWords(speaker: Speaker): void {
  const outputs = [speaker.stdout, speaker.stderr];
  for (const output of outputs) {
    output.on('error', (error) => {
      if ('code' in error && error.code === 'EPIPE') return;
      speaker.exitCode = 1;
      if (isTold) return;
      isTold = true;
      const other = outputs.find((one) => one !== output);
      const words = systemFault(error) ?? error.message;
      other?.write(`${words} Some of what this command said is lost.\n`, () => {});
    });
  }
}

/** Writes words, and resolves when a stream has handed on all that was written to it, or can no more. */
export function written(output: Pick<Output, 'write'>, words = ''): Promise<void> {
  return new Promise((resolve) => {
    output.write(words, () => resolve());
  });
}
