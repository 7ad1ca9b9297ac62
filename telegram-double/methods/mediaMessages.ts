import type { Message } from '@grammyjs/types';
import { readCaption } from '../text/formatting.ts';
import type { FileKind } from '../world/files.ts';
import type { Parameters, Upload } from '../world/parameters.ts';
import type { Handlers } from '../world/protocol.ts';
import { badRequest } from '../world/refusal.ts';
import type { World } from '../world/world.ts';
import { writableRoom } from './access.ts';
import { readAlbum } from './album.ts';
import { type MediaDetails, type MediaFields, readMedia } from './media.ts';
import { type Content, postAsBot } from './posting.ts';
import { readReply } from './replies.ts';
import { postRequested, type SendParameters, sendFields } from './sending.ts';

type CaptionParameters = Parameters<'caption' | 'parse_mode' | 'caption_entities'>;

export const mediaHandlers: Handlers<
  'sendPhoto' | 'sendVideo' | 'sendAnimation' | 'sendMediaGroup'
> = {
  async sendPhoto(parameters, world) {
    const shown = { ...aboveMedia(parameters), ...spoiler(parameters) };
    return withMedia(
      await sendMedia(world, 'photo', parameters, parameters.file('photo'), shown),
      'photo',
    );
  },

  async sendVideo(parameters, world) {
    const shown = { ...aboveMedia(parameters), ...spoiler(parameters) };
    const details = frame(parameters);
    return withMedia(
      await sendMedia(world, 'video', parameters, parameters.file('video'), shown, details),
      'video',
    );
  },

  async sendAnimation(parameters, world) {
    const shown = { ...aboveMedia(parameters), ...spoiler(parameters) };
    const file = parameters.file('animation');
    const details = frame(parameters);
    const message = await sendMedia(world, 'animation', parameters, file, shown, details);
    return { ...withMedia(message, 'animation'), ...withMedia(message, 'document') };
  },

  async sendMediaGroup(parameters, world) {
    const room = writableRoom(parameters, world);
    if ('reply_markup' in parameters.values) {
      throw badRequest("reply markup can't be used in an album");
    }
    const reply = readReply(parameters, room);
    const album = await readAlbum(parameters, world);
    world.rateLimit.spend(room.chat, album.length);
    const mediaGroupId = world.newMediaGroupId();
    return album.map((item) => {
      const message = postAsBot(world, room, { ...reply, ...item, media_group_id: mediaGroupId });
      return message as Message.PhotoMessage;
    });
  },
};

async function sendMedia(
  world: World,
  kind: FileKind,
  parameters: SendParameters & CaptionParameters,
  source: Upload | string | undefined,
  shown: Content,
  details: MediaDetails = {},
): Promise<Message> {
  const caption = readCaption(parameters, 'message caption is too long');
  const room = writableRoom(parameters, world);
  const fields = sendFields(parameters, room);
  const media = await readMedia(world.files, kind, source, details);
  world.rateLimit.spend(room.chat);
  return postRequested(world, room, parameters, { ...fields, ...media, ...shown, ...caption });
}

function withMedia<K extends keyof MediaFields>(
  message: Message,
  kind: K,
): Message & Record<K, NonNullable<Message[K]>> {
  if (message[kind] === undefined && message.document === undefined)
    throw new Error(`the message has no ${kind}`);
  return message as Message & Record<K, NonNullable<Message[K]>>;
}

function aboveMedia(parameters: Parameters<'show_caption_above_media'>): Content {
  return parameters.flag('show_caption_above_media') ? { show_caption_above_media: true } : {};
}

function spoiler(parameters: Parameters<'has_spoiler'>): Content {
  return parameters.flag('has_spoiler') ? { has_media_spoiler: true } : {};
}

function frame(parameters: Parameters<'width' | 'height' | 'duration'>): MediaDetails {
  return {
    width: parameters.integer('width'),
    height: parameters.integer('height'),
    durationSeconds: parameters.integer('duration'),
  };
}
