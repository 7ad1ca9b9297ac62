import { formatFault, isStopping } from '#journal/fault/fault.ts';
import { messageOf } from '../base/log.ts';
import { readJournal } from '../content/contentFolder.ts';
import { type Finding, fault, well } from './finding.ts';

const faultsShown = 20;

/** Whether the journal can be read, and what in it would stop a build. */
export async function examineContent(folder: string): Promise<Finding[]> {
  try {
    const { journal, faults: all } = await readJournal(folder);
    const faults = all.filter(isStopping);
    if (faults.length === 0)
      return [well('content', `${countWords(journal.entries.length)} in ${folder}`)];
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

function countWords(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
