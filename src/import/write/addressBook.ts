import { posix } from 'node:path';
import { decoded } from '#journal/address/contentPath.ts';
import { readEntryAddress } from '../item/entryAddress.ts';
import { lookUpKey, type OldSite, oldAddress, oldSite } from './oldAddress.ts';
import type { PlannedDocument } from './plan.ts';
import type { Surveyed } from './survey.ts';

/** Finds the document that an old address, or the key of another document, leads to. */
export class AddressBook {
  readonly site: OldSite;
  readonly #byAddress = new Map<string, PlannedDocument>();
  readonly #byKey = new Map<string, PlannedDocument>();

  constructor(
    oldUrl: string | undefined,
    documents: readonly { readonly surveyed: Surveyed; readonly planned: PlannedDocument }[],
  ) {
    this.site = oldSite(oldUrl);
    for (const { surveyed, planned } of documents) {
      this.#byKey.set(surveyed.key, planned);
      for (const address of [...(surveyed.addresses ?? []), ...(surveyed.shortAddresses ?? [])])
        this.#add(address, planned);
    }
    // What stands at a path is meant before what stood there.
    for (const { planned } of documents) this.#byAddress.set(planned.path.toLowerCase(), planned);
  }

  #add(address: string, planned: PlannedDocument): void {
    const old = oldAddress(address, this.site);
    if (!old || (old.path === '/' && old.query === '')) return;
    for (const key of [lookUpKey(old), ...(old.query === '' ? [withEnd(old.path)] : [])])
      if (key !== '/' && !this.#byAddress.has(key)) this.#byAddress.set(key, planned);
  }

  /** The document at an address, and what the address has behind it; undefined where none of these was. */
  find(
    address: string,
  ): { readonly planned: PlannedDocument; readonly fragment: string } | undefined {
    const named = readEntryAddress(address);
    if (named) {
      const planned = this.#byKey.get(named.key);
      return planned && { planned, fragment: named.fragment };
    }
    return this.#findOld(address);
  }

  /** The document that a relative address means, seen from a file of the export, or from where that was on the web. */
  findFrom(
    address: string,
    folder: string,
    base: string | undefined,
  ): { readonly planned: PlannedDocument; readonly fragment: string } | undefined {
    if (/^[a-z][a-z0-9+.-]*:|^[/#?]/i.test(address)) return undefined;
    const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
    const name = posix.normalize(folder + decoded(path));
    const planned = this.#byKey.get(name) ?? this.#byKey.get(`${name}.md`);
    if (planned) return { planned, fragment };
    const url =
      base === undefined ? null : URL.parse(address, new URL(base, 'https://journal.invalid'));
    return url ? this.#findOld(url.pathname + url.search + url.hash) : undefined;
  }

  #findOld(
    address: string,
  ): { readonly planned: PlannedDocument; readonly fragment: string } | undefined {
    const old = oldAddress(address, this.site);
    const planned =
      old && (this.#byAddress.get(lookUpKey(old)) ?? this.#byAddress.get(withEnd(old.path)));
    return planned && { planned, fragment: old.fragment };
  }
}

/** `/a.html` and `/a/` were often the same. */
function withEnd(path: string): string {
  return `${path.toLowerCase().replace(/\.html?$|\/$/, '')}/`;
}
