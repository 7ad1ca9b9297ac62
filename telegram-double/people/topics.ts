import type { Chat, Message } from '@grammyjs/types';
import { type Author, type Content, post } from '../methods/posting.ts';
import { asReplyTarget } from '../methods/replies.ts';
import { badRequest } from '../world/refusal.ts';
import { isAdministrator, type Room, type Standing } from '../world/room.ts';
import type { World } from '../world/world.ts';

/** A message, or where it stands; a topic of a forum is named by the one that began it. */
export type MessageReference = Pick<Message, 'message_id'> & {
  readonly chat: { readonly id: number };
};

/** What is done in a forum with its topics. What is said in none stands in General. */
export class Forum {
  readonly chat: Chat.SupergroupChat;
  readonly #world: World;
  readonly #room: Room;

  constructor(world: World, room: Room) {
    if (room.chat.type !== 'supergroup' || !room.chat.is_forum)
      throw new Error(`chat ${room.chat.id} is no forum`);
    this.chat = room.chat;
    this.#world = world;
    this.#room = room;
  }

  get id(): number {
    return this.chat.id;
  }

  /** Begins a topic. */
  begins(by: Author, name: string): Message {
    const id = this.#room.counter.next;
    this.#room.topics.set(id, { name, isClosed: false });
    return post(this.#world, this.#room, by, {
      ...inTopic(id),
      forum_topic_created: { name, icon_color: 0x6f_b9_f0 },
    });
  }

  /** Gives a topic another name. */
  renames(by: Author, { message_id }: MessageReference, name: string): void {
    topicIn(this.#room, message_id).name = name;
    this.#post(by, message_id, { forum_topic_edited: { name } });
  }

  /** Closes a topic: only administrators write in it. */
  closes(by: Author, { message_id }: MessageReference): void {
    topicIn(this.#room, message_id).isClosed = true;
    this.#post(by, message_id, { forum_topic_closed: {} });
  }

  /** Lets everybody write in a topic again. */
  reopens(by: Author, { message_id }: MessageReference): void {
    topicIn(this.#room, message_id).isClosed = false;
    this.#post(by, message_id, { forum_topic_reopened: {} });
  }

  #post(by: Author, topicId: number, content: Content): void {
    post(this.#world, this.#room, by, {
      ...topicFields(this.#room, topicId, by.user.id),
      ...content,
    });
  }
}

/** What a message says that is sent to a topic: it answers the one that began the topic. */
export function topicFields(room: Room, topicId: number, senderId: number): Content {
  const { isClosed } = topicIn(room, topicId);
  if (isClosed && !isAdministrator(room, senderId)) throw badRequest('TOPIC_CLOSED');
  const root = room.messages.get(topicId);
  return { ...inTopic(topicId), ...(root && { reply_to_message: asReplyTarget(root.message) }) };
}

/** In which topic a message is sent that may answer another: that of the answered one, and no other. */
export function topicOfReply(
  topic: MessageReference | undefined,
  answered: Standing | undefined,
): number | undefined {
  if (!answered) return topic?.message_id;
  const { message_id, is_topic_message, message_thread_id } = answered.message;
  const own = is_topic_message ? message_thread_id : undefined;
  if (topic && topic.message_id !== own)
    throw new Error(`message ${message_id} is in another topic`);
  return own;
}

function topicIn(room: Room, topicId: number) {
  const topic = room.topics.get(topicId);
  if (!topic) throw badRequest('message thread not found');
  return topic;
}

function inTopic(id: number): Content {
  return { message_thread_id: id, is_topic_message: true };
}
