import type { Update } from 'grammy/types';

/**
 * Whether an update is the owner's own, in private with the bot. Only the numeric id counts: usernames change hands,
 * and anonymous administrators, channels and automatic forwards come with a sender that is not the owner.
 */
export function isFromOwner(update: Update, ownerId: number): boolean {
  const message = update.message ?? update.edited_message;
  if (message) {
    return (
      message.from?.id === ownerId &&
      message.chat.type === 'private' &&
      message.chat.id === ownerId &&
      !message.sender_chat
    );
  }
  const query = update.callback_query;
  return query !== undefined && query.from.id === ownerId && query.message?.chat.id === ownerId;
}
