import { git } from './git.ts';

const linesShown = 6;
const longestLine = 120;

/** Thrown where what is here and what was pushed elsewhere cannot be joined. Both are kept. */
export class ConflictError extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(
      `What was pushed elsewhere does not fit what is here. Both are kept: yours is in this folder, theirs is at the remote. Join them there with "git pull --rebase --autostash", then publish again.\n${what}`,
      options,
    );
    this.name = 'ConflictError';
  }
}

/** The lines in which the versions of each file in conflict differ, short. */
export async function bothSides(folder: string): Promise<string> {
  const root = (await git(folder, 'rev-parse', '--show-toplevel')).trim();
  const listed = await git(root, 'diff', '--name-only', '--diff-filter=U', '-z');
  const sides: string[] = [];
  for (const file of listed.split('\0').filter((name) => name !== '')) {
    const [there, here] = [await version(root, 2, file), await version(root, 3, file)];
    sides.push(`${file}\nthere:\n${linesOnlyIn(there, here)}\nhere:\n${linesOnlyIn(here, there)}`);
  }
  return sides.join('\n');
}

/** A file as one side of a conflict has it; without lines where that side removed it. */
async function version(root: string, stage: 2 | 3, file: string): Promise<string[]> {
  const text = await git(root, 'show', `:${stage}:${file}`).catch(() => undefined);
  return text === undefined ? ['(removed)'] : text.replace(/\n$/, '').split('\n');
}

function linesOnlyIn(one: readonly string[], other: readonly string[]): string {
  const others = new Set(other);
  const own = one.filter((line) => !others.has(line));
  const shown = own
    .slice(0, linesShown)
    .map((line) => `  ${line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line}`);
  if (own.length > linesShown) shown.push(`  … and ${own.length - linesShown} more lines`);
  return shown.length === 0 ? '  (fewer lines)' : shown.join('\n');
}
