import { sep } from 'node:path';

/**
 * Signs of a folder's path by which a journal in it cannot be shown: Vite reads `#` and `?` as where a path ends, Node
 * finds no modules behind `*` or `\`, and Astro writes the path of a component with a script between `"`.
 */
const unusable = sep === '/' ? /[#?*"\\]/ : /#/;

/**
 * Makes sure that a journal can be built in a folder.
 *
 * @throws with what is to be done where the tools that build it take its path for another.
 */
export function requireUsablePath(folder: string): void {
  const [sign] = unusable.exec(folder) ?? [];
  if (sign === undefined) return;
  throw new Error(
    `The path ${folder} has the sign "${sign}", with which Astro and Node take it for another path. Expected a folder without it, and without it above. Rename the folder, or choose another; the content folder alone may have any name.`,
  );
}
