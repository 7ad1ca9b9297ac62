import { hash } from 'node:crypto';
import { closeSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { checksumOf, openKept } from '../files/keptFile.ts';
import { makeFolder } from '../files/makeFolder.ts';
import { unfinishedName } from '../files/unfinished.ts';
import type { DocumentFacts, RenderedDocument } from '../render/collect/document.ts';
import { htmlIn, type KeptBody, keptBytes } from './keptBody.ts';

/** Where a body lies in the pack: bytes. */
interface Place {
  readonly offset: number;
  readonly length: number;
}

interface Body {
  readonly digest: string;
  readonly facts: DocumentFacts;
  readonly html: string | Place;
}

/** The index at the end of a pack, and where it begins. */
type PackIndex = readonly (readonly [file: string, body: Omit<Body, 'html'> & Place])[];

const footerBytes = 16;
/** Of the pack, so much is in memory at a time. */
const partBytes = 1 << 20;

/**
 * Rendered bodies between builds, in one file (the pack): the HTML of all documents, then an index, then the index's
 * offset, then a checksum. The bodies of a large journal thus stay out of Astro's data store and, once saved, out of
 * memory. A pack is replaced whole, so that two processes never see half of each other's.
 */
export class Bodies {
  readonly #path: string | undefined;
  #pack: number | undefined;
  #known: Map<string, Body>;
  #current = new Map<string, Body>();
  #changed = false;

  /**
   * Opens the cache in `folder`, which is created; an unreadable cache is begun anew. Without a folder nothing is kept
   * beyond the process.
   */
  constructor(folder: string | undefined) {
    if (folder !== undefined) makeFolder(folder);
    this.#path = folder === undefined ? undefined : join(folder, 'bodies.pack');
    const { descriptor, index } = openPack(this.#path);
    this.#pack = descriptor;
    this.#known = bodiesOf(index);
  }

  /** Begins a load: what it does not ask for is forgotten at the next {@link save}. */
  begin(): void {
    for (const [file, body] of this.#current) this.#known.set(file, body);
    this.#current = new Map();
  }

  /** Whether it holds no body, of this load or one before. */
  get isEmpty(): boolean {
    return this.#known.size === 0 && this.#current.size === 0;
  }

  /** The facts of a document whose HTML is stored under `digest`. */
  facts(file: string, digest: string): DocumentFacts | undefined {
    const body = this.#known.get(file);
    if (body?.digest !== digest) return undefined;
    this.#current.set(file, body);
    return body.facts;
  }

  /** Takes a body; the answer is its facts as they are kept, which hold no part of the text that they were found in. */
  put(file: string, digest: string, { html, facts }: RenderedDocument): DocumentFacts {
    const kept: DocumentFacts = JSON.parse(JSON.stringify(facts));
    this.#current.set(file, { digest, facts: kept, html });
    this.#changed = true;
    return kept;
  }

  /** The HTML of a document of this load. */
  html(file: string): string {
    const body = this.#current.get(file);
    if (!body) throw new Error(`${file} has not been rendered`);
    return htmlIn(typeof body.html === 'string' ? body.html : this.#inPack(body.html));
  }

  /** Where the HTML of a document of this load lies, once it is saved. */
  kept(file: string): KeptBody | undefined {
    const html = this.#current.get(file)?.html;
    return typeof html === 'object' ? this.#inPack(html) : undefined;
  }

  /** Writes a new pack if this load rendered anything. */
  save(): void {
    if (!this.#changed || this.#path === undefined) return;
    const unfinished = unfinishedName(this.#path);
    const target = openSync(unfinished, 'w+');
    let offset = 0;
    const index: [string, Omit<Body, 'html'> & Place][] = [];
    for (const [file, { digest, facts, html }] of this.#current) {
      const length = typeof html === 'string' ? Buffer.byteLength(html) : html.length;
      index.push([file, { digest, facts, offset, length }]);
      offset += length;
    }
    let crc = 0;
    const write = (part: string | Buffer) => {
      crc = crc32(part, crc);
      writeFileSync(target, part);
    };
    const memory = Buffer.allocUnsafeSlow(partBytes);
    for (const part of inParts([...this.#current.values()].map(({ html }) => html)))
      write(typeof part === 'string' ? part : keptBytes(this.#inPack(part), memory));
    write(JSON.stringify(index));
    write(String(offset).padStart(footerBytes));
    writeFileSync(target, checksumOf(crc));
    renameSync(unfinished, this.#path);
    if (this.#pack !== undefined) closeSync(this.#pack);
    this.#pack = target;
    this.#current = bodiesOf(index);
    this.#known = new Map();
    this.#changed = false;
  }

  #inPack(place: Place): KeptBody {
    if (this.#pack === undefined) throw new Error('The pack of rendered bodies is not open');
    return { descriptor: this.#pack, ...place };
  }
}

/** What lies side by side in the pack is copied in one part: a change leaves nearly all of it as it was. */
function* inParts(bodies: readonly Body['html'][]): Generator<Body['html']> {
  let part: Place | undefined;
  for (const html of bodies) {
    if (typeof html !== 'string' && part && isNext(part, html)) {
      part = { offset: part.offset, length: part.length + html.length };
      continue;
    }
    if (part) yield part;
    part = typeof html === 'string' ? undefined : html;
    if (typeof html === 'string') yield html;
  }
  if (part) yield part;
}

function isNext(part: Place, { offset, length }: Place): boolean {
  return part.offset + part.length === offset && part.length + length <= partBytes;
}

/** A short digest of everything that decides what comes out. */
export function digestOf(...parts: readonly string[]): string {
  const whole = parts.map((part) => `${part.length}:${part}`).join('');
  return hash('sha256', whole, 'base64url').slice(0, 22);
}

/** A pack, and what is in it; nothing where there is none that is as it was written. */
function openPack(path: string | undefined): { descriptor?: number; index: PackIndex } {
  try {
    const { descriptor, bytes } = openKept(path ?? '');
    const begin = Number(textIn(descriptor, bytes - footerBytes, footerBytes));
    const index = JSON.parse(textIn(descriptor, begin, bytes - footerBytes - begin));
    return { descriptor, index };
  } catch {
    return { index: [] };
  }
}

function textIn(descriptor: number, offset: number, length: number): string {
  return keptBytes({ descriptor, offset, length }).toString();
}

function bodiesOf(index: PackIndex): Map<string, Body> {
  return new Map(
    index.map(([file, { digest, facts, offset, length }]) => [
      file,
      { digest, facts, html: { offset, length } },
    ]),
  );
}
