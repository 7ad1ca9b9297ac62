import type { Update } from 'grammy/types';
import { hearComments } from '../comments/commenting.ts';
import { type HearComment, handleGroupUpdate, heardForGroups } from '../groups/groupHandler.ts';
import { handleChannelUpdate } from '../incoming/incoming.ts';
import { commandOf } from '../message/commandWords.ts';
import { isFromOwner } from '../message/owner.ts';
import { settleByForward } from '../notify/uncertain.ts';
import { handlePress } from '../owner/buttons.ts';
import { answerQuestion, handleCommand, isCommand, keepEditedMessage } from '../owner/commands.ts';
import { answerAlt } from '../owner/dialogue/altQuestions.ts';
import { keepMessage } from '../owner/entry/keeping.ts';
import { keepRest } from '../owner/entry/paste.ts';
import { followRenamed } from '../owner/entry/renamed.ts';
import { unreadIn } from '../owner/entry/unread.ts';
import type { UpdateTools } from './updateTools.ts';

/**
 * Handles one update from the inbox. It may be handled again after a crash, so every part of it finds what it did.
 * `hear` gets a comment, which may be kept together with others.
 *
 * @throws where it should be tried again.
 */
export async function handleUpdate(
  update: Update,
  tools: UpdateTools,
  hear: HearComment = (message) => hearComments([message], tools),
): Promise<void> {
  if (update.channel_post ?? update.edited_channel_post) return handleChannelUpdate(update, tools);
  if (!isFromOwner(update, tools.config.ownerId)) return handleGroupUpdate(update, tools, hear);
  const said = update.message ?? update.edited_message;
  const shown = said ?? update.callback_query?.message;
  if (shown?.chat.type === 'private') await followRenamed(shown, tools).catch(unreadIn);
  if (update.callback_query) return handlePress(update.callback_query, tools);
  if (said && (await heardForGroups(said, tools))) return;
  if (said && (await answerAlt(said, tools))) return;
  if (update.edited_message) return keepEditedMessage(update.edited_message, tools);
  const { message } = update;
  if (!message) return;
  const command = commandOf(message);
  // However soon it comes behind a long text, as all does that was said without a network.
  const isAsked = command !== undefined && isCommand(command);
  if (!isAsked && (await keepRest(message, tools))) return;
  if (command !== undefined) return handleCommand(command, message, tools);
  if (await settleByForward(message, tools)) return;
  if (await answerQuestion(message, tools)) return;
  return keepMessage(message, tools);
}
