import { randomUUID } from 'node:crypto';
import type { SentMedia } from '../../telegram-double/index.ts';

/** Only what Telegram's clients send as a picture; the rest goes as a file. */
const kinds: readonly (readonly [RegExp, SentMedia['kind']])[] = [
  [/^image\/(jpeg|png|webp)$/, 'photo'],
  [/^image\/gif$/, 'animation'],
  [/^video\/mp4$/, 'video'],
  [/^audio\/(mpeg|mp4)$/, 'audio'],
];

const mostWaiting = 40;

/** Files that were given to the page, until the message is sent that they belong to. */
export class Uploads {
  readonly #waiting = new Map<string, SentMedia>();

  /** Keeps a file, and names it. */
  add(bytes: Uint8Array, type: string, fileName: string): string {
    const name = randomUUID();
    const kind = kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'document';
    this.#waiting.set(name, {
      kind,
      bytes,
      ...(kind !== 'photo' && { file_name: fileName, mime_type: type }),
    });
    const oldest = this.#waiting.keys().next().value;
    if (this.#waiting.size > mostWaiting && oldest !== undefined) this.#waiting.delete(oldest);
    return name;
  }

  /** Gives a file out, once. */
  take(name: string): SentMedia {
    const media = this.#waiting.get(name);
    if (!media) throw new Error('that file is no longer there: add it again');
    this.#waiting.delete(name);
    return media;
  }
}
