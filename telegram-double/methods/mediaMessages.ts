import type { Message } from '@grammyjs/types';
import { readCaption } from '../text/formatting.ts';
import type { Parameters } from '../world/parameters.ts';
import { present } from '../world/present.ts';
import type { Handlers } from '../world/protocol.ts';
import { badRequest } from '../world/refusal.ts';
import type { World } from '../world/world.ts';
import { writableRoom } from './access.ts';
import { readAlbum } from './album.ts';
import { type MediaDetails, type MediaFields, readMedia } from './media.ts';
import { postAsBot } from './posting.ts';
import { readReply } from './replies.ts';
import { postRequested, type SendParameters, sendFields } from './sending.ts';

type MediumKind = 'photo' | 'video' | 'animation';
type MediumParameters<Kind extends MediumKind> = SendParameters &
  Parameters<'caption' | 'parse_mode' | 'caption_entities'> &
  Parameters<Kind | 'show_caption_above_media' | 'has_spoiler'>;

export const mediaHandlers: Handlers<
  'sendPhoto' | 'sendVideo' | 'sendAnimation' | 'sendMediaGroup'
> = {
  async sendPhoto(parameters, world) {
    return withMedia(await sendMedia(world, 'photo', parameters), 'photo');
  },

  async sendVideo(parameters, world) {
    return withMedia(await sendMedia(world, 'video', parameters, frame(parameters)), 'video');
  },

  async sendAnimation(parameters, world) {
    const message = await sendMedia(world, 'animation', parameters, frame(parameters));
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

async function sendMedia<Kind extends MediumKind>(
  world: World,
  kind: Kind,
  parameters: MediumParameters<NoInfer<Kind>>,
  details: MediaDetails = {},
): Promise<Message> {
  const caption = readCaption(parameters, 'message caption is too long');
  const room = writableRoom(parameters, world);
  const fields = sendFields(parameters, room);
  const media = await readMedia(world.files, kind, parameters.file(kind), details);
  const shown = present({
    show_caption_above_media: parameters.flag('show_caption_above_media')
      ? (true as const)
      : undefined,
    has_media_spoiler: parameters.flag('has_spoiler') ? (true as const) : undefined,
  });
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

function frame(parameters: Parameters<'width' | 'height' | 'duration'>): MediaDetails {
  return {
    width: parameters.integer('width'),
    height: parameters.integer('height'),
    durationSeconds: parameters.integer('duration'),
  };
}
