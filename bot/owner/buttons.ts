import type { CallbackQuery } from 'grammy/types';
import { readButton } from '../button/button.ts';
import type { ButtonKind, ButtonMeaning, ButtonValues } from '../button/buttonKinds.ts';
import { type Press, type PressHandler, pressOf } from '../button/press.ts';
import { decideComments } from '../comments/commentNews.ts';
import { decideComment } from '../comments/deciding.ts';
import { requestOfPress } from '../drafts/request.ts';
import { settleName } from '../groups/asking.ts';
import {
  answerButton,
  draftButtons,
  replaceText,
  reply,
  settleButton,
  tellPresser,
} from '../notify/replies.ts';
import { tellOfDelivery } from '../notify/tellOwner.ts';
import { giveUpCopy } from '../outbox/deletedPost.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { talk } from '../talk/talk.ts';
import { endByButton } from './commands/article.ts';
import { draftsPage } from './commands/drafts.ts';
import { chooseSeries, nameSeries } from './commands/series.ts';
import { showByButton } from './commands/show.ts';
import { askForAlt } from './dialogue/altQuestions.ts';
import type { Answer } from './dialogue/command.ts';
import { answerMirror } from './dialogue/mirrorAnswers.ts';
import { settleContact } from './entry/contacts.ts';
import { type DraftAct, discardDraft, longAgo, publishDraft } from './entry/publishing.ts';
import { requireSite, unreadIn } from './entry/unread.ts';
import type { OwnerTools } from './ownerTools.ts';

type OwnPressHandler<Kind extends ButtonKind> = PressHandler<Kind, OwnerTools>;

/** Who deals with a press of each kind. */
const handlers: { readonly [Kind in ButtonKind]: OwnPressHandler<Kind> } = {
  publish: (press, values, tools) => changeDraft(press, values, publishDraft, tools),
  discard: (press, values, tools) => changeDraft(press, values, discardDraft, tools),
  show: telling(showByButton),
  async drafts(press, { page }, tools) {
    await answerButton(press, '', tools.api);
    await refreshList(press, page, tools);
  },
  alt: askForAlt,
  contact: settleContact,
  done: afterReading(telling(endByButton)),
  series: async (press, values, tools) =>
    answerSeries(press, await chooseSeries(press, values, tools), tools),
  newseries: (press, values, tools) => answerSeries(press, nameSeries(press, values, tools), tools),
  resend: beforeLook(sendAgain),
  repost: beforeLook(postAgain),
  mirror: beforeLook(answerMirror),
  comment: decideComment,
  comments: decideComments,
  who: afterReading(settleName),
};

/** Does what a pressed button asks for. Its presser has been checked before. */
export async function handlePress(query: CallbackQuery, tools: OwnerTools): Promise<void> {
  const press = pressOf(query);
  if (!press) return;
  const meaning = readButton(query.data ?? '');
  if (!meaning) return tellPresser(press, talk('unknownButton'), tools.api);
  try {
    await handle(press, meaning, tools);
  } catch (error) {
    // What was begun is brought to its end, however late.
    if (tools.changes.fileOf(requestOfPress(press, tools)) !== undefined) throw error;
    const why = unreadIn(error);
    await answerButton(press, '', tools.api);
    await reply(tools.api, press, why);
  }
}

function handle<Kind extends ButtonKind>(
  press: Press,
  { kind, values }: ButtonMeaning<Kind>,
  tools: OwnerTools,
): Promise<void> {
  return handlers[kind](press, values, tools);
}

/** Of what settles something before it reads the journal: where that cannot be read, nothing is settled. */
function afterReading<Kind extends ButtonKind>(
  settle: OwnPressHandler<Kind>,
): OwnPressHandler<Kind> {
  return async (press, values, tools) => {
    await requireSite(tools);
    await settle(press, values, tools);
  };
}

/** Of what is decided for the mirror: the look that follows may find that the journal cannot be read, and later ones do. */
function beforeLook<Kind extends ButtonKind>(decide: OwnPressHandler<Kind>): OwnPressHandler<Kind> {
  return async (press, values, tools) => {
    await decide(press, values, tools);
    await tools.mirror().catch(unreadIn);
  };
}

/** Publishes or discards. An acknowledgement becomes the news; a list of drafts goes on without that draft. */
async function changeDraft(
  press: Press,
  { draft: draftId, page }: ButtonValues<'publish' | 'discard'>,
  change: DraftAct,
  tools: OwnerTools,
): Promise<void> {
  const { api, store } = tools;
  const draft = store.byId(draftId);
  if (!draft) return tellPresser(press, talk('unknownButton'), api);
  const outcome = await change(draft, tools, requestOfPress(press, tools));
  await answerButton(press, outcome.text, api);
  const keyboard = outcome.isOver ? undefined : draftButtons(draft);
  if (page === undefined && store.byMessage(press))
    return replaceText(api, press, outcome.text, keyboard);
  const messageId = await reply(api, press, outcome.text);
  store.acknowledged({ chatId: press.chatId, messageId }, draft);
  if (page !== undefined) await refreshList(press, page, tools);
}

async function refreshList(press: Press, page: number, tools: OwnerTools): Promise<void> {
  const { text, keyboard } = await draftsPage(page, tools);
  await replaceText(tools.api, press, text, keyboard);
}

/** Of what is answered with a sentence. */
function telling<Kind extends ButtonKind>(
  act: (...pressed: Parameters<OwnPressHandler<Kind>>) => Promise<string>,
): OwnPressHandler<Kind> {
  return async (press, values, tools) =>
    tellPresser(press, await act(press, values, tools), tools.api);
}

async function answerSeries(
  press: Press,
  answer: Answer | undefined,
  { api, store }: OwnerTools,
): Promise<void> {
  if (!answer) return tellPresser(press, talk('unknownButton'), api);
  await answerButton(press, '', api);
  await replaceText(api, press, answer.text);
  if (answer.draft) store.acknowledged(press, answer.draft);
}

/** Of what posts once more: a press that waited for long may have been followed by another look, so that is asked anew. */
async function isAskedAnew(
  press: Press,
  delivery: Delivery | undefined,
  tools: OwnerTools,
): Promise<boolean> {
  if (!delivery || longAgo(requestOfPress(press, tools), tools) === undefined) return false;
  await answerButton(press, '', tools.api);
  await tellOfDelivery(tools, delivery, delivery.error ?? '');
  return true;
}

/** The owner looked, and an uncertain post is not there. */
async function sendAgain(
  press: Press,
  { delivery, question }: ButtonValues<'resend'>,
  tools: OwnerTools,
): Promise<void> {
  const { api, outbox, clock } = tools;
  const open = outbox.uncertain().find((one) => one.id === delivery && one.questions === question);
  if (await isAskedAnew(press, open, tools)) return;
  const isSent = outbox.sendAgain(delivery, question, clock.now());
  const text = talk(isSent ? 'sentAgain' : 'settledAlready');
  await settleButton(press, text, api);
}

/** A post was deleted in the channel, and the owner wants it there once more. */
async function postAgain(
  press: Press,
  { delivery }: ButtonValues<'repost'>,
  tools: OwnerTools,
): Promise<void> {
  const { api, outbox } = tools;
  const open = outbox.failed().find((one) => one.id === delivery);
  if (await isAskedAnew(press, open, tools)) return;
  const isGivenUp = await giveUpCopy(delivery, outbox, api);
  const text = talk(isGivenUp ? 'postedAgain' : 'settledAlready');
  await settleButton(press, text, api);
}
