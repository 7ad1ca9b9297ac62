import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { InputFile } from 'grammy';
import type { InputMediaAnimation, InputMediaPhoto, InputMediaVideo } from 'grammy/types';
import { classify } from '../base/failure.ts';
import { isForbidden } from '../base/trouble.ts';
import {
  type ChannelMessage,
  isSamePicture,
  type Medium,
  mediaIn,
  type Picture,
} from '../post/channelPost.ts';
import { photoFile } from '../post/photoFile.ts';
import type { PostText } from '../post/postText.ts';
import type { Copy, Step } from './delivery.ts';
import { type RemovalTools, takeDown } from './removal.ts';

/** What a call to the channel takes. */
export interface ChannelTools extends RemovalTools {
  /** Absolute path of a picture of the content folder. */
  onDisk(file: string): string;
  /** Absolute path of the folder for pictures that were made to fit Telegram's limits. */
  readonly photoCache: string;
}

type MediaMessage = Exclude<ChannelMessage, { type: 'text' }>;

/**
 * Makes the call of one step. Returns the ids of the messages that it made, changed or removed.
 *
 * @throws grammY's errors; see `failure.ts` for what they mean.
 */
export async function callTelegram(
  step: Step,
  copy: Copy | undefined,
  tools: ChannelTools,
): Promise<readonly number[]> {
  switch (step.call) {
    case 'send':
      // Once an entry has a copy, followers have heard of it.
      return send(step.message, copy === undefined ? {} : { disable_notification: true }, tools);
    case 'edit': {
      const old = copy?.messages.find((message) => message.ids[0] === step.messageIds[0]);
      await edit(step.messageIds, step.message, old?.message, tools);
      return step.messageIds;
    }
    case 'delete': {
      const down: number[] = [];
      const going = new Set(step.messageIds);
      for (const id of step.messageIds) {
        const ids = copy?.messages.find((one) => one.ids.includes(id))?.ids ?? [];
        const isAmongOthers = ids.some((other) => !going.has(other));
        if (await takeDown(id, tools, isAmongOthers)) down.push(id);
      }
      return down;
    }
    default:
      return step satisfies never;
  }
}

type Loudness = { readonly disable_notification?: true };

async function send(
  message: ChannelMessage,
  loudness: Loudness,
  tools: ChannelTools,
): Promise<number[]> {
  const { api, channelId } = tools;
  switch (message.type) {
    case 'text':
      return [
        (await api.sendMessage(channelId, message.text, { ...textOptions(message), ...loudness }))
          .message_id,
      ];
    case 'photo':
    case 'animation':
    case 'video':
      return [await sendMedium(message, loudness, tools)];
    case 'album': {
      const media = await Promise.all(
        message.pictures.map(async (picture, index) => ({
          ...(await inputOf({ type: 'photo', picture }, index === 0 ? message : undefined, tools)),
          type: 'photo' as const,
        })),
      );
      return (await api.sendMediaGroup(channelId, media, loudness)).map((sent) => sent.message_id);
    }
    default:
      return message satisfies never;
  }
}

async function edit(
  ids: readonly number[],
  message: ChannelMessage,
  old: ChannelMessage | undefined,
  tools: ChannelTools,
): Promise<void> {
  const { api, channelId } = tools;
  const [first = 0] = ids;
  switch (message.type) {
    case 'text':
      await api.editMessageText(channelId, first, message.text, textOptions(message));
      return;
    case 'photo':
    case 'animation':
    case 'video':
    case 'album':
      return editMedia(ids, message, old, tools);
    default:
      return message satisfies never;
  }
}

/** Edits the pictures that are others than before, and the caption, which a new first picture brings along. */
async function editMedia(
  ids: readonly number[],
  message: MediaMessage,
  old: ChannelMessage | undefined,
  tools: ChannelTools,
): Promise<void> {
  const { api, channelId } = tools;
  const words = { caption: message.text, caption_entities: [...message.entities] };
  const before = old ? mediaIn(old) : [];
  const isNew = ({ type, picture }: Medium, index: number) =>
    !isSamePicture(before[index]?.picture, picture) || before[index]?.type !== type;
  const media = mediaIn(message);
  const isCaptionNew =
    old?.text !== message.text || !isDeepStrictEqual(old.entities, message.entities);
  const [first] = media;
  if (first && !isNew(first, 0) && (isCaptionNew || !media.some(isNew)))
    await ignoreUnmodified(api.editMessageCaption(channelId, ids[0] ?? 0, words));
  for (const [index, medium] of media.entries()) {
    if (!isNew(medium, index)) continue;
    const input = await inputOf(medium, index === 0 ? message : undefined, tools);
    await ignoreUnmodified(api.editMessageMedia(channelId, ids[index] ?? 0, input));
  }
}

async function ignoreUnmodified(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (classify(error).kind !== 'done-already') throw error;
  }
}

function textOptions(message: Extract<ChannelMessage, { type: 'text' }>) {
  return {
    entities: [...message.entities],
    link_preview_options:
      message.preview === undefined ? { is_disabled: true } : { url: message.preview },
  };
}

async function sendMedium(
  message: Medium & PostText,
  loudness: Loudness,
  tools: ChannelTools,
): Promise<number> {
  const { api, channelId } = tools;
  const file = await readMedium(message, tools);
  const words = {
    caption: message.text,
    caption_entities: [...message.entities],
    ...hiding(message.picture),
    ...loudness,
  };
  switch (message.type) {
    case 'photo':
      return (await api.sendPhoto(channelId, file, words)).message_id;
    case 'animation':
      return (await api.sendAnimation(channelId, file, words)).message_id;
    case 'video':
      return (await api.sendVideo(channelId, file, { ...words, supports_streaming: true }))
        .message_id;
    default:
      return message.type satisfies never;
  }
}

async function inputOf(
  medium: Medium,
  caption: PostText | undefined,
  tools: ChannelTools,
): Promise<InputMediaPhoto | InputMediaAnimation | InputMediaVideo> {
  const words = caption && { caption: caption.text, caption_entities: [...caption.entities] };
  const media = await readMedium(medium, tools);
  return { type: medium.type, media, ...words, ...hiding(medium.picture) };
}

function hiding({ isSpoiler }: Picture): { has_spoiler?: true } {
  return isSpoiler ? { has_spoiler: true } : {};
}

/** Read whole before the call: a file that cannot be read must not look like a broken connection. */
async function readMedium(
  { type, picture }: Medium,
  { onDisk, photoCache }: ChannelTools,
): Promise<InputFile> {
  const own = onDisk(picture.file);
  try {
    const path = type === 'photo' ? await photoFile(picture, own, photoCache) : own;
    return new InputFile(inParts(await readFile(path)), basename(path));
  } catch (error) {
    throw await unreadable(picture.file, own, error);
  }
}

const partBytes = 65_536;

/** As it is written to the connection, part by part, so that it shows how far it is. */
function* inParts(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += partBytes) yield bytes.subarray(at, at + partBytes);
}

/** Of what cannot be read, which file it is; readers of pictures do not say that it is a matter of rights. */
async function unreadable(file: string, path: string, error: unknown): Promise<unknown> {
  try {
    await (await open(path)).close();
    return error;
  } catch (cause) {
    return isForbidden(cause) ? new Error(`${file} may not be read`, { cause }) : error;
  }
}
