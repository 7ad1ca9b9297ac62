import type { BotConfig } from '../base/config.ts';
import { DiskTrouble } from '../base/diskTrouble.ts';
import { Audience } from '../groups/audience.ts';
import { ChatAllowlist } from '../groups/chatAllowlist.ts';
import { GroupStore } from '../groups/groupStore.ts';
import { Inbox } from '../inbox/inbox.ts';
import { mirrorParts } from '../mirror/mirrorParts.ts';
import { Syndication } from '../mirror/syndication.ts';
import { speakingTo } from '../notify/speaking.ts';
import { tellOwner } from '../notify/tellOwner.ts';
import { Menus } from '../owner/menus.ts';
import { chatParts } from './chatParts.ts';
import { deliveryTools } from './deliveryTools.ts';
import { type Ground, openGround, pacedPosting, type RunTools } from './ground.ts';
import { mirroring } from './mirroring.ts';
import { publishParts } from './publishParts.ts';
import { Upkeep } from './upkeep.ts';

/** The parts of the bot, wired; those that deal with a channel are undefined where there is none. */
export type Bot = Awaited<ReturnType<typeof createBot>>;

/** Wires the parts. Calls Telegram once, to look the channel up. */
export async function createBot(
  config: BotConfig,
  tools: RunTools,
  wake: () => void,
  signal = new AbortController().signal,
) {
  const ground = await openGround(config, tools, signal);
  return { ...ground, ...partsOf(ground, wake) };
}

function partsOf(ground: Ground, wake: () => void) {
  const { config, api, database, channel, log } = ground;
  const inbox = new Inbox(database, config.ownerId);
  const groupStore = new GroupStore(database);
  const audience = new Audience(config, channel, groupStore);
  const posting = pacedPosting(ground);
  const speaking = speakingTo(ground);
  const mirrored = mirrorParts(config, channel, { ...ground, speaking });
  const { outbox, memory, pass } = mirrored;
  if (channel) memory.noteChannel(config.channel ?? channel.id, channel);
  const published = publishParts(ground, mirrored);
  const tell = (text: string, isQuiet = false) =>
    tellOwner(ground, text, { disable_notification: isQuiet });
  const isAwaited = () => inbox.waitingForDisk() > 0;
  const disk = new DiskTrouble(database, tell, { log, isAwaited });
  const syndication =
    channel &&
    new Syndication(config.contentFolder, channel, outbox, {
      ...ground,
      disk,
      names: memory.namesOf(channel.id),
    });
  const upkeep = new Upkeep({ ...ground, ...published, syndication, tellOwner: tell });
  const mirror = mirroring({ ...ground, ...mirrored, upkeep, tell, wake });
  const known = { audience, store: groupStore };
  const handler = chatParts(ground, { inbox, known, mirror, ...mirrored, ...published });
  const delivery =
    channel && pass && deliveryTools({ ...ground, posting, channel, pass, disk, upkeep, handler });
  const allowlist = new ChatAllowlist({ ...ground, audience });
  const menus = new Menus(api, config, log);
  const { schedule } = published;
  const own = { inbox, schedule, disk, tell, upkeep, handler, delivery, allowlist, menus };
  return { ...mirrored, ...own };
}

/** Tells the owner of everything that he has to look at and has not heard of, whatever kept that from him. */
export async function tellUntold({ outbox, delivery }: Bot): Promise<void> {
  for (const one of outbox.news.untold()) await delivery?.needsOwner(one, one.error ?? '');
}
