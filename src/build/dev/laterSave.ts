/** A writer who saves again and again, or waits for the first page, is not kept waiting for what is kept on disk. */
const quietMilliseconds = 5_000;

/**
 * Puts off a save of caches until nobody has asked for it for a while. It is for speed alone: one that fails is told, and
 * one that is not made any more costs the next start a moment.
 */
export function laterSave(save: () => void, tell: (failure: string) => void): () => void {
  let waiting: NodeJS.Timeout | undefined;
  const saveNow = () => {
    try {
      save();
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    }
  };
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(saveNow, quietMilliseconds).unref();
  };
}
