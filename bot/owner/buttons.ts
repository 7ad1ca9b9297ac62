import type { CallbackQuery } from 'grammy/types';
import { requestOfPress } from '../drafts/request.ts';
import {
  answerButton,
  draftButtons,
  replaceText,
  reply,
  settleButton,
  tellPresser,
} from '../notify/replies.ts';
import { giveUpCopy } from '../outbox/deletedPost.ts';
import { endByButton } from './commands/article.ts';
import { draftsPage } from './commands/drafts.ts';
import { chooseSeries } from './commands/series.ts';
import { showByButton } from './commands/show.ts';
import { askForAlt } from './dialogue/altQuestions.ts';
import { answerMirror } from './dialogue/mirrorAnswers.ts';
import { settleContact } from './entry/contacts.ts';
import { discardDraft, publishDraft } from './entry/publishing.ts';
import type { OwnerTools } from './ownerTools.ts';

type Shown = NonNullable<CallbackQuery['message']>;

const unknownButton = 'I no longer know what this button was for. /drafts shows the drafts.';

/** Does what a pressed button asks for. Its presser has been checked before. */
export async function handleButton(query: CallbackQuery, tools: OwnerTools): Promise<void> {
  const [action = '', first, second] = (query.data ?? '').split(':');
  const shown = query.message;
  if (action === 'resend') return sendAgain(query, Number(first), Number(second), tools);
  if (action === 'mirror') return answerMirror(query, tools);
  if (action === 'repost') return postAgain(query, Number(first), tools);
  if (!shown) return tellPresser(query, unknownButton, tools.api);
  switch (action) {
    case 'publish':
    case 'discard':
      return changeDraft(query, shown, action, second, tools);
    case 'show':
      return showEntry(query, shown, Number(first), tools);
    case 'drafts':
      await answerButton(query, '', tools.api);
      return refreshList(shown, Number(first), tools);
    case 'alt':
      return askForAlt(query, Number(first), tools);
    case 'contact':
      return settleContact(query, first ?? '', Number(second), tools);
    case 'done':
      return 'text' in shown
        ? tellPresser(query, await endByButton(query, shown, Number(first), tools), tools.api)
        : tellPresser(query, unknownButton, tools.api);
    case 'series':
    case 'newseries':
      return pickSeries(query, shown, tools);
    default:
      return tellPresser(query, unknownButton, tools.api);
  }
}

/** Publishes or discards. An acknowledgement becomes the news; a list of drafts goes on without that draft. */
async function changeDraft(
  query: CallbackQuery,
  shown: Shown,
  action: 'publish' | 'discard',
  page: string | undefined,
  tools: OwnerTools,
): Promise<void> {
  const { api, store } = tools;
  const draft = store.byId(Number(query.data?.split(':')[1]));
  if (!draft) return tellPresser(query, unknownButton, api);
  const request = requestOfPress(query, shown, tools);
  const outcome =
    action === 'publish'
      ? await publishDraft(draft, tools, request)
      : await discardDraft(draft, tools, request);
  await answerButton(query, outcome.text, api);
  const place = { chatId: shown.chat.id, messageId: shown.message_id };
  const keyboard = outcome.isOver ? undefined : draftButtons(draft);
  if (page === undefined && store.byMessage(place))
    return replaceText(api, place, outcome.text, keyboard);
  store.acknowledged({ ...place, messageId: await reply(api, place, outcome.text) }, draft);
  if (page !== undefined) await refreshList(shown, Number(page), tools);
}

async function refreshList(shown: Shown, page: number, tools: OwnerTools): Promise<void> {
  const { text, keyboard } = await draftsPage(page, tools);
  const place = { chatId: shown.chat.id, messageId: shown.message_id };
  await replaceText(tools.api, place, text, keyboard);
}

async function showEntry(
  query: CallbackQuery,
  shown: Shown,
  id: number,
  tools: OwnerTools,
): Promise<void> {
  const draft = tools.store.byId(id);
  const trouble = draft ? await showByButton(draft, shown, tools) : unknownButton;
  await tellPresser(query, trouble, tools.api);
}

async function pickSeries(query: CallbackQuery, shown: Shown, tools: OwnerTools): Promise<void> {
  const { api, store } = tools;
  const answer = await chooseSeries(query, shown, tools);
  if (!answer) return tellPresser(query, unknownButton, api);
  await answerButton(query, '', api);
  const place = { chatId: shown.chat.id, messageId: shown.message_id };
  await replaceText(api, place, answer.text);
  if (answer.draft) store.acknowledged(place, answer.draft);
}

/** The owner looked, and an uncertain post is not there. */
async function sendAgain(
  query: CallbackQuery,
  deliveryId: number,
  question: number,
  tools: OwnerTools,
): Promise<void> {
  const { api, outbox, clock } = tools;
  const isSent = outbox.sendAgain(deliveryId, question, clock.now());
  const text = isSent ? 'It is sent again.' : 'That is settled already.';
  await settleButton(query, text, api);
  await tools.mirror();
}

/** A post was deleted in the channel, and the owner wants it there once more. */
async function postAgain(
  query: CallbackQuery,
  deliveryId: number,
  tools: OwnerTools,
): Promise<void> {
  const { api, outbox } = tools;
  const isGivenUp = await giveUpCopy(deliveryId, outbox, api);
  const text = isGivenUp ? 'It is posted again.' : 'That is settled already.';
  await settleButton(query, text, api);
  await tools.mirror();
}
