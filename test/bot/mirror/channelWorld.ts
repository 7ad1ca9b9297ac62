import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { type Pace, paceOf } from '../../../bot/base/chatPace.ts';
import { DiskTrouble } from '../../../bot/base/diskTrouble.ts';
import { createLog } from '../../../bot/base/log.ts';
import { telegramApi } from '../../../bot/base/telegramApi.ts';
import { tellOwner } from '../../../bot/notify/tellOwner.ts';
import { type DeliveryTools, deliverDue } from '../../../bot/outbox/deliver.ts';
import type { NewDelivery, Step } from '../../../bot/outbox/delivery.ts';
import { Outbox } from '../../../bot/outbox/outbox.ts';
import type { ChannelMessage, Picture } from '../../../bot/post/channelPost.ts';
import { openDatabase } from '../../../bot/state/database.ts';
import { type BotApi, type Rates, startBotApi } from '../../../telegram-double/index.ts';
import { temporaryFolder } from '../../load/temporary.ts';
import { plainPicture } from '../../plainPicture.ts';
import { putNewState } from '../newState.ts';
import { changingCalls } from '../world.ts';

/** A channel, an outbox on disk and a clock that the test moves. */
export interface ChannelWorld {
  readonly api: BotApi;
  readonly outbox: Outbox;
  /** What stands in the channel. */
  standing(): ReturnType<BotApi['messages']>;
  /** Its texts. */
  posts(): string[];
  /** Calls that change the channel, by name. */
  calls(): string[];
  /** How the deliveries stand that the outbox knows of, oldest first. */
  states(): string[];
  /** What the owner was told. */
  readonly told: string[];
  now: number;
  /** Files that pictures may be. */
  readonly folder: string;
  readonly channelId: number;
  /** Whether pages answer. */
  isPageThere: boolean;
  /** Whether readers may see the entries. */
  isShown: boolean;
  queue(...steps: Step[]): void;
  queueEntry(delivery: Partial<NewDelivery>): void;
  /** Delivers what is due, or until the process dies at a moment of its first call. */
  deliver(death?: Moment): Promise<void>;
  /** Queues steps, or an entry's delivery, and delivers what is due. */
  deliverNow(...steps: Step[]): Promise<void>;
  deliverEntry(delivery: Partial<NewDelivery>): Promise<void>;
  /** Lets time pass, and delivers what is due then. */
  deliverAfter(milliseconds: number): Promise<void>;
  /** Another process on the same files. */
  restart(): void;
  /** Whether the bot talks to a port where nobody listens. */
  goOffline(isOffline: boolean): void;
  /** Under which ids the first message of an entry's copy stands. */
  idsOf(entryId?: string): readonly number[];
  /** Somebody takes out of the channel all that stands there. */
  deleteByHand(): void;
}

/** When a process dies: with its call not made yet, made but not settled, or settled. */
export type Moment = 'before the call' | 'after the call' | 'settled';

const nobodyListens = 'http://127.0.0.1:9';

export const hour = 60 * 60_000;

export const day = 24 * hour;

export function textMessage(text: string): ChannelMessage {
  return { type: 'text', preview: undefined, text, entities: [] };
}

/** The step that sends a message, or a text. */
export function send(message: ChannelMessage | string): Step {
  return { call: 'send', message: typeof message === 'string' ? textMessage(message) : message };
}

/** How the deliveries stand that are not settled, oldest first, and those that failed. */
export function statesLeft({ outbox }: Pick<ChannelWorld, 'outbox'>): string[] {
  return [...outbox.open(), ...outbox.failed()].map(({ state }) => state);
}

