import { Readable } from 'node:stream';
import type { Source } from './source.ts';

/** The same source, which tells how far a file is read, such as `a.xml: 34 of 207 MB`, as its pieces are handed on. */
export function toldSource(source: Source, tell: (words: string) => void): Source {
  async function* told(name: string, pieces: Readable): AsyncIterable<Uint8Array> {
    const whole = megabytes(source.size(name));
    let bytes = 0;
    for await (const piece of pieces as AsyncIterable<Uint8Array>) {
      bytes += piece.length;
      tell(`${name}: ${megabytes(bytes)} of ${whole} MB`);
      yield piece;
    }
  }
  return {
    ...source,
    stream: async (name) =>
      Readable.from(told(name, await source.stream(name)), { objectMode: false }),
  };
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
