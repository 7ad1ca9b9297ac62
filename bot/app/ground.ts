import type { DatabaseSync } from 'node:sqlite';
import type { Api } from 'grammy';
import { ChatPace, type Pace, paceOf } from '../base/chatPace.ts';
import type { Clock } from '../base/clock.ts';
import type { BotConfig } from '../base/config.ts';
import { Lock } from '../base/lock.ts';
import type { Log } from '../base/log.ts';
import { telegramApi } from '../base/telegramApi.ts';
import { Notices, type Speaking } from '../notify/notices.ts';
import { speakingTo } from '../notify/speaking.ts';
import { type Channel, ChannelError, findChannel } from '../outbox/channel.ts';
import { keepPace } from '../outbox/pacedApi.ts';
import { openDatabase } from '../state/database.ts';
import { takeFreshIds } from '../state/freshIds.ts';
import { talk } from '../talk/talk.ts';

const callTimeoutSeconds = 60;

/** What a run is made with. */
export interface RunTools {
  readonly clock: Clock;
  readonly log: Log;
  /** How long a call may take. Default: {@link callTimeoutSeconds}. */
  readonly callSeconds?: number;
}

/** What all parts of the bot stand on. */
export interface Ground extends Pick<RunTools, 'clock' | 'log'> {
  readonly config: BotConfig;
  readonly api: Api;
  readonly database: DatabaseSync;
  readonly channel: Channel | undefined;
  /** One at a time changes files. */
  readonly lock: Lock;
  readonly signal: AbortSignal;
}

/** Opens the state and looks the channel up, which is the one call. Where it is not found, the owner hears why the bot ends. */
export async function openGround(
  config: BotConfig,
  { clock, log, callSeconds = callTimeoutSeconds }: RunTools,
  signal: AbortSignal,
): Promise<Ground> {
  const api = telegramApi(config.token, {
    apiRoot: config.apiRoot,
    timeoutSeconds: callSeconds,
  });
  // What is wrong with the state is told first: for that nobody has to be reached.
  const database = openDatabase(config.stateFolder);
  takeFreshIds(database, clock.now());
  const channel = await channelOf(config, api).catch(async (error: unknown) => {
    await tellOfChannel(error, database, speakingTo(api, config.ownerId, log));
    database.close();
    throw error;
  });
  return { config, clock, log, api, database, channel, lock: new Lock(), signal };
}

async function channelOf({ channel }: BotConfig, api: Api): Promise<Channel | undefined> {
  return channel === undefined ? undefined : findChannel(api, channel);
}

/** Told once, however often what looks after the bot starts it again: the next look that goes well takes it back. */
async function tellOfChannel(
  error: unknown,
  database: DatabaseSync,
  speaking: Speaking,
): Promise<void> {
  if (!(error instanceof ChannelError)) return;
  const { message: reason } = error;
  await new Notices(database, speaking).tell('stopped', () => talk('botEnds', { reason }));
}

/** Calls at the pace that Telegram grants. */
export interface PacedCalls {
  readonly granted: Pace;
  /** For posts. */
  readonly posting: Api;
}

/** Has all calls keep the pace. */
export function pacedCalls({
  config,
  api,
  database,
  channel,
  clock,
  log,
  signal,
}: Ground): PacedCalls {
  const granted = paceOf(config.messagesAMinute);
  const pace = new ChatPace(database, granted);
  const tools = { clock, log, signal, made: [], home: config.ownerId };
  keepPace(api, pace, tools);
  // The outbox keeps the channel's pace itself: what waits there has not been begun.
  const posting = telegramApi(config.token, api.options);
  keepPace(posting, pace, { ...tools, except: channel?.id });
  return { granted, posting };
}
