import { GrammyError, InlineKeyboard } from 'grammy';
import type { HandlerTools } from '../chat/handlerTools.ts';
import type { CommentState, HeldComment } from './commentStore.ts';

const longestShown = 3000;

/** Tells the owner how a comment stands: a new message, or the one that told of it before. */
export async function notify(
  comment: HeldComment,
  trouble: string,
  tools: HandlerTools,
): Promise<void> {
  const { api, config, comments } = tools;
  const text = noticeOf(comment, trouble, tools);
  const other = {
    link_preview_options: { is_disabled: true },
    reply_markup: keyboardOf(comment),
  };
  // Of newer words under a comment that readers see already the owner hears anew.
  const isNews =
    comment.noticeId === undefined ||
    (comment.state === 'shown' && comment.toldVersion !== comment.version);
  if (!isNews && comment.noticeId !== undefined) {
    try {
      await api.editMessageText(config.ownerId, comment.noticeId, text, other);
      return comments.store.told(comment, comment.noticeId);
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
      if (/message is not modified/i.test(error.description))
        return comments.store.told(comment, comment.noticeId);
    }
  }
  const sent = await api.sendMessage(config.ownerId, text, other);
  comments.store.told(comment, sent.message_id);
}

function noticeOf(
  comment: HeldComment,
  trouble: string,
  { outbox, channel }: HandlerTools,
): string {
  const copy =
    channel && comment.entryId !== undefined ? outbox.copy(comment.entryId, channel.id) : undefined;
  const about = copy?.file ?? comment.entryId ?? 'a post';
  const plain =
    comment.plain.length > longestShown
      ? `${comment.plain.slice(0, longestShown).toWellFormed()}…`
      : comment.plain;
  const head = `${headOf(comment)} ${comment.name} on ${about}:`;
  return `${head}\n\n${plain}${trouble === '' ? '' : `\n\n${trouble.slice(0, 800)}`}`;
}

function headOf({ state, toldVersion, version }: HeldComment): string {
  const isChanged = toldVersion !== undefined && toldVersion !== version;
  const heads: Readonly<Record<CommentState, string>> = {
    homeless: 'Comment of',
    waiting: isChanged ? 'Comment, changed, of' : 'Comment of',
    shown: isChanged ? 'Shown, with changed words: comment of' : 'Shown: comment of',
    ignored: 'Ignored: comment of',
    removed: 'Removed: comment of',
  };
  return heads[state];
}

function keyboardOf({ id, state }: HeldComment): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  switch (state) {
    case 'homeless':
    case 'waiting':
      return keyboard.text('Allow', `comment:allow:${id}`).text('Ignore', `comment:ignore:${id}`);
    case 'shown':
      return keyboard.text('Remove', `comment:remove:${id}`);
    case 'ignored':
    case 'removed':
      return keyboard.text('Show after all', `comment:allow:${id}`);
    default: {
      const never: never = state;
      return never;
    }
  }
}
