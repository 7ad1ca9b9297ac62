import { type Bot, createBot, tellUntold } from './app/bot.ts';
import { type BotCommand, type ProcessTools, startProcess } from './app/process.ts';
import { systemClock } from './base/clock.ts';
import type { BotConfig } from './base/config.ts';
import { lockProcess } from './base/lock.ts';
import { requireJournal } from './content/contentFolder.ts';
import type { WorkTree } from './git/workTree.ts';
import { type Allowed, isNothingDone } from './mirror/guard.ts';
import { type HeldPlace, unfinishedWords } from './mirror/heldWords.ts';
import { KeptLook } from './mirror/keptLook.ts';
import { mirrorPartsOffline } from './mirror/mirrorParts.ts';
import type { MirrorOutcome } from './mirror/mirrorPass.ts';
import {
  faultLines,
  heldLines,
  intended,
  planLines,
  summaryOf,
  totalLine,
} from './mirror/mirrorReport.ts';
import { type DeliveryTools, deliverDue } from './outbox/deliver.ts';
import type { Outbox } from './outbox/outbox.ts';
import { inJournalsLanguage } from './talk/journalTalk.ts';

const usage = `npm run mirror [-- --dry-run] [-- --json] [-- --all | --from-now] [-- --allow-removals]

Makes the channel equal to the published entries, once, and ends. Exit code 1 where something of that was not done.
  --dry-run, -n     show what would be done and how long it would take, and call nobody
  --json            tell it as JSON
  --all             post everything that is new, however much it is
  --from-now        keep everything that is new out of the channel, for good; what comes later is posted
  --allow-removals  take posts down even where that is most of the channel, or where the journal is another one`;

const commandLine = {
  name: 'mirror',
  usage,
  flags: {
    // npm takes "-n" for its own "--no-yes".
    'dry-run': { type: 'boolean', short: 'n', npmTakesItFor: ['no-yes'] },
    json: { type: 'boolean' },
    all: { type: 'boolean', consents: true },
    'from-now': { type: 'boolean', consents: true },
    // npm 10 takes "--allow" for a setting of its own.
    'allow-removals': { type: 'boolean', consents: true, npmTakesItFor: ['allow-same-version'] },
  },
} as const satisfies BotCommand;

const longestWaitMilliseconds = 60_000;

await startProcess(commandLine, async ({ config, log, signal, flags }) => {
  await requireJournal(config.contentFolder);
  const allowed = allowedBy(flags);
  if (config.channel === undefined)
    throw new Error('TELEGRAM_CHANNEL is not set: there is no channel to mirror into.');
  if (flags['dry-run']) return showPlan(config, config.channel, allowed, flags);
  const creating = createBot(config, { clock: systemClock, log }, () => {}, signal);
  // While Telegram is asked for the channel.
  const kept = new KeptLook(config);
  const bot = await creating;
  try {
    await mirror(bot, flags, allowed, kept);
  } finally {
    bot.database.close();
  }
});

function allowedBy(flags: ProcessTools['flags']): Allowed {
  if (flags['all'] && flags['from-now'])
    throw new Error('--all and --from-now are opposites. Choose one of them.');
  return {
    removals: flags['allow-removals'] === true,
    ...(flags['all'] && { posts: 'all' }),
    ...(flags['from-now'] && { posts: 'from-now' }),
  };
}

async function showPlan(
  config: BotConfig,
  reference: string | number,
  allowed: Allowed,
  flags: ProcessTools['flags'],
): Promise<void> {
  const parts = mirrorPartsOffline(config, reference, systemClock);
  const { pass, pace, database, tree } = parts;
  try {
    if (!pass || (await isStopped(tree))) return;
    new KeptLook(config).recall(pass.entries);
    const outcome = await pass.plan(Date.now(), { allowed });
    const deliveries = intended(outcome);
    if (flags['json']) return console.log(JSON.stringify(summaryOf(outcome, deliveries, pace)));
    for (const line of planLines(outcome, deliveries)) console.log(line);
    if (deliveries.length > 0) console.log(`In all: ${totalLine(deliveries, pace)}.`);
    for (const line of heldLines(outcome, { ...config, ...parts })) console.error(line);
    tellFaults(outcome);
  } finally {
    database.close();
  }
}

