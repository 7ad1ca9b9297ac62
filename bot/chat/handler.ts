import type { Update } from 'grammy/types';
import { handleChannelUpdate } from '../channel/incoming.ts';
import { hearComments } from '../comments/commenting.ts';
import {
  type HearComment,
  handleGroupUpdate,
  heardForGroups,
  pressedForGroups,
} from '../groups/groupHandler.ts';
import { answerAlt } from './altQuestions.ts';
import { handleButton } from './buttons.ts';
import { commandOf } from './command.ts';
import { answerQuestion, handleCommand, keepEditedMessage } from './commands.ts';
import type { HandlerTools } from './handlerTools.ts';
import { keepMessage } from './keeping.ts';
import { isFromOwner } from './owner.ts';
import { keepRest } from './paste.ts';
import { settleByForward } from './uncertain.ts';

/**
 * Handles one update from the inbox. It may be handled again after a crash, so every part of it finds what it did.
 * `hear` gets a comment, which may be kept together with others.
 *
 * @throws where it should be tried again.
 */
export async function handleUpdate(
  update: Update,
  tools: HandlerTools,
  hear: HearComment = (message) => hearComments([message], tools),
): Promise<void> {
  if (update.channel_post ?? update.edited_channel_post) return handleChannelUpdate(update, tools);
  if (!isFromOwner(update, tools.config.ownerId)) return handleGroupUpdate(update, tools, hear);
  if (update.callback_query && (await pressedForGroups(update.callback_query, tools))) return;
  const said = update.message ?? update.edited_message;
  if (said && (await heardForGroups(said, tools))) return;
  if (update.callback_query) return handleButton(update.callback_query, tools);
  if (said && (await answerAlt(said, tools))) return;
  if (update.edited_message) return keepEditedMessage(update.edited_message, tools);
  const { message } = update;
  if (!message) return;
  if (await keepRest(message, tools)) return;
  const command = commandOf(message);
  if (command !== undefined) return handleCommand(command, message, tools);
  if (await settleByForward(message, tools)) return;
  if (await answerQuestion(message, tools)) return;
  return keepMessage(message, tools);
}
