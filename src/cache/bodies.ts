import { hash } from 'node:crypto';
import { closeSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../files/makeFolder.ts';
import type { DocumentFacts, RenderedDocument } from '../render/collect/document.ts';
import { htmlIn, type KeptBody } from './keptBody.ts';
import {
  type Body,
  type FilledPack,
  finishPack,
  openPack,
  type Pack,
  partBytes,
  writePack,
} from './pack.ts';
import { PackWriter } from './packWriter.ts';

/** What was rendered since the pack was written is kept beside it, while it is less than this part of it. */
const largestShare = 1 / 8;

/**
 * Rendered bodies between builds, in one file (the pack): the HTML of all documents, then an index, then the index's
 * offset, then a checksum. The bodies of a large journal thus stay out of Astro's data store and, once saved, out of
 * memory. Where there is none, bodies are written into the first as they come. What little changes later goes into a
 * second pack beside a large one, which is then not written again. Each is replaced whole, so that two processes never see
 * half of each other's, and no body is taken from either but by its digest: it does not matter which of the two is newer.
 */
export class Bodies {
  readonly #path: string | undefined;
  #pack: Pack | undefined;
  /** What has changed since. */
  #later: Pack | undefined;
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
    const pack = this.#path === undefined ? undefined : openPack(this.#path);
    // Without a pack all is written anew, one body after the other.
    const later = this.#path === undefined || !pack ? undefined : openPack(laterPath(this.#path));
    this.#pack = pack;
    this.#later = later;
    this.#known = new Map([...(pack?.bodies ?? []), ...(later?.bodies ?? [])]);
  }

  /** Begins a load: what it does not ask for is forgotten when the pack is next written. */
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
    return htmlIn(body.html);
  }

  /** Where the HTML of a document of this load lies, once it is saved. */
  kept(file: string): KeptBody | undefined {
    const html = this.#current.get(file)?.html;
    return typeof html === 'object' ? html : undefined;
  }

  /** Writes what this load rendered, if it rendered anything: beside the pack where that is little, or a new pack. */
  save(): void {
    if (!this.#changed || this.#path === undefined) return;
    const { bodies } = this.#savedBeside(this.#path) ?? this.#savedWhole(this.#path);
    for (const [file, body] of bodies) this.#current.set(file, body);
    this.#known = new Map();
    this.#changed = false;
  }

  #savedBeside(path: string): FilledPack | undefined {
    const { bytes, descriptor } = this.#pack ?? {};
    if (this.#writer || bytes === undefined || bytes < partBytes) return undefined;
    const changed = [...this.#current].filter(
      ([, { html }]) => typeof html === 'string' || html.descriptor !== descriptor,
    );
    const sum = changed.reduce((all, [, { html }]) => all + html.length, 0);
    if (sum > bytes * largestShare) return undefined;
    const later = writePack(laterPath(path), new Map(changed));
    if (this.#later) closeSync(this.#later.descriptor);
    this.#later = later;
    return later;
  }

  #savedWhole(path: string): FilledPack {
    const writer = this.#writer;
    // One that cannot finish has written half of the end; the next save begins another.
    this.#writer = undefined;
    const pack = writer ? finishPack(writer, this.#current) : writePack(path, this.#current);
    rmSync(laterPath(path), { force: true });
    for (const before of [this.#pack, this.#later])
      if (before && before.descriptor !== pack.descriptor) closeSync(before.descriptor);
    this.#pack = pack;
    this.#later = undefined;
    return pack;
  }

  /** A disk may be full: then it stays in memory, and whoever saves it is told. */
  #written(html: string): string | KeptBody {
    try {
      if (this.#pack === undefined && this.#path !== undefined) {
        this.#writer = new PackWriter(this.#path);
        this.#pack = { descriptor: this.#writer.descriptor, bytes: 0 };
      }
      if (!this.#writer) return html;
      return { descriptor: this.#writer.descriptor, ...this.#writer.write(html) };
    } catch {
      this.#writer = undefined;
      return html;
    }
  }
}

/** Where the pack lies of what has changed since another one was written. */
function laterPath(path: string): string {
  return `${path}.later`;
}

/** A short digest of everything that decides what comes out. */
export function digestOf(...parts: readonly string[]): string {
  const whole = parts.map((part) => `${part.length}:${part}`).join('');
  return hash('sha256', whole, 'base64url').slice(0, 22);
}
