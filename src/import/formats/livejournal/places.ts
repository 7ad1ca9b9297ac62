import { mostCommon } from '../../item/mostCommon.ts';
import type { XmlElement } from '../../xml/elements.ts';
import { fieldOf } from './entries.ts';

const host = String.raw`(?:livejournal|dreamwidth|deadjournal|insanejournal)\.(?:com|org)`;

/** An address of an entry: `ana.livejournal.com/1234.html`, or of old `www.livejournal.com/users/ana/1234.html`. */
const entryLink = new RegExp(
  String.raw`https?://(?:(?:www\.)?(${host})/(?:users/|~)([\w-]+)|([\w-]+)\.(${host}))/(\d+)\.html`,
  'gi',
);

/** An entry to which a link leads. */
type Linked = NonNullable<ReturnType<typeof linkedBy>>;

/**
 * Gathers the numbers by which addresses know the entries of a journal. An export may have these, or those of its database:
 * the one of an address is that of the database times 256, and a number below that which nobody can foresee.
 */
export class GatheredPlaces {
  readonly #ids = new Set<number>();
  readonly #links: Linked[] = [];
  readonly #addresses = new Map<number, string>();

  take(entry: XmlElement): void {
    const id = Number(fieldOf(entry, 'itemid'));
    const address = fieldOf(entry, 'url');
    this.#ids.add(id);
    if (address !== '') this.#addresses.set(id, address);
    for (const [link] of fieldOf(entry, 'event').matchAll(entryLink)) {
      const read = linkedBy(link);
      if (read) this.#links.push(read);
    }
  }

  /** What the entries say together, once all were taken. */
  settled() {
    const said = [...this.#addresses].flatMap(([id, address]) => {
      const read = linkedBy(address);
      return read ? [{ ...read, isId: read.number === id }] : [];
    });
    const linked = this.#links.flatMap((one) => {
      const isId = this.#ids.has(one.number);
      return isId || this.#ids.has(numberOf(one)) ? [{ ...one, isId }] : [];
    });
    const known = said.length > 0 ? said : linked;
    const site = mostCommon(known.map((one) => one.site))?.[0];
    const own = known.filter((one) => one.site === site);
    // Whether the numbers of the export are those of addresses.
    const isPublic = own.filter(({ isId }) => isId).length * 2 > own.length;
    const addresses = linked.filter((one) => !isPublic && one.site === site);
    const byLink = new Map(addresses.map((one) => [numberOf(one), `${site}${one.number}.html`]));
    return {
      /** Address of the journal, with a final `/`: that of most entries, or of those to which most links lead that are here. */
      site,
      /** The host below which each journal has a name of its own. */
      host: site?.replace(/^https:\/\/[^.]*\.|\/$/g, '') ?? 'livejournal.com',
      /** Where an entry was; undefined where neither the export nor a link says. */
      addressOf: (id: number) => {
        const byNumber = isPublic && site !== undefined ? `${site}${id}.html` : undefined;
        return this.#addresses.get(id) ?? byNumber ?? byLink.get(id);
      },
      /** The number in the export of the entry to which an address leads; undefined for one of others. */
      idOf: (address: string) => {
        const read = linkedBy(address);
        const id = read && (isPublic ? read.number : numberOf(read));
        return read?.site === site && this.#ids.has(id ?? 0) ? id : undefined;
      },
    };
  }
}

/** Where the entries of a journal were. */
export type JournalPlaces = ReturnType<GatheredPlaces['settled']>;

/** That of the database. */
function numberOf({ number }: Linked): number {
  return Math.floor(number / 256);
}

function linkedBy(address: string) {
  const [found] = address.matchAll(entryLink);
  const [, old, oldName, name, own, number] = found ?? [];
  if (number === undefined) return undefined;
  const site = journalAddress(oldName ?? name ?? '', (old ?? own ?? '').toLowerCase());
  return { site, number: Number(number) };
}

/** Address of the journal of a user, with a final `/`. */
export function journalAddress(user: string, host: string): string {
  return `https://${user.toLowerCase().replaceAll('_', '-')}.${host}/`;
}
