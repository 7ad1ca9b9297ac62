import type { ChatMember } from '@grammyjs/types';
import type { Parameters } from '../world/parameters.ts';
import { badRequest, forbidden, Refusal } from '../world/refusal.ts';
import { isMember, type Room, type Standing, statusOf } from '../world/room.ts';
import type { World } from '../world/world.ts';

/** The chat that `chat_id` names, if the bot may know it. */
export function readableRoom(parameters: Parameters<'chat_id'>, world: World): Room {
  const chatId = parameters.text('chat_id')?.trim() ?? '';
  if (chatId === '') throw badRequest('chat_id is empty');
  const room = findRoom(chatId, world);
  if (room === undefined || !room.started) throw badRequest('chat not found');
  if (room.migratedTo !== undefined) {
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: room.migratedTo,
    });
  }
  refuseOutsider(room, world);
  return room;
}

/** The chat that `chat_id` names, if the bot may send there. */
export function writableRoom(parameters: Parameters<'chat_id'>, world: World): Room {
  const room = readableRoom(parameters, world);
  if (room.chat.type === 'channel' && !channelRight(room, world, 'can_post_messages')) {
    throw badRequest('need administrator rights in the channel chat');
  }
  return room;
}

/** A right in a channel without which a call is refused. */
export type ChannelRight = 'can_post_messages' | 'can_edit_messages' | 'can_delete_messages';

/** Whether the bot is a channel's administrator with a right. */
export function channelRight(room: Room, world: World, right: ChannelRight): boolean {
  const member: ChatMember | undefined = room.members.get(world.bot.id);
  return member?.status === 'administrator' && member[right] === true;
}

/** The message that `message_id` names in a chat. */
export function standingMessage(
  parameters: Parameters<'message_id'>,
  room: Room,
  purpose: string,
): Standing {
  const id = parameters.integer('message_id');
  if (id === undefined) throw badRequest('message identifier is not specified');
  const standing = room.messages.get(id);
  if (standing === undefined) throw badRequest(`message to ${purpose} not found`);
  return standing;
}

function findRoom(chatId: string, world: World): Room | undefined {
  if (chatId.startsWith('@')) return world.roomNamed(chatId);
  const id = Number(chatId);
  return Number.isSafeInteger(id) ? world.rooms.get(id) : undefined;
}

function refuseOutsider(room: Room, world: World): void {
  if (room.chat.type === 'private') {
    if (room.blocked) throw forbidden('bot was blocked by the user');
    return;
  }
  if (isMember(room, world.bot.id)) return;
  const was = statusOf(room, world.bot.id) === 'kicked' ? 'was kicked from' : 'is not a member of';
  throw forbidden(`bot ${was} the ${room.chat.type} chat`);
}
