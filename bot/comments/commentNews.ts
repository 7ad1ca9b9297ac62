import type { Site } from '#journal/schema/siteSchema.ts';
import { button, type Keyboard, keyboardOf } from '../button/button.ts';
import type { ButtonValues } from '../button/buttonKinds.ts';
import type { PressHandler } from '../button/press.ts';
import { readSite } from '../content/contentFolder.ts';
import { answerButton, isEdited } from '../notify/replies.ts';
import { withoutLinks } from '../notify/withoutLinks.ts';
import { cutShort, talk } from '../talk/talk.ts';
import type { Gathered, Meant } from './commentDigest.ts';
import { isNews, notify } from './commentNotice.ts';
import type { CommentTools } from './commentTools.ts';
import type { HeldComment } from './heldComment.ts';
import { hideShown, type Troubles, writeAll } from './writing.ts';

/** So many comments get messages of their own; further ones are gathered into one. */
const ownMessages = 3;
/** Comments that nobody has to decide about are told of one by one again after this long. */
const quietMilliseconds = 60 * 60_000;
/** While more are waiting to be taken in, the count is brought up to date so often. */
const countMilliseconds = 10_000;
const namedSenders = 3;
const shownAtOnce = 3;
const longestName = 30;
const longestTrouble = 800;
/** In place of a sender: all of them are meant. */
const everybody = 0;

/** Tells the owner of comments: of the first few each by itself, of more in one message that counts them. */
export async function tellOfComments(
  comments: readonly HeldComment[],
  troubles: Troubles,
  site: Site,
  tools: CommentTools,
): Promise<void> {
  let gathered = 0;
  for (const comment of comments) {
    const trouble = troubles.get(comment.id) ?? '';
    if (!isToBeTold(comment, trouble)) continue;
    if (!isNews(comment) || !isCrowded(site, tools)) await notify(comment, trouble, tools);
    else if (comment.noticeId === undefined) gathered++;
    else await notify(comment, trouble, tools, true);
  }
  if (gathered > 0) await countThem(comments.length, [...troubles.values()][0] ?? '', tools);
}

function isToBeTold(comment: HeldComment, trouble: string): boolean {
  const { isOwn, noticeId, toldRevision, revision, state } = comment;
  const isQuiet = isOwn && trouble === '' && noticeId === undefined;
  const isTold = toldRevision === revision && trouble === '';
  return !isQuiet && !isTold && (state === 'waiting' || state === 'shown');
}

/** Whether the owner has enough of single messages to look at. */
function isCrowded({ comments: wish }: Site, { comments, clock }: CommentTools): boolean {
  const { digest } = comments.store;
  if (digest.message() !== undefined) return true;
  const open =
    wish === 'ask' ? digest.unanswered() : digest.toldSince(clock.now() - quietMilliseconds);
  return open >= ownMessages;
}

/** Brings the count up to date; not each time while many are being taken in. */
async function countThem(count: number, trouble: string, tools: CommentTools): Promise<void> {
  const { digest } = tools.comments.store;
  const open = digest.message();
  const now = tools.clock.now();
  const age = now - (open?.shownAt ?? 0);
  const isRecent = open?.id !== undefined && age >= 0 && age < countMilliseconds;
  if (isRecent && tools.inbox.dueOfMembers(now) > count) return;
  // Kept first: what is gathered is counted even where the message does not go out.
  if (!open) digest.shown(undefined, now);
  await showDigest(trouble, tools);
}

/** Shows how many comments were gathered, in the message that did so before. */
async function showDigest(trouble: string, tools: CommentTools): Promise<void> {
  const { digest } = tools.comments.store;
  const open = digest.message();
  if (!open) return;
  const all = digest.bySender();
  const words = trouble === '' ? '' : `\n\n${trouble.trim().slice(0, longestTrouble)}`;
  const text = `${digestText(all)}${words}`.toWellFormed();
  const keyboard = all.length === 0 ? undefined : digestButtons(all, digest.newest());
  const shown = await showIn(open.id, text, keyboard, all.length === 0, tools);
  if (all.length === 0) digest.close();
  else digest.shown(shown, tools.clock.now());
}

