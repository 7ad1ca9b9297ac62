import type { Api } from 'grammy';
import type { ChatMember } from 'grammy/types';
import { messageOf } from '../../base/log.ts';
import { botIdIn } from '../../base/token.ts';

/** What the bot may do in a channel or a group, as a line for the owner. */
export async function rightsLine(api: Api, token: string, chatId: number): Promise<string> {
  try {
    return wordsFor(await api.getChatMember(chatId, botIdIn(token)));
  } catch (error) {
    return `could not be asked (${messageOf(error)})`;
  }
}

function wordsFor(member: ChatMember): string {
  switch (member.status) {
    case 'creator':
    case 'administrator': {
      if (member.status === 'creator') return 'owner';
      const rights = [
        ['post', member.can_post_messages],
        ['edit', member.can_edit_messages],
        ['delete', member.can_delete_messages],
      ] as const;
      const may = rights.filter(([, has]) => has === true).map(([name]) => name);
      const not = rights.filter(([, has]) => has === false).map(([name]) => name);
      const can = may.length > 0 ? `: may ${may.join(', ')}` : '';
      return `administrator${can}${not.length > 0 ? `; MAY NOT ${not.join(', ')}` : ''}`;
    }
    case 'member':
      return 'member';
    case 'restricted':
      return 'member with restrictions';
    case 'left':
    case 'kicked':
      return 'NOT IN IT; add the bot';
    default: {
      const never: never = member;
      return never;
    }
  }
}
