import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a few runs leave: each compiles copies of the project, and bundles of its code, in folders of their own. */
const mostModules = 20_000;

/**
 * Empties the folder in which Node keeps compiled modules, where those are too many: it takes none away, and does not note
 * which it has used of late. What is wanted of them is compiled once more.
 */
export function emptyIfLarge(folder: string, most = mostModules): void {
  try {
    // There is a folder for each version of Node.
    const modules = readdirSync(folder).flatMap((version) => readdirSync(join(folder, version)));
    if (modules.length > most) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // There is none yet, or another run has emptied it.
  }
}
