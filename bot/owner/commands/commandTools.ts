import type { CommentTools } from '../../comments/commentTools.ts';
import type { GroupRoom } from '../../groups/groupTools.ts';
import type { Notices } from '../../notify/notices.ts';
import type { Builds } from '../../publish/builds.ts';
import type { Answer, Command } from '../dialogue/command.ts';
import type { EntryTools } from '../entry/entryTools.ts';

/** What the commands take. */
export interface CommandTools extends EntryTools {
  readonly builds: Builds;
  readonly groups: Pick<GroupRoom, 'audience' | 'store' | 'picks'>;
  readonly comments: CommentTools['comments'];
  readonly notices: Notices;
}

/** Does what a command asks for. `undefined`: it has answered itself. */
export type CommandHandler = (
  command: Command,
  tools: CommandTools,
) => Promise<Answer | string | undefined>;
