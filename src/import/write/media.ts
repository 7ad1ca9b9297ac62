import { posix } from 'node:path';
import { pathOnSite } from '#journal/address/base.ts';
import { decoded } from '#journal/address/contentPath.ts';
import { failureWords } from '#journal/fault/ownFailure.ts';
import { type Fetching, type FoundFile, fileNameFor } from '../format/files.ts';
import type { OpenedExport } from '../format/format.ts';
import type { Source } from '../source/source.ts';
import { freeName } from './facts.ts';
import { type OldSite, oldAddress } from './oldAddress.ts';
import { textDigest } from './records.ts';

/** What media are looked for in. */
export interface MediaTools {
  readonly source: Source;
  readonly opened: OpenedExport;
  readonly site: OldSite;
  /** Undefined where nothing is to be downloaded. */
  readonly fetching: Fetching | undefined;
}

// Folders whose content was served from the root, or from elsewhere in it.
const roots = ['', 'static/', 'public/', 'assets/', 'source/', 'src/', 'content/'];

/** The name in the source of the file that an address means; undefined where it has none. */
export function sourceFileOf(address: string, folder: string, tools: MediaTools) {
  const { source, opened, site } = tools;
  const special = opened.fileOf?.(address);
  if (special !== undefined && source.has(special)) return special;
  const old = oldAddress(address, site);
  // What stood before all paths of the old site is no folder of the export.
  const below = old && site.url && pathOnSite(old.path, site.url.href);
  const names = old
    ? [old.path, below ?? old.path].flatMap((path) => rootedNames(path, folder))
    : relativeNames(address, folder);
  return names.find((name) => source.has(name));
}

/** The site may lie some folders deep in the export: its root is one of those above the document. */
function rootedNames(path: string, folder: string): string[] {
  const bare = path.replace(/^\/+|\/+$/g, '');
  if (bare === '') return [];
  const segments = folder.split('/').slice(0, -1);
  const above = ['', ...segments.map((_, index) => `${segments.slice(0, index + 1).join('/')}/`)];
  return above.flatMap((one) => roots.map((root) => one + root + bare));
}

function relativeNames(address: string, folder: string): string[] {
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(address)) return [];
  // Windows writes `\`, which browsers take for `/` (https://url.spec.whatwg.org/#relative-state).
  const path = decoded(address.replace(/[?#].*$/s, '')).replaceAll('\\', '/');
  const names = [posix.normalize(folder + decoded(address)), posix.normalize(folder + path)];
  return [...names.filter((name) => !name.startsWith('..')), ...rootedNames(`/${path}`, folder)];
}

/** Gets the file that an address means: from the export, else from the web where that is wished. */
export async function findFile(
  address: string,
  folder: string,
  tools: MediaTools,
): Promise<FoundFile> {
  if (/^data:/i.test(address)) return fromData(address);
  const name = sourceFileOf(address, folder, tools);
  if (name !== undefined) return await fromSource(name, tools.source);
  const whole = wholeAddress(address, tools.site);
  if (whole === undefined) return { is: 'missing', why: 'the export does not have it' };
  return tools.fetching
    ? await tools.fetching(whole, tools.site.url?.hostname)
    : { is: 'missing', why: 'the export does not have it; --fetch-images downloads it' };
}

const endings: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  pjpeg: 'jpg',
  'svg+xml': 'svg',
  'x-icon': 'ico',
};

/** A picture that stands in its own address (RFC 2397). */
function fromData(address: string): FoundFile {
  const [, type = '', base64, data = ''] =
    /^data:\s*image\/([\w.+-]+)[^,]*?(;base64)?\s*,(.*)$/is.exec(address) ?? [];
  const bytes = Buffer.from(decoded(data), base64 === undefined ? 'utf8' : 'base64');
  if (type === '' || bytes.length === 0)
    return { is: 'missing', why: 'it stands in the text itself, and its data is no picture' };
  const ending = type.toLowerCase();
  return { is: 'found', name: `picture.${endings[ending] ?? ending}`, bytes };
}

async function fromSource(name: string, source: Source): Promise<FoundFile> {
  try {
    return { is: 'found', name: fileNameFor(name), bytes: await source.bytes(name) };
  } catch (error) {
    return { is: 'missing', why: failureWords(error) };
  }
}

/** The address of a file on the web; undefined for one that is only in the export. */
export function wholeAddress(address: string, site: OldSite): string | undefined {
  const base = site.url?.href ?? 'https://journal.invalid/';
  const url = URL.parse(address, base);
  return url && /^https?:$/.test(url.protocol) && url.host !== 'journal.invalid'
    ? url.href
    : undefined;
}

/** The files beside one document: equal ones are there once, different ones of one name get numbers. */
export class FilesBeside {
  readonly #byDigest = new Map<string, string>();
  readonly #names = new Set(['index.md']);
  readonly #added = new Map<string, Uint8Array>();

  /** `there`: names and bytes of those that lie there already. */
  constructor(there: readonly (readonly [string, Uint8Array])[] = []) {
    for (const [name, bytes] of there) this.#take(name, textDigest(bytes));
  }

  /** The name under which a file comes to lie there. */
  add(name: string, bytes: Uint8Array): string {
    const digest = textDigest(bytes);
    const known = this.#byDigest.get(digest);
    if (known !== undefined) return known;
    const [, stem = '', ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? [];
    const free = freeName(stem, this.#names, ending);
    this.#take(free, digest);
    this.#added.set(free, bytes);
    return free;
  }

  #take(name: string, digest: string): void {
    this.#names.add(name);
    this.#byDigest.set(digest, name);
  }

  get names(): readonly string[] {
    return [...this.#names];
  }

  /** Names and bytes of those that were added. */
  get added(): readonly (readonly [string, Uint8Array])[] {
    return [...this.#added];
  }
}
