import type { Message, Update } from 'grammy/types';
import { hearForward, learnThread } from '../comments/arrivals.ts';
import { uncommentInGroup } from '../comments/deciding.ts';
import { commandOf } from '../message/commandWords.ts';
import { oneLine, speakerOf } from '../message/speaker.ts';
import { writeOwner } from '../notify/replies.ts';
import { withoutLinks } from '../notify/withoutLinks.ts';
import { talk } from '../talk/talk.ts';
import { nameGiven } from './asking.ts';
import type { GroupTools } from './groupTools.ts';
import { hearGroup, ownCommand, pickByReaction } from './picking.ts';

/** Keeps a comment, now or together with others. */
export type HearComment = (message: Message) => Promise<void>;

/**
 * Handles an update of a group. Who sent it is looked at where something would be done for them; everybody else is
 * only heard.
 */
export async function handleGroupUpdate(
  update: Update,
  tools: GroupTools,
  hear: HearComment,
): Promise<void> {
  const { audience } = tools.groups;
  const reaction = update.message_reaction;
  if (reaction) {
    if (audience.isListed(reaction.chat.id)) await pickByReaction(reaction, tools);
    return;
  }
  const message = update.message ?? update.edited_message;
  if (!message || (message.chat.type !== 'group' && message.chat.type !== 'supergroup')) return;
  if (await tellMigration(message, tools)) return;
  const isEdit = update.edited_message !== undefined;
  if (audience.isDiscussion(message.chat.id)) await hearDiscussion(message, isEdit, tools, hear);
  if (audience.isListed(message.chat.id)) await hearGroup(message, isEdit, tools);
}

async function hearDiscussion(
  message: Message,
  isEdit: boolean,
  tools: GroupTools,
  hear: HearComment,
): Promise<void> {
  if (message.is_automatic_forward) return hearForward(message, tools);
  if (message.reply_to_message) learnThread(message.reply_to_message, tools);
  const command = await ownCommand(message, tools);
  if (command === undefined) return hear(message);
  const speaker = speakerOf(message);
  const isOwner = speaker?.kind === 'person' && speaker.id === tools.config.ownerId;
  if (command.name === 'uncomment' && isOwner && !isEdit) await uncommentInGroup(message, tools);
}

/** The name of somebody that the owner was asked for. @returns whether the message was that. */
export async function heardForGroups(message: Message, tools: GroupTools): Promise<boolean> {
  return commandOf(message) === undefined && nameGiven(message, tools);
}

/** Tells the owner that a group has another id, which the bot goes on with. @returns whether the message says so. */
async function tellMigration(message: Message, tools: GroupTools): Promise<boolean> {
  const from = message.migrate_from_chat_id ?? message.chat.id;
  const to = message.migrate_to_chat_id ?? message.chat.id;
  if (from === to) return false;
  const { config, groups } = tools;
  if (!groups.audience.isListed(to) || groups.store.isToldOfAdoption(from)) return true;
  if (!config.groups.includes(to)) {
    const group = withoutLinks(oneLine(message.chat.title ?? talk('aGroupMoved')));
    const ids = { from: String(from), to: String(to) };
    await writeOwner(tools, talk('groupMoved', { group, ...ids }));
  }
  groups.store.toldOfAdoption(from);
  return true;
}
