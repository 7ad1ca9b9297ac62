import { startProcess } from './app/process.ts';
import { runBot } from './app/run.ts';
import { systemClock } from './base/clock.ts';
import { lockProcess } from './base/lock.ts';
import { requireJournal } from './content/contentFolder.ts';

const usage = `npm run bot

Receives what you write to your bot, keeps it as drafts, publishes them and mirrors the journal into your channel.
Runs until it is stopped. Settings come from the environment or from .env; .env.example lists them.`;

await startProcess({ name: 'bot', usage, flags: {} }, async ({ config, log, signal }) => {
  await requireJournal(config.contentFolder);
  const unlock = lockProcess(config.stateFolder);
  if (!unlock) {
    throw new Error(
      `Another process of this bot runs with the state folder ${config.stateFolder}. Stop it first.`,
    );
  }
  try {
    await runBot(config, { clock: systemClock, log }, signal);
  } finally {
    unlock();
  }
});
