import type { Message } from 'grammy/types';
import { blocksToMarkdown } from '#journal/text/markdownText.ts';
import { readSite } from '../content/contentFolder.ts';
import { PeopleError } from '../content/peopleFile.ts';
import type { Draft, Piece } from '../drafts/draftStore.ts';
import { speakerOf } from '../message/speaker.ts';
import { blocksOfMessage, conversationOf } from '../message/turns.ts';
import { placeOf } from '../notify/replies.ts';
import { tellOwner } from '../notify/tellOwner.ts';
import { carryOnIfPublished } from '../publish/carryOn.ts';
import type { GroupTools } from './groupTools.ts';
import { fetched, keptOf, markdownOf } from './pickedDraft.ts';
import type { GroupPick } from './pickStore.ts';

/**
 * Items of an album arrive as messages of their own. One that comes after another one was picked goes where that went;
 * a pick that still waits for a name has it from here on.
 */
export async function joinAlbum(message: Message, tools: GroupTools): Promise<void> {
  for (const pick of tools.groups.picks.join(message))
    if (pick.state === 'done') await addTo(pick, message, tools);
}

async function addTo(pick: GroupPick, late: Message, tools: GroupTools): Promise<void> {
  const { picks } = tools.groups;
  const leftOut = picks.leftOut(pick);
  const messages = picks
    .messages(pick)
    .filter((message) => !leftOut.has(speakerOf(message)?.id ?? 0));
  const others = messages.filter(({ message_id }) => message_id !== late.message_id);
  const piece = keptOf(pick, others, tools);
  if (!piece || others.length === messages.length) return;
  const outcome = await putInPlace(piece, messages, others, tools);
  if (outcome === 'there') return;
  if (outcome === 'changed') await putBelow(piece.draft, late, tools);
  const trouble = await carryOnIfPublished(piece.draft, tools);
  if (trouble !== '') await tellOwner(tools, `${piece.draft.file}: ${trouble}`);
}

/** Writes a pick anew, with the late item in its place, where it is in the draft as it was picked. */
async function putInPlace(
  piece: Piece,
  messages: readonly Message[],
  others: readonly Message[],
  tools: GroupTools,
): Promise<'there' | 'written' | 'changed'> {
  const { drafts, groups, config } = tools;
  try {
    const names = await groups.people.names(config.ownerId);
    const wanted = await markdownOf(messages, piece.draft, names, tools);
    if (piece.markdown === wanted) return 'there';
    // What was edited after it was picked stays out.
    if (piece.markdown !== (await markdownOf(others, piece.draft, names, tools))) return 'changed';
    return (await drafts.edit(piece, wanted, piece.version)) === 'written' ? 'written' : 'changed';
  } catch (error) {
    if (error instanceof PeopleError) return 'changed';
    throw error;
  }
}

async function putBelow(draft: Draft, late: Message, tools: GroupTools): Promise<void> {
  const { timeZone } = await readSite(tools.config.contentFolder);
  const address = await fetched(late, draft, tools);
  const isOwn = speakerOf(late)?.id === tools.config.ownerId;
  const blocks = isOwn
    ? blocksOfMessage(late, address)
    : [conversationOf([{ name: undefined, message: late, address }])];
  const { date } = late;
  const markdown = blocksToMarkdown(blocks);
  await tools.drafts.write(draft, { ...placeOf(late), date, version: date, markdown }, timeZone);
}
