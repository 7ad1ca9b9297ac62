import { type Api, GrammyError } from 'grammy';
import { isTokenRefused, tokenError } from '../base/token.ts';

/** The channel that entries are mirrored into. */
export interface Channel {
  readonly id: number;
  readonly title: string;
  /** Without the @; undefined for a private channel. */
  readonly username: string | undefined;
  /** The group in which posts are discussed; undefined where there is none. */
  readonly linkedGroupId?: number | undefined;
}

/** Thrown where the configured channel is none that the bot could post in; its words tell the next step. */
export class ChannelError extends Error {
  override readonly name = 'ChannelError';
}

/** Looks the configured channel up. @throws {ChannelError} where it is no channel, or the bot may not see it. */
export async function findChannel(api: Api, reference: string | number): Promise<Channel> {
  const chat = await api.getChat(reference).catch((error: unknown) => {
    if (!(error instanceof GrammyError) || error.error_code >= 500 || error.error_code === 429)
      throw error;
    if (isTokenRefused(error)) throw tokenError(error);
    throw new ChannelError(
      `TELEGRAM_CHANNEL is ${reference}, and Telegram says of it: ${error.description}. Expected a channel in which the bot is an administrator. Check the name, and add the bot to the channel's administrators.`,
      { cause: error },
    );
  });
  if (chat.type !== 'channel') {
    throw new ChannelError(
      `TELEGRAM_CHANNEL is ${reference}, which is a ${chat.type}; expected a channel in which the bot is an administrator`,
    );
  }
  return {
    id: chat.id,
    title: chat.title,
    username: chat.username,
    linkedGroupId: chat.linked_chat_id,
  };
}

/** The address of a post, as `syndication` keeps it. Private channels have addresses that their followers can open. */
export function postAddress(channel: Channel, messageId: number): string {
  return channel.username === undefined
    ? `https://t.me/c/${String(channel.id).replace(/^-100/, '')}/${messageId}`
    : `https://t.me/${channel.username}/${messageId}`;
}

/** Ids of the posts of this channel among addresses, in their order; a channel is known by name and by number. */
export function postIds(channel: Channel, addresses: readonly string[]): number[] {
  const places = [
    `c/${String(channel.id).replace(/^-100/, '')}`,
    ...(channel.username === undefined ? [] : [channel.username.toLowerCase()]),
  ];
  return addresses.flatMap((address) => {
    const found = /^https:\/\/t\.me\/((?:c\/)?[^/]+)\/(\d+)\/?(?:\?.*)?$/.exec(address);
    return found?.[1] !== undefined && places.includes(found[1].toLowerCase())
      ? [Number(found[2])]
      : [];
  });
}
