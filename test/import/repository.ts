import { execFileSync } from 'node:child_process';
import { gitSettings } from '../gitSettings.ts';

/** Makes a repository of a folder, in which all files were seen first at a moment. */
export function commitAll(folder: string, moment: string): void {
  const git = (...line: readonly string[]) =>
    execFileSync(
      'git',
      ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@b.example', ...line],
      {
        env: {
          ...process.env,
          ...gitSettings,
          GIT_AUTHOR_DATE: moment,
          GIT_COMMITTER_DATE: moment,
        },
      },
    );
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'x');
}
