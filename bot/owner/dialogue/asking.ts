import type { Draft } from '../../drafts/draftStore.ts';
import type { Request } from '../../drafts/request.ts';
import { talk } from '../../talk/talk.ts';
import type { ActionName } from './command.ts';
import type { DialogueTools } from './dialogueTools.ts';

/** Waits for words: the next message stands for those behind `command`. The text is for the owner. */
export function ask(
  request: Request,
  {
    command,
    draft,
    extra = '',
  }: { command: ActionName; draft?: Draft | undefined; extra?: string },
  text: string,
  { dialogue }: DialogueTools,
): string {
  dialogue.ask(request, { command, draftId: draft?.id, extra });
  return `${text}\n${talk('answerNext')}`;
}
