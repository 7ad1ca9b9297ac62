/**
 * Does something that may fail: what else is measured is worth having without it. The failure is told, and makes the
 * exit code 1.
 *
 * @throws the signal's reason where that ended it.
 */
export async function attempt(
  what: string,
  work: () => Promise<void>,
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: (words: string) => void },
): Promise<void> {
  try {
    await work();
  } catch (error) {
    signal.throwIfAborted();
    process.exitCode = 1;
    tell(`${what}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
