import { shownAddress } from '#journal/address/base.ts';
import { messageOf } from '../base/log.ts';
import { StoppedError } from '../base/runCommand.ts';
import { readJournal } from '../content/contentFolder.ts';
import { entryFiles } from '../content/entryParts.ts';
import type { SeenLately, Syndication } from '../mirror/syndication.ts';
import type { Builds } from '../publish/builds.ts';
import type { BacklogNote, PublishBacklog } from '../publish/publishBacklog.ts';
import type { PublishHook } from '../publish/publishHook.ts';
import type { Schedule } from '../publish/scheduledEntries.ts';
import { publishedWords } from '../publish/siteWords.ts';
import { talk } from '../talk/talk.ts';
import type { Ground } from './ground.ts';

const tryAgainMilliseconds = 10 * 60_000;

/** What upkeep takes. */
export interface UpkeepTools extends Ground {
  readonly syndication: Syndication | undefined;
  readonly schedule: Schedule;
  readonly builds: Builds;
  readonly backlog: PublishBacklog;
  readonly publishHook: PublishHook;
  onDisk(file: string): string;
  /** `isQuiet`: the telephone makes no sound. */
  tellOwner(text: string, isQuiet?: boolean): Promise<unknown>;
}

/** What has to go where publishing goes without anybody asking: syndication, dates that come, a push that failed. */
export class Upkeep {
  readonly #tools: UpkeepTools;
  #hasTried = false;

  constructor(tools: UpkeepTools) {
    this.#tools = tools;
  }

  /**
   * Writes into the entries' files where their copies are, and carries the files on. `seen` is what a look found just
   * before.
   */
  async syndicate(seen?: SeenLately): Promise<void> {
    const { syndication, backlog, publishHook, onDisk } = this.#tools;
    if (!syndication) return;
    const subject = 'Note where entries are syndicated';
    const notes: BacklogNote[] = [];
    const files = await syndication.writeBack(async (file) => {
      notes.push(backlog.note(await entryFiles(file, onDisk), subject));
    }, seen);
    const all = await Promise.all(files.map((file) => entryFiles(file, onDisk)));
    const carried = files.length === 0 ? undefined : publishHook(all.flat(), subject);
    // The hook has written all of it down by now.
    for (const note of notes) note.strike();
    await carried;
  }

  /** Takes note of what is scheduled. @returns files of entries whose date has come. */
  async lookAtSchedule(): Promise<string[]> {
    const { lock, config, schedule, clock } = this.#tools;
    const { journal, unread } = await lock.run(() => readJournal(config.contentFolder));
    return schedule.look(journal.entries, unread, clock.now());
  }

  /** Lets what builds the site know that the date of these entries has come, and then the owner that they are published. */
  async carryOnDue(files: readonly string[]): Promise<void> {
    const { schedule, publishHook, onDisk, log, tellOwner } = this.#tools;
    const published: string[] = [];
    for (const file of files) {
      const all = await entryFiles(file, onDisk);
      // Another look may have found it, too, while this one waited.
      if (!schedule.has(file)) continue;
      log.info('the date of an entry has come', { file });
      const carried = publishHook(all, `Publish ${file} at its date`, true);
      // What is in hand is written down by now, and not begun a second time.
      schedule.done(file);
      try {
        await carried;
        published.push(file);
      } catch (error) {
        if (error instanceof StoppedError) break;
        const reason = messageOf(error);
        log.error('publishing at its date went no further than the file', { file, reason });
        await tellOwner(talk('dateHasCome', { file, reason }));
      }
    }
    const news = await this.#newsOf(published);
    if (news.length > 0) await tellOwner(news.join('\n'), true);
  }

  /** A line for each of these entries that readers have, oldest first. */
  async #newsOf(files: readonly string[]): Promise<string[]> {
    if (files.length === 0) return [];
    const { lock, config } = this.#tools;
    const { journal } = await lock.run(() => readJournal(config.contentFolder));
    const paths = new Map(journal.entries.map(({ file, path }) => [file, path]));
    return files.flatMap((file) => {
      const path = paths.get(file);
      if (path === undefined) return [];
      const address = shownAddress(path, journal.site.url);
      return [publishedWords('Published', file, address, config.publish, true)];
    });
  }

  /** What waited for something to end is tried at the next look. */
  tryAgainSoon(): void {
    this.#hasTried = false;
  }

  /** Tries again what went no further than the file, at the start and every now and then. */
  async tryAgain(): Promise<void> {
    const { config, builds, backlog, publishHook, clock, log, tellOwner } = this.#tools;
    const last = builds.last();
    const isUnpushed = config.publish.mode === 'push' && last?.error !== undefined;
    if (!isUnpushed && !backlog.isThere()) return;
    const waited = clock.now() - (last?.at ?? 0);
    if (this.#hasTried && waited >= 0 && waited < tryAgainMilliseconds) return;
    this.#hasTried = true;
    // Another one that went well in between leaves nothing of the error.
    const isNews = last?.error !== undefined || backlog.isRefused();
    try {
      if (backlog.isThere()) await backlog.carryOn(publishHook);
      else await publishHook([], last?.subject ?? '');
    } catch (error) {
      log.warn('what is published could not be carried on yet', { reason: messageOf(error) });
      return;
    }
    if (isNews) await tellOwner(talk('carriedOn'));
  }
}
