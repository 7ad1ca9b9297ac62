import { statSync } from 'node:fs';
import { type Finding, fault } from './finding.ts';

/** Whether other users of this machine can read the file with the token; nothing where it is as it should be. */
export function examineSecrets(file: string): Finding[] {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
  // Windows has rights of another kind, and tells none of them here.
  if (process.platform === 'win32' || (mode & 0o077) === 0) return [];
  return [
    fault(
      '.env',
      `${file} holds the token, and other users of this machine may read it (mode ${(mode & 0o777).toString(8)})`,
      `Keep it to yourself: chmod 600 ${file}`,
    ),
  ];
}
