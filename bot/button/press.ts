import type { CallbackQuery } from 'grammy/types';
import type { ButtonKind, ButtonValues } from './buttonKinds.ts';

/** A button that was pressed, and the message under which it stands. */
export interface Press {
  /** Telegram's name for this press. */
  readonly id: string;
  readonly chatId: number;
  readonly messageId: number;
  /** The text of that message; undefined where it has none, or is too old for Telegram to show it. */
  readonly text: string | undefined;
}

/** Deals with a press of a kind of button. */
export type PressHandler<Kind extends ButtonKind, Tools> = (
  press: Press,
  values: ButtonValues<Kind>,
  tools: Tools,
) => Promise<void>;

/** What a press is; undefined where Telegram does not say under which message. */
export function pressOf({ id, message }: CallbackQuery): Press | undefined {
  if (!message) return undefined;
  const text = 'text' in message ? message.text : undefined;
  return { id, chatId: message.chat.id, messageId: message.message_id, text };
}