async function mirror(
  bot: Bot,
  flags: ProcessTools['flags'],
  allowed: Allowed,
  kept: KeptLook,
): Promise<void> {
  const { config, pass, outbox, delivery, channel, tree, pace, signal } = bot;
  if (!pass || !delivery || !channel || (await isStopped(tree))) return;
  const unlock = lockProcess(config.stateFolder);
  // Under way from a run that was killed: what a file names as posted by now is settled by the look.
  if (unlock) outbox.recover();
  kept.recall(pass.entries);
  const outcome = await pass.queue(Date.now(), { allowed, signal });
  kept.keep(pass.entries);
  tell(outcome, { ...config, channel, pace }, flags);
  if (!unlock) {
    if (isNothingDone(outcome)) return;
    const isHeld = outcome.held.posts.length + outcome.held.removals.length > 0;
    if (isDelivering(outbox) || !isHeld) console.error('The bot is running and delivers this.');
    return waitUntilDelivered(bot);
  }
  if (pass.mayDeliver()) {
    await inJournalsLanguage(config.contentFolder, () => tellUntold(bot));
    // What nobody has written meanwhile need not be read again.
    const isIdle = outbox.open().length === 0;
    await deliverAll(delivery, bot);
    await bot.upkeep.syndicate(isIdle ? outcome : undefined);
  }
  unlock();
}

/** Whether something is unfinished in git, which is told. */
async function isStopped(tree: WorkTree): Promise<boolean> {
  const unfinished = await tree.unfinished();
  if (!unfinished) return false;
  console.error(unfinishedWords(unfinished));
  process.exitCode = 1;
  return true;
}

function tell(outcome: MirrorOutcome, place: HeldPlace, flags: ProcessTools['flags']): void {
  const { plan } = outcome;
  const held = heldLines(outcome, place);
  if (flags['json']) console.log(JSON.stringify(summaryOf(outcome, plan.deliveries, place.pace)));
  else {
    for (const line of planLines(outcome, plan.deliveries)) console.log(line);
    for (const line of held) console.error(line);
  }
  tellFaults(outcome);
  if (held.length > 0) process.exitCode = 1;
}

function tellFaults({ faults }: MirrorOutcome): void {
  for (const line of faultLines(faults)) console.error(line);
  if (faults.length > 0) process.exitCode = 1;
}

/** Waits for deliveries that are due soon, as Telegram's limits ask for; what waits longer is left to the next run. */
async function deliverAll(delivery: DeliveryTools, { outbox, config, signal }: Bot): Promise<void> {
  while (!signal.aborted) {
    // In the channel and in chat the journal's language is spoken, whatever the terminal speaks.
    await inJournalsLanguage(config.contentFolder, () => deliverDue(outbox, delivery, signal));
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

async function waitUntilDelivered({ outbox, signal }: Bot): Promise<void> {
  const end = Date.now() + longestWaitMilliseconds;
  while (isDelivering(outbox) && Date.now() < end && !signal.aborted)
    await systemClock.sleep(100, signal);
  tellRest(outbox);
}

/** Whether something is under way that nothing has come in the way of. */
function isDelivering(outbox: Outbox): boolean {
  return outbox.open().some((one) => one.state !== 'uncertain' && one.error === undefined);
}

/** What did not go through is told, and makes the exit code 1. */
function tellRest(outbox: Outbox): void {
  const rest = [...outbox.open(), ...outbox.failed()];
  for (const delivery of rest)
    console.error(`${delivery.state}: ${delivery.file}: ${delivery.error ?? 'not delivered yet'}`);
  if (rest.some((delivery) => delivery.state !== 'pending')) process.exitCode = 1;
}
