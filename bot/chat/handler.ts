import type { Update } from 'grammy/types';
import { handleButton } from './buttons.ts';
import { commandOf, handleCommand } from './commands.ts';
import type { HandlerTools } from './handlerTools.ts';
import { keepEdit, keepMessage } from './keeping.ts';
import { isFromOwner } from './owner.ts';
import { settleByForward } from './uncertain.ts';

/**
 * Handles one update from the inbox. It may be handled again after a crash, so every part of it finds what it did.
 *
 * @throws where it should be tried again.
 */
export async function handleUpdate(update: Update, tools: HandlerTools): Promise<void> {
  if (!isFromOwner(update, tools.config.ownerId)) return;
  if (update.callback_query) return handleButton(update.callback_query, tools);
  if (update.edited_message) return keepEdit(update.edited_message, tools);
  const { message } = update;
  if (!message) return;
  const command = commandOf(message);
  if (command !== undefined) return handleCommand(command, message, tools);
  if (await settleByForward(message, tools)) return;
  return keepMessage(message, tools);
}
