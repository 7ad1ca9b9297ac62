import { createBot, tellUntold } from './bot.ts';
import { type DeliveryTools, deliverDue } from './channel/deliver.ts';
import type { Delivery, NewDelivery } from './channel/delivery.ts';
import type { MirrorPlan } from './channel/mirror.ts';
import type { Outbox } from './channel/outbox.ts';
import { systemClock } from './clock.ts';
import { requireJournal } from './contentFolder.ts';
import { lockProcess } from './lock.ts';
import { type BotCommand, startProcess } from './process.ts';

const usage = `npm run mirror [-- --dry-run] [-- --json] [-- --allow-removals]

Makes the channel equal to the published entries, once, and ends.
  --dry-run         show what would be done, and call nothing in the channel
  --json            tell it as JSON
  --allow-removals  take posts down even where that is most of the channel`;

const commandLine = {
  name: 'mirror',
  usage,
  flags: {
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    // npm 10 takes "--allow" for a setting of its own.
    'allow-removals': { type: 'boolean', consents: true, npmTakesItFor: ['allow-same-version'] },
  },
} as const satisfies BotCommand;

const longestWaitMilliseconds = 60_000;

await startProcess(commandLine, async ({ config, log, signal, flags }) => {
  await requireJournal(config.contentFolder);
  const bot = await createBot(config, { clock: systemClock, log }, () => {}, signal);
  const { pass, outbox, delivery } = bot;
  if (!pass || !delivery)
    throw new Error('TELEGRAM_CHANNEL is not set: there is no channel to mirror into.');
  const tell = (plan: MirrorPlan) => {
    if (flags['json']) console.log(JSON.stringify(summaryOf(plan)));
    else console.log(planLines(plan).join('\n'));
  };
  if (flags['dry-run']) return tell(await pass.plan(Date.now()));
  const unlock = lockProcess(config.stateFolder);
  const plan = await pass.queue(Date.now(), flags['allow-removals'] === true, signal);
  tell(plan);
  if (!unlock) {
    console.error('The bot is running and delivers this.');
    return waitUntilDelivered(outbox, signal);
  }
  outbox.recover();
  await tellUntold(bot);
  await deliverAll(outbox, delivery, signal);
  await bot.upkeep.syndicate();
  bot.database.close();
  unlock();
});

/** Waits for deliveries that are due soon, as Telegram's limits ask for; what waits longer is left to the next run. */
async function deliverAll(
  outbox: Outbox,
  delivery: DeliveryTools,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await deliverDue(outbox, delivery, signal);
    const next = outbox.nextRunAt(delivery.channelId);
    if (
      next === undefined ||
      next - Date.now() > longestWaitMilliseconds ||
      outbox.pending().every((one) => one.page !== undefined && one.step === 0)
    )
      break;
    await systemClock.sleep(Math.max(0, next - Date.now()), signal);
  }
  tellRest(outbox);
}

async function waitUntilDelivered(outbox: Outbox, signal: AbortSignal): Promise<void> {
  const end = Date.now() + longestWaitMilliseconds;
  const busy = () =>
    outbox.open().some((one) => one.state !== 'uncertain' && one.error === undefined);
  while (busy() && Date.now() < end && !signal.aborted) await systemClock.sleep(100, signal);
  tellRest(outbox);
}

/** What did not go through is told, and makes the exit code 1. */
function tellRest(outbox: Outbox): void {
  const rest = [...outbox.open(), ...outbox.failed()];
  for (const delivery of rest)
    console.error(`${delivery.state}: ${delivery.file}: ${delivery.error ?? 'not delivered yet'}`);
  if (rest.some((delivery) => delivery.state !== 'pending')) process.exitCode = 1;
}

function planLines(plan: MirrorPlan): string[] {
  const lines = [
    ...plan.adoptions.map(({ copy }) => `known again: ${copy.file}`),
    ...plan.deliveries.map((delivery) => `${verbOf(delivery)}: ${delivery.file}`),
    ...plan.withdrawn.map((delivery) => `no longer needed: ${delivery.file}`),
  ];
  return lines.length === 0 ? ['Nothing to do: the channel shows what the journal says.'] : lines;
}

function summaryOf(plan: MirrorPlan): unknown {
  return {
    adoptions: plan.adoptions.map(({ copy }) => copy.file),
    deliveries: plan.deliveries.map((delivery) => ({
      entry: delivery.entryId,
      file: delivery.file,
      action: verbOf(delivery),
      calls: delivery.steps.length,
    })),
    withdrawn: plan.withdrawn.map((delivery) => delivery.file),
  };
}

function verbOf(delivery: NewDelivery | Delivery): 'post' | 'edit' | 'replace' | 'take down' {
  const calls = new Set(delivery.steps.map((step) => step.call));
  if (!calls.has('delete')) return calls.has('edit') ? 'edit' : 'post';
  return calls.has('send') ? 'replace' : 'take down';
}
