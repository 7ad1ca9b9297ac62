import type { BotConfig } from '../base/config.ts';
import { messageOf } from '../base/log.ts';
import { Notices } from '../notify/notices.ts';
import { speakingTo } from '../notify/speaking.ts';
import type { ChannelError } from '../outbox/channel.ts';
import { openDatabase } from '../state/database.ts';
import { talk } from '../talk/talk.ts';
import { apiOf, type RunTools } from './ground.ts';

/**
 * Tells the owner why the bot ends where it cannot find its channel: once, however often what looks after it starts it
 * again. The next look that goes well takes it back. Where it cannot be told, that is logged.
 */
export async function tellOfChannel(
  { message: reason }: ChannelError,
  config: BotConfig,
  tools: RunTools,
): Promise<void> {
  const { log } = tools;
  try {
    const database = openDatabase(config.stateFolder);
    try {
      const speaking = speakingTo({ api: apiOf(config, tools), config, log });
      await new Notices(database, speaking).tell('stopped', () => talk('botEnds', { reason }));
    } finally {
      database.close();
    }
  } catch (error) {
    log.warn('the owner could not be told', { reason: messageOf(error) });
  }
}
