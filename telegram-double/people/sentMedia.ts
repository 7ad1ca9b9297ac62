import type { MessageEntity } from '@grammyjs/types';
import { type MediaFields, mediaFields, mimeTypeOf } from '../methods/media.ts';
import type { Content } from '../methods/posting.ts';
import { personsCaption } from '../text/formatting.ts';
import type { FileKind, FileStore } from '../world/files.ts';
import { addPhoto, paintPhoto } from '../world/photos.ts';
import { present } from '../world/present.ts';

/** A file that a person sends. */
export type SentMedia = {
  readonly kind: FileKind;
  /** Without bytes, photos are painted and other files have only a size. */
  readonly bytes?: Uint8Array;
  /** The size in bytes of a file without bytes. */
  readonly size?: number;
  readonly file_name?: string;
  readonly mime_type?: string;
  readonly width?: number;
  readonly height?: number;
  /** In seconds. */
  readonly duration?: number;
  readonly caption?: string;
  readonly caption_entities?: readonly MessageEntity[];
  readonly media_group_id?: string;
  readonly has_media_spoiler?: true;
};

const DEFAULT_SIDES = { width: 640, height: 480 } as const;
const DEFAULT_BYTES = 1024;

/** Keeps a person's file and makes the content of the message that carries it. */
export async function sentMediaContent(files: FileStore, media: SentMedia): Promise<Content> {
  const { caption, caption_entities, media_group_id, has_media_spoiler } = media;
  return {
    ...(await storedFields(files, media)),
    ...personsCaption(caption, caption_entities),
    ...present({ media_group_id, has_media_spoiler }),
  };
}

async function storedFields(files: FileStore, media: SentMedia): Promise<MediaFields> {
  const { kind, width, height, duration } = media;
  if (kind === 'photo') {
    const sides = { width: width ?? DEFAULT_SIDES.width, height: height ?? DEFAULT_SIDES.height };
    return { photo: await addPhoto(files, media.bytes ?? (await paintPhoto(sides))) };
  }
  const bytes =
    media.bytes ?? (media.size === undefined ? new Uint8Array(DEFAULT_BYTES) : undefined);
  const file = present({
    kind,
    bytes,
    size: media.size ?? bytes?.length ?? 0,
    name: media.file_name,
    mimeType: media.mime_type ?? mimeTypeOf(kind, media.file_name),
    width,
    height,
    durationSeconds: duration,
  });
  return mediaFields(files.add(file));
}
