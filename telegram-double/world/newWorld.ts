import type { UserFromGetMe } from '@grammyjs/types';
import { Callbacks } from './callbacks.ts';
import type { Clock } from './clock.ts';
import { FileStore } from './files.ts';
import { LongPoll } from './longPoll.ts';
import { RateLimit, type Rates } from './rateLimit.ts';
import { UpdateQueue } from './updateQueue.ts';
import { Webhook } from './webhook.ts';
import { World } from './world.ts';

/** The bot that a token belongs to. */
export function newBot(token: string, fields: Partial<UserFromGetMe> = {}): UserFromGetMe {
  return {
    id: Number.parseInt(token, 10),
    is_bot: true,
    first_name: 'Scrollback',
    username: 'scrollback_test_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
    ...fields,
  };
}

/** A world with nobody in it but the bot. */
export function newWorld(bot: UserFromGetMe, now: Clock, rates: Rates): World {
  const updates = new UpdateQueue(now);
  return new World({
    bot,
    now,
    files: new FileStore(),
    updates,
    longPoll: new LongPoll(updates),
    webhook: new Webhook(updates, now),
    callbacks: new Callbacks(now),
    rateLimit: new RateLimit(now, rates),
  });
}
