import { captionFields } from '../text/formatting.ts';
import type { FileKind } from '../world/files.ts';
import { fieldsOf, type Parameters } from '../world/parameters.ts';
import { badRequest } from '../world/refusal.ts';
import type { World } from '../world/world.ts';
import { readMedia } from './media.ts';
import type { Content } from './posting.ts';

const KINDS = ['photo', 'video', 'animation', 'audio', 'document'] as const;

/** One `InputMedia` object of a request. */
export type InputMedia = {
  readonly kind: (typeof KINDS)[number] & FileKind;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** Reads what an `InputMedia` object says, without its file. */
export function parseInputMedia(value: unknown): InputMedia {
  const fields = fieldsOf(value);
  if (!fields) throw badRequest("can't parse InputMedia: an Object expected");
  const kind = KINDS.find((known) => known === fields['type']);
  if (kind === undefined) {
    throw badRequest(`can't parse InputMedia: type "${String(fields['type'])}" is unsupported`);
  }
  if (!textOf(fields['media'])) throw badRequest("can't parse InputMedia: media not found");
  return { kind, fields };
}

/** Makes the content of a message from an `InputMedia` object. */
export async function readInputMedia(
  { kind, fields }: InputMedia,
  parameters: Parameters<string>,
  world: World,
  captionTooLong: string,
): Promise<Content> {
  const caption = captionFields(
    {
      text: textOf(fields['caption']) ?? '',
      parseMode: textOf(fields['parse_mode']),
      entities: Array.isArray(fields['caption_entities']) ? fields['caption_entities'] : [],
    },
    captionTooLong,
  );
  const media = await readMedia(world.files, kind, parameters.attached(textOf(fields['media'])), {
    width: numberOf(fields['width']),
    height: numberOf(fields['height']),
    durationSeconds: numberOf(fields['duration']),
  });
  return {
    ...media,
    ...caption,
    ...(fields['has_spoiler'] === true ? { has_media_spoiler: true } : {}),
    ...(fields['show_caption_above_media'] === true ? { show_caption_above_media: true } : {}),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
