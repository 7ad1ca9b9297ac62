import { type Fault, formatFault } from '#journal/fault/fault.ts';
import type { Pace } from '../base/chatPace.ts';
import type { Delivery, NewDelivery } from '../outbox/delivery.ts';
import { durationInWords, durationMilliseconds } from '../outbox/duration.ts';
import { isNothingDone } from './guard.ts';
import { type HeldPlace, journalWords, postsWords, removalsWords } from './heldWords.ts';
import { nameOf } from './mirrorMemory.ts';
import type { MirrorOutcome } from './mirrorPass.ts';

type Verb = 'post' | 'edit' | 'replace' | 'take down';

const counted: Readonly<Record<Verb, readonly [one: string, many: string]>> = {
  post: ['post', 'posts'],
  edit: ['edit', 'edits'],
  replace: ['replacement', 'replacements'],
  'take down': ['removal', 'removals'],
};

/** Everything that a look would do, what waits for a word of the owner among it. */
export function intended(outcome: MirrorOutcome): readonly NewDelivery[] {
  const { plan, held, meant } = outcome;
  if (isNothingDone(outcome)) return meant.deliveries;
  const wanted = new Set([...plan.deliveries, ...held.posts, ...held.removals].map(nameOf));
  return meant.deliveries.filter((one) => wanted.has(nameOf(one)));
}

/** A plan as lines, a line for each entry. */
export function planLines(
  { plan, faults, held }: MirrorOutcome,
  deliveries: readonly NewDelivery[],
): string[] {
  const lines = [
    ...plan.adoptions.map(({ copy }) => `known again: ${copy.file}`),
    ...deliveries.map((delivery) => `${verbOf(delivery)}: ${delivery.file}`),
    ...plan.withdrawn.map((delivery) => `no longer needed: ${delivery.file}`),
  ];
  if (lines.length > 0) return lines;
  if (held.posts.length + held.removals.length > 0 || held.journal) return [];
  return faults.length > 0
    ? ['Nothing to do for the entries that can be read.']
    : ['Nothing to do: the channel shows what the journal says.'];
}

/** How much a plan is, and how long it takes at the channel's pace. */
export function totalLine(deliveries: readonly NewDelivery[], pace: Pace): string {
  const counts = countsOf(deliveries);
  const parts = Object.entries(counted).flatMap(([verb, [one, many]]) => {
    const count = counts.get(verb as Verb) ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const calls = callsOf(deliveries);
  const time = durationInWords(durationMilliseconds(deliveries, pace));
  return `${parts.join(', ') || 'nothing'}: ${calls} ${calls === 1 ? 'call' : 'calls'}, ${time}`;
}

/** What waits for a word, and the flags that say it. */
export function heldLines(outcome: MirrorOutcome, place: HeldPlace): string[] {
  const { held } = outcome;
  const allow = 'If that is meant, run "npm run mirror -- --allow-removals".';
  if (held.journal) return [journalWords(outcome, place), allow];
  const removals = held.removals.length > 0 ? [removalsWords(outcome, place), allow] : [];
  if (isNothingDone(outcome) || held.posts.length === 0) return removals;
  return [
    ...removals,
    postsWords(outcome, place),
    '"npm run mirror -- --all" posts all of them; "npm run mirror -- --from-now" keeps them out of the channel, and posts what is new from now on.',
  ];
}

/** What is wrong in files that were passed over. */
export function faultLines(faults: readonly Fault[]): string[] {
  return faults.map((fault) => `passed over: ${formatFault(fault)}`);
}

/** The same for programs. */
export function summaryOf(
  { plan, held, faults }: MirrorOutcome,
  deliveries: readonly NewDelivery[],
  pace: Pace,
): unknown {
  const files = (entries: readonly { readonly file: string }[]) => entries.map(({ file }) => file);
  const counts = countsOf(deliveries);
  return {
    adoptions: plan.adoptions.map(({ copy }) => copy.file),
    deliveries: deliveries.map((delivery) => ({
      entry: delivery.entryId,
      file: delivery.file,
      action: verbOf(delivery),
      calls: delivery.steps.length,
    })),
    withdrawn: files(plan.withdrawn),
    held: {
      posts: files(held.posts),
      removals: files(held.removals),
      journal: held.journal?.found ?? null,
    },
    faults,
    totals: {
      posts: counts.get('post') ?? 0,
      edits: counts.get('edit') ?? 0,
      replacements: counts.get('replace') ?? 0,
      removals: counts.get('take down') ?? 0,
      calls: callsOf(deliveries),
      seconds: Math.round(durationMilliseconds(deliveries, pace) / 1000),
    },
  };
}

function countsOf(deliveries: readonly NewDelivery[]): Map<Verb, number> {
  const counts = new Map<Verb, number>();
  for (const verb of deliveries.map(verbOf)) counts.set(verb, (counts.get(verb) ?? 0) + 1);
  return counts;
}

function callsOf(deliveries: readonly NewDelivery[]): number {
  return deliveries.reduce((sum, { steps }) => sum + steps.length, 0);
}

function verbOf(delivery: NewDelivery | Delivery): Verb {
  const calls = new Set(delivery.steps.map((step) => step.call));
  if (!calls.has('delete')) return calls.has('edit') ? 'edit' : 'post';
  return calls.has('send') ? 'replace' : 'take down';
}
