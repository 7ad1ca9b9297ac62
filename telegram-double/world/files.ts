import { createHash } from 'node:crypto';
import type { PhotoSize } from '@grammyjs/types';

/** The folder of each kind of file, and the ending of one that has none. */
const KINDS = {
  photo: ['photos', '.jpg'],
  video: ['videos', '.mp4'],
  audio: ['music', '.mp3'],
  document: ['documents', ''],
  animation: ['animations', '.mp4'],
  voice: ['voice', '.oga'],
  video_note: ['video_notes', '.mp4'],
} as const;

export type FileKind = keyof typeof KINDS;

/** A file on Telegram's side. Without bytes it has a size but cannot be downloaded. */
export type StoredFile = {
  readonly kind: FileKind;
  readonly id: string;
  readonly uniqueId: string;
  readonly path: string;
  readonly size: number;
  readonly bytes?: Uint8Array;
  readonly name?: string;
  readonly mimeType?: string;
  readonly width?: number;
  readonly height?: number;
  readonly durationSeconds?: number;
};

/** What a store holds, as it can be kept. */
export type SavedFiles = {
  readonly files: readonly StoredFile[];
  readonly photos: ReadonlyMap<string, PhotoSize[]>;
};

/** All files that were ever uploaded. */
export class FileStore {
  readonly #byId = new Map<string, StoredFile>();
  readonly #byPath = new Map<string, StoredFile>();
  readonly #photos = new Map<string, PhotoSize[]>();
  #count = 0;

  /** Keeps a file and names it. */
  add(file: Omit<StoredFile, 'id' | 'uniqueId' | 'path'>): StoredFile {
    const number = this.#count++;
    const [folder, usual] = KINDS[file.kind];
    const extension = /\.[A-Za-z0-9]{1,8}$/.exec(file.name ?? '')?.[0] ?? usual;
    const stored: StoredFile = {
      ...file,
      id: token(`id ${number}`, 54),
      uniqueId: token(`unique ${number}`, 12),
      path: `${folder}/file_${number}${extension}`,
    };
    this.#keep(stored);
    return stored;
  }

  /** What the store holds. */
  saved(): SavedFiles {
    return { files: [...this.#byId.values()], photos: this.#photos };
  }

  /** Puts what another store held into this one, which is empty. */
  restore({ files, photos }: SavedFiles): void {
    for (const file of files) this.#keep(file);
    for (const [id, sizes] of photos) this.#photos.set(id, sizes);
    this.#count = files.length;
  }

  /** The file with an id. */
  get(id: string): StoredFile | undefined {
    return this.#byId.get(id);
  }

  /** The file at a download path. */
  at(path: string): StoredFile | undefined {
    return this.#byPath.get(path);
  }

  /** Remembers that these sizes are one photo. */
  addPhoto(sizes: PhotoSize[]): void {
    for (const size of sizes) this.#photos.set(size.file_id, sizes);
  }

  /** The whole photo that one of its sizes belongs to. */
  photo(sizeId: string): PhotoSize[] | undefined {
    return this.#photos.get(sizeId);
  }

  #keep(file: StoredFile): void {
    this.#byId.set(file.id, file);
    this.#byPath.set(file.path, file);
  }
}

function token(seed: string, length: number): string {
  return `AgAD${createHash('sha512').update(seed).digest('base64url')}`.slice(0, length);
}
