import type { Update } from 'grammy/types';
import { tellOwner } from '../notify/tellOwner.ts';
import { withoutLinks } from '../notify/withoutLinks.ts';
import type { UpdateTools } from './updateTools.ts';

const longestReason = 1_500;
const longestWords = 80;

/** Tells the owner of an update that was set aside, and how to take it up again. */
export async function tellSetAside(
  update: Update,
  reason: string,
  { api, config, log }: UpdateTools,
): Promise<void> {
  const said =
    update.message ?? update.edited_message ?? update.channel_post ?? update.edited_channel_post;
  const isOwn = said?.chat.id === config.ownerId;
  // Where it is the owner's own message, the answer hangs on it.
  const more = isOwn && {
    reply_parameters: { message_id: said.message_id, allow_sending_without_reply: true },
  };
  const cure = isOwn
    ? 'Look with /drafts whether its words are there; if they are not, mend the cause.'
    : 'Mend the cause.';
  await tellOwner(
    api,
    config.ownerId,
    `I could not deal with ${nameOf(update, isOwn)}, and have set it aside after several tries: ${reason.slice(0, longestReason)}\n${cure} It is kept: /retry tries it again.`,
    log,
    more || {},
  );
}

function nameOf(update: Update, isOwn: boolean): string {
  const said =
    update.message ?? update.edited_message ?? update.channel_post ?? update.edited_channel_post;
  if (!said) return update.callback_query ? 'a button that you pressed' : 'a reaction in a group';
  const words = withoutLinks((said.text ?? said.caption ?? '').replace(/\s+/g, ' ').trim());
  const begins =
    words === ''
      ? ''
      : ` (“${words.slice(0, longestWords).toWellFormed()}${words.length > longestWords ? '…' : ''}”)`;
  const whose = isOwn ? 'a message of yours' : 'a message';
  return `${whose}${begins}, message ${said.message_id} of chat ${said.chat.id}`;
}
