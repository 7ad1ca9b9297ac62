import { openKept } from '../files/openKept.ts';
import type { DocumentFacts } from '../render/collect/document.ts';
import { type KeptBody, keptBytes } from './keptBody.ts';
import { footerBytes, PackWriter, type Place } from './packWriter.ts';

/** A rendered body, and where its HTML lies once it is kept. */
export interface Body {
  readonly digest: string;
  readonly facts: DocumentFacts;
  readonly html: string | KeptBody;
}

/** What stands at the end of a pack. */
type PackIndex = readonly (readonly [file: string, body: Omit<Body, 'html'> & Place])[];

/** A pack that is open. */
export interface Pack {
  readonly descriptor: number;
  /** How long all its bodies are together. */
  readonly bytes: number;
}

/** A pack and the bodies in it, by file. */
export interface FilledPack extends Pack {
  readonly bodies: ReadonlyMap<string, Body>;
}

/** Of a pack, so much is in memory at a time. */
export const partBytes = 1 << 20;

/** A pack, and what is in it; nothing where there is none that is as it was written. */
export function openPack(path: string): FilledPack | undefined {
  try {
    const { descriptor, bytes } = openKept(path);
    const begin = Number(textIn(descriptor, bytes - footerBytes, footerBytes));
    const index = JSON.parse(textIn(descriptor, begin, bytes - footerBytes - begin));
    return { descriptor, bytes: begin, bodies: bodiesOf(index, descriptor) };
  } catch {
    return undefined;
  }
}

/** Writes a pack with these bodies, wherever they lie, in their order. @throws the file system's error. */
export function writePack(path: string, bodies: ReadonlyMap<string, Body>): FilledPack {
  const writer = new PackWriter(path);
  const memory = Buffer.allocUnsafeSlow(partBytes);
  for (const part of inParts([...bodies.values()].map(({ html }) => html)))
    writer.write(typeof part === 'string' ? part : keptBytes(part, memory));
  let offset = 0;
  const index = [...bodies].map(([file, { digest, facts, html }]) => {
    const length = typeof html === 'string' ? Buffer.byteLength(html) : html.length;
    offset += length;
    return [file, { digest, facts, offset: offset - length, length }] as const;
  });
  return finished(writer, index);
}

/** Ends a pack that all these bodies were written into. @throws the file system's error. */
export function finishPack(writer: PackWriter, bodies: ReadonlyMap<string, Body>): FilledPack {
  const index = [...bodies].flatMap(([file, { digest, facts, html }]) => {
    if (typeof html === 'string') throw new Error(`${file} is not in the pack of rendered bodies`);
    const { offset, length } = html;
    return [[file, { digest, facts, offset, length }] as const];
  });
  return finished(writer, index);
}

function finished(writer: PackWriter, index: PackIndex): FilledPack {
  const { descriptor, length: bytes } = writer;
  writer.finish(index);
  return { descriptor, bytes, bodies: bodiesOf(index, descriptor) };
}

/** What lies side by side in a pack is copied in one part: a change leaves nearly all of it as it was. */
function* inParts(bodies: readonly Body['html'][]): Generator<Body['html']> {
  let part: KeptBody | undefined;
  for (const html of bodies) {
    if (typeof html !== 'string' && part && isNext(part, html)) {
      part = { ...part, length: part.length + html.length };
      continue;
    }
    if (part) yield part;
    part = typeof html === 'string' ? undefined : html;
    if (typeof html === 'string') yield html;
  }
  if (part) yield part;
}

function isNext(part: KeptBody, { descriptor, offset, length }: KeptBody): boolean {
  return (
    part.descriptor === descriptor &&
    part.offset + part.length === offset &&
    part.length + length <= partBytes
  );
}

function textIn(descriptor: number, offset: number, length: number): string {
  return keptBytes({ descriptor, offset, length }).toString();
}

function bodiesOf(index: PackIndex, descriptor: number): Map<string, Body> {
  return new Map(
    index.map(([file, { digest, facts, offset, length }]) => [
      file,
      { digest, facts, html: { descriptor, offset, length } },
    ]),
  );
}
