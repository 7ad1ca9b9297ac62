import { dirname, join } from 'node:path';
import { GrammyError } from 'grammy';
import type { Message } from 'grammy/types';
import { readSite } from '../contentFolder.ts';
import { attachmentOf, downloadLimitBytes } from '../drafts/attachment.ts';
import { contentOf } from '../drafts/contribution.ts';
import { download } from '../drafts/download.ts';
import type { Draft } from '../drafts/draftStore.ts';
import { commandOf } from './commands.ts';
import type { HandlerTools } from './handlerTools.ts';
import { carryOnIfPublished } from './publishing.ts';
import { placeOf, reply } from './replies.ts';

/** Puts a message into a draft, and says so once it is on disk. */
export async function keepMessage(message: Message, tools: HandlerTools): Promise<void> {
  const piece = tools.store.piece(placeOf(message));
  // Its edit came first: that was kept and acknowledged in its place.
  if (piece?.written && piece.version > (message.edit_date ?? message.date)) return;
  const { timeZone } = await readSite(tools.config.contentFolder);
  const target = draftFor(message, timeZone, tools);
  if (!target) {
    await reply(
      tools.api,
      placeOf(message),
      'I cannot keep this kind of message. Text, pictures and files are kept.',
    );
    return;
  }
  await write(message, target.draft, timeZone, tools);
  const trouble = target.isNew ? '' : await carryOnIfPublished(target.draft, tools);
  await acknowledge(message, target.draft, target.isNew, trouble, tools);
}

/** Puts the newer text of an edited message in place of the older one. */
export async function keepEdit(message: Message, tools: HandlerTools): Promise<void> {
  const piece = tools.store.piece(placeOf(message));
  // The edit may come before the message itself: it holds all that the message held.
  if (!piece?.written) {
    return commandOf(message) === undefined ? keepMessage(message, tools) : undefined;
  }
  const markdown = await markdownOf(message, piece.draft, tools);
  const outcome = await tools.drafts.edit(piece, markdown, message.edit_date ?? message.date);
  const { file } = piece.draft;
  switch (outcome) {
    case 'outdated':
      return;
    case 'written':
      await carryOnIfPublished(piece.draft, tools);
      return;
    case 'missing':
      await reply(
        tools.api,
        placeOf(message),
        `${file} is no longer in the journal, so this edit changes nothing there.`,
      );
      return;
    case 'conflict':
      await reply(
        tools.api,
        placeOf(message),
        `${file} was changed by hand since, so your edit is not in it. The file is as you left it there; the edited words are above. Put them in by hand, or send them as a reply to add them.`,
      );
      return;
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

/** The draft that a message goes into: the one that it replies to, its album's, or a new one. */
function draftFor(
  message: Message,
  timeZone: string,
  { store, drafts, clock }: HandlerTools,
): { draft: Draft; isNew: boolean } | undefined {
  const addressed = message.reply_to_message;
  const existing =
    (addressed && store.byMessage({ chatId: message.chat.id, messageId: addressed.message_id })) ??
    (message.media_group_id === undefined ? undefined : store.byMediaGroup(message.media_group_id));
  if (existing) return { draft: existing, isNew: false };
  const attachment = attachmentOf(message);
  if (!attachment && contentOf(message) === '') return undefined;
  const begun = { ...placeOf(message), date: message.date, mediaGroup: message.media_group_id };
  return {
    draft: drafts.begin(begun, timeZone, attachment !== undefined, clock.now()),
    isNew: true,
  };
}

/** Fetches the file, if there is one, and writes the words: when this resolves both are on disk. */
async function write(
  message: Message,
  draft: Draft,
  timeZone: string,
  tools: HandlerTools,
): Promise<void> {
  const contribution = {
    ...placeOf(message),
    date: message.date,
    version: message.edit_date ?? message.date,
    mediaGroup: message.media_group_id,
    markdown: await markdownOf(message, draft, tools),
  };
  await tools.drafts.write(draft, contribution, timeZone);
}

async function markdownOf(message: Message, draft: Draft, tools: HandlerTools): Promise<string> {
  const attachment = attachmentOf(message);
  if (!attachment) return contentOf(message);
  const tooLarge = () => contentOf(message, undefined, 'too large to fetch from Telegram');
  if ((attachment.bytes ?? 0) > downloadLimitBytes) return tooLarge();
  // A draft with a folder of its own keeps its files there; one that is a single file keeps them beside it, by its name.
  const stem = draft.file.replace(/^.*\/|\.md$/g, '');
  const name = draft.file.endsWith('/index.md') ? attachment.name : `${stem}-${attachment.name}`;
  const { api, config, drafts } = tools;
  const source = { api, apiRoot: config.apiRoot, token: config.token };
  try {
    await download(source, attachment.fileId, join(dirname(drafts.path(draft.file)), name));
  } catch (error) {
    if (error instanceof GrammyError && /file is too big/i.test(error.description))
      return tooLarge();
    throw error;
  }
  return contentOf(message, name);
}

async function acknowledge(
  message: Message,
  draft: Draft,
  isNew: boolean,
  trouble: string,
  tools: HandlerTools,
): Promise<void> {
  const { store, api } = tools;
  const place = placeOf(message);
  // The pictures of an album arrive as messages of their own; one answer does for all.
  const answered = store.acknowledgement(draft, place.chatId) !== undefined;
  if (answered && message.media_group_id !== undefined && !message.reply_to_message) return;
  const text = `${isNew || !answered ? 'Saved as' : 'Added to'} ${draft.file}${trouble}`;
  store.acknowledged({ ...place, messageId: await reply(api, place, text, draft) }, draft);
}
