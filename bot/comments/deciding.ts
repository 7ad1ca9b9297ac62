import type { CallbackQuery, Message } from 'grammy/types';
import type { HandlerTools } from '../chat/handlerTools.ts';
import { answerButton, placeOf } from '../chat/replies.ts';
import { readSite } from '../contentFolder.ts';
import { CommentFileError } from './commentFile.ts';
import { carryOn, entryOf, write } from './commenting.ts';
import { notify } from './commentNotice.ts';
import type { CommentState, HeldComment } from './commentStore.ts';

/** Does what a button under a comment's notice says. @returns whether it was one. */
export async function pressedComment(query: CallbackQuery, tools: HandlerTools): Promise<boolean> {
  const [kind, action, id] = (query.data ?? '').split(':');
  if (kind !== 'comment') return false;
  const comment = tools.comments.store.byId(Number(id));
  if (!comment) {
    await answerButton(query, 'I no longer have that comment.', tools.api);
    return true;
  }
  const outcome =
    action === 'allow' ? await allow(comment, tools) : await hide(comment, tools, action);
  await answerButton(query, outcome.news, tools.api);
  await notify(outcome.comment, outcome.trouble, tools);
  return true;
}

/** `/uncomment` in private, in reply to a comment's notice or to the forwarded comment. Returns the answer. */
export async function uncommentInPrivate(message: Message, tools: HandlerTools): Promise<string> {
  const comment = commentMeant(message.reply_to_message, tools);
  if (!comment)
    return 'Which comment? Reply with /uncomment to my message about it, to a forward of it, or to itself in the group.';
  const { news, trouble, comment: now } = await hide(comment, tools, 'remove');
  if (now.noticeId !== undefined) await notify(now, trouble, tools);
  return `${news}${trouble === '' ? '' : `\n${trouble}`}`;
}

/** The owner's `/uncomment` in reply to a comment in the group; the answer comes in private. */
export async function uncommentInGroup(message: Message, tools: HandlerTools): Promise<void> {
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

async function allow(comment: HeldComment, tools: HandlerTools): Promise<Outcome> {
  const { store, files } = tools.comments;
  const entryId = entryOf(comment, tools) ?? comment.entryId;
  if (comment.state === 'shown' && comment.writtenVersion !== undefined)
    return { news: 'Shown already.', trouble: '', comment };
  if (entryId === undefined || comment.text === '')
    return { news: 'I no longer have what it takes to show it.', trouble: '', comment };
  const site = await readSite(tools.config.contentFolder);
  store.decided(comment, 'shown', entryId);
  const allowed = store.byId(comment.id) ?? comment;
  let trouble = '';
  if (comment.state === 'removed' && comment.writtenVersion !== undefined) {
    trouble = await mended(async () => {
      await files.setStatus(entryId, allowed, 'shown');
      return carryOn(allowed, entryId, tools);
    });
  }
  trouble += await write(allowed, site, tools);
  const now = store.byId(comment.id) ?? allowed;
  return { news: now.state === 'shown' ? 'Shown.' : 'Not yet.', trouble, comment: now };
}

async function hide(
  comment: HeldComment,
  tools: HandlerTools,
  action: string | undefined,
): Promise<Outcome> {
  const { store, files } = tools.comments;
  const { entryId } = comment;
  const isInFile = comment.writtenVersion !== undefined;
  // "Ignore" under an older notice does not take away what was allowed since.
  if (action === 'ignore' && isInFile)
    return { news: 'It is decided already.', trouble: '', comment };
  const state: CommentState = isInFile ? 'removed' : 'ignored';
  let trouble = '';
  if (isInFile && entryId !== undefined && comment.state === 'shown') {
    trouble = await mended(async () => {
      const isThere = await files.setStatus(entryId, comment, 'removed');
      return isThere ? carryOn(comment, entryId, tools) : '';
    });
  }
  if (trouble.startsWith(notMended)) return { news: 'Not yet.', trouble, comment };
  store.decided(comment, state, entryId);
  const now = store.byId(comment.id) ?? comment;
  return { news: isInFile ? 'Removed.' : 'Ignored.', trouble, comment: now };
}

const notMended = 'Its file has to be mended first:';

async function mended(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CommentFileError)) throw error;
    return `${notMended}\n${error.message}`;
  }
}

function commentMeant(
  addressed: Message['reply_to_message'],
  { comments }: HandlerTools,
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
  const text = addressed.text ?? addressed.caption ?? '';
  const candidates = comments.store
    .sentAt(origin.date)
    .filter((one) => one.plain.endsWith(text) && (sender === undefined || one.senderId === sender));
  return candidates.length === 1 ? candidates[0] : undefined;
}
