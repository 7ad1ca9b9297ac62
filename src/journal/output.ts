/** A stream that a command writes to. */
interface Output {
  on(event: 'error', listener: (error: Error) => void): unknown;
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
