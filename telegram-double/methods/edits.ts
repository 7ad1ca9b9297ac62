import { isDeepStrictEqual } from 'node:util';
import type { Message, Update } from '@grammyjs/types';
import { type CaptionFields, readCaption, readText, textFields } from '../text/formatting.ts';
import { forwardedKeyboard, readInlineKeyboard } from '../text/markup.ts';
import type { Parameters } from '../world/parameters.ts';
import { present } from '../world/present.ts';
import type { Handlers } from '../world/protocol.ts';
import { badRequest } from '../world/refusal.ts';
import type { Room, Standing } from '../world/room.ts';
import type { World } from '../world/world.ts';
import { channelRight, readableRoom, standingMessage } from './access.ts';
import { parseInputMedia, readInputMedia } from './inputMedia.ts';
import { mediaKind } from './media.ts';
import { announceEdit, automaticForward, type Content } from './posting.ts';
import { readLinkPreview } from './sending.ts';

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** The fields that make up what a message says; an edit replaces all of them. */
const CONTENT_FIELDS = [
  'text',
  'entities',
  'link_preview_options',
  'caption',
  'caption_entities',
  'show_caption_above_media',
  'has_media_spoiler',
  'photo',
  'video',
  'audio',
  'document',
  'animation',
  'voice',
  'video_note',
  'location',
] as const;

type EditParameters = Parameters<'chat_id' | 'message_id' | 'inline_message_id' | 'reply_markup'>;
type Edited = Update.Edited & Message;

export const editHandlers: Handlers<'editMessageText' | 'editMessageCaption' | 'editMessageMedia'> =
  {
    editMessageText(parameters, world) {
      const { room, standing } = editable(parameters, world);
      if (parameters.has('rich_message')) throw badRequest('rich messages are not supported here');
      const fields = textFields(readText(parameters, 'MESSAGE_TOO_LONG'));
      if (standing.message.text === undefined) {
        throw badRequest('there is no text in the message to edit');
      }
      const content = { ...fields, ...readLinkPreview(parameters) };
      return {
        ...editByBot(world, room, standing, { ...content, ...keyboard(parameters) }),
        ...fields,
      };
    },

    editMessageCaption(parameters, world) {
      const { room, standing } = editable(parameters, world);
      const caption = readCaption(parameters, 'MEDIA_CAPTION_TOO_LONG');
      const kind = mediaKind(standing.message);
      if (kind === undefined || kind === 'video_note') {
        throw badRequest('there is no caption in the message to edit');
      }
      const content = withCaption(standing.message, caption, parameters);
      return editByBot(world, room, standing, { ...content, ...keyboard(parameters) });
    },

    async editMessageMedia(parameters, world) {
      const { room, standing } = editable(parameters, world);
      const media = parseInputMedia(parameters.json('media'));
      const before = mediaKind(standing.message);
      if (before === 'voice' || before === 'video_note') {
        throw badRequest("message media can't be edited");
      }
      if (standing.message.media_group_id !== undefined) checkAlbumItem(before, media.kind);
      const content = await readInputMedia(media, parameters, world, 'MEDIA_CAPTION_TOO_LONG');
      return editByBot(world, room, standing, { ...content, ...keyboard(parameters) });
    },
  };

/**
 * Replaces what a message says, keeps what it was, and carries the edit over to the automatic
 * forward. An edit that changes nothing is refused.
 */
export function applyEdit(world: World, room: Room, standing: Standing, content: Content): Edited {
  const { message } = standing;
  const before = present({ ...contentOf(message), reply_markup: message.reply_markup });
  if (isDeepStrictEqual(before, content)) throw badRequest(NOT_MODIFIED);
  replaceContent(standing, content, world.seconds());
  announceEdit(world, room, standing);
  const copy = automaticForward(world, room, standing);
  if (copy !== undefined) {
    const { reply_markup, ...said } = content;
    const kept = present({ reply_markup: forwardedKeyboard(reply_markup) });
    replaceContent(copy.forward, { ...said, ...kept }, world.seconds());
    announceEdit(world, copy.group, copy.forward);
  }
  return structuredClone(standing.message) as Edited;
}

/** Telegram counts edits as it counts messages, those among them that change nothing. */
function editByBot(world: World, room: Room, standing: Standing, content: Content): Edited {
  world.rateLimit.spend(room.chat);
  return applyEdit(world, room, standing, content);
}

function replaceContent(standing: Standing, content: Content, seconds: number): void {
  standing.history.push(standing.message);
  const kept = Object.entries(standing.message).filter(
    ([field]) => field !== 'reply_markup' && !CONTENT_FIELDS.some((name) => name === field),
  );
  standing.message = {
    ...(Object.fromEntries(kept) as unknown as Message),
    ...structuredClone(content),
    edit_date: seconds,
  };
}

function contentOf(message: Message): Content {
  const fields = CONTENT_FIELDS.filter((name) => message[name] !== undefined);
  return Object.fromEntries(fields.map((name) => [name, message[name]]));
}

function withCaption(
  message: Message,
  caption: CaptionFields,
  parameters: Parameters<'show_caption_above_media'>,
): Content {
  const {
    caption: _caption,
    caption_entities: _entities,
    show_caption_above_media: _above,
    ...media
  } = contentOf(message);
  const above = parameters.flag('show_caption_above_media');
  return { ...media, ...caption, ...(above ? { show_caption_above_media: true } : {}) };
}

function editable(parameters: EditParameters, world: World): { room: Room; standing: Standing } {
  if (parameters.has('inline_message_id')) throw badRequest('MESSAGE_ID_INVALID');
  const room = readableRoom(parameters, world);
  const standing = standingMessage(parameters, room, 'edit');
  const mayEditOthers =
    room.chat.type === 'channel' && channelRight(room, world, 'can_edit_messages');
  const isFinal = standing.isFixed || standing.message.forward_origin !== undefined;
  if (isFinal || (!standing.byBot && !mayEditOthers)) throw badRequest("message can't be edited");
  return { room, standing };
}

function keyboard(parameters: Parameters<'reply_markup'>): Content {
  const markup = readInlineKeyboard(parameters.json('reply_markup'));
  return markup === undefined ? {} : { reply_markup: markup };
}

function checkAlbumItem(before: string | undefined, after: string): void {
  const visual = ['photo', 'video'];
  const isSame = before === after || (visual.includes(before ?? '') && visual.includes(after));
  if (!isSame) throw badRequest("can't change media type in the album");
}
