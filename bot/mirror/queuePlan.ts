import type { ReadJournal } from '../content/contentFolder.ts';
import { type Copy, idsOfCopy } from '../outbox/delivery.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { MirrorPlan } from './mirror.ts';
import type { MirrorTools } from './mirrorTools.ts';

/** What a plan was made of, and what it concerns. */
interface QueueTools extends Pick<MirrorTools, 'directPosts' | 'drafts'> {
  readonly read: ReadJournal;
}

/**
 * Records what a plan knows, and queues what it wants done. An entry whose file is gone, and which is in another one, is in
 * chat what it was.
 */
export function queuePlan(
  plan: MirrorPlan,
  outbox: Outbox,
  { directPosts, drafts, read }: QueueTools,
  now: number,
): void {
  const follow = (entryId: string, { channelId, file }: Copy) => {
    const former = outbox.copies.find(entryId, channelId)?.file ?? '';
    const draft = read.hasFile(former) ? undefined : drafts.byFile(former);
    if (draft && !drafts.byFile(file)) drafts.rename(draft, file);
  };
  for (const { delivery, entryId, file } of plan.handedOver)
    outbox.handOver(delivery, entryId, file);
  for (const { copy, formerId } of plan.adoptions) {
    if (formerId !== undefined) {
      follow(formerId, copy);
      outbox.copies.rename(formerId, copy);
    }
    outbox.copies.save(copy);
  }
  for (const copy of plan.asPosted ?? []) {
    outbox.copies.save(copy);
    const ids = idsOfCopy(copy);
    directPosts.established(copy.channelId, ids, copy.contentHash);
  }
  for (const copy of plan.moved) {
    follow(copy.entryId, copy);
    outbox.copies.save(copy);
  }
  for (const delivery of plan.withdrawn) outbox.withdraw(delivery);
  for (const delivery of plan.deliveries) outbox.enqueue(delivery, now);
}
