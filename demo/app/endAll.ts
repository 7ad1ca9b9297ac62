/**
 * Ends parts, the last one first, each though another one fails: what is left running keeps the process alive.
 *
 * @throws what the first of them threw, once all have ended.
 */
export async function endAll(ends: readonly (() => unknown)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const end of ends.toReversed()) {
    try {
      await end();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
