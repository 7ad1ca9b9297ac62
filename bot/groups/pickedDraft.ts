import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GrammyError } from 'grammy';
import type { Message } from 'grammy/types';
import { blocksToMarkdown } from '#journal/text/markdownText.ts';
import type { Names } from '../content/peopleFile.ts';
import { download } from '../drafts/download.ts';
import type { Draft, MessagePlace, Piece } from '../drafts/draftStore.ts';
import { attachmentOf, isTooLarge, nameBeside } from '../message/attachment.ts';
import { oneLine, speakerOf } from '../message/speaker.ts';
import { conversationOf, saidIn, type Turn } from '../message/turns.ts';
import { entryButtons, placeOf } from '../notify/replies.ts';
import { withoutLinks } from '../notify/withoutLinks.ts';
import { talk } from '../talk/talk.ts';
import type { GroupTools } from './groupTools.ts';
import type { GroupPick } from './pickStore.ts';

/** Writes the draft of a pick and tells the owner in private. Done twice, it does it once. */
export async function writePick(
  pick: GroupPick,
  messages: readonly Message[],
  names: Names,
  tools: GroupTools,
): Promise<void> {
  const { groups, config, drafts, store, clock } = tools;
  const [first] = messages;
  if (!first) {
    await tellOfPick(talk('pickLeftOut'), pick, tools);
    return groups.picks.done(pick);
  }
  const kept = keptOf(pick, messages, tools);
  if (kept) {
    await tellOfPick(talk('pickKept', { file: kept.draft.file }), pick, tools, kept.draft);
    return groups.picks.done(pick);
  }
  // One message is kept once, however often and by whom it is picked.
  const place = isOneMessage(messages) ? placeOf(first) : pick.place;
  const gone = store.piece(place);
  if (gone?.written) store.forgetPiece(place);
  const key = { ...place, date: pick.date };
  const { timeZone } = names.site;
  const draft = drafts.begin(key, timeZone, messages.some(isFetched), clock.now());
  const markdown = await markdownOf(messages, draft, names, tools);
  await drafts.write(draft, { ...key, version: pick.date, markdown }, timeZone);
  const before = gone?.written ? `\n${talk('pickKeptBefore', { file: gone.draft.file })}` : '';
  if (store.acknowledgement(draft, config.ownerId) === undefined)
    await tellOfPick(talk('savedAs', { file: draft.file }) + before, pick, tools, draft);
  groups.picks.done(pick);
}

/** What there is of a pick in a draft that is still there. */
export function keptOf(
  { place }: { readonly place: MessagePlace },
  messages: readonly Message[],
  { store, drafts }: GroupTools,
): Piece | undefined {
  const places = isOneMessage(messages) ? messages.map(placeOf) : [place];
  return places
    .map((one) => store.piece(one))
    .find((piece) => piece?.written && existsSync(drafts.path(piece.draft.file)));
}

/** What messages become in a draft; their files lie there when this resolves. */
export async function markdownOf(
  messages: readonly Message[],
  draft: Draft,
  names: Names,
  tools: GroupTools,
): Promise<string> {
  const turns = await turnsOf(messages, draft, names, tools);
  const isOwn =
    isOneMessage(messages) &&
    messages.every((message) => speakerOf(message)?.id === tools.config.ownerId);
  return blocksToMarkdown(isOwn ? saidIn(turns).flat() : [conversationOf(turns)]);
}

async function turnsOf(
  messages: readonly Message[],
  draft: Draft,
  names: Names,
  tools: GroupTools,
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
function nameOf(message: Message, { people, owner }: Names, ownerId: number): string {
  const speaker = speakerOf(message);
  if (speaker?.kind !== 'person') return speaker?.name ?? talk('somebodyInGroup');
  const known = people[String(speaker.id)]?.name;
  const own = speaker.id === ownerId ? owner : undefined;
  return oneLine(known ?? own ?? speaker.user.first_name);
}

function isFetched(message: Message): boolean {
  const attachment = attachmentOf(message);
  return attachment !== undefined && !isTooLarge(attachment);
}

/** Fetches a message's file to the draft, unless it is there; one that is too large stays a word. */
export async function fetched(
  message: Message,
  draft: Draft,
  tools: GroupTools,
): Promise<string | undefined> {
  const attachment = attachmentOf(message);
  if (!attachment || !isFetched(message)) return undefined;
  const name = nameBeside(draft.file, attachment);
  const path = join(dirname(tools.drafts.path(draft.file)), name);
  if (existsSync(path)) return name;
  try {
    await download(tools, attachment.fileId, path);
    return name;
  } catch (error) {
    // Too large, or gone from Telegram since.
    if (error instanceof GrammyError && error.error_code === 400) return undefined;
    throw error;
  }
}

async function tellOfPick(
  news: string,
  pick: GroupPick,
  { api, config, drafts, store }: GroupTools,
  draft?: Draft,
): Promise<void> {
  const from =
    pick.by.id === config.ownerId
      ? talk('fromGroup', { group: pick.groupTitle })
      : talk('pickedBy', { name: withoutLinks(pick.by.name), group: pick.groupTitle });
  const { message_id } = await api.sendMessage(config.ownerId, `${news}\n${from}`, {
    link_preview_options: { is_disabled: true },
    ...(draft && { reply_markup: await entryButtons(draft, { drafts }) }),
  });
  if (draft) store.acknowledged({ chatId: config.ownerId, messageId: message_id }, draft);
}

/** Whether messages are one to whoever sent them: a single one, or an album. */
function isOneMessage([first, ...rest]: readonly Message[]): boolean {
  return rest.every(
    (one) => one.media_group_id !== undefined && one.media_group_id === first?.media_group_id,
  );
}
