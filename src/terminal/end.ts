import { setFlagsFromString } from 'node:v8';
import { written } from '#journal/command/output.ts';
import { ContentError } from '#journal/fault/fault.ts';
import { PackageError } from '#journal/fault/ownFailure.ts';
import { systemFault } from '#journal/fault/systemFault.ts';
import { collectGarbage } from './collectGarbage.ts';

/**
 * What a person is told of an error: our own sentences, or one about what the system refused. Undefined for what is a
 * mistake of the program itself, of which whoever mends it wants every detail.
 */
export function wordsFor(error: unknown): string | undefined {
  const system = systemFault(error);
  if (system !== undefined) return system;
  if (error instanceof ContentError || error instanceof PackageError) return error.message;
  const isPlain = error instanceof Error && error.constructor === Error && !('code' in error);
  return isPlain ? error.message : undefined;
}

/** Ends the process with exit code 1 and these words alone, once all that was said before is out, too. */
export async function endWith(words: string): Promise<never> {
  await written(process.stdout);
  await written(process.stderr, `${words}\n`);
  letExit();
  process.exit(1);
}

/**
 * Keeps a process that something ends, be it Astro, from never being gone: at its exit Node waits for threads that compile,
 * and one of them that has no memory left waits for this thread to collect garbage
 * (https://github.com/nodejs/node/issues/54918).
 */
export function letExit(): void {
  if (!process.listeners('exit').includes(collectAtExit)) process.on('exit', collectAtExit);
}

/** One that ends by itself has nothing left that compiles. */
function collectAtExit(code: number): void {
  if (code === 0) return;
  setFlagsFromString('--no-concurrent-sparkplug');
  collectGarbage();
}