/** Makes such a world, until the test ends. `timeoutSeconds` is how long a call may hang. */
export async function makeChannelWorld({
  timeoutSeconds = 5,
  pace = paceOf(0),
  rates = {},
}: {
  timeoutSeconds?: number;
  pace?: Pace;
  rates?: Rates;
} = {}): Promise<ChannelWorld> {
  const folder = await temporaryFolder();
  const botApi = await startBotApi({ now: () => world.now, rates });
  const owner = botApi.user({ id: 1, first_name: 'A' });
  const channel = botApi.channel({ username: 'journal', owner });
  const clientAt = (root: string) => telegramApi(botApi.token, { apiRoot: root, timeoutSeconds });
  const state = join(folder, 'state');
  putNewState(state);
  let database: DatabaseSync = openDatabase(state);
  let client = clientAt(botApi.root);
  const log = createLog(
    () => {},
    [],
    () => 0,
  );
  const tools = (): DeliveryTools => ({
    api: client,
    channelId: channel.id,
    clock: { now: () => world.now, sleep: async () => {}, pause: async () => {} },
    log,
    disk: new DiskTrouble(
      database,
      (text) => tellOwner({ api: client, config: { ownerId: 1 }, log }, text),
      {
        log,
        isAwaited: () => false,
      },
    ),
    onDisk: (file) => join(folder, file),
    photoCache: join(folder, 'photos'),
    leftStub: async (id) => void world.told.push(`stub ${id}`),
    mayDeliver: () => true,
    pageAnswers: async () => world.isPageThere,
    isShown: () => world.isShown,
    delivered: async () => {},
    needsOwner: async (delivery) => {
      world.told.push(`${delivery.state} ${delivery.file}`);
      world.outbox.news.told(delivery);
    },
  });
  const world: ChannelWorld & { outbox: Outbox } = {
    api: botApi,
    outbox: new Outbox(database, pace),
    told: [],
    now: Date.UTC(2026, 0, 1),
    folder,
    channelId: channel.id,
    isPageThere: true,
    isShown: true,
    standing: () => botApi.messages(channel),
    posts: () => botApi.messages(channel).map((message) => message.text),
    calls: () => changingCalls(botApi),
    states: () =>
      database
        .prepare('SELECT state FROM deliveries ORDER BY id')
        .all()
        .map((row) => String(row['state'])),
    queue: (...steps) => world.queueEntry({ steps }),
    queueEntry: (more) => {
      const base = {
        entryId: '/notes/a/',
        channelId: channel.id,
        file: 'notes/a.md',
        contentHash: 'hash',
        page: undefined,
        steps: [],
      };
      if (!world.outbox.enqueue({ ...base, ...more }, world.now))
        throw new Error('not queued: one is under way');
    },
    deliver: async (death) => {
      const dead = Promise.withResolvers<void>();
      const api = clientAt(botApi.root);
      // Whoever is dead hears of nothing: the call never comes back.
      api.config.use(async (call, method, payload, signal) => {
        if (death === 'before the call') dead.resolve();
        else await call(method, payload, signal);
        if (death === 'after the call') dead.resolve();
        return new Promise(() => {});
      });
      const isCut = death === 'before the call' || death === 'after the call';
      const deliveryTools = isCut ? { ...tools(), api } : tools();
      const delivered = deliverDue(world.outbox, deliveryTools, new AbortController().signal);
      await Promise.race([delivered, dead.promise]);
    },
    deliverNow: (...steps) => world.deliverEntry({ steps }),
    deliverEntry: (more) => {
      world.queueEntry(more);
      return world.deliver();
    },
    deliverAfter: (milliseconds) => {
      world.now += milliseconds;
      return world.deliver();
    },
    restart: () => {
      database.close();
      database = openDatabase(state);
      world.outbox = new Outbox(database, pace);
    },
    goOffline: (isOffline) => {
      client = clientAt(isOffline ? nobodyListens : botApi.root);
    },
    idsOf: (entryId = '/notes/a/') =>
      world.outbox.copies.find(entryId, channel.id)?.messages[0]?.ids ?? [],
    deleteByHand: () => {
      for (const { message } of world.standing()) owner.deletes(message);
    },
  };
  onTestFinished(async () => {
    database.close();
    await botApi.stop();
  });
  return world;
}

/** Puts a picture of one colour where the world has its files. */
export async function paint(
  { folder }: Pick<ChannelWorld, 'folder'>,
  name: string,
  background = name,
): Promise<Picture> {
  const file = `${name}.jpg`;
  await writeFile(join(folder, file), await plainPicture('jpeg', background));
  return { file, digest: name };
}
