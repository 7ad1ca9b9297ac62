import type { MessageEntity } from 'grammy/types';
import { button, type Keyboard, keyboardOf } from '../button/button.ts';
import type { ButtonValues } from '../button/buttonKinds.ts';
import { isEdited } from '../notify/replies.ts';
import { withoutLinks } from '../notify/withoutLinks.ts';
import { changedOnSiteWords, goneFromSiteWords } from '../publish/siteWords.ts';
import { cutTo, type KeyTelling, talk } from '../talk/talk.ts';
import { commentAddress } from './commentFile.ts';
import type { CommentTools } from './commentTools.ts';
import { type CommentState, type HeldComment, hasNewWords } from './heldComment.ts';

/** Of all quoted words together: the rest of a message has room for what else is to be said. */
const longestQuoted = 2800;
const longestTrouble = 800;
/** How much of what is the same stands before the first change. */
const leadLength = 60;

/** A paragraph of a notice: the bot's own words, or a quotation of the comment. */
interface Part {
  readonly text: string;
  readonly isQuoted: boolean;
}

/**
 * Tells the owner how a comment stands: a new message, or the one that told of it before. `isInPlace`: that one even for
 * what would be news.
 */
export async function notify(
  comment: HeldComment,
  trouble: string,
  tools: CommentTools,
  isInPlace = false,
): Promise<void> {
  const { api, config, comments } = tools;
  const { text, entities } = joined(partsOf(comment, trouble, tools));
  const other = {
    entities,
    link_preview_options: { is_disabled: true },
    reply_markup: buttonsFor(comment),
  };
  if ((isInPlace || !isNews(comment)) && comment.noticeId !== undefined) {
    const edit = api.editMessageText(config.ownerId, comment.noticeId, text, other);
    if (await isEdited(edit)) return comments.store.told(comment, comment.noticeId);
  }
  const sent = await api.sendMessage(config.ownerId, text, other);
  comments.store.told(comment, sent.message_id, tools.clock.now());
}

/** Of newer words under a comment that readers see already the owner hears anew, unless the older question is open. */
export function isNews(comment: HeldComment): boolean {
  const { noticeId, state, toldRevision, revision } = comment;
  if (noticeId === undefined) return true;
  return state === 'shown' && toldRevision !== revision && !isAskedAlready(comment);
}

function isAskedAlready(comment: HeldComment): boolean {
  const { toldRevision, allowedRevision, refusedRevision, writtenRevision } = comment;
  return ![allowedRevision, refusedRevision, writtenRevision].includes(toldRevision);
}

function joined(parts: readonly Part[]): { text: string; entities: MessageEntity[] } {
  const entities: MessageEntity[] = [];
  let text = '';
  for (const part of parts) {
    if (text !== '') text += '\n\n';
    if (part.isQuoted)
      entities.push({ type: 'blockquote', offset: text.length, length: part.text.length });
    text += part.text;
  }
  return { text, entities };
}

/** Whose comment it is, and below what. */
interface Who {
  readonly name: string;
  readonly entry: string;
}

function partsOf(comment: HeldComment, trouble: string, tools: CommentTools): Part[] {
  const who = { name: withoutLinks(comment.name), entry: subjectOf(comment, tools) };
  const said = hasTwoTexts(comment) ? bothTexts(comment, who) : oneText(comment, who);
  const words = trouble === '' ? siteWords(comment, tools) : trouble;
  return words === '' ? said : [...said, own(cutTo(longestTrouble, words.trim()))];
}

/** When the site shows what was allowed, or no longer shows what was removed. */
function siteWords(
  { state, revision, writtenRevision }: HeldComment,
  { config: { publish } }: CommentTools,
): string {
  if (state === 'removed') return goneFromSiteWords(publish, true);
  return changedOnSiteWords(publish, state === 'shown' && writtenRevision === revision);
}

/** Whether readers see other words than the newest. */
function hasTwoTexts({ state, revision, writtenRevision }: HeldComment): boolean {
  return state === 'shown' && writtenRevision !== undefined && writtenRevision !== revision;
}

function oneText(comment: HeldComment, who: Who): Part[] {
  const plain = withoutLinks(comment.plain);
  return [own(talk(headOf(comment), who)), quoted(plain, 0, longestQuoted, comment)];
}

function bothTexts(comment: HeldComment, who: Who): Part[] {
  const plain = withoutLinks(comment.plain);
  const old = withoutLinks(comment.writtenPlain ?? comment.writtenText ?? '');
  const most = longestQuoted / 2;
  const from = Math.max(old.length, plain.length) > most ? changeIn(old, plain) : 0;
  const isOpen = hasNewWords(comment);
  return [
    own(talk(isOpen ? 'commentOtherWords' : 'commentKept', who)),
    quoted(old, from, most, comment),
    own(talk(isOpen ? 'saysNow' : 'notSeen')),
    quoted(plain, from, most, comment),
  ];
}

/** From where two texts have to be read to see how they differ. */
function changeIn(old: string, plain: string): number {
  let same = 0;
  while (same < old.length && old[same] === plain[same]) same++;
  return same > 2 * leadLength ? same - leadLength : 0;
}

function own(text: string): Part {
  return { text, isQuoted: false };
}

function quoted(words: string, from: number, most: number, comment: HeldComment): Part {
  const left = words.length - from - most;
  const end =
    left > 0 ? talk('moreCharacters', { number: left, address: commentAddress(comment) }) : '';
  const shown = cutTo(most, words.slice(from));
  const text = `${from > 0 ? '…' : ''}${shown}${end}`;
  return { text: text.trim() === '' ? talk('nothing') : text, isQuoted: true };
}

function subjectOf({ entryId }: HeldComment, { outbox, channel }: CommentTools): string {
  const copy =
    channel && entryId !== undefined ? outbox.copies.find(entryId, channel.id) : undefined;
  return copy?.file ?? entryId ?? talk('aPost');
}

/** What a notice begins with. */
function headOf({ state, toldRevision, revision }: HeldComment) {
  const isChanged = toldRevision !== undefined && toldRevision !== revision;
  const heads = {
    unplaced: 'comment',
    waiting: isChanged ? 'commentChanged' : 'comment',
    shown: isChanged ? 'commentAllowedChanged' : 'commentAllowed',
    ignored: 'commentIgnored',
    removed: 'commentRemoved',
  } as const satisfies Readonly<Record<CommentState, KeyTelling<'name' | 'entry'>>>;
  return heads[state];
}

/** What allows words says which: others that have come since are not meant. */
function buttonsFor(comment: HeldComment): Keyboard {
  const { id, state, revision } = comment;
  const about = (label: string, action: ButtonValues<'comment'>['action'], words?: number) =>
    button(label, 'comment', { action, comment: id, revision: words });
  switch (state) {
    case 'unplaced':
    case 'waiting':
      return keyboardOf([
        about(talk('allowButton'), 'allow', revision),
        about(talk('ignoreButton'), 'ignore'),
      ]);
    case 'shown': {
      const words = hasTwoTexts(comment) ? [about(talk('newWordsButton'), 'allow', revision)] : [];
      if (hasTwoTexts(comment) && hasNewWords(comment))
        words.push(about(talk('oldWordsButton'), 'keep', revision));
      return keyboardOf(words, [about(talk('removeButton'), 'remove')]);
    }
    case 'ignored':
    case 'removed':
      return keyboardOf([about(talk('showAfterAllButton'), 'restore', revision)]);
    default:
      return state satisfies never;
  }
}
