import type { CommandTools } from './commands/commandTools.ts';
import type { MirrorAnswerTools } from './dialogue/dialogueTools.ts';

/** What the owner's commands and presses take, whatever they are about. */
export type OwnerTools = CommandTools & MirrorAnswerTools;
