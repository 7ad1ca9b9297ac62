import { type Api, GrammyError } from 'grammy';
import type { ChatFullInfo, ChatMember, UserFromGetMe } from 'grammy/types';
import { type Finding, fault, well } from './finding.ts';

/** What Telegram answers, or why it refuses. */
export type LookUp<T> = { readonly found?: T; readonly refused?: string };

/** Asks Telegram. A broken line is nobody's answer and goes on. */
export async function lookUp<T>(ask: () => Promise<T>): Promise<LookUp<T>> {
  try {
    return { found: await ask() };
  } catch (error) {
    if (error instanceof GrammyError && error.error_code < 429)
      return { refused: error.description };
    throw error;
  }
}

/** The check of the group where posts are discussed. */
const commentsCheck = 'comments';

/** Whether the channel is there, what the bot may do in it, and whether it hears what is answered there. */
export async function examineChannel(
  api: Api,
  channel: string | number | undefined,
  me: UserFromGetMe,
): Promise<Finding[]> {
  if (channel === undefined) return [well('channel', 'none (TELEGRAM_CHANNEL is not set)')];
  const chat = await lookUp(() => api.getChat(channel));
  if (chat.found?.type !== 'channel')
    return [
      fault(
        'channel',
        `TELEGRAM_CHANNEL is ${channel}: ${chat.refused ?? `it is a ${chat.found?.type}`}`,
        `Check the name, and add @${me.username} to the administrators of the channel.`,
      ),
    ];
  const { id, title, linked_chat_id: linkedId } = chat.found;
  const rights = channelRights(await lookUp(() => api.getChatMember(id, me.id)), title, me);
  const linked =
    linkedId === undefined
      ? well(commentsCheck, `${title} has no linked group: nobody comments`)
      : await examineGroup(api, linkedId, me, commentsCheck);
  return [rights, linked];
}

function channelRights(member: LookUp<ChatMember>, title: string, me: UserFromGetMe): Finding {
  const own = member.found;
  if (own?.status !== 'administrator')
    return fault(
      'channel',
      `the bot is no administrator of ${title}`,
      `Add @${me.username} to the administrators of the channel, with the rights to post, edit and delete messages.`,
    );
  const missing = [
    ...(own.can_post_messages ? [] : ['post']),
    ...(own.can_edit_messages ? [] : ['edit']),
    ...(own.can_delete_messages ? [] : ['delete']),
  ];
  if (missing.length === 0) return well('channel', `${title}: the bot may post, edit and delete`);
  return fault(
    'channel',
    `in ${title} the bot may not ${missing.join(', ')} messages`,
    `In the channel's administrators, give @${me.username} these rights: ${missing.join(', ')} messages.`,
  );
}

/** Whether the bot is in a group, and hears what is said there. */
export async function examineGroup(
  api: Api,
  id: number,
  me: UserFromGetMe,
  check = `group ${id}`,
): Promise<Finding> {
  const chat = await lookUp(() => api.getChat(id));
  const member = await lookUp(() => api.getChatMember(id, me.id));
  const status = member.found?.status;
  const title = chat.found && 'title' in chat.found ? chat.found.title : String(id);
  if (!isGroup(chat.found) || !status || status === 'left' || status === 'kicked')
    return fault(
      check,
      `the bot is not in the group ${title}: ${chat.refused ?? member.refused ?? `it is ${status ?? 'unknown'}`}`,
      check === commentsCheck
        ? `Add @${me.username} to its administrators: what is answered to posts is said in that group.`
        : `Add @${me.username} to the group, or take ${id} out of TELEGRAM_GROUPS.`,
    );
  if (status === 'administrator' || me.can_read_all_group_messages)
    return well(check, `${title}: the bot sees all messages`);
  return fault(
    check,
    `in ${title} the bot sees only commands: its privacy mode is on, and it is no administrator`,
    `Make @${me.username} an administrator of the group; or send /setprivacy to @BotFather, choose Disable, and add the bot to the group anew.`,
  );
}

function isGroup(chat: ChatFullInfo | undefined): boolean {
  return chat?.type === 'group' || chat?.type === 'supergroup';
}
