import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** When git first saw each file below a folder, as a date-time with offset. Empty where the folder is in no repository. */
export async function gitDates(folder: string): Promise<ReadonlyMap<string, string>> {
  const dates = new Map<string, string>();
  const text = await history(folder);
  let date = '';
  for (const line of text.split('\0').flatMap((part) => part.split('\n'))) {
    const read = /^date (.+)$/.exec(line)?.[1];
    if (read !== undefined) date = read;
    // The newest commit comes first: what is seen last is the oldest.
    else if (line !== '') dates.set(line.normalize('NFC'), date);
  }
  return dates;
}

async function history(folder: string): Promise<string> {
  // Settings of somebody else's repository must start no program.
  const settings = ['core.fsmonitor=false', 'log.showSignature=false', 'core.quotePath=false'];
  const only = ['--no-renames', '--diff-filter=A', '--name-only', '--relative'];
  const log = ['log', ...only, '--format=date %aI', '--', '.'];
  try {
    const before = ['-C', folder, ...settings.flatMap((one) => ['-c', one])];
    const { stdout } = await run('git', [...before, ...log], { maxBuffer: 500_000_000 });
    return stdout;
  } catch {
    return '';
  }
}
