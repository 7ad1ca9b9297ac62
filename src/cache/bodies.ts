import { hash } from 'node:crypto';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { openKept } from '../files/keptFile.ts';
import { makeFolder } from '../files/makeFolder.ts';
import type { DocumentFacts, RenderedDocument } from '../render/collect/document.ts';
import { htmlIn, type KeptBody, keptBytes } from './keptBody.ts';
import { footerBytes, PackWriter, type Place } from './packWriter.ts';

interface Body {
  readonly digest: string;
  readonly facts: DocumentFacts;
  readonly html: string | Place;
}

/** The index at the end of a pack, and where it begins. */
type PackIndex = readonly (readonly [file: string, body: Omit<Body, 'html'> & Place])[];

/** Of the pack, so much is in memory at a time. */
const partBytes = 1 << 20;

/**
 * Rendered bodies between builds, in one file (the pack): the HTML of all documents, then an index, then the index's
 * offset, then a checksum. The bodies of a large journal thus stay out of Astro's data store and, once saved, out of
 * memory. A pack is replaced whole, so that two processes never see half of each other's. Where there is none, bodies are
 * written into the first as they come.
 */
export class Bodies {
  readonly #path: string | undefined;
  #pack: number | undefined;
  /** What writes {@link #pack}, until that is saved. */
  #writer: PackWriter | undefined;
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
    this.#current.set(file, { digest, facts: kept, html: this.#written(html) });
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
    const index = this.#index();
    const writer = this.#writer ?? this.#copy(this.#path);
    // One that cannot finish has written half of the end; the next save begins another.
    this.#writer = undefined;
    writer.finish(index);
    if (this.#pack !== undefined && this.#pack !== writer.descriptor) closeSync(this.#pack);
    this.#pack = writer.descriptor;
    this.#current = bodiesOf(index);
    this.#known = new Map();
    this.#changed = false;
  }

  /** A disk may be full: then it stays in memory, and whoever saves it is told. */
  #written(html: string): string | Place {
    try {
      if (this.#pack === undefined && this.#path !== undefined) {
        this.#writer = new PackWriter(this.#path);
        this.#pack = this.#writer.descriptor;
      }
      return this.#writer?.write(html) ?? html;
    } catch {
      this.#writer = undefined;
      return html;
    }
  }

  #index(): PackIndex {
    let offset = 0;
    return [...this.#current].map(([file, { digest, facts, html }]) => {
      if (this.#writer && typeof html === 'object') return [file, { digest, facts, ...html }];
      const length = typeof html === 'string' ? Buffer.byteLength(html) : html.length;
      offset += length;
      return [file, { digest, facts, offset: offset - length, length }];
    });
  }

  /** A new pack with all bodies, in the order of the index. */
  #copy(path: string): PackWriter {
    const writer = new PackWriter(path);
    const memory = Buffer.allocUnsafeSlow(partBytes);
    for (const part of inParts([...this.#current.values()].map(({ html }) => html)))
      writer.write(typeof part === 'string' ? part : keptBytes(this.#inPack(part), memory));
    return writer;
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
