import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { paceOf } from '../base/chatPace.ts';
import type { Clock } from '../base/clock.ts';
import type { BotConfig } from '../base/config.ts';
import { Lock } from '../base/lock.ts';
import { DraftStore } from '../drafts/draftStore.ts';
import { WorkTree } from '../git/workTree.ts';
import { Notices, type Speaking } from '../notify/notices.ts';
import type { Channel } from '../outbox/channel.ts';
import { Outbox } from '../outbox/outbox.ts';
import { Pictures } from '../post/pictures.ts';
import { copiedDatabase, databaseFile, passingDatabase } from '../state/database.ts';
import { ChatWishes } from './chatWishes.ts';
import { DirectPosts } from './directPosts.ts';
import { MirrorMemory } from './mirrorMemory.ts';
import { MirrorPass } from './mirrorPass.ts';

/** The parts that bring the channel up to date, wired; without a channel there is no pass. */
export type MirrorParts = ReturnType<typeof mirrorParts>;

/** What they are made with. */
export interface MirrorPartsTools {
  readonly database: DatabaseSync;
  readonly lock: Lock;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly speaking: Speaking;
}

/** Wires the parts. Calls nothing. */
export function mirrorParts(
  config: BotConfig,
  channel: Channel | undefined,
  { database, lock, clock, signal, speaking }: MirrorPartsTools,
) {
  const pace = paceOf(config.messagesAMinute);
  const outbox = new Outbox(database, pace);
  const pictures = new Pictures(database);
  const directPosts = new DirectPosts(database);
  const memory = new MirrorMemory(database);
  const notices = new Notices(database, speaking);
  const isOwn = config.publish.mode === 'push';
  const tree = new WorkTree(config.contentFolder, { lock, clock, signal, isOwn });
  const pass =
    channel &&
    new MirrorPass(config.contentFolder, channel, outbox, {
      lock,
      clock,
      pictures,
      directPosts,
      drafts: new DraftStore(database),
      memory,
      wishes: new ChatWishes(database),
      tree,
      asked: (kind) => notices.question(kind)?.about ?? [],
    });
  return { outbox, pace, pictures, directPosts, memory, notices, tree, pass };
}

const nobody: Speaking = { say: async () => undefined, replace: async () => false };

/** The same for a look that calls nobody, and leaves the state as it is: the channel is the one that Telegram told last. */
export function mirrorPartsOffline(config: BotConfig, reference: string | number, clock: Clock) {
  const isNew = !existsSync(join(config.stateFolder, databaseFile));
  const database = isNew ? passingDatabase() : copiedDatabase(config.stateFolder);
  const channel = new MirrorMemory(database).channelOf(reference);
  const { signal } = new AbortController();
  const tools = { database, lock: new Lock(), clock, signal, speaking: nobody };
  return { ...mirrorParts(config, channel, tools), channel, database };
}
