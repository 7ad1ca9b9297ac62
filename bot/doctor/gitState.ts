import { realpathSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { messageOf } from '../base/log.ts';
import { checkedOutBranch, gitPaths } from '../git/branch.ts';
import { GitError, git } from '../git/git.ts';
import { repositoriesOf, workTreeOf } from '../git/unfinished.ts';
import { type Finding, fault, well } from './finding.ts';

const oldLockMilliseconds = 60_000;
const submodule =
  'it is a submodule, and what builds the repository around it sees a commit once that names it';

/** Whether git takes commits in the content folder, and in what lies in it, and pushes where it `isPushed`. */
export async function examineGit(contentFolder: string, isPushed: boolean): Promise<Finding[]> {
  const found = await examineTree(contentFolder, isPushed);
  for (const { folder, name } of await innerTrees(contentFolder)) {
    const inner = (await examineTree(folder, isPushed)).map((one) => namedBy(name, one));
    // What is unfinished anywhere is told of the content folder, too.
    found.push(...inner.filter((one) => !found.some((known) => isSameFault(known, one))));
  }
  return found;
}

function isSameFault(one: Finding, other: Finding): boolean {
  return one.cure !== undefined && one.what === other.what;
}

async function examineTree(folder: string, isPushed: boolean): Promise<Finding[]> {
  const repository = await examineRepository(folder);
  const isSound = repository.every(({ cure }) => cure === undefined);
  return isPushed && isSound ? [...repository, await examineRemote(folder)] : repository;
}

/** Submodules and other repositories in the content folder, or behind links in it, that have entries. */
async function innerTrees(contentFolder: string) {
  const around = workTreeOf(contentFolder);
  const root = realpathSync(contentFolder);
  const trees = [];
  for (const folder of repositoriesOf(contentFolder).keys()) {
    if (folder === around) continue;
    const name = relative(root, folder);
    const isBeside = name.startsWith('..');
    if (!isBeside && !/^(?:articles|notes)(?:[\\/]|$)/.test(name)) continue;
    if (await hasText(folder)) trees.push({ folder, name: isBeside ? folder : name });
  }
  return trees;
}

async function hasText(folder: string): Promise<boolean> {
  const those = ['--cached', '--others', '--exclude-standard'];
  // One that git does not look into has something to be told.
  return (await git(folder, 'ls-files', ...those, '--', '*.md', '*.mdx').catch(() => 'all')) !== '';
}

/** What was found in an inner repository, in words that say where. */
function namedBy(name: string, { check, what, cure }: Finding): Finding {
  const named = (text: string) => text.replaceAll('the content folder', name);
  return { check: `${check} ${name}`, what: named(what), cure: cure && named(cure) };
}

async function examineRepository(folder: string): Promise<Finding[]> {
  try {
    await git(folder, 'rev-parse', '--is-inside-work-tree');
    await git(folder, 'var', 'GIT_COMMITTER_IDENT');
    await checkedOutBranch(folder);
    const locks = (await gitPaths(folder, ['index.lock', 'HEAD.lock'])).filter(isLeftBehind);
    if (locks.length > 0)
      return [
        fault(
          'git',
          `${locks.join(' and ')} keeps git from committing`,
          'A git that was killed has left it. Look that no git runs there, and delete it.',
        ),
      ];
    const changed = (await git(folder, 'status', '--short', '--', '.')).split('\n').length - 1;
    const around = await git(folder, 'rev-parse', '--show-superproject-working-tree');
    const isSubmodule = around.trim() === '' ? '' : `; ${submodule}`;
    return [well('git', `ready to commit; ${changed} files are not committed${isSubmodule}`)];
  } catch (error) {
    return [gitFault('git', error)];
  }
}

function isLeftBehind(lock: string): boolean {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > oldLockMilliseconds;
}

async function examineRemote(folder: string): Promise<Finding> {
  try {
    const upstream = (await git(folder, 'rev-parse', '--abbrev-ref', '@{upstream}')).trim();
    await git(folder, 'push', '--quiet', '--dry-run').catch((error: unknown) => {
      // Somebody pushed meanwhile: the bot takes that over before it pushes.
      if (!/\[rejected\]|fetch first|non-fast-forward/.test(messageOf(error))) throw error;
    });
    const ahead = (await git(folder, 'rev-list', '--count', '@{upstream}..HEAD')).trim();
    return well('remote', `${upstream} takes pushes; ${ahead} commits are not pushed`);
  } catch (error) {
    return gitFault('remote', error);
  }
}

function gitFault(check: string, error: unknown): Finding {
  return error instanceof GitError
    ? fault(check, oneLine(error.said), error.cure)
    : fault(check, oneLine(messageOf(error)), 'Try it in the content folder by hand: git push');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
