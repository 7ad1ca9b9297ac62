import { HOUR_MILLISECONDS, SECOND_MILLISECONDS } from '../world/clock.ts';
import type { Handlers } from '../world/protocol.ts';
import { badRequest } from '../world/refusal.ts';
import type { Room, Standing } from '../world/room.ts';
import type { World } from '../world/world.ts';
import { channelRight, readableRoom, standingMessage } from './access.ts';
import { automaticForward } from './posting.ts';

const DELETABLE_MILLISECONDS = 48 * HOUR_MILLISECONDS;

export const deletionHandlers: Handlers<'deleteMessage'> = {
  deleteMessage(parameters, world) {
    const room = readableRoom(parameters, world);
    const standing = standingMessage(parameters, room, 'delete');
    refuseUndeletable(world, room, standing);
    removeMessage(world, room, standing);
    return true;
  },
};

/** Takes a message out of its chat, together with its automatic forward. No update says so. */
export function removeMessage(world: World, room: Room, standing: Standing): void {
  const copy = automaticForward(world, room, standing);
  if (copy !== undefined) copy.group.messages.delete(copy.forward.message.message_id);
  room.messages.delete(standing.message.message_id);
}

function refuseUndeletable(world: World, room: Room, standing: Standing): void {
  if (!mayDelete(world, room, standing)) throw badRequest("message can't be deleted");
  const age = world.now() - standing.message.date * SECOND_MILLISECONDS;
  if (age >= DELETABLE_MILLISECONDS) throw badRequest("message can't be deleted for everyone");
}

function mayDelete(world: World, room: Room, standing: Standing): boolean {
  if (standing.byBot || room.chat.type === 'private') return true;
  const bot = room.members.get(world.bot.id);
  if (room.chat.type === 'channel') return channelRight(room, world, 'can_delete_messages');
  return bot?.status === 'administrator' && bot.can_delete_messages;
}
