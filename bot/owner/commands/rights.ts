import { type Api, GrammyError } from 'grammy';
import type { ChatMember } from 'grammy/types';
import { plainName } from '#journal/fault/characters.ts';
import { messageOf } from '../../base/log.ts';
import { botIdIn } from '../../base/token.ts';
import { isOutOfReach } from '../../base/trouble.ts';
import { withoutLinks } from '../../notify/withoutLinks.ts';
import { type PlainKey, talk } from '../../talk/talk.ts';

/** What the bot may do in a channel or a group, as a line for the owner. */
export async function rightsLine(api: Api, token: string, chatId: number): Promise<string> {
  try {
    return wordsFor(await api.getChatMember(chatId, botIdIn(token)));
  } catch (error) {
    return talk('notAsked', { reason: messageOf(error) });
  }
}

/** What a group is called, and the id by which TELEGRAM_GROUPS names it; that alone where Telegram does not say. */
export async function groupName(api: Api, chatId: number): Promise<string> {
  try {
    const { title } = await api.getChat(chatId);
    return title ? `${withoutLinks(plainName(title))} (${chatId})` : String(chatId);
  } catch (error) {
    if (isOutOfReach(error) || error instanceof GrammyError) return String(chatId);
    throw error;
  }
}

const standings = {
  creator: 'isOwner',
  member: 'isMember',
  restricted: 'isRestricted',
  left: 'isOutside',
  kicked: 'isOutside',
} as const satisfies Record<Exclude<ChatMember['status'], 'administrator'>, PlainKey>;

function wordsFor(member: ChatMember): string {
  if (member.status !== 'administrator')
    return Object.hasOwn(standings, member.status)
      ? talk(standings[member.status])
      : // A kind that Telegram has learned since.
        talk('notAsked', { reason: String(member.status) });
  const rights = [
    [talk('mayPost'), member.can_post_messages],
    [talk('mayEdit'), member.can_edit_messages],
    [talk('mayDelete'), member.can_delete_messages],
  ] as const;
  const may = rights.filter(([, has]) => has === true).map(([name]) => name);
  const not = rights.filter(([, has]) => has === false).map(([name]) => name);
  return administratorWords(may.join(', '), not.join(', '));
}

function administratorWords(rights: string, missing: string): string {
  if (missing === '') return rights === '' ? talk('isAdministrator') : talk('mayDo', { rights });
  return rights === ''
    ? talk('mayNotDo', { rights: missing })
    : talk('mayAndMayNot', { rights, missing });
}
