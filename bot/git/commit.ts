import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { readyBranch } from './branch.ts';
import { git } from './git.ts';

const longestSubject = 200;

/** Commits these files and no others, whatever else is staged. Nothing to commit is no error: false. */
export async function commitFiles(
  folder: string,
  files: readonly string[],
  subject: string,
): Promise<boolean> {
  await readyBranch(folder);
  const known: string[] = [];
  for (const path of files) {
    // A name may hold * or [, and means itself. Seen from the folder, which may be a link into the repository.
    const file = `:(literal)${relative(folder, path) || '.'}`;
    // git takes a name that neither is there nor ever was for a mistake.
    if (existsSync(path) || (await git(folder, 'ls-files', '--', file)) !== '') known.push(file);
  }
  if (known.length === 0) return false;
  await git(folder, 'add', '--all', '--', ...known);
  const changed = await git(folder, 'diff', '--cached', '--name-only', '--', ...known);
  if (changed.trim() === '') return false;
  await git(folder, 'commit', '--quiet', '--message', plainSubject(subject), '--', ...known);
  return true;
}

/** A commit without changes, which makes a remote build again. Nothing that is staged gets into it. */
export async function commitNothing(folder: string, subject: string): Promise<void> {
  const message = plainSubject(subject);
  const made = await git(folder, 'commit-tree', 'HEAD^{tree}', '-p', 'HEAD', '-m', message);
  await git(folder, 'update-ref', '-m', message, 'HEAD', made.trim());
}

/**
 * A subject in which nothing is an order to whoever reads commits: no `[skip ci]`, `#1` or `@name`. Names of files have
 * letters, digits and the signs of a path.
 */
function plainSubject(subject: string): string {
  const plain = subject.replace(/[^\p{L}\p{M}\p{N} /._:,'-]+/gu, '-').replace(/\s+/g, ' ');
  return [...plain].slice(0, longestSubject).join('').trim();
}
