import type { DatabaseSync } from 'node:sqlite';
import type { Api } from 'grammy';
import { ChatPace, paceOf } from '../base/chatPace.ts';
import type { Clock } from '../base/clock.ts';
import type { BotConfig } from '../base/config.ts';
import { Lock } from '../base/lock.ts';
import type { Log } from '../base/log.ts';
import { telegramApi } from '../base/telegramApi.ts';
import { type Channel, findChannel } from '../outbox/channel.ts';
import { keepPace } from '../outbox/pacedApi.ts';
import { openDatabase, takeFreshIds } from '../state/database.ts';

const callTimeoutSeconds = 60;

/** What a run is made with. */
export interface RunTools {
  readonly clock: Clock;
  readonly log: Log;
  /** How long nothing may happen in a call. Default: {@link callTimeoutSeconds}. */
  readonly callSeconds?: number;
}

/** What all parts of the bot stand on. */
export interface Ground extends RunTools {
  readonly config: BotConfig;
  readonly api: Api;
  readonly database: DatabaseSync;
  readonly channel: Channel | undefined;
  /** One at a time changes files. */
  readonly lock: Lock;
  readonly signal: AbortSignal;
}

/** Opens the state and looks the channel up, which is the one call. @throws {ChannelError} where it is not found. */
export async function openGround(
  config: BotConfig,
  tools: RunTools,
  signal: AbortSignal,
): Promise<Ground> {
  const api = apiOf(config, tools, signal);
  // What is wrong with the state is told first: for that nobody has to be reached.
  const database = openDatabase(config.stateFolder);
  takeFreshIds(database, tools.clock.now());
  try {
    const { channel: named } = config;
    const channel = named === undefined ? undefined : await findChannel(api, named);
    return { ...tools, config, api, database, channel, lock: new Lock(), signal };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A client of the bot's own. */
export function apiOf(
  { token, apiRoot }: BotConfig,
  { callSeconds = callTimeoutSeconds }: RunTools,
  stopped?: AbortSignal,
): Api {
  return telegramApi(token, { apiRoot, timeoutSeconds: callSeconds }, stopped);
}

/** Has all calls keep the pace that Telegram grants. @returns a client for posts. */
export function pacedPosting(ground: Ground): Api {
  const { config, api, database, channel, clock, log, signal } = ground;
  const pace = new ChatPace(database, paceOf(config.messagesAMinute));
  const tools = { pace, clock, log, signal, made: [], home: config.ownerId };
  keepPace(api, tools);
  // The outbox keeps the channel's pace itself: what waits there has not been begun.
  const posting = apiOf(config, ground, signal);
  keepPace(posting, { ...tools, except: channel?.id });
  return posting;
}
