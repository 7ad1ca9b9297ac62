import { createHash } from 'node:crypto';
import type { PhotoSize } from '@grammyjs/types';

export type FileKind =
  | 'photo'
  | 'video'
  | 'audio'
  | 'document'
  | 'animation'
  | 'voice'
  | 'video_note';

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

export type NewFile = Omit<StoredFile, 'id' | 'uniqueId' | 'path'>;

const FOLDERS: Record<FileKind, string> = {
  photo: 'photos',
  video: 'videos',
  audio: 'music',
  document: 'documents',
  animation: 'animations',
  voice: 'voice',
  video_note: 'video_notes',
};

const EXTENSIONS: Record<FileKind, string> = {
  photo: '.jpg',
  video: '.mp4',
  audio: '.mp3',
  document: '',
  animation: '.mp4',
  voice: '.oga',
  video_note: '.mp4',
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
  add(file: NewFile): StoredFile {
    const number = this.#count++;
    const extension = /\.[A-Za-z0-9]{1,8}$/.exec(file.name ?? '')?.[0] ?? EXTENSIONS[file.kind];
    const stored: StoredFile = {
      ...file,
      id: token(`id ${number}`, 54),
      uniqueId: token(`unique ${number}`, 12),
      path: `${FOLDERS[file.kind]}/file_${number}${extension}`,
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
