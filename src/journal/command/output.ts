/** A stream that a command writes to. */
interface Output {
  on(event: 'error', listener: (error: Error) => void): unknown;
  write(text: string, written: () => void): unknown;
}

/**
 * Lets a command finish its work in silence where nobody reads what it says any more, as with `| head -1`: that the
 * reader has enough is no failure.
 */
export function bearClosedReaders(...outputs: readonly Output[]): void {
  for (const output of outputs) {
    output.on('error', (error) => {
      if (!('code' in error) || error.code !== 'EPIPE') throw error;
    });
  }
}

/** Writes words, and resolves when a stream has handed on all that was written to it, or can no more. */
export function written(output: Pick<Output, 'write'>, words = ''): Promise<void> {
  return new Promise((resolve) => {
    output.write(words, () => resolve());
  });
}
