import type { Update } from '@grammyjs/types';

/** The field of an update that says what happened. */
export type UpdateKind = Exclude<keyof Update, 'update_id'>;

/** Whether a bot receives a kind of update without naming it. A new kind breaks the build here. */
const IS_DEFAULT: Readonly<Record<UpdateKind, boolean>> = {
  message: true,
  edited_message: true,
  channel_post: true,
  edited_channel_post: true,
  business_connection: true,
  business_message: true,
  edited_business_message: true,
  deleted_business_messages: true,
  guest_message: true,
  stopped_message_generation: true,
  message_reaction: false,
  message_reaction_count: false,
  inline_query: true,
  chosen_inline_result: true,
  callback_query: true,
  shipping_query: true,
  pre_checkout_query: true,
  purchased_paid_media: true,
  poll: true,
  poll_answer: true,
  my_chat_member: true,
  chat_member: false,
  chat_join_request: true,
  chat_boost: true,
  removed_chat_boost: true,
  managed_bot: true,
  subscription: true,
};

/** Whether a word names a kind of update. */
export function isUpdateKind(word: string): word is UpdateKind {
  return Object.hasOwn(IS_DEFAULT, word);
}

/** Whether a bot that named these kinds receives a kind; naming none means the default. */
export function isAllowed(kind: UpdateKind, named: readonly UpdateKind[]): boolean {
  return named.length === 0 ? IS_DEFAULT[kind] : named.includes(kind);
}
