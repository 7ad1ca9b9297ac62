import type { MirrorPass } from './channel/mirrorPass.ts';
import type { Builds } from './chat/builds.ts';
import type { Clock } from './clock.ts';
import type { BotConfig } from './config.ts';
import { readJournal } from './contentFolder.ts';
import type { Lock } from './lock.ts';
import { type Log, messageOf } from './log.ts';
import { entryFiles, type PublishHook } from './publishHook.ts';
import type { Schedule } from './schedule.ts';

const pushAgainMilliseconds = 10 * 60_000;

/** What upkeep takes. */
export interface UpkeepTools {
  readonly config: BotConfig;
  readonly clock: Clock;
  readonly log: Log;
  readonly lock: Lock;
  readonly pass: MirrorPass | undefined;
  readonly schedule: Schedule;
  readonly builds: Builds;
  readonly publishHook: PublishHook;
  onDisk(file: string): string;
  tellOwner(text: string): Promise<unknown>;
}

/** What has to go where publishing goes without anybody asking: syndication, dates that come, a push that failed. */
export class Upkeep {
  readonly #tools: UpkeepTools;
  readonly #toCarryOn = new Set<string>();

  constructor(tools: UpkeepTools) {
    this.#tools = tools;
  }

  /** Writes into the entries' files where their copies are, and carries the files on. */
  async syndicate(): Promise<void> {
    const { pass, publishHook, onDisk } = this.#tools;
    if (!pass) return;
    for (const file of await pass.writeSyndicationBack()) this.#toCarryOn.add(file);
    const files = [...this.#toCarryOn];
    if (files.length === 0) return;
    const all = files.flatMap((file) => entryFiles(onDisk(file)));
    await publishHook(all, 'Note where entries are syndicated');
    for (const file of files) this.#toCarryOn.delete(file);
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
      try {
        await publishHook(entryFiles(onDisk(file)), `Publish ${file} at its date`, true);
      } catch (error) {
        const reason = messageOf(error);
        log.error('publishing at its date went no further than the file', { file, reason });
        await tellOwner(`The date of ${file} has come, but: ${reason}`);
      }
      schedule.done(file);
    }
  }

  /** Tries a push that failed again, every now and then. */
  async pushAgain(): Promise<void> {
    const { config, builds, publishHook, clock, log, tellOwner } = this.#tools;
    const last = builds.last();
    if (config.publish.mode !== 'push' || last?.error === undefined) return;
    const waited = clock.now() - last.at;
    if (waited >= 0 && waited < pushAgainMilliseconds) return;
    try {
      await publishHook([], last.subject);
    } catch (error) {
      log.warn('what is published could not be pushed yet', { reason: messageOf(error) });
      return;
    }
    await tellOwner('What could not be pushed before is pushed now.');
  }
}
