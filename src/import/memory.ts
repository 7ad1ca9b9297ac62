import { memoryUsage } from 'node:process';

/** Bytes above which what is not needed any more is collected at once. */
const mostBytes = 200_000_000;
/** How much a process grows beyond what was left by a collection until the next: each costs as much as all that is needed. */
const growth = 1.25;
/** Calls between two looks: a look asks the system. */
const callsBetween = 50;

/**
 * Holds the memory of long work down: where a machine is busy, the engine's own helpers come late, and a process grows by
 * half of what it needs. Call the answer again and again. It does nothing where Node was started without `--expose-gc`.
 */
export function memoryKeeper(
  collect: (() => void) | undefined = globalThis.gc,
  bytes: () => number = () => memoryUsage.rss(),
): () => void {
  let calls = 0;
  let most = mostBytes;
  return () => {
    calls += 1;
    if (!collect || calls % callsBetween !== 0 || bytes() <= most) return;
    collect();
    most = Math.max(mostBytes, bytes() * growth);
  };
}
