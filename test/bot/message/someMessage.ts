import type { Message } from 'grammy/types';

/** A message that has this, besides what every message has. */
export const message = (more: object): Message =>
  ({
    message_id: 5,
    date: 1,
    chat: { id: 1, type: 'private', first_name: 'A' },
    ...more,
  }) as Message;

/** What stands for every file. */
export const file = { file_id: 'f', file_unique_id: 'u', file_size: 9 };

/** One of the sizes of a photo. */
export const size = (width: number, height: number) => ({
  ...file,
  file_id: `${width}`,
  width,
  height,
});
