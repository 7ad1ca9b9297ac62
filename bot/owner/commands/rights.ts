import type { Api } from 'grammy';
import type { ChatMember } from 'grammy/types';
import { messageOf } from '../../base/log.ts';
import { botIdIn } from '../../base/token.ts';
import { talk } from '../../talk/talk.ts';

/** What the bot may do in a channel or a group, as a line for the owner. */
export async function rightsLine(api: Api, token: string, chatId: number): Promise<string> {
  try {
    return wordsFor(await api.getChatMember(chatId, botIdIn(token)));
  } catch (error) {
    return talk('notAsked', { reason: messageOf(error) });
  }
}

function wordsFor(member: ChatMember): string {
  switch (member.status) {
    case 'creator':
    case 'administrator': {
      if (member.status === 'creator') return talk('isOwner');
      const rights = [
        [talk('mayPost'), member.can_post_messages],
        [talk('mayEdit'), member.can_edit_messages],
        [talk('mayDelete'), member.can_delete_messages],
      ] as const;
      const may = rights.filter(([, has]) => has === true).map(([name]) => name);
      const not = rights.filter(([, has]) => has === false).map(([name]) => name);
      return administratorWords(may.join(', '), not.join(', '));
    }
    case 'member':
      return talk('isMember');
    case 'restricted':
      return talk('isRestricted');
    case 'left':
    case 'kicked':
      return talk('isOutside');
    default:
      member satisfies never;
      // A kind that Telegram has learned since.
      return talk('notAsked', { reason: String((member as ChatMember).status) });
  }
}

function administratorWords(rights: string, missing: string): string {
  if (missing === '') return rights === '' ? talk('isAdministrator') : talk('mayDo', { rights });
  return rights === ''
    ? talk('mayNotDo', { rights: missing })
    : talk('mayAndMayNot', { rights, missing });
}
