import { resolve } from 'node:path';
import { formatFault, isStopping } from '#journal/fault/fault.ts';
import type { BotConfig } from '../base/config.ts';
import { messageOf } from '../base/log.ts';
import { readJournal } from '../content/contentFolder.ts';
import { type Finding, fault, well } from './finding.ts';
import { examineGit } from './gitState.ts';
import { examineMirror } from './mirror.ts';
import { examineSecrets } from './secrets.ts';
import { examineState } from './state.ts';

const leastNode = [22, 18] as const;
const faultsShown = 20;

/** What is looked at on this machine, by name. */
export const machineChecks = {
  Node: async () => [examineNode(process.versions.node)],
  content: ({ contentFolder }) => examineContent(contentFolder),
  state: async ({ stateFolder }) => [
    ...(await examineState(stateFolder)),
    ...examineSecrets(resolve(import.meta.dirname, '../../.env')),
  ],
  git: examineGit,
  mirror: examineMirror,
} as const satisfies Readonly<Record<string, (config: BotConfig) => Promise<Finding[]>>>;

/** Whether a check has this name. */
export function isMachineCheck(name: string): name is keyof typeof machineChecks {
  return Object.hasOwn(machineChecks, name);
}

/** Looks at one thing on this machine. What nobody has thought of is a finding, too. */
export async function examineMachine(
  check: keyof typeof machineChecks,
  config: BotConfig,
): Promise<Finding[]> {
  try {
    return await machineChecks[check](config);
  } catch (error) {
    return [fault(check, messageOf(error), 'Mend what the message names, and look again.')];
  }
}

/** Whether a Node runs the bot as it stands. */
export function examineNode(version: string): Finding {
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
    const { journal, faults: all } = await readJournal(folder);
    const faults = all.filter(isStopping);
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
