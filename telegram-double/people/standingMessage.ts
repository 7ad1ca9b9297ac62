import type { Message, MessageEntity } from '@grammyjs/types';
import { mediaFileId, mediaKind } from '../methods/media.ts';
import type { FileKind, FileStore } from '../world/files.ts';
import type { Room, Standing } from '../world/room.ts';

/** A message as people see it now. */
export type StandingMessage = {
  readonly id: number;
  readonly message: Message;
  readonly byBot: boolean;
  /** The text, or the caption of media. */
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  /** The words on its inline buttons, in order. */
  readonly buttons: readonly string[];
  readonly media?: StandingMedia;
  readonly isEdited: boolean;
  /** What the message was before each edit, oldest first. */
  readonly history: readonly Message[];
  readonly reactions: readonly string[];
};

/** The file that a message shows; of a photo, the largest size. */
export type StandingMedia = {
  readonly kind: FileKind;
  readonly fileId: string;
  readonly size: number;
  readonly bytes?: Uint8Array;
  readonly fileName?: string;
};

/** What stands in a chat now, of what is asked for, oldest first. */
export function standingMessages(
  room: Room,
  files: FileStore,
  isAskedFor: (standing: Standing) => boolean = () => true,
): StandingMessage[] {
  return [...room.messages.values()].filter(isAskedFor).map((standing) => view(standing, files));
}

function view(standing: Standing, files: FileStore): StandingMessage {
  const message = structuredClone(standing.message);
  const media = mediaOf(message, files);
  const reactions = [...standing.reactions.values()].flat();
  return {
    id: message.message_id,
    message,
    byBot: standing.byBot,
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    buttons: message.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? [],
    ...(media === undefined ? {} : { media }),
    isEdited: standing.history.length > 0,
    history: standing.history.map((one) => structuredClone(one)),
    reactions: reactions.map((reaction) => ('emoji' in reaction ? reaction.emoji : reaction.type)),
  };
}

function mediaOf(message: Message, files: FileStore): StandingMedia | undefined {
  const kind = mediaKind(message);
  const file = files.get(mediaFileId(message) ?? '');
  if (kind === undefined || file === undefined) return undefined;
  return {
    kind,
    fileId: file.id,
    size: file.size,
    ...(file.bytes === undefined ? {} : { bytes: file.bytes }),
    ...(file.name === undefined ? {} : { fileName: file.name }),
  };
}
