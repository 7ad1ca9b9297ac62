import type { Draft } from '../../drafts/draftStore.ts';
import type { Request } from '../../drafts/request.ts';
import { talk } from '../../talk/talk.ts';
import type { ActionName } from './command.ts';
import type { DialogueTools } from './dialogueTools.ts';

/** What words are waited for. */
interface Asked {
  readonly command: ActionName;
  readonly draft?: Draft | undefined;
  /** What the question is to remember. */
  readonly extra?: string;
}

/** Waits for words: the next message stands for those behind `command`. The text is for the owner. */
export function ask(
  request: Request,
  { command, draft, extra = '' }: Asked,
  text: string,
  { dialogue }: DialogueTools,
): string {
  dialogue.ask(request, { command, draftId: draft?.id, extra });
  return `${text}\n${talk('answerNext')}`;
}
