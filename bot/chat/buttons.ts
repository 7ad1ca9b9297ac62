import type { CallbackQuery } from 'grammy/types';
import type { HandlerTools } from './handlerTools.ts';
import { discardDraft, publishDraft } from './publishing.ts';
import { answerButton, placeOf, replaceText, reply } from './replies.ts';

/** Does what a pressed button asks for. Its presser has been checked before. */
export async function handleButton(query: CallbackQuery, tools: HandlerTools): Promise<void> {
  const { api, store } = tools;
  const [action, id, question] = (query.data ?? '').split(':');
  const shown = query.message;
  if (action === 'resend') return sendAgain(query, Number(id), Number(question), tools);
  const draft = store.byId(Number(id));
  if (!draft || !shown || (action !== 'publish' && action !== 'discard')) {
    return answerButton(query, 'I no longer know what this button was for.', api);
  }
  const outcome =
    action === 'publish' ? await publishDraft(draft, tools) : await discardDraft(draft, tools);
  await answerButton(query, outcome, api);
  const place = { chatId: shown.chat.id, messageId: shown.message_id };
  // A list of drafts keeps its other buttons; an acknowledgement becomes the news.
  if (store.byMessage(place)) await replaceText(api, place, outcome);
  else await reply(api, place, outcome);
}

/** The owner looked, and an uncertain post is not there. */
async function sendAgain(
  query: CallbackQuery,
  deliveryId: number,
  question: number,
  tools: HandlerTools,
): Promise<void> {
  const { api, outbox, clock } = tools;
  const isSent = outbox.sendAgain(deliveryId, question, clock.now());
  const text = isSent ? 'It is sent again.' : 'That is settled already.';
  await answerButton(query, text, api);
  const shown = query.message;
  if (shown && 'text' in shown) await replaceText(api, placeOf(shown), text);
  await tools.mirror();
}
