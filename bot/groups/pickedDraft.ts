import { dirname, join } from 'node:path';
import { GrammyError } from 'grammy';
import type { Message } from 'grammy/types';
import type { HandlerTools } from '../chat/handlerTools.ts';
import { draftButtons, placeOf } from '../chat/replies.ts';
import { attachmentOf, downloadLimitBytes } from '../drafts/attachment.ts';
import { download } from '../drafts/download.ts';
import type { Draft } from '../drafts/draftStore.ts';
import { blocksToMarkdown } from '../drafts/markdownText.ts';
import type { Names } from './people.ts';
import type { Pick } from './pickStore.ts';
import { oneLine, speakerOf } from './speaker.ts';
import { blocksOfMessage, conversationOf, type Turn } from './turns.ts';

/** Writes the draft of a pick and tells the owner in private. Done twice, it does it once. */
export async function writePick(
  pick: Pick,
  messages: readonly Message[],
  names: Names,
  tools: HandlerTools,
): Promise<void> {
  const { groups, config, drafts, store, clock } = tools;
  const [first] = messages;
  if (!first) {
    await tellOwner(`Nothing of it was kept: everybody in it is left out.`, pick, tools);
    return groups.picks.done(pick);
  }
  const isOne = messages.every((one) => isSameAlbum(one, first));
  // One message is kept once, however often and by whom it is picked.
  const place = isOne ? placeOf(first) : pick.place;
  const known = store.piece(place);
  const withFiles = messages.some((message) => isFetched(message));
  const key = { ...place, date: pick.date, mediaGroup: undefined };
  const draft = drafts.begin(key, names.site.timeZone, withFiles, clock.now());
  if (!known?.written) {
    const turns = await turnsOf(messages, draft, names, tools);
    const isOwn = isOne && speakerOf(first)?.id === config.ownerId;
    const blocks = isOwn
      ? turns.flatMap(({ message, address }) => blocksOfMessage(message, address))
      : [conversationOf(turns)];
    await drafts.write(
      draft,
      { ...key, version: pick.date, markdown: blocksToMarkdown(blocks) },
      names.site.timeZone,
    );
  }
  if (known?.written) await tellOwner(`Kept already as ${draft.file}`, pick, tools, draft);
  else if (store.acknowledgement(draft, config.ownerId) === undefined)
    await tellOwner(`Saved as ${draft.file}`, pick, tools, draft);
  groups.picks.done(pick);
}

async function turnsOf(
  messages: readonly Message[],
  draft: Draft,
  names: Names,
  tools: HandlerTools,
): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (const message of messages)
    turns.push({
      message,
      name: nameOf(message, names, tools.config.ownerId),
      address: await fetched(message, draft, tools),
    });
  return turns;
}

/** How the journal calls whoever sent a message. Nobody is asked about here; see `asking.ts`. */
export function nameOf(message: Message, { people, owner }: Names, ownerId: number): string {
  const speaker = speakerOf(message);
  if (speaker?.kind !== 'person') return speaker?.name ?? 'Somebody';
  const known = people[String(speaker.id)]?.name;
  const own = speaker.id === ownerId ? owner : undefined;
  return oneLine(known ?? own ?? speaker.user.first_name);
}

function isFetched(message: Message): boolean {
  const attachment = attachmentOf(message);
  return attachment !== undefined && (attachment.bytes ?? 0) <= downloadLimitBytes;
}

/** Fetches a message's file to the draft's folder; one that is too large stays a word. */
async function fetched(
  message: Message,
  draft: Draft,
  { api, config, drafts }: HandlerTools,
): Promise<string | undefined> {
  const attachment = attachmentOf(message);
  if (!attachment || !isFetched(message)) return undefined;
  const source = { api, apiRoot: config.apiRoot, token: config.token };
  try {
    const folder = dirname(drafts.path(draft.file));
    await download(source, attachment.fileId, join(folder, attachment.name));
    return attachment.name;
  } catch (error) {
    // Too large, or gone from Telegram since.
    if (error instanceof GrammyError && error.error_code === 400) return undefined;
    throw error;
  }
}

async function tellOwner(
  news: string,
  pick: Pick,
  { api, config, store }: HandlerTools,
  draft?: Draft,
): Promise<void> {
  const who = pick.by.id === config.ownerId ? '' : `${pick.by.name} picked it. `;
  const { message_id } = await api.sendMessage(
    config.ownerId,
    `${news}\n${who}From “${pick.groupTitle}”.`,
    {
      link_preview_options: { is_disabled: true },
      ...(draft && { reply_markup: draftButtons(draft) }),
    },
  );
  if (draft) store.acknowledged({ chatId: config.ownerId, messageId: message_id }, draft);
}

function isSameAlbum(a: Message, b: Message): boolean {
  return (
    a.message_id === b.message_id ||
    (a.media_group_id !== undefined && a.media_group_id === b.media_group_id)
  );
}
