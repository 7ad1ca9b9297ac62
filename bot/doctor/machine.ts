import { existsSync, statSync } from 'node:fs';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { formatFault } from '#journal/fault.ts';
import type { BotConfig } from '../config.ts';
import { readJournal } from '../contentFolder.ts';
import { databaseFile } from '../database.ts';
import { checkedOutBranch, gitPaths } from '../git/branch.ts';
import { GitError, git } from '../git/git.ts';
import { lockProcess } from '../lock.ts';
import { messageOf } from '../log.ts';
import { type Finding, fault, well } from './finding.ts';

const leastNode = [22, 18] as const;
const leastFreeMegabytes = 200;
const faultsShown = 20;
const oldLockMilliseconds = 60_000;

/** Looks at this machine: Node, the content folder, the state folder and git. */
export async function examineMachine(
  config: BotConfig,
  nodeVersion = process.versions.node,
): Promise<Finding[]> {
  return [
    examineNode(nodeVersion),
    ...(await examineContent(config.contentFolder)),
    ...(await examineState(config.stateFolder)),
    ...(await examineGit(config)),
  ];
}

/** Whether this Node runs the bot as it stands. */
function examineNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]))
    return well('Node', version);
  return fault(
    'Node',
    `${version}; expected ${leastNode.join('.')} or newer`,
    'Run "npm install", and start the bot with "npm run bot": the right Node comes with it.',
  );
}

async function examineContent(folder: string): Promise<Finding[]> {
  try {
    const { journal, faults } = await readJournal(folder);
    if (faults.length === 0)
      return [well('content', `${journal.entries.length} entries in ${folder}`)];
    const shown = faults
      .slice(0, faultsShown)
      .map((one) => fault('content', formatFault(one).split('\n')[0] ?? '', one.cure));
    const rest = faults.length - shown.length;
    return rest === 0
      ? shown
      : [
          ...shown,
          fault('content', `and ${rest} more faults`, 'Run "npm run check" for all of them.'),
        ];
  } catch (error) {
    return [
      fault(
        'content',
        messageOf(error),
        `Look at JOURNAL_CONTENT: it is ${folder}, and site.yaml belongs there.`,
      ),
    ];
  }
}

async function examineState(folder: string): Promise<Finding[]> {
  try {
    await mkdir(folder, { recursive: true });
    const trial = join(folder, '.doctor');
    await writeFile(trial, 'x', { flush: true });
    await rm(trial);
    const { bavail, bsize } = await statfs(folder);
    const free = Math.floor((bavail * bsize) / 1_000_000);
    const unlock = lockProcess(folder);
    unlock?.();
    const health = healthOf(join(folder, databaseFile));
    if (health !== 'ok')
      return [
        fault(
          'state',
          `the database in ${folder} is damaged: ${health}`,
          'Stop the bot and move the folder away: what the channel holds is known again from the entries, what waits is not.',
        ),
      ];
    const space =
      free >= leastFreeMegabytes
        ? well('disk', `${free} MB free`)
        : fault('disk', `${free} MB free`, `Make room: expected ${leastFreeMegabytes} MB or more.`);
    return [well('state', `${folder}; the bot ${unlock ? 'does not run' : 'runs'}`), space];
  } catch (error) {
    return [
      fault(
        'state',
        `${folder} cannot be written: ${messageOf(error)}`,
        'Give the user that runs the bot the right to write there, or choose another folder with JOURNAL_STATE.',
      ),
    ];
  }
}

/** What SQLite says of the file; "ok" also where there is none yet. */
function healthOf(file: string): string {
  if (!existsSync(file)) return 'ok';
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    const row = database.prepare('PRAGMA quick_check').get();
    database.close();
    return String(row?.['quick_check']);
  } catch (error) {
    return messageOf(error);
  }
}

async function examineGit({ publish, contentFolder }: BotConfig): Promise<Finding[]> {
  const { mode } = publish;
  switch (mode) {
    case 'none':
    case 'command':
      return [well('publishing', `JOURNAL_PUBLISH is ${mode}: nothing of git is needed`)];
    case 'commit':
      return examineRepository(contentFolder);
    case 'push': {
      const repository = await examineRepository(contentFolder);
      return repository.some(({ cure }) => cure !== undefined)
        ? repository
        : [...repository, await examineRemote(contentFolder)];
    }
    default: {
      const never: never = mode;
      return never;
    }
  }
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
    return [well('git', `ready to commit; ${changed} files are not committed`)];
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
