import { expect } from 'vitest';
import type { ChannelMessage } from '../../../bot/post/channelPost.ts';
import type { BotApi } from '../../../telegram-double/index.ts';
import { callRaw } from '../../../telegram-double/test/rawClient.ts';

/** What Telegram would show, each entity as `type[words]`; the strict Bot API must accept it. */
export async function shownPost(
  messages: readonly ChannelMessage[],
  api: BotApi,
  channelId: number,
): Promise<string[]> {
  for (const message of messages) {
    if (message.text === '') continue;
    const answer = await callRaw(api, 'sendMessage', {
      chat_id: channelId,
      text: message.text,
      entities: message.entities,
    });
    expect(answer, JSON.stringify(message)).toMatchObject({ ok: true });
  }
  return messages.map((message) => {
    const marks = message.entities.map((entity) => {
      const words = message.text.slice(entity.offset, entity.offset + entity.length);
      const more =
        entity.type === 'text_link'
          ? ` ${entity.url}`
          : entity.type === 'pre'
            ? ` ${entity.language ?? ''}`
            : '';
      return `${entity.type}${more}[${words}]`;
    });
    return [message.text.replace('\n\nhttps://sample.example/notes/a/', ''), ...marks].join(' | ');
  });
}
