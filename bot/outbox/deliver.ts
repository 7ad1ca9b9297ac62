import type { Clock } from '../base/clock.ts';
import type { DiskTrouble } from '../base/diskTrouble.ts';
import { classify, type Failure, waitAfter } from '../base/failure.ts';
import { type Log, messageOf } from '../base/log.ts';
import { troubleIn } from '../base/trouble.ts';
import { talk } from '../talk/talk.ts';
import { type ChannelTools, callTelegram } from './channelCalls.ts';
import { type CopiedMessage, type Copy, type Delivery, emptyCopy, type Step } from './delivery.ts';
import { type LostPicture, lostPicture } from './lostPicture.ts';
import type { Outbox } from './outbox.ts';

/** What the worker needs beside the outbox. */
export interface DeliveryTools extends ChannelTools {
  readonly clock: Clock;
  readonly log: Log;
  readonly disk: DiskTrouble;
  /** Whether anything may go out at present. */
  mayDeliver(): boolean;
  /** Whether a page can be read by anybody; false at once when `signal` aborts. */
  pageAnswers(address: string, signal: AbortSignal): Promise<boolean>;
  /** Whether readers may see the entry of a delivery now, as its file says. */
  isShown(delivery: Delivery): boolean;
  /** Told once the copy of an entry is complete, changed or gone. */
  delivered(delivery: Delivery): Promise<void>;
  /** Told when somebody has to look: a refusal, or a post of which nobody knows whether it arrived. */
  needsOwner(delivery: Delivery, reason: string): Promise<void>;
}

/** The tools of a run of the worker, with the queue that it works off and what ends it. */
interface Run extends DeliveryTools {
  readonly outbox: Outbox;
  readonly signal: AbortSignal;
}

const firstWaitMilliseconds = 1_000;
/** A call that is cut so often, in the middle, is one that something on the way does not let through. */
const mostCuts = 5;
const diskWaitMilliseconds = 5_000;
const pageWaitMilliseconds = 30_000;
const pageWordMilliseconds = 30 * 60_000;
const pageLimitMilliseconds = 7 * 24 * 60 * 60_000;

/** Works off every delivery that is due; returns when none is left, when nothing may go out, or when `signal` aborts. */
export async function deliverDue(
  outbox: Outbox,
  tools: DeliveryTools,
  signal: AbortSignal,
): Promise<void> {
  const run = { ...tools, outbox, signal };
  while (!signal.aborted && tools.mayDeliver()) {
    const delivery = outbox.claim(tools.clock.now(), tools.channelId);
    if (!delivery) return;
    await deliverStep(delivery, run);
  }
}

async function deliverStep(delivery: Delivery, run: Run): Promise<void> {
  const { outbox, clock, signal } = run;
  const { page } = delivery;
  if (page !== undefined && delivery.step === 0 && !(await run.pageAnswers(page, signal)))
    return settleMissingPage(delivery, page, run);
  const step = delivery.steps[delivery.step];
  if (!step)
    throw new Error(`Delivery ${delivery.id} of ${delivery.entryId} has no step ${delivery.step}`);
  if (step.call !== 'delete' && !run.isShown(delivery)) return outbox.drop(delivery);
  const copy = outbox.copies.find(delivery.entryId, delivery.channelId);
  outbox.calling(delivery, clock.now());
  const called = await callOf(delivery, step, copy, run);
  if (called.lost) {
    const { lost } = called;
    return noted(() => outbox.recordLost(delivery, lost), run);
  }
  if (called.failure) return settleFailure(delivery, step, called.failure, run);
  // Settled at once: nothing that may fail stands between the send and this.
  const after = copyAfter(delivery, step, called.ids, copy);
  await noted(() => outbox.stepDone(delivery, after, clock.now()), run);
  await run.disk.passed('outbox');
  run.log.info('delivered', {
    entry: delivery.entryId,
    call: step.call,
    step: delivery.step + 1,
    of: delivery.steps.length,
  });
  if (delivery.step + 1 >= delivery.steps.length) await tellDelivered(delivery, run);
}

type StepFailure = Exclude<Failure, { kind: 'done-already' }>;

/** What came of the call of a step: the ids of its messages, none where there was nothing to do. */
type Called = { readonly lost?: LostPicture } & (
  | { readonly failure?: undefined; readonly ids: readonly number[] }
  | { readonly failure: StepFailure }
);

async function callOf(
  delivery: Delivery,
  step: Step,
  copy: Copy | undefined,
  tools: DeliveryTools,
): Promise<Called> {
  let ids: readonly number[] = [];
  try {
    ids = await callTelegram(step, copy, tools);
  } catch (error) {
    const lost = lostPicture(step, copy, error);
    if (lost) return { lost, ids };
    const failure = classify(error);
    if (failure.kind !== 'done-already') {
      if (failure.kind !== 'unreadable') await tools.disk.met(error, 'outbox');
      return { failure };
    }
  }
  if (step.call === 'delete' && ids.length === 0 && isSurprise(delivery))
    return { failure: { kind: 'refused', reason: 'message to delete not found' } };
  // Telegram may answer a send with message id 0, which names no message.
  if (step.call === 'send' && (ids.length === 0 || ids.some((id) => id <= 0)))
    return { failure: { kind: 'unknown', reason: 'Telegram gave the post no id' } };
  return { ids };
}

