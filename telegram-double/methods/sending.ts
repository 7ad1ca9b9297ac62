import type { Message } from '@grammyjs/types';
import { isOtherMarkup, readInlineKeyboard } from '../text/markup.ts';
import { fieldsOf, type Parameters } from '../world/parameters.ts';
import { present } from '../world/present.ts';
import { badRequest } from '../world/refusal.ts';
import type { Room } from '../world/room.ts';
import type { World } from '../world/world.ts';
import { type Content, postAsBot } from './posting.ts';
import { readReply } from './replies.ts';

/** Parameters that every method which sends one message takes. */
export type SendParameters = Parameters<
  | 'chat_id'
  | 'reply_markup'
  | 'reply_parameters'
  | 'reply_to_message_id'
  | 'message_thread_id'
  | 'protect_content'
>;

/** What those parameters add to the message. */
export function sendFields(parameters: SendParameters, room: Room): Content {
  return present({
    ...readReply(parameters, room),
    reply_markup: readInlineKeyboard(parameters.json('reply_markup')),
    has_protected_content: parameters.flag('protect_content') ? (true as const) : undefined,
  });
}

/** Posts what a request asks for, and remembers whether that can ever be edited. */
export function postRequested(
  world: World,
  room: Room,
  parameters: Parameters<'reply_markup'>,
  content: Content,
): Message {
  const message = postAsBot(world, room, content);
  const standing = room.messages.get(message.message_id);
  if (standing !== undefined && isOtherMarkup(parameters.json('reply_markup'))) {
    standing.isFixed = true;
  }
  return message;
}

/** The link preview options of a message, in the form in which it keeps them. */
export function readLinkPreview(parameters: Parameters<'link_preview_options'>): Content {
  const value = parameters.json('link_preview_options');
  if (value === undefined) return {};
  const options = fieldsOf(value);
  if (!options) throw badRequest("can't parse link preview options JSON object");
  return { link_preview_options: options };
}
