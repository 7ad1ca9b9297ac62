import type { Message } from 'grammy/types';
import type { Clock } from '../base/clock.ts';
import { writeOwner } from '../notify/replies.ts';
import { settleArrived } from '../notify/uncertain.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { talk } from '../talk/talk.ts';
import type { CommentTools } from './commentTools.ts';

const waitMilliseconds = 4_000;
const lookMilliseconds = 400;
/** Telegram's clock and this machine's may differ by this much. */
const clockDifferenceMilliseconds = 60_000;

/**
 * The post that Telegram forwarded into the channel's group: it is what a thread hangs on, and proof that the post is
 * there.
 *
 * @returns whether the message is, or answers, such a forward of this channel.
 */
export function learnThread(
  message: Message | NonNullable<Message['reply_to_message']>,
  { channel, comments }: CommentTools,
): boolean {
  const origin = message.forward_origin;
  if (message.is_automatic_forward !== true || !channel || message.sender_chat?.id !== channel.id)
    return false;
  if (origin?.type !== 'channel' || origin.chat.id !== channel.id) return false;
  comments.store.learnThread(message as Message, origin.message_id);
  return true;
}

/** An automatic forward has come: it ties its thread to its post, and settles a delivery that was uncertain. */
export async function hearForward(message: Message, tools: CommentTools): Promise<void> {
  const origin = message.forward_origin;
  if (!learnThread(message, tools) || origin?.type !== 'channel') return;
  const delivery = settleArrived(message, origin.message_id, tools);
  if (!delivery || delivery === 'held') return;
  if (tools.outbox.news.isTold(delivery))
    await writeOwner(tools, talk('thereAfterAll', { file: delivery.file }));
  await tools.mirror();
}

/**
 * Gives the automatic forward of an uncertain post a moment to come, before anybody is asked.
 *
 * @returns whether it came, so that nobody has to be.
 */
export async function settledByItself(
  delivery: Delivery,
  tools: CommentTools,
  clock: Clock,
  signal: AbortSignal,
): Promise<boolean> {
  if (delivery.state !== 'uncertain' || tools.channel?.linkedGroupId === undefined) return false;
  for (let waited = 0; waited <= waitMilliseconds; waited += lookMilliseconds) {
    if (isSettled(delivery, tools)) {
      await tools.mirror();
      return true;
    }
    if (signal.aborted) return false;
    await clock.pause(lookMilliseconds, signal);
  }
  return false;
}

function isSettled(delivery: Delivery, tools: CommentTools): boolean {
  const open = () => tools.outbox.uncertain().some(({ id }) => id === delivery.id);
  if (!open()) return true;
  const since = Math.floor((delivery.createdAt - clockDifferenceMilliseconds) / 1000);
  for (const { postId, content } of tools.comments.store.forwardsSince(since))
    settleArrived(content, postId, tools);
  return !open();
}
