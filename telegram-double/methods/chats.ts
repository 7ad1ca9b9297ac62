import type { Chat, ChatFullInfo, User } from '@grammyjs/types';
import { present } from '../world/present.ts';
import type { Handlers } from '../world/protocol.ts';
import { badRequest } from '../world/refusal.ts';
import type { Room } from '../world/room.ts';
import { botUser } from '../world/world.ts';
import { readableRoom } from './access.ts';
import { setMember } from './membership.ts';

export const chatHandlers: Handlers<'getMe' | 'getChat' | 'getChatMember' | 'leaveChat'> = {
  getMe(_parameters, world) {
    return { ...world.bot };
  },

  getChat(parameters, world) {
    const room = readableRoom(parameters, world);
    return fullInfo(room);
  },

  getChatMember(parameters, world) {
    const room = readableRoom(parameters, world);
    const user = world.users.get(parameters.integer('user_id') ?? 0);
    if (user === undefined) throw badRequest('invalid user_id specified');
    if (room.chat.type === 'private') {
      return { status: 'member', user };
    }
    return room.members.get(user.id) ?? { status: 'left', user };
  },

  leaveChat(parameters, world) {
    const room = readableRoom(parameters, world);
    if (room.chat.type === 'private')
      throw badRequest("chat member status can't be changed in private chats");
    const bot = botUser(world.bot);
    setMember(world, room, { status: 'left', user: bot }, bot);
    return true;
  },
};

function fullInfo(room: Room): ChatFullInfo {
  const { chat, linkedChatId } = room;
  const common = { accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: NO_GIFTS };
  switch (chat.type) {
    case 'private':
    case 'group':
      return { ...chat, ...common };
    case 'supergroup':
    case 'channel':
      return {
        ...chat,
        ...common,
        ...present({ linked_chat_id: linkedChatId }),
      } as ChatFullInfo.SupergroupChat | ChatFullInfo.ChannelChat;
  }
}

const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

/** The private chat of the bot with a person. */
export function privateChat({ id, first_name, last_name, username }: User): Chat.PrivateChat {
  return present({ id, type: 'private' as const, first_name, last_name, username });
}
