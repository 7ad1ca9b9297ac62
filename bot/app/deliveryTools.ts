import { join } from 'node:path';
import type { Api } from 'grammy';
import type { DiskTrouble } from '../base/diskTrouble.ts';
import { isOfRights } from '../base/failure.ts';
import { Lock } from '../base/lock.ts';
import { pageAnswers } from '../base/pageProbe.ts';
import { textIfThere } from '../base/textIfThere.ts';
import { settledByItself } from '../comments/arrivals.ts';
import { pathOnDisk } from '../content/contentFolder.ts';
import { isForReaders } from '../content/matter.ts';
import type { MirrorPass } from '../mirror/mirrorPass.ts';
import { speakingTo } from '../notify/speaking.ts';
import { StubNews } from '../notify/stubNews.ts';
import { tellOfDelivery } from '../notify/tellOwner.ts';
import { type Channel, postAddress } from '../outbox/channel.ts';
import type { DeliveryTools } from '../outbox/deliver.ts';
import type { Ground } from './ground.ts';
import type { UpdateTools } from './updateTools.ts';
import type { Upkeep } from './upkeep.ts';

const soonMilliseconds = 60_000;

/** What it is made with. */
interface DeliveryParts extends Ground {
  /** A client for posts. */
  readonly posting: Api;
  readonly channel: Channel;
  readonly pass: MirrorPass;
  readonly disk: DiskTrouble;
  readonly upkeep: Upkeep;
  readonly handler: UpdateTools;
}

/** Wires what delivers posts. */
export function deliveryTools(parts: DeliveryParts): DeliveryTools {
  const { config, clock, log, disk, channel, pass } = parts;
  const onDisk = (file: string) => pathOnDisk(config.contentFolder, file);
  const stubs = new StubNews(speakingTo(parts), clock);
  return {
    api: parts.posting,
    channelId: channel.id,
    clock,
    log,
    disk,
    onDisk,
    photoCache: join(config.stateFolder, 'photos'),
    leftStub: (id, says) => noteStub(id, says, stubs, parts),
    mayDeliver: () => pass.mayDeliver(),
    pageAnswers,
    // One that cannot be read is left for the next look.
    isShown: ({ file }) => isForReaders(textIfThere(onDisk(file)), file),
    delivered: () => syndicateInTime(parts),
    needsOwner: askingOwner(parts),
  };
}

async function noteStub(
  id: number,
  says: string,
  news: StubNews,
  { channel, handler }: DeliveryParts,
) {
  const { takenDown } = handler.outbox;
  if (takenDown.isStub(channel.id, id)) return;
  await news.tell(postAddress(channel, id), says);
  takenDown.addStub(channel.id, id);
}

/** A channel that is being filled is written back once a minute, and not after each post. */
async function syndicateInTime({ channel, clock, pass, upkeep, handler }: DeliveryParts) {
  const next = handler.outbox.nextRunAt(channel.id);
  const isLast = next === undefined || next > clock.now() + soonMilliseconds;
  if (isLast && pass.mayDeliver()) await upkeep.syndicate();
}

function askingOwner(parts: DeliveryParts): DeliveryTools['needsOwner'] {
  const { clock, signal, handler } = parts;
  const { news } = handler.outbox;
  const telling = new Lock();
  return async (one, reason) => {
    if (await settledByItself(one, handler, clock, signal)) return;
    // One at a time: the worker and a look at the journal may both come upon it.
    await telling.run(async () => {
      if (news.isTold(one)) return;
      // All that a look planned lacks the same rights: one word says what to do.
      const isKnown = one.state === 'failed' && isOfRights(reason) && news.isReasonTold(one);
      if (isKnown || (await tellOfDelivery(parts, one, reason))) news.told(one);
    });
  };
}
