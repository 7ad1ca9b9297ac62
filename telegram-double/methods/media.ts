import type { Message } from '@grammyjs/types';
import type { FileKind, FileStore, StoredFile } from '../world/files.ts';
import type { Upload } from '../world/parameters.ts';
import { addPhoto } from '../world/photos.ts';
import { present } from '../world/present.ts';
import { badRequest } from '../world/refusal.ts';

/** The fields of a message that hold its media. */
export type MediaFields = Pick<
  Message,
  'photo' | 'video' | 'audio' | 'document' | 'animation' | 'voice' | 'video_note'
>;

/** What a client may say about a file besides its bytes. */
export type MediaDetails = {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly durationSeconds?: number | undefined;
};

const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

const MIME_TYPES: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  m4a: 'audio/mp4',
  md: 'text/markdown',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  webp: 'image/webp',
  zip: 'application/zip',
};

const DEFAULT_MIME_TYPES: Record<FileKind, string> = {
  photo: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/mpeg',
  document: 'application/octet-stream',
  animation: 'video/mp4',
  voice: 'audio/ogg',
  video_note: 'video/mp4',
};

/** Turns an upload or a file identifier into the media of a message. */
export async function readMedia(
  files: FileStore,
  kind: FileKind,
  source: Upload | string | undefined,
  details: MediaDetails = {},
): Promise<MediaFields> {
  if (source === undefined)
    throw badRequest(`there is no ${kind.replace('_', ' ')} in the request`);
  if (typeof source === 'string') return reuse(files, kind, source);
  if (kind === 'photo') return { photo: await addPhoto(files, source.bytes) };
  return mediaFields(storeFile(files, shownAs(kind, source.bytes), source, details));
}

/** Telegram refuses no film or animation for its format, but shows what it cannot play as a document. */
function shownAs(kind: FileKind, bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  const isMp4 = head.startsWith('ftyp', 4);
  const isGif = /^GIF8[79]a/.test(head);
  if (kind === 'video') return isMp4 ? kind : 'document';
  if (kind === 'animation') return isMp4 || isGif ? kind : 'document';
  return kind;
}

/** The media of a message that shows a stored file, other than a photo. */
export function mediaFields(file: StoredFile): MediaFields {
  const common = {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_size: file.size,
  };
  const named = present({ ...common, file_name: file.name, mime_type: file.mimeType });
  const duration = file.durationSeconds ?? 0;
  const frame = { width: file.width ?? 0, height: file.height ?? 0, duration };
  switch (file.kind) {
    case 'photo':
      throw new Error('a photo has several sizes; use addPhoto');
    case 'video':
      return { video: { ...named, ...frame } };
    case 'animation':
      return { animation: { ...named, ...frame }, document: named };
    case 'audio':
      return { audio: { ...named, duration } };
    case 'document':
      return { document: named };
    case 'voice':
      return { voice: present({ ...common, mime_type: file.mimeType, duration }) };
    case 'video_note':
      return { video_note: { ...common, length: file.width ?? 240, duration } };
  }
}

/** Which kind of media a message has. */
export function mediaKind(message: Partial<Message>): FileKind | undefined {
  if (message.animation !== undefined) return 'animation';
  const kinds = ['photo', 'video', 'audio', 'document', 'voice', 'video_note'] as const;
  return kinds.find((kind) => message[kind] !== undefined);
}

/** The identifier of a message's file; of a photo, of its largest size. */
export function mediaFileId(message: Partial<Message>): string | undefined {
  const kind = mediaKind(message);
  if (kind === undefined) return undefined;
  return kind === 'photo' ? message.photo?.at(-1)?.file_id : message[kind]?.file_id;
}

/** The MIME type that a file name suggests. */
export function mimeTypeOf(kind: FileKind, name: string | undefined): string {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name ?? '')?.[1]?.toLowerCase();
  return MIME_TYPES[extension ?? ''] ?? DEFAULT_MIME_TYPES[kind];
}

function storeFile(
  files: FileStore,
  kind: FileKind,
  upload: Upload,
  details: MediaDetails,
): StoredFile {
  const { name, bytes } = upload;
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > MAX_UPLOAD_BYTES) throw badRequest('file is too big');
  const file = { kind, bytes, size: bytes.length, name, mimeType: mimeTypeOf(kind, name) };
  return files.add({ ...file, ...present(details) });
}

function reuse(files: FileStore, kind: FileKind, source: string): MediaFields {
  if (/^https?:\/\//i.test(source)) throw badRequest('failed to get HTTP URL content');
  const file = files.get(source);
  if (file === undefined) throw badRequest('wrong file identifier/HTTP URL specified');
  if (file.kind !== kind) {
    throw badRequest(`can't use file of type ${typeName(file.kind)} as ${typeName(kind)}`);
  }
  const photo = files.photo(source);
  return photo === undefined ? mediaFields(file) : { photo: structuredClone(photo) };
}

function typeName(kind: FileKind): string {
  const words = kind.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return kind === 'voice' ? 'VoiceNote' : words.join('');
}
