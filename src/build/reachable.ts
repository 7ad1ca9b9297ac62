import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes sure that Astro is found from a project, from where Astro itself looks for its parts.
 *
 * @throws with what is to be done where a package manager has put it out of reach.
 */
export function requireAstro(root: string): void {
  if (isReached(root)) return;
  throw new Error(
    `Astro cannot be found from ${root}: expected node_modules/astro there, or above. A package manager that keeps the packages of a package apart, as pnpm does, puts it elsewhere: write the line "nodeLinker: hoisted" into pnpm-workspace.yaml, run "pnpm install" and "pnpm approve-builds", and then this again. With npm, run "npm install".`,
  );
}

function isReached(folder: string): boolean {
  if (existsSync(join(folder, 'node_modules/astro/package.json'))) return true;
  const parent = dirname(folder);
  return parent !== folder && isReached(parent);
}