/**
 * Writes down what came of a call, however long the disk takes: what is not written down is unknown to the next run, and
 * the owner would have to look.
 */
async function noted<T>(work: () => T, { clock, disk, log, signal }: Run): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (signal.aborted || troubleIn(error)?.with !== 'disk') throw error;
      log.error('what came of a call could not be written down yet', { reason: messageOf(error) });
      await disk.met(error, 'outbox');
      await clock.sleep(diskWaitMilliseconds, signal);
    }
  }
}

/** A post that was to make room for another was gone at the first try: somebody has deleted it, and may not want the other. */
function isSurprise({ steps, step, attempts }: Delivery): boolean {
  return attempts === 0 && steps[step + 1]?.call === 'send';
}

/** The link waits for its page: the owner hears of it after a while, and in the end it is given up. */
async function settleMissingPage(
  delivery: Delivery,
  page: string,
  { outbox, clock, log, needsOwner, signal }: Run,
): Promise<void> {
  const now = clock.now();
  if (signal.aborted)
    return outbox.retry(delivery, now, delivery.error ?? 'not looked at yet', false);
  const waited = now - delivery.createdAt;
  const reason = talk('pageSilent', { page });
  log.info('a page does not answer yet', { entry: delivery.entryId, page });
  if (waited >= pageLimitMilliseconds) {
    const words = talk('pageSilentLong', { page, count: Math.round(waited / 86_400_000) });
    return needsOwner(outbox.close(delivery, 'failed', words), words);
  }
  outbox.retry(delivery, now + waitAfter(delivery.attempts, pageWaitMilliseconds), reason, true);
  if (waited < pageWordMilliseconds || outbox.news.isTold({ ...delivery, state: 'pending' }))
    return;
  await needsOwner({ ...delivery, state: 'pending', error: reason }, reason);
}

/** What comes after a delivery may fail without harm: the next look at the journal does it again. */
async function tellDelivered(delivery: Delivery, { log, delivered }: DeliveryTools): Promise<void> {
  try {
    await delivered(delivery);
  } catch (error) {
    log.error('the syndication of an entry was not carried on', {
      entry: delivery.entryId,
      reason: messageOf(error),
    });
  }
}

async function settleFailure(
  delivery: Delivery,
  step: Step,
  failure: StepFailure,
  run: Run,
): Promise<void> {
  run.log.warn('a delivery did not go through', {
    entry: delivery.entryId,
    call: step.call,
    outcome: failure.kind,
    reason: failure.reason,
  });
  const now = run.clock.now();
  const closed = await noted(() => putDown(run.outbox, delivery, step, failure, now), run);
  if (closed) await run.needsOwner(closed, failure.reason);
}

/** @returns the delivery where somebody has to look. */
function putDown(
  outbox: Outbox,
  delivery: Delivery,
  step: Step,
  failure: StepFailure,
  now: number,
): Delivery | undefined {
  const { channelId, runAt, attempts } = delivery;
  const later = now + waitAfter(attempts, firstWaitMilliseconds);
  // Of a send the owner is asked, who can look, and may have a way around what cuts it. All else may be done twice.
  const passOver = () =>
    step.call === 'send'
      ? outbox.close(delivery, 'uncertain', failure.reason)
      : void outbox.retry(delivery, later, failure.reason, true);
  switch (failure.kind) {
    case 'later':
      outbox.retry(delivery, runAt, failure.reason, false);
      return void outbox.holdBack(channelId, now + failure.waitMilliseconds);
    case 'not-sent':
      if (failure.isCut && outbox.cut(delivery) > mostCuts) return passOver();
      // Telegram, or the disk, is out of reach for all of them: their order stays.
      outbox.retry(delivery, runAt, failure.reason, true);
      return void outbox.holdBack(channelId, later);
    case 'unreadable':
      outbox.retry(delivery, later, failure.reason, true);
      return outbox.news.isTold({ ...delivery, state: 'pending' })
        ? undefined
        : { ...delivery, state: 'pending', error: failure.reason };
    case 'refused':
      return outbox.close(delivery, 'failed', failure.reason);
    case 'unknown':
      return passOver();
    default:
      return failure satisfies never;
  }
}

function copyAfter(
  delivery: Delivery,
  step: Step,
  ids: readonly number[],
  copy: Copy | undefined,
): Copy | undefined {
  const base = copy ?? emptyCopy(delivery);
  const changed = { ...base, file: delivery.file, contentHash: '' };
  switch (step.call) {
    case 'send':
      return { ...changed, messages: [...base.messages, { ids, message: step.message }] };
    case 'edit':
      return {
        ...changed,
        messages: base.messages.map((one) =>
          one.ids[0] === step.messageIds[0] ? { ...one, message: step.message } : one,
        ),
      };
    case 'delete': {
      const gone = new Set(step.messageIds);
      const messages: CopiedMessage[] = base.messages
        .map((one) => ({ ...one, ids: one.ids.filter((id) => !gone.has(id)) }))
        .filter(({ ids }) => ids.length > 0);
      const last = delivery.step + 1 >= delivery.steps.length;
      return messages.length === 0 && last ? undefined : { ...changed, messages };
    }
    default:
      return step satisfies never;
  }
}
