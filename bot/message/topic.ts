import type { Message } from 'grammy/types';

/** Where a message stands that is in no topic: in the group itself, or in a forum's topic General. */
const noTopic = 0;

/**
 * The place in a group in which a message is said, for those who read along: a topic of a forum, or the comments below a
 * post of the channel. Answers elsewhere have a thread as well, which is no place of its own: all see it in the group.
 *
 * @param isBelowPost whether a thread hangs on a post of the channel.
 */
export function topicOf(message: Message, isBelowPost: (threadId: number) => boolean): number {
  const { message_thread_id: threadId, is_topic_message: isInForum } = message;
  if (threadId === undefined) return noTopic;
  return isInForum || beginsComments(message) || isBelowPost(threadId) ? threadId : noTopic;
}

function beginsComments({ reply_to_message: answered }: Message): boolean {
  return answered?.is_automatic_forward === true;
}

/**
 * The message that somebody chose to answer. Within a topic and below a post every message answers the one that began
 * it, which nobody chose.
 */
export function chosenAnswer(message: Message): Message['reply_to_message'] {
  const { reply_to_message: answered, message_thread_id: threadId } = message;
  if (answered?.forum_topic_created || answered?.is_automatic_forward) return undefined;
  const isRoot = answered?.message_id === threadId && message.is_topic_message === true;
  return isRoot ? undefined : answered;
}
