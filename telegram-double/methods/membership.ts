import type { ChatMember, ChatMemberAdministrator, User } from '@grammyjs/types';
import { isAdministrator, type Room } from '../world/room.ts';
import type { World } from '../world/world.ts';

export type MemberStatus = ChatMember['status'];

/** Makes a user something else in a chat, and tells the bot what it may know of that. */
export function setMember(world: World, room: Room, member: ChatMember, by: User): void {
  const before = room.members.get(member.user.id) ?? { status: 'left', user: member.user };
  room.members.set(member.user.id, member);
  const change = {
    chat: room.chat,
    from: by,
    date: world.seconds(),
    old_chat_member: before,
    new_chat_member: member,
  };
  if (member.user.id === world.bot.id) world.updates.add('my_chat_member', change);
  else if (isAdministrator(room, world.bot.id)) world.updates.add('chat_member', change);
}

/** A member with the rights that usually go with the status. */
export function memberOf(user: User, status: MemberStatus): ChatMember {
  switch (status) {
    case 'creator':
      return { status, user, is_anonymous: false };
    case 'administrator':
      return administrator(user);
    case 'member':
    case 'left':
      return { status, user };
    case 'kicked':
      return { status, user, until_date: 0 };
    case 'restricted':
      throw new Error('restricted members are not supported');
  }
}

function administrator(user: User): ChatMemberAdministrator {
  return {
    status: 'administrator',
    user,
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_video_chats: false,
    can_restrict_members: true,
    can_promote_members: false,
    can_change_info: true,
    can_invite_users: true,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_post_messages: true,
    can_edit_messages: true,
    can_pin_messages: true,
    can_send_welcome_messages: false,
  };
}
