import type { Draft } from '../../drafts/draftStore.ts';
import type { GroupTools } from '../../groups/groupTools.ts';
import type { Notices } from '../../notify/notices.ts';
import type { Builds } from '../../publish/builds.ts';
import type { Answer, Command } from '../dialogue/command.ts';
import type { EntryTools } from '../entry/entryTools.ts';
import { targetOf } from '../entry/target.ts';

/** What the commands take. */
export interface CommandTools extends EntryTools, GroupTools {
  readonly builds: Builds;
  readonly notices: Notices;
}

/** Does what a command asks for. `undefined`: it has answered itself. */
export type CommandHandler = (
  command: Command,
  tools: CommandTools,
) => Promise<Answer | string | undefined>;

/** A command about one entry: where there is none that its message could mean, the answer says why. */
export function aboutEntry(
  handle: (draft: Draft, ...asked: Parameters<CommandHandler>) => ReturnType<CommandHandler>,
): CommandHandler {
  return async (command, tools) => {
    const target = await targetOf(command, tools);
    return typeof target === 'string' ? target : handle(target, command, tools);
  };
}
