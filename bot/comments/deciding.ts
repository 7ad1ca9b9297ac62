import type { Message } from 'grammy/types';
import type { ButtonValues } from '../button/buttonKinds.ts';
import type { PressHandler } from '../button/press.ts';
import { readSite } from '../content/contentFolder.ts';
import { answerButton, placeOf, tellPresser } from '../notify/replies.ts';
import { talk } from '../talk/talk.ts';
import { entriesByPost, textOf } from './commenting.ts';
import { notify } from './commentNotice.ts';
import type { CommentTools } from './commentTools.ts';
import type { HeldComment } from './heldComment.ts';
import { hideShown, writeAll } from './writing.ts';

/** Does what a button under a comment's notice says. */
export const decideComment: PressHandler<'comment', CommentTools> = async (
  press,
  values,
  tools,
) => {
  const comment = tools.comments.store.byId(values.comment);
  if (!comment) return tellPresser(press, talk('commentForgotten'), tools.api);
  const outcome = await decide(comment, values, tools);
  await answerButton(press, outcome.news, tools.api);
  await notify(outcome.comment, outcome.trouble, tools);
};

function decide(
  comment: HeldComment,
  { action, revision }: ButtonValues<'comment'>,
  tools: CommentTools,
): Promise<Outcome> | Outcome {
  if (action === 'ignore' || action === 'remove') return hide(comment, tools, action);
  if (revision !== comment.revision) return unchanged(comment, talk('wordsChanged'));
  if (action === 'keep') return keep(comment, tools);
  const isHidden = comment.state === 'ignored' || comment.state === 'removed';
  // "Allow" that is handled again does not bring back what was taken away since.
  return isHidden && action !== 'restore'
    ? unchanged(comment, talk('decidedAlready'))
    : allow(comment, tools);
}

/** `/uncomment` in private, in reply to a comment's notice or to the forwarded comment. Returns the answer. */
export async function uncommentInPrivate(message: Message, tools: CommentTools): Promise<string> {
  const comment = commentMeant(message.reply_to_message, tools);
  if (!comment) return talk('whichComment');
  const { news, trouble, comment: now } = await hide(comment, tools, 'remove');
  if (now.noticeId !== undefined) await notify(now, trouble, tools);
  return `${news}${trouble === '' ? '' : `\n${trouble.trim()}`}`;
}

/** The owner's `/uncomment` in reply to a comment in the group; the answer comes in private. */
export async function uncommentInGroup(message: Message, tools: CommentTools): Promise<void> {
  const addressed = message.reply_to_message;
  const comment =
    addressed && tools.comments.store.at({ ...placeOf(message), messageId: addressed.message_id });
  if (!comment) return;
  const outcome = await hide(comment, tools, 'remove');
  await notify(outcome.comment, outcome.trouble, tools);
}

interface Outcome {
  readonly news: string;
  readonly trouble: string;
  readonly comment: HeldComment;
}

function unchanged(comment: HeldComment, news: string): Outcome {
  return { news, trouble: '', comment };
}

async function allow(comment: HeldComment, tools: CommentTools): Promise<Outcome> {
  const { store } = tools.comments;
  if (isShownAsItIs(comment)) return unchanged(comment, talk('allowedAlready'));
  const isSeen = comment.state === 'shown' && comment.writtenRevision !== undefined;
  const entryId = isSeen ? comment.entryId : (entriesByPost(tools)(comment) ?? comment.entryId);
  if (entryId === undefined || comment.text === '') return unchanged(comment, talk('cannotShow'));
  const site = await readSite(tools.config.contentFolder);
  store.allowed(comment, entryId);
  const troubles = await writeAll([store.fresh(comment)], site, tools);
  const trouble = troubles.get(comment.id) ?? '';
  const now = store.fresh(comment);
  return { news: talk(isShownAsItIs(now) ? 'allowed' : 'notYet'), trouble, comment: now };
}

/** The older words stay where readers see them. */
function keep(comment: HeldComment, { comments }: CommentTools): Outcome {
  if (isShownAsItIs(comment)) return unchanged(comment, talk('allowedAlready'));
  if (comment.state !== 'shown') return unchanged(comment, talk('decidedAlready'));
  comments.store.refused(comment);
  return unchanged(comments.store.fresh(comment), talk('oldWordsStay'));
}

function isShownAsItIs({ state, revision, writtenRevision }: HeldComment): boolean {
  return state === 'shown' && writtenRevision === revision;
}

async function hide(
  comment: HeldComment,
  tools: CommentTools,
  action: 'ignore' | 'remove',
): Promise<Outcome> {
  const { store } = tools.comments;
  if (comment.state === 'removed') return unchanged(comment, talk('removed'));
  const isSeen = comment.state === 'shown';
  // "Ignore" under an older notice does not take away what was allowed since.
  if (action === 'ignore' && isSeen) return unchanged(comment, talk('decidedAlready'));
  const { isHidden, trouble } = await hideShown([comment], tools);
  if (!isHidden) return { news: talk('notYet'), trouble, comment };
  const become = isSeen ? 'removed' : 'ignored';
  store.hidden(comment, become);
  return { news: talk(become), trouble, comment: store.fresh(comment) };
}

function commentMeant(
  addressed: Message['reply_to_message'],
  { comments }: CommentTools,
): HeldComment | undefined {
  if (!addressed) return undefined;
  const noticed = comments.store.byNotice(addressed.message_id);
  const origin = addressed.forward_origin;
  if (noticed || !origin) return noticed;
  const sender =
    origin.type === 'user'
      ? origin.sender_user.id
      : origin.type === 'chat'
        ? origin.sender_chat.id
        : undefined;
  const { plain } = textOf(addressed);
  const candidates = comments.store
    .sentAt(origin.date)
    .filter((one) => one.plain === plain && (sender === undefined || one.senderId === sender));
  return candidates.length === 1 ? candidates[0] : undefined;
}
