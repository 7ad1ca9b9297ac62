import type { Entry } from '#journal/content/entry.ts';
import { editFrontMatter } from '#journal/file/frontMatter.ts';
import type { DiskTrouble } from '../base/diskTrouble.ts';
import type { Lock } from '../base/lock.ts';
import { type Log, messageOf } from '../base/log.ts';
import { readJournal } from '../content/contentFolder.ts';
import { changeFile } from '../content/files.ts';
import { type Channel, postAddress, postIds } from '../outbox/channel.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { MirrorOutcome } from './mirrorPass.ts';

/** The journal, and the ids of each copy's messages where nothing has changed them, as a look found them. */
export type SeenLately = Pick<MirrorOutcome, 'read' | 'ids'>;

/** What writing syndication takes. */
interface SyndicationTools {
  readonly lock: Lock;
  readonly log: Log;
  readonly disk: Pick<DiskTrouble, 'met'>;
  /** The public names that the channel has or had. */
  readonly names: readonly string[];
}

/** Writes into the entries' files where their copies stand: `syndication` is enough to know the channel again. */
export class Syndication {
  readonly #contentFolder: string;
  readonly #channel: Channel;
  readonly #outbox: Outbox;
  readonly #tools: SyndicationTools;
  /** The channel by the names that it had before, too. */
  readonly #everNamed: readonly Channel[];

  constructor(contentFolder: string, channel: Channel, outbox: Outbox, tools: SyndicationTools) {
    this.#contentFolder = contentFolder;
    this.#channel = channel;
    this.#outbox = outbox;
    this.#tools = tools;
    this.#everNamed = [channel, ...tools.names.map((username) => ({ ...channel, username }))];
  }

  /**
   * Brings all files up to date with what the channel holds; each is told before it is written. `seen` is what a look
   * found just before. @returns those that were written.
   */
  async writeBack(tell: (file: string) => Promise<void>, seen?: SeenLately): Promise<string[]> {
    // Under the lock: while the publish hook pulls, files come and go.
    const { journal, onDisk } =
      seen?.read ?? (await this.#tools.lock.run(() => readJournal(this.#contentFolder)));
    const copies = seen?.ids ?? this.#outbox.copies.messageIds(this.#channel.id);
    const gone = this.#outbox.takenDown.in(this.#channel.id);
    const written: string[] = [];
    for (const entry of journal.entries) {
      const copy = copies.get(entry.id);
      if (copy && this.#isWritten(entry, copy)) continue;
      const syndication = this.#wanted(entry, copy, gone);
      if (syndication.join('\n') === entry.syndication.join('\n')) continue;
      await tell(entry.file);
      if (await this.#write(entry.file, onDisk(entry.file), syndication)) written.push(entry.file);
    }
    return written;
  }

  /** Whether the file names the copy and nothing else, as nearly all of a large journal do. */
  #isWritten({ syndication }: Entry, copy: readonly number[]): boolean {
    return (
      syndication.length === copy.length &&
      copy.every((id, at) => syndication[at] === postAddress(this.#channel, id))
    );
  }

  /**
   * Addresses elsewhere, and those of the copy. Under a name that the channel had, there may stand those of the copy and
   * those that were taken down. Of a copy that nobody knows, those that were not taken down.
   */
  #wanted(
    { syndication }: Entry,
    copy: readonly number[] | undefined,
    gone: ReadonlySet<number>,
  ): readonly string[] {
    const idsIn = (address: string) =>
      this.#everNamed.flatMap((channel) => postIds(channel, [address]));
    if (!copy) return syndication.filter((address) => !idsIn(address).some((id) => gone.has(id)));
    const isElsewhere = (address: string) =>
      postIds(this.#channel, [address]).length === 0 &&
      !idsIn(address).some((id) => copy.includes(id) || gone.has(id));
    const others = syndication.filter(isElsewhere);
    return [...others, ...copy.map((id) => postAddress(this.#channel, id))];
  }

  async #write(file: string, path: string, syndication: readonly string[]): Promise<boolean> {
    const value = syndication.length > 0 ? syndication : undefined;
    try {
      await this.#tools.lock.run(() =>
        changeFile(path, (source) => source && editFrontMatter(source, { syndication: value })),
      );
      return true;
    } catch (error) {
      // The others are written all the same; the post is known without it.
      const reason = messageOf(error);
      this.#tools.log.warn('syndication could not be written', { file, reason });
      await this.#tools.disk.met(error, 'looks');
      return false;
    }
  }
}
