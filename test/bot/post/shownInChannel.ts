import { afterAll, beforeAll } from 'vitest';
import type { ChannelMessage } from '../../../bot/post/channelPost.ts';
import { type BotApi, startBotApi } from '../../../telegram-double/index.ts';
import { shownPost } from '../mirror/shownPost.ts';

/** How a channel shows messages; all tests of a file have the same one. */
export function shownInChannel(): (messages: readonly ChannelMessage[]) => Promise<string[]> {
  let api: BotApi;
  let channelId: number;
  beforeAll(async () => {
    api = await startBotApi();
    const owner = api.user({ id: 1, first_name: 'A' });
    channelId = api.channel({ username: 'journal', owner }).id;
  });
  afterAll(() => api.stop());
  return (messages) => shownPost(messages, api, channelId);
}
