import type { MessageView } from '../../chat/view.ts';

/** What stands in a chat as one: a message, or an album. */
export interface Block {
  readonly messages: readonly [MessageView, ...MessageView[]];
  /** Whether the same person said what stands before it, a moment ago. */
  readonly isFollowing: boolean;
  /** Whether a day begins with it. */
  readonly isNewDay: boolean;
}

const togetherSeconds = 5 * 60;

/** The blocks of a chat, in their order. `dayOf` says on which day a moment (in seconds) is. */
export function blocksOf(
  messages: readonly MessageView[],
  dayOf: (seconds: number) => string,
): Block[] {
  const blocks: {
    messages: [MessageView, ...MessageView[]];
    isFollowing: boolean;
    isNewDay: boolean;
  }[] = [];
  for (const message of messages) {
    const last = blocks.at(-1);
    if (last && message.album !== undefined && last.messages[0].album === message.album) {
      last.messages.push(message);
      continue;
    }
    const before = last?.messages.at(-1);
    const isNewDay = before === undefined || dayOf(before.date) !== dayOf(message.date);
    const isFollowing =
      !isNewDay &&
      before !== undefined &&
      before.author.id === message.author.id &&
      !message.isPost &&
      message.date - before.date < togetherSeconds;
    blocks.push({ messages: [message], isFollowing, isNewDay });
  }
  return blocks;
}

/** The words of a block: an album has them below one of its pictures. */
export function spoken({ messages }: Block): MessageView {
  return messages.find(({ text }) => text !== '') ?? messages[0];
}
