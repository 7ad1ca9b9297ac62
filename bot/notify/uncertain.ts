import type { Api } from 'grammy';
import type { Message } from 'grammy/types';
import type { Clock } from '../base/clock.ts';
import type { Channel } from '../outbox/channel.ts';
import { type CopiedMessage, type Delivery, emptyCopy, idsOfCopy } from '../outbox/delivery.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { type ChannelMessage, countOf } from '../post/channelPost.ts';
import { talk } from '../talk/talk.ts';
import { placeOf, reply } from './replies.ts';

/** What settling a delivery by its post takes. */
interface ForwardTools {
  readonly api: Api;
  readonly clock: Clock;
  readonly channel: Channel | undefined;
  readonly outbox: Outbox;
  mirror(): Promise<unknown>;
}

/**
 * The owner forwards a post from the channel: it settles the uncertain delivery whose post it is. Only one with the same
 * words and of the same kind is, and none that another entry holds.
 *
 * @returns whether the message was such a forward, or another picture of an album that was.
 */
export async function settleByForward(message: Message, tools: ForwardTools): Promise<boolean> {
  const origin = message.forward_origin;
  const { channel, api } = tools;
  if (origin?.type !== 'channel' || channel === undefined || origin.chat.id !== channel.id)
    return false;
  const delivery = settleArrived(message, origin.message_id, tools);
  if (delivery === 'held') return message.media_group_id !== undefined;
  if (!delivery) return false;
  await reply(api, placeOf(message), talk('thankYou', { file: delivery.file }));
  await tools.mirror();
  return true;
}

/**
 * A post of the channel has been seen: it settles the uncertain delivery whose post it is.
 *
 * @returns that delivery; `held` where the post is known as some entry's; undefined where it is nobody's.
 */
export function settleArrived(
  message: Message,
  postId: number,
  { outbox, channel, clock }: ForwardTools,
): Delivery | 'held' | undefined {
  if (!channel) return undefined;
  const held = new Set(outbox.copies.all(channel.id).flatMap(idsOfCopy));
  if (held.has(postId)) return 'held';
  const delivery = outbox.uncertain().find((one) => {
    const step = one.steps[one.step];
    return one.channelId === channel.id && step?.call === 'send' && isPostOf(message, step.message);
  });
  const step = delivery?.steps[delivery.step];
  if (!delivery || step?.call !== 'send') return undefined;
  const base = outbox.copies.find(delivery.entryId, channel.id) ?? emptyCopy(delivery);
  const found: CopiedMessage = { ids: idsFrom(postId, step.message), message: step.message };
  outbox.stepDone(
    delivery,
    { ...base, contentHash: '', messages: [...base.messages, found] },
    clock.now(),
  );
  return delivery;
}

function isPostOf(message: Message, post: ChannelMessage): boolean {
  if (!isShownAs(post.type, message)) return false;
  if ((message.media_group_id !== undefined) !== (post.type === 'album')) return false;
  return plain(message.text ?? message.caption ?? '') === plain(post.text);
}

function isShownAs(type: ChannelMessage['type'], message: Message): boolean {
  switch (type) {
    case 'text':
      return message.text !== undefined;
    case 'photo':
    case 'album':
      return message.photo !== undefined;
    // Telegram has its own mind about what moves: a film without a sound is an animation, for one.
    case 'animation':
    case 'video':
      return (message.animation ?? message.video ?? message.document) !== undefined;
    default:
      return type satisfies never;
  }
}

/** The pictures of an album get ids that follow one another; the first has the words. */
function idsFrom(first: number, post: ChannelMessage): number[] {
  return Array.from({ length: countOf(post) }, (_, index) => first + index);
}

/** The words of a post without what Telegram, or a person, may have changed in the white space between them. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the owner has to know of an entry that he takes away while nobody knows whether its post arrived; mostly empty. */
export function uncertainWords(entryId: string, { outbox, channel }: ForwardTools): string {
  const isUncertain =
    channel !== undefined && outbox.openFor(entryId, channel.id)?.state === 'uncertain';
  return isUncertain ? `\n${talk('mayBeThere')}` : '';
}
