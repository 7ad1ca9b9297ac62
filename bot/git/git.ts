import { messageOf } from '../base/log.ts';
import { OverdueError, type RunOptions, run, StoppedError } from '../base/runCommand.ts';

/** Thrown where git refuses something for a reason that has a known cure. */
export class GitError extends Error {
  readonly said: string;
  readonly cure: string;
  /** Whether it may pass by itself. */
  readonly isPassing: boolean;

  constructor(said: string, { cure, isPassing = false }: Cure, options?: ErrorOptions) {
    super(`${cure}\n${said}`, options);
    this.name = 'GitError';
    this.said = said;
    this.cure = cure;
    this.isPassing = isPassing;
  }
}

/** What is to be done about it. */
interface Cure {
  readonly cure: string;
  readonly isPassing?: boolean;
}

/** What git says, and what to do about it. */
const cures: readonly (Cure & { readonly symptom: RegExp })[] = [
  {
    symptom:
      /tell me who you are|ident name .*not allowed|no email was given|author identity unknown/i,
    cure: 'git does not know who commits. In the content folder, run: git config user.name "Your name" && git config user.email you@example.org',
  },
  {
    symptom: /detected dubious ownership/i,
    cure: 'The content folder belongs to another user than the one that runs the bot. Give it to that user (chown -R), or as that user run the "git config" command below.',
  },
  {
    symptom: /not a git repository/i,
    cure: 'The content folder is in no git repository. Run "git init" there, or set JOURNAL_PUBLISH=none.',
  },
  {
    symptom: /no upstream configured|no such branch/i,
    cure: 'The branch has no remote to push to. In the content folder, run: git push --set-upstream origin HEAD (before that, where "git remote" names none: git remote add origin ADDRESS)',
  },
  {
    symptom: /paths are ignored by one of your .gitignore/i,
    cure: 'git is told to ignore this file. Take it out of .gitignore.',
  },
  {
    symptom: /unable to create '.*\.lock': file exists/i,
    cure: 'Another git works in the content folder, or one was killed there and left its lock. If none runs, delete the file that is named below.',
    isPassing: true,
  },
  {
    symptom: /failed to sign the data|failed to write commit object/i,
    cure: 'git is told to sign commits, and cannot. Give the user that runs the bot a key without a passphrase, or in the content folder run: git config commit.gpgsign false',
  },
  {
    symptom:
      /could not read (Username|Password)|Permission denied \(publickey|authentication failed/i,
    cure: 'The remote does not let this machine in. Give it a key or a token, and try "git push" there by hand.',
  },
  {
    symptom: /host key verification failed/i,
    cure: 'This machine does not know the remote yet. As the user that runs the bot, run "git fetch" in the content folder once, and accept the key.',
  },
  {
    symptom: /(?:hook|push) declined|protected branch/i,
    cure: 'The remote has a rule against this push, and says so below. Change the rule, or push to another branch.',
  },
  {
    symptom: /does not appear to be a git repository|repository .*not found/i,
    cure: 'The remote is not there. Look in the content folder where it should be: git remote -v',
    isPassing: true,
  },
];

/** By this the log of HEAD tells the bot's own moves from its owner's. */
export const reflogAction = 'scrollback';

const environment = {
  LC_ALL: 'C',
  GIT_EDITOR: 'true',
  GIT_TERMINAL_PROMPT: '0',
  GIT_REFLOG_ACTION: reflogAction,
  // It has no terminal to ask on either: `run` gives it a session of its own.
  SSH_ASKPASS_REQUIRE: 'never',
  // Large files go out before the push does: https://github.com/git-lfs/git-lfs/blob/main/docs/man/git-lfs-config.adoc
  GIT_LFS_FORCE_PROGRESS: '1',
};

/** What `--progress` leaves at the end. */
const progress =
  /(?:Enumerating|Counting|Compressing|Writing|Receiving|Resolving|Uploading) (?:LFS )?(?:objects|deltas): .*\n|Delta compression .*\n|Total \d.*\n/g;

/** A remote that is away may say nothing for ever. What it does with a push it may do without a word. */
const silentMilliseconds = 2 * 60_000;

/** Runs git in `folder`, in English and without questions. */
export function git(folder: string, ...parameters: readonly string[]): Promise<string> {
  return runGit(folder, parameters, {});
}

/** The same, for what talks to a remote: it ends soon when `signal` aborts, and where nothing happens any more. */
export function gitUntil(
  signal: RunOptions['signal'],
  folder: string,
  command: 'fetch' | 'push',
  ...parameters: readonly string[]
): Promise<string> {
  const talking = [command, '--progress', ...parameters];
  return runGit(folder, talking, { signal, silentMilliseconds, noise: progress });
}

async function runGit(
  folder: string,
  parameters: readonly string[],
  options: Pick<RunOptions, 'signal' | 'silentMilliseconds' | 'noise'>,
): Promise<string> {
  try {
    return await run('git', parameters, folder, { ...options, environment });
  } catch (error) {
    if (error instanceof StoppedError || error instanceof OverdueError) throw error;
    const said = messageOf(error);
    const cure = cures.find(({ symptom }) => symptom.test(said));
    throw cure === undefined ? error : new GitError(said, cure, { cause: error });
  }
}
