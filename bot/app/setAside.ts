import type { Message, Update } from 'grammy/types';
import { tellOwner } from '../notify/tellOwner.ts';
import { withoutLinks } from '../notify/withoutLinks.ts';
import { cutShort, talk } from '../talk/talk.ts';
import type { UpdateTools } from './updateTools.ts';

const longestReason = 1_500;
const longestWords = 80;

/** Tells the owner of an update that was set aside, and how to take it up again. */
export async function tellSetAside(
  update: Update,
  reason: string,
  tools: UpdateTools,
): Promise<void> {
  const said =
    update.message ?? update.edited_message ?? update.channel_post ?? update.edited_channel_post;
  const isOwn = said?.chat.id === tools.config.ownerId;
  const what = said
    ? nameOf(said, isOwn)
    : talk(update.callback_query ? 'pressedButton' : 'groupReaction');
  // Where it is the owner's own message, the answer hangs on it.
  const more = isOwn && {
    reply_parameters: { message_id: said.message_id, allow_sending_without_reply: true },
  };
  const words = talk('setAside', { what, reason: reason.slice(0, longestReason) });
  const hint = talk(isOwn ? 'setAsideOwn' : 'setAsideOther');
  await tellOwner(tools, `${words}\n${hint}`, more || {});
}

function nameOf(said: Message, isOwn: boolean): string {
  const words = withoutLinks((said.text ?? said.caption ?? '').replace(/\s+/g, ' ').trim());
  const place = { message: String(said.message_id), chat: String(said.chat.id) };
  if (words === '') return talk(isOwn ? 'ownMessageWordless' : 'otherMessageWordless', place);
  const begins = cutShort(longestWords, words);
  return talk(isOwn ? 'ownMessage' : 'otherMessage', { words: begins, ...place });
}
