import type { Api } from 'grammy';
import { GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Clock } from '../base/clock.ts';
import type { BotConfig } from '../base/config.ts';
import { type Log, messageOf } from '../base/log.ts';
import { oneLine } from '../message/speaker.ts';
import { writeOwner } from '../notify/replies.ts';
import { withoutLinks } from '../notify/withoutLinks.ts';
import type { Channel } from '../outbox/channel.ts';
import { inJournalsLanguage } from '../talk/journalTalk.ts';
import { talk } from '../talk/talk.ts';
import type { Audience, ForeignChat } from './audience.ts';

const triesToLeave = 4;
const firstWaitMilliseconds = 1_000;

/** What leaving takes. */
export interface AllowlistTools {
  readonly api: Api;
  readonly audience: Audience;
  readonly channel: Channel | undefined;
  readonly config: BotConfig;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Leaves every chat that the settings do not name. Nothing of such a chat is stored: where leaving fails for good, the
 * next update from there begins it anew.
 */
export class ChatAllowlist {
  readonly #tools: AllowlistTools;
  readonly #leaving = new Map<number, Promise<void>>();
  readonly #left = new Set<number>();

  constructor(tools: AllowlistTools) {
    this.#tools = tools;
  }

  /** Looks at an update that does not concern the bot. */
  meet(update: Update, signal: AbortSignal): void {
    const change = update.my_chat_member;
    // Brought back, it leaves again.
    if (change) this.#left.delete(change.chat.id);
    const foreign = this.#tools.audience.foreignChat(update);
    if (!foreign || this.#left.has(foreign.chat.id) || this.#leaving.has(foreign.chat.id)) return;
    const { id } = foreign.chat;
    const done = this.#leave(foreign, signal).finally(() => this.#leaving.delete(id));
    this.#leaving.set(id, done);
  }

  /** Resolves once nothing is under way. */
  async settled(): Promise<void> {
    await Promise.all(this.#leaving.values());
  }

  async #leave(foreign: ForeignChat, signal: AbortSignal): Promise<void> {
    const { api, clock, log } = this.#tools;
    const { chat } = foreign;
    for (let tries = 0; tries < triesToLeave && !signal.aborted; tries++) {
      try {
        if (await this.#isOurs(chat.id)) return;
        await api.leaveChat(chat.id);
        this.#left.add(chat.id);
        log.info('left a chat that TELEGRAM_GROUPS does not name', { chat: chat.id });
        const { contentFolder } = this.#tools.config;
        if (foreign.isByOwner) await inJournalsLanguage(contentFolder, () => this.#tell(foreign));
        return;
      } catch (error) {
        log.warn('a foreign chat could not be left', { chat: chat.id, reason: messageOf(error) });
        // Not in it any more: there is nothing to leave.
        if (error instanceof GrammyError && error.error_code === 403) return;
        await clock.sleep(firstWaitMilliseconds * 2 ** tries, signal);
      }
    }
  }

  /** Asks Telegram before the bot leaves: the channel may have got this group, or a listed group may have become it. */
  async #isOurs(chatId: number): Promise<boolean> {
    const { api, audience, channel } = this.#tools;
    if (channel) {
      const chat = await api.getChat(channel.id);
      audience.discussedIn(chat.linked_chat_id);
      if (audience.isDiscussion(chatId)) return true;
    }
    for (const id of audience.basicGroups()) {
      const became = await this.#becameOf(id);
      if (became !== undefined) audience.adopt(id, became);
    }
    return audience.isListed(chatId);
  }

  async #becameOf(groupId: number): Promise<number | undefined> {
    try {
      await this.#tools.api.getChat(groupId);
    } catch (error) {
      if (error instanceof GrammyError) return error.parameters.migrate_to_chat_id;
      throw error;
    }
    return undefined;
  }

  async #tell({ chat }: ForeignChat): Promise<void> {
    const group = withoutLinks(oneLine(chat.title ?? talk('aGroup')));
    await writeOwner(this.#tools, talk('leftGroup', { group, id: String(chat.id) }));
  }
}
