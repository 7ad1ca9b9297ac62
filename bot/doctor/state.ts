import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFile, lockProcess } from '../base/lock.ts';
import { messageOf } from '../base/log.ts';
import { databaseFile, inspect } from '../state/database.ts';
import { explained, StateError } from '../state/stateError.ts';
import { makeStateFolder } from '../state/stateFolder.ts';
import { type Finding, fault, well } from './finding.ts';

/** Looks at the folder of the bot's state and the database in it. */
export async function examineState(folder: string): Promise<Finding[]> {
  const trouble = await troubleWith(folder, async () => {
    makeStateFolder(folder);
    const trial = join(folder, '.doctor');
    await writeFile(trial, 'x', { flush: true });
    await rm(trial);
  });
  if (trouble && !existsSync(folder)) return [trouble];
  const path = join(folder, databaseFile);
  const damage = await troubleWith(path, async () => {
    if (existsSync(path)) inspect(path);
  });
  const lock = trouble ?? (await examineLock(folder));
  return [...(damage ? [damage] : []), lock];
}

async function examineLock(folder: string): Promise<Finding> {
  let isRunning = false;
  const trouble = await troubleWith(folder, async () => {
    // Whoever runs has made it; looking makes nothing, least of all in a wrong folder.
    if (!existsSync(join(folder, lockFile))) return;
    const unlock = lockProcess(folder);
    unlock?.();
    isRunning = unlock === undefined;
  });
  return trouble ?? well('state', `${folder}; the bot ${isRunning ? 'runs' : 'does not run'}`);
}

/** What is wrong where `look` throws. */
async function troubleWith(path: string, look: () => Promise<void>): Promise<Finding | undefined> {
  try {
    await look();
    return undefined;
  } catch (error) {
    const known = explained(error, path);
    if (!(known instanceof StateError))
      return fault('state', `${path}: ${messageOf(error)}`, 'Look at JOURNAL_STATE.');
    const { cause } = known;
    const said = cause instanceof Error ? `: ${messageOf(cause)}` : '';
    return fault('state', `${known.what}${said}`, known.cure);
  }
}
