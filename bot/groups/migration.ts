import type { Message } from 'grammy/types';
import { oneLine } from '../message/speaker.ts';
import { withoutLinks } from '../notify/withoutLinks.ts';
import { talk } from '../talk/talk.ts';
import type { GroupTools } from './groupTools.ts';

/** Tells the owner that a group has another id, which the bot goes on with. @returns whether the message says so. */
export async function tellMigration(
  message: Message,
  tools: Pick<GroupTools, 'api' | 'config' | 'groups'>,
): Promise<boolean> {
  const from = message.migrate_from_chat_id ?? message.chat.id;
  const to = message.migrate_to_chat_id ?? message.chat.id;
  if (from === to) return false;
  const { api, config, groups } = tools;
  if (!groups.audience.isListed(to) || groups.store.isToldOfAdoption(from)) return true;
  if (!config.groups.includes(to)) {
    await api.sendMessage(
      config.ownerId,
      talk('groupMoved', {
        group: withoutLinks(oneLine(message.chat.title ?? talk('aGroupMoved'))),
        from: String(from),
        to: String(to),
      }),
    );
  }
  groups.store.toldOfAdoption(from);
  return true;
}
