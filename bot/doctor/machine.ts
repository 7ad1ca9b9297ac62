import { resolve } from 'node:path';
import { projectFolder } from '#journal/command/place.ts';
import type { BotConfig } from '../base/config.ts';
import { messageOf } from '../base/log.ts';
import { examineDisks } from './disk.ts';
import { type Finding, fault, well } from './finding.ts';
import { examinePublishing } from './publishing.ts';
import { examineSecrets } from './secrets.ts';
import { examineState } from './state.ts';

const program = resolve(import.meta.dirname, '../..');

/** What is looked at on this machine, by name. Each but the first has a process of its own, which loads no more than it needs. */
export const machineChecks = {
  Node: async () => [well('Node', process.versions.node)],
  content: async ({ contentFolder }) =>
    (await import('./content.ts')).examineContent(contentFolder),
  state: async ({ stateFolder, contentFolder }) => [
    ...(await examineState(stateFolder)),
    ...(await examineDisks([stateFolder, contentFolder])),
    ...examineSecrets(resolve(projectFolder(program), '.env')),
  ],
  publishing: examinePublishing,
  mirror: async (config) => (await import('./mirror.ts')).examineMirror(config),
  site: async (config) => (await import('./site.ts')).examineSite(config),
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
