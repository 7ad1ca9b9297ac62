import type { Message } from 'grammy/types';
import type { Keyboard } from '../../button/button.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import type { Request } from '../../drafts/request.ts';
import type { ChatText } from '../../message/chatText.ts';
import type { CommandName } from './commandTable.ts';

/** What can be asked for: the commands, and what Telegram's own button and the bot's questions ask for. */
export type ActionName = CommandName | 'start' | 'new-series' | 'cover-alt';

/** A command of the owner's, or an answer that stands for the words behind one. */
export interface Command {
  readonly message: Message;
  /** What stands behind the command. */
  readonly words: ChatText;
  /** The draft that a question was about; undefined where the message says which. */
  readonly about: Draft | undefined;
  /** What a question wanted to remember. */
  readonly extra: string;
  readonly request: Request;
}

/** What the bot answers; with a draft, a reply to the answer is about that. */
export interface Answer {
  readonly text: string;
  readonly draft?: Draft | undefined;
  readonly keyboard?: Keyboard;
  /** The words will not do: where they answered a question, it is asked again. */
  readonly isRefused?: true;
}
