import type { Message } from '@grammyjs/types';
import { readCaption, readText, textFields } from '../text/formatting.ts';
import type { Parameters } from '../world/parameters.ts';
import type { Handlers } from '../world/protocol.ts';
import { badRequest } from '../world/refusal.ts';
import { statusOf } from '../world/room.ts';
import { botUser, type World } from '../world/world.ts';
import { knownRoom, readableRoom, writableRoom } from './access.ts';
import { forwardedContent, postAsBot, postPinned } from './posting.ts';
import { postRequested, readLinkPreview, sendFields } from './sending.ts';

export const messageHandlers: Handlers<
  | 'sendMessage'
  | 'forwardMessage'
  | 'forwardMessages'
  | 'copyMessage'
  | 'sendChatAction'
  | 'pinChatMessage'
  | 'unpinChatMessage'
> = {
  sendMessage(parameters, world) {
    const room = writableRoom(parameters, world);
    const fields = textFields(readText(parameters, 'message is too long'));
    const content = { ...sendFields(parameters, room), ...fields, ...readLinkPreview(parameters) };
    world.rateLimit.spend(room.chat);
    return { ...postRequested(world, room, parameters, content), ...fields };
  },

  forwardMessage(parameters, world) {
    const room = writableRoom(parameters, world);
    const source = sourceMessage(parameters, parameters.integer('message_id'), world, 'forward');
    world.rateLimit.spend(room.chat);
    return postAsBot(world, room, forwardedContent(source));
  },

  forwardMessages(parameters, world) {
    const room = writableRoom(parameters, world);
    const from = knownRoom(parameters.text('from_chat_id'), world);
    const ids = parameters.list('message_ids') ?? [];
    checkRising(ids);
    const sources = ids.flatMap((id) => from.messages.get(Number(id))?.message ?? []);
    if (sources.length === 0) throw badRequest('there are no messages to forward');
    world.rateLimit.spend(room.chat, sources.length);
    return sources.map((source) => {
      const { message_id } = postAsBot(world, room, forwardedContent(source));
      return { message_id };
    });
  },

  copyMessage(parameters, world) {
    const room = writableRoom(parameters, world);
    const source = sourceMessage(parameters, parameters.integer('message_id'), world, 'copy');
    const { forward_origin: _, ...copied } = forwardedContent(source);
    const caption = parameters.has('caption')
      ? readCaption(parameters, 'message caption is too long')
      : {};
    world.rateLimit.spend(room.chat);
    const content = { ...copied, ...caption, ...sendFields(parameters, room) };
    return { message_id: postRequested(world, room, parameters, content).message_id };
  },

  sendChatAction(parameters, world) {
    writableRoom(parameters, world);
    if (!ACTIONS.has(parameters.text('action') ?? '')) {
      throw badRequest('wrong parameter action in request');
    }
    return true;
  },

  pinChatMessage(parameters, world) {
    const room = writableRoom(parameters, world);
    const id = parameters.integer('message_id');
    const standing = id === undefined ? undefined : room.messages.get(id);
    if (standing === undefined) throw badRequest('message to pin not found');
    if (room.chat.type !== 'private' && statusOf(room, world.bot.id) !== 'administrator') {
      throw badRequest('not enough rights to manage pinned messages in the chat');
    }
    room.pinnedId = standing.message.message_id;
    postPinned(world, room, { user: botUser(world.bot) }, standing.message);
    return true;
  },

  unpinChatMessage(parameters, world) {
    const room = readableRoom(parameters, world);
    if (room.pinnedId === undefined) throw badRequest('message to unpin not found');
    delete room.pinnedId;
    return true;
  },
};

const ACTIONS: ReadonlySet<string> = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);

function sourceMessage(
  parameters: Parameters<'from_chat_id'>,
  messageId: number | undefined,
  world: World,
  purpose: 'forward' | 'copy',
): Message {
  const from = knownRoom(parameters.text('from_chat_id'), world);
  const source = messageId === undefined ? undefined : from.messages.get(messageId)?.message;
  if (source === undefined) throw badRequest(`message to ${purpose} not found`);
  if (purpose === 'forward' && source.has_protected_content) {
    throw badRequest("message can't be forwarded");
  }
  return source;
}

function checkRising(ids: readonly unknown[]): void {
  if (ids.some((id, index) => index > 0 && Number(id) <= Number(ids[index - 1]))) {
    throw badRequest('message identifiers must be in a strictly increasing order');
  }
}
