import { constants, existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, formatFault, isStopping } from '#journal/fault/fault.ts';
import { systemFault } from '#journal/fault/systemFault.ts';
import { messageOf } from '../base/log.ts';
import { readJournal } from '../content/contentFolder.ts';
import { type Finding, fault, well } from './finding.ts';

const faultsShown = 20;
const closings: Readonly<Record<string, string>> = {
  EROFS: 'its disk may only be read',
  EACCES: 'you have no right to',
  EPERM: 'you have no right to',
};
const closedCure =
  'Give the user that runs the bot the right to write there: messages wait until it can, and posts are not noted in their files.';

/** Whether the journal can be read and written into, and what in it would stop a build. */
export async function examineContent(folder: string): Promise<Finding[]> {
  try {
    const { journal, faults } = await readJournal(folder);
    const wrong = [...(await closedFolder(folder)), ...stoppingFaults(faults)];
    const count = countWords(journal.entries.length);
    return wrong.length === 0 ? [well('content', `${count} in ${folder}`)] : wrong;
  } catch (error) {
    const ofSystem = systemFault(error);
    const isFound = ofSystem === undefined && existsSync(join(folder, 'site.yaml'));
    return [fault('content', ofSystem ?? messageOf(error), isFound ? wrongCure : lostCure(folder))];
  }
}

const wrongCure = 'Mend what is told of site.yaml, and look again.';

function lostCure(folder: string): string {
  return `Look at JOURNAL_CONTENT: it is ${folder}, and site.yaml belongs there.`;
}

function stoppingFaults(all: readonly Fault[]): Finding[] {
  const faults = all.filter(isStopping);
  const shown = faults
    .slice(0, faultsShown)
    .map((one) => fault('content', formatFault(one).split('\n')[0] ?? '', one.cure));
  const rest = faults.length - shown.length;
  if (rest === 0) return shown;
  const cure = 'Run "npm run check" for all of them.';
  return [...shown, fault('content', `and ${rest} more faults`, cure)];
}

/** The first of the folders that the bot writes into where it has no right to, or whose disk can only be read. */
async function closedFolder(root: string): Promise<Finding[]> {
  for (const folder of [root, join(root, 'notes'), join(root, 'articles')]) {
    const why = await access(folder, constants.W_OK | constants.X_OK).then(
      () => undefined,
      (error: NodeJS.ErrnoException) => closings[error.code ?? ''],
    );
    if (why !== undefined)
      return [fault('content', `${folder} cannot be written: ${why}`, closedCure)];
  }
  return [];
}

function countWords(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
