import { idsOfCopy } from '../outbox/delivery.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { DirectPosts } from './directPosts.ts';
import type { MirrorPlan } from './mirror.ts';

/** Records what a plan knows, and queues what it wants done. */
export function queuePlan(
  plan: MirrorPlan,
  outbox: Outbox,
  directPosts: DirectPosts,
  now: number,
): void {
  for (const { delivery, entryId, file } of plan.handedOver)
    outbox.handOver(delivery, entryId, file);
  for (const { copy, formerId } of plan.adoptions) {
    if (formerId !== undefined) outbox.copies.rename(formerId, copy);
    outbox.copies.save(copy);
  }
  for (const copy of plan.asPosted ?? []) {
    outbox.copies.save(copy);
    const ids = idsOfCopy(copy);
    directPosts.established(copy.channelId, ids, copy.contentHash);
  }
  for (const copy of plan.moved) outbox.copies.save(copy);
  for (const delivery of plan.withdrawn) outbox.withdraw(delivery);
  for (const delivery of plan.deliveries) outbox.enqueue(delivery, now);
}
