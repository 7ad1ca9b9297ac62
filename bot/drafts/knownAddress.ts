import { type Entry, readEntry } from '#journal/content/entry.ts';
import { visibility } from '#journal/public/gate.ts';
import type { Site } from '#journal/schema/siteSchema.ts';
import { cell } from '../state/rows.ts';
import { columns, TimedStore } from '../state/store.ts';

/** Addresses under which readers have seen entries: each must go on leading to its entry. */
export class KnownAddresses extends TimedStore {
  /** Records the address of an entry, if readers can see it there. */
  note(file: string, source: string, site: Site): void {
    const { entry } = readEntry(file, source, site);
    if (!entry || !this.#isShown(entry)) return;
    this.run`INSERT INTO chat_known_addresses ${columns({ file, path: entry.path })}
      ON CONFLICT DO NOTHING`;
  }

  /**
   * The aliases that an entry needs where its new text gives it another address than those that readers know; undefined
   * where it needs no others. Without the old address it would be another entry to feeds, and its comments nobody's.
   */
  aliasesKept(file: string, before: string, after: string, site: Site): string[] | undefined {
    const old = readEntry(file, before, site).entry;
    const next = readEntry(file, after, site).entry;
    if (!next) return undefined;
    const isKnown = old !== undefined && (this.#isShown(old) || old.syndication.length > 0);
    const known = new Set([...this.#of(file), ...(isKnown ? [old.path] : [])]);
    const missing = [...known].filter((path) => path !== next.path && !next.aliases.includes(path));
    return missing.length > 0 ? [...next.aliases, ...missing] : undefined;
  }

  /** Oldest first: the oldest alias is the stable id. */
  #of(file: string): string[] {
    return this.rows((row) => cell(row, 'chat_known_addresses.path', 'text'))`
      SELECT path FROM chat_known_addresses WHERE file = ${file} ORDER BY rowid`;
  }

  #isShown(entry: Entry): boolean {
    return visibility(entry, this.clock.now()) === 'published';
  }
}
