import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes sure that Astro is found from a project, from where Astro itself looks for its parts, and that it is the one that
 * Scrollback goes by: parts of two do not make a site.
 *
 * @throws with what is to be done where a package manager has put it out of reach, or another one is there.
 */
export function requireAstro(root: string): void {
  const ours = versionIn(fileURLToPath(import.meta.resolve('astro/package.json')));
  const manifest = manifestFrom(root);
  if (manifest === undefined)
    throw new Error(
      `Astro cannot be found from ${root}: expected node_modules/astro there, or above. A package manager that keeps the packages of a package apart, as pnpm does, puts it elsewhere: write the line "nodeLinker: hoisted" into pnpm-workspace.yaml, run "pnpm install" and "pnpm approve-builds", and then this again. With npm, run "npm install" and, where that leaves it elsewhere, "npm install astro@${ours}".`,
    );
  const theirs = versionIn(manifest);
  if (theirs !== ours)
    throw new Error(
      `${dirname(manifest)} is Astro ${theirs}, and this version of Scrollback goes by Astro ${ours}, which it brings along. Run "npm install astro@${ours}"; "npm uninstall astro" then takes it out of package.json again.`,
    );
}

function manifestFrom(folder: string): string | undefined {
  const manifest = join(folder, 'node_modules/astro/package.json');
  if (existsSync(manifest)) return manifest;
  const parent = dirname(folder);
  return parent === folder ? undefined : manifestFrom(parent);
}

function versionIn(manifest: string): string {
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