async function showIn(
  messageId: number | undefined,
  text: string,
  keyboard: Keyboard | undefined,
  isOver: boolean,
  { api, config }: CommentTools,
): Promise<number | undefined> {
  const other = keyboard ? { reply_markup: keyboard } : {};
  if (messageId !== undefined) {
    const edit = api.editMessageText(config.ownerId, messageId, text, other);
    if (await isEdited(edit)) return messageId;
  }
  if (isOver) return undefined;
  return (await api.sendMessage(config.ownerId, text, other)).message_id;
}

function digestText(all: readonly Gathered[]): string {
  if (all.length === 0) return talk('gatheredNone');
  const count = all.reduce((sum, one) => sum + one.count, 0);
  const waiting = all.reduce((sum, one) => sum + one.waiting, 0);
  const named = all
    .slice(0, namedSenders)
    .map((one) => talk('bySender', { name: nameOf(one), number: one.count }));
  const others = all.length - named.length;
  return [
    waiting === 0 ? talk('gatheredAllowed', { count }) : talk('gathered', { count, waiting }),
    ...named,
    ...(others > 0 ? [talk('moreSenders', { count: others })] : []),
  ].join('\n');
}

/** Which comments a button means goes with it: others that have come since are not meant. */
function digestButtons(all: readonly Gathered[], newest: number): Keyboard {
  const about = (label: string, action: ButtonValues<'comments'>['action'], sender: number) =>
    button(label, 'comments', { action, sender, newest });
  const isAnyWaiting = all.some(({ waiting }) => waiting > 0);
  const ofSender = (one: Gathered) => [
    ...(one.waiting > 0
      ? [about(talk('allowAllOf', { name: nameOf(one) }), 'allow', one.senderId)]
      : []),
    about(talk('hideAllOf', { name: nameOf(one) }), 'hide', one.senderId),
  ];
  return keyboardOf(...all.slice(0, namedSenders).map(ofSender), [
    about(talk('showNextButton'), 'next', everybody),
    about(talk(isAnyWaiting ? 'allowAllButton' : 'enoughButton'), 'allow', everybody),
    about(talk('hideAllButton'), 'hide', everybody),
  ]);
}

function nameOf({ name }: Gathered): string {
  return cutShort(longestName, withoutLinks(name));
}

/** Does what a button under the count says. */
export const decideComments: PressHandler<'comments', CommentTools> = async (
  press,
  { action, sender, newest },
  tools,
) => {
  const { digest } = tools.comments.store;
  if (action === 'next') {
    const next = digest.first(shownAtOnce);
    await answerButton(press, next.length === 0 ? talk('noMoreWait') : '', tools.api);
    for (const comment of next) await notify(comment, '', tools);
    return showDigest('', tools);
  }
  const meant = { senderId: sender === everybody ? undefined : sender, upTo: newest };
  const decided = action === 'hide' ? await hideAll(meant, tools) : await allowAll(meant, tools);
  await answerButton(press, decided.news, tools.api);
  await showDigest(decided.trouble, tools);
};

interface Decided {
  readonly news: string;
  readonly trouble: string;
}

async function allowAll(meant: Meant, tools: CommentTools): Promise<Decided> {
  const { store } = tools.comments;
  const all = store.digest.meant(meant);
  const site = await readSite(tools.config.contentFolder);
  store.inTransaction(() => {
    for (const one of all) if (one.entryId !== undefined) store.allowed(one, one.entryId);
  });
  const troubles = await writeAll(
    all.map((one) => store.fresh(one)),
    site,
    tools,
  );
  const done = all.flatMap(({ id }) => {
    const now = store.byId(id);
    return now?.state === 'shown' && now.writtenRevision === now.revision ? [now] : [];
  });
  store.digest.seen(done);
  const left = all.length - done.length;
  return {
    news:
      left === 0
        ? talk('allowedSome', { number: done.length })
        : talk('allowedNotYet', { number: done.length, left }),
    trouble: [...troubles.values()][0] ?? '',
  };
}

async function hideAll(meant: Meant, tools: CommentTools): Promise<Decided> {
  const { store } = tools.comments;
  const all = store.digest.meant(meant);
  const { isHidden, trouble } = await hideShown(all, tools);
  if (!isHidden) return { news: talk('notYet'), trouble };
  store.inTransaction(() => {
    for (const one of all) store.hidden(one, one.state === 'shown' ? 'removed' : 'ignored');
    store.digest.seen(all);
  });
  const back = () => talk('haveOneBack', { button: talk('showAfterAllButton') });
  return { news: talk('hiddenSome', { number: all.length }), trouble: trouble || back() };
}
