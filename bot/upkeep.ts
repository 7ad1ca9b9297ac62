import type { Syndication } from './channel/syndication.ts';
import type { Builds } from './chat/builds.ts';
import { entryFiles } from './chat/entryParts.ts';
import type { Clock } from './clock.ts';
import type { BotConfig } from './config.ts';
import { readJournal } from './contentFolder.ts';
import type { Lock } from './lock.ts';
import { type Log, messageOf } from './log.ts';
import type { Owed, OwedNote } from './owed.ts';
import type { PublishHook } from './publishHook.ts';
import { StoppedError } from './runCommand.ts';
import type { Schedule } from './schedule.ts';

const tryAgainMilliseconds = 10 * 60_000;

/** What upkeep takes. */
export interface UpkeepTools {
  readonly config: BotConfig;
  readonly clock: Clock;
  readonly log: Log;
  readonly lock: Lock;
  readonly syndication: Syndication | undefined;
  readonly schedule: Schedule;
  readonly builds: Builds;
  readonly owed: Owed;
  readonly publishHook: PublishHook;
  onDisk(file: string): string;
  tellOwner(text: string): Promise<unknown>;
}

/** What has to go where publishing goes without anybody asking: syndication, dates that come, a push that failed. */
export class Upkeep {
  readonly #tools: UpkeepTools;
  #hasTried = false;

  constructor(tools: UpkeepTools) {
    this.#tools = tools;
  }

  /** Writes into the entries' files where their copies are, and carries the files on. */
  async syndicate(): Promise<void> {
    const { syndication, owed, publishHook, onDisk } = this.#tools;
    if (!syndication) return;
    const subject = 'Note where entries are syndicated';
    const notes: OwedNote[] = [];
    const files = await syndication.writeBack(async (file) => {
      notes.push(owed.note(await entryFiles(file, onDisk), subject));
    });
    const all = await Promise.all(files.map((file) => entryFiles(file, onDisk)));
    const carried = files.length === 0 ? undefined : publishHook(all.flat(), subject);
    // The hook has written all of it down by now.
    for (const note of notes) note.strike();
    await carried;
  }

  /** Takes note of what is scheduled. @returns files of entries whose date has come. */
  async lookAtSchedule(): Promise<string[]> {
    const { lock, config, schedule, clock } = this.#tools;
    const { journal } = await lock.run(() => readJournal(config.contentFolder));
    return schedule.look(journal.entries, clock.now());
  }

  /** Lets what builds the site know that the date of these entries has come. */
  async carryOnDue(files: readonly string[]): Promise<void> {
    const { schedule, publishHook, onDisk, log, tellOwner } = this.#tools;
    for (const file of files) {
      log.info('the date of an entry has come', { file });
      const all = await entryFiles(file, onDisk);
      const carried = publishHook(all, `Publish ${file} at its date`, true);
      // What is in hand is written down by now, and not begun a second time.
      schedule.done(file);
      try {
        await carried;
      } catch (error) {
        if (error instanceof StoppedError) return;
        const reason = messageOf(error);
        log.error('publishing at its date went no further than the file', { file, reason });
        await tellOwner(`The date of ${file} has come, but: ${reason}`);
      }
    }
  }

  /** What waited for something to end is tried at the next look. */
  tryAgainSoon(): void {
    this.#hasTried = false;
  }

  /** Tries again what went no further than the file, at the start and every now and then. */
  async tryAgain(): Promise<void> {
    const { config, builds, owed, publishHook, clock, log, tellOwner } = this.#tools;
    const last = builds.last();
    const isUnpushed = config.publish.mode === 'push' && last?.error !== undefined;
    if (!isUnpushed && !owed.isThere()) return;
    const waited = clock.now() - (last?.at ?? 0);
    if (this.#hasTried && waited >= 0 && waited < tryAgainMilliseconds) return;
    this.#hasTried = true;
    try {
      if (owed.isThere()) await owed.carryOn(publishHook);
      else await publishHook([], last?.subject ?? '');
    } catch (error) {
      log.warn('what is published could not be carried on yet', { reason: messageOf(error) });
      return;
    }
    if (last?.error !== undefined)
      await tellOwner('What went no further than the file before is carried on now.');
  }
}
