import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputFile } from 'grammy';
import type { InputMediaPhoto } from 'grammy/types';
import type { ChannelMessage, Picture } from './channelPost.ts';
import type { Copy, Step } from './delivery.ts';
import { classify } from './failure.ts';
import { photoFile } from './photoFile.ts';
import type { PostText } from './postText.ts';
import { type RemovalTools, takeDown } from './removal.ts';

/** What a call to the channel takes. */
export interface ChannelTools extends RemovalTools {
  /** Absolute path of a picture of the content folder. */
  onDisk(file: string): string;
  /** Absolute path of the folder for pictures that were made to fit Telegram's limits. */
  readonly photoCache: string;
}

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
      return send(step.message, tools);
    case 'edit': {
      const old = copy?.messages.find((message) => message.ids[0] === step.messageIds[0]);
      await edit(step.messageIds, step.message, old?.message, tools);
      return step.messageIds;
    }
    case 'delete': {
      const down: number[] = [];
      for (const id of step.messageIds) if (await takeDown(id, tools)) down.push(id);
      return down;
    }
    default: {
      const never: never = step;
      return never;
    }
  }
}

async function send(message: ChannelMessage, tools: ChannelTools): Promise<number[]> {
  const { api, channelId } = tools;
  switch (message.type) {
    case 'text':
      return [(await api.sendMessage(channelId, message.text, textOptions(message))).message_id];
    case 'photo': {
      const sent = await api.sendPhoto(channelId, await readPicture(message.picture, tools), {
        caption: message.text,
        caption_entities: [...message.entities],
      });
      return [sent.message_id];
    }
    case 'album': {
      const media = await Promise.all(
        message.pictures.map((picture, index) =>
          photoMedia(picture, index === 0 ? message : undefined, tools),
        ),
      );
      return (await api.sendMediaGroup(channelId, media)).map((sent) => sent.message_id);
    }
    default: {
      const never: never = message;
      return never;
    }
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
    case 'album': {
      const pictures = message.type === 'photo' ? [message.picture] : message.pictures;
      const before =
        old?.type === 'photo' ? [old.picture] : old?.type === 'album' ? old.pictures : [];
      for (const [index, picture] of pictures.entries()) {
        const caption = index === 0 ? message : undefined;
        const unchanged = before[index]?.digest === picture.digest;
        if (!unchanged) {
          const media = await photoMedia(picture, caption, tools);
          await ignoreUnmodified(api.editMessageMedia(channelId, ids[index] ?? 0, media));
        } else if (caption) {
          await ignoreUnmodified(
            api.editMessageCaption(channelId, first, {
              caption: caption.text,
              caption_entities: [...caption.entities],
            }),
          );
        }
      }
      return;
    }
    default: {
      const never: never = message;
      return never;
    }
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

async function photoMedia(
  picture: Picture,
  caption: PostText | undefined,
  tools: ChannelTools,
): Promise<InputMediaPhoto> {
  const words = caption && { caption: caption.text, caption_entities: [...caption.entities] };
  return { type: 'photo', media: await readPicture(picture, tools), ...words };
}

/** Read whole before the call: a file that cannot be read must not look like a broken connection. */
async function readPicture(
  picture: Picture,
  { onDisk, photoCache }: ChannelTools,
): Promise<InputFile> {
  const path = await photoFile(picture, onDisk(picture.file), photoCache);
  return new InputFile(await readFile(path), basename(path));
}
