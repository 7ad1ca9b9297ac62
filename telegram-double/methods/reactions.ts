import type { ReactionCount, ReactionType } from '@grammyjs/types';
import { badRequest } from '../world/refusal.ts';
import type { Emoji } from '../world/world.ts';

/** The emoji that people and bots react with. */
const EMOJI =
  '👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'.split(
    ' ',
  );

/** The reaction with an emoji. */
export function emojiReaction(emoji: string): ReactionType {
  if (!isReactionEmoji(emoji)) throw badRequest('REACTION_INVALID');
  return { type: 'emoji', emoji };
}

function isReactionEmoji(emoji: string): emoji is Emoji {
  return EMOJI.includes(emoji);
}

/** How often each reaction stands under a message, from the reactions by user. */
export function countReactions(
  reactions: ReadonlyMap<number, readonly ReactionType[]>,
): ReactionCount[] {
  const counts = new Map<string, ReactionCount>();
  for (const type of [...reactions.values()].flat()) {
    const key = JSON.stringify(type);
    counts.set(key, { type, total_count: (counts.get(key)?.total_count ?? 0) + 1 });
  }
  return [...counts.values()];
}
