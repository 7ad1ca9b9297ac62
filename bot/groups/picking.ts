import type { Chat, Message, MessageReactionUpdated } from 'grammy/types';
import { messageOf } from '../base/log.ts';
import { PeopleError } from '../content/peopleFile.ts';
import { partsOf } from '../message/parts.ts';
import { fullName, oneLine, speakerOf } from '../message/speaker.ts';
import { chosenAnswer, topicOf } from '../message/topic.ts';
import { mediaWords } from '../message/turns.ts';
import { placeOf, writeOwner } from '../notify/replies.ts';
import { withoutLinks } from '../notify/withoutLinks.ts';
import { talk } from '../talk/talk.ts';
import { advance } from './asking.ts';
import { isPick } from './audience.ts';
import type { GroupTools } from './groupTools.ts';
import { joinAlbum } from './lateItem.ts';
import { keptOf } from './pickedDraft.ts';

const mostPicked = 100;

/** A message of a listed group: a wish to pick from somebody who may, or something to remember for a while. */
export async function hearGroup(
  message: Message,
  isEdit: boolean,
  tools: GroupTools,
): Promise<void> {
  const command = await ownCommand(message, tools);
  if (command !== undefined) {
    if (!isEdit && command.name === 'draft') await pickByCommand(message, command.words, tools);
    return;
  }
  if (!isWorthRemembering(message)) return;
  tools.groups.store.remember(message, topicIn(message, tools));
  if (!isEdit) await joinAlbum(message, tools);
}

/** A ✍ under a message of a listed group. */
export async function pickByReaction(
  reaction: MessageReactionUpdated,
  tools: GroupTools,
): Promise<void> {
  const { user, chat, message_id: messageId, date } = reaction;
  if (!user || !isPick(reaction) || !(await mayDraft(user.id, tools))) return;
  const place = { chatId: chat.id, messageId };
  const messages = tools.groups.store.withAlbum(place);
  const by = { id: user.id, name: fullName(user) };
  await pick({ place, by, groupTitle: titleOf(chat), date }, messages, tools);
}

async function pickByCommand(message: Message, words: string, tools: GroupTools): Promise<void> {
  const speaker = speakerOf(message);
  if (speaker?.kind !== 'person' || !(await mayDraft(speaker.id, tools))) return;
  const { store } = tools.groups;
  const topic = topicIn(message, tools);
  const addressed = chosenAnswer(message);
  // The bot may not have seen it: it came before the bot did, or is long forgotten.
  if (addressed && isWorthRemembering(addressed)) store.remember(addressed as Message, topic);
  const count = Math.min(mostPicked, Number(/^\d{1,4}$/.exec(words)?.[0] ?? 1));
  const last = addressed
    ? placeOf(addressed as Message)
    : { ...placeOf(message), messageId: message.message_id - 1 };
  const messages =
    addressed && count <= 1
      ? store.withAlbum(last)
      : store.upTo(last, (addressed && store.topicAt(last)) ?? topic, Math.max(1, count));
  const groupTitle = titleOf(message.chat);
  const by = { id: speaker.id, name: fullName(speaker.user) };
  await pick({ place: placeOf(message), by, groupTitle, date: message.date }, messages, tools);
}

function topicIn(message: Message, { comments }: GroupTools): number {
  const { id: chatId } = message.chat;
  return topicOf(
    message,
    (messageId) => comments.store.postOf({ chatId, messageId }) !== undefined,
  );
}

async function pick(
  wish: Parameters<GroupTools['groups']['picks']['begin']>[0],
  messages: readonly Message[],
  tools: GroupTools,
): Promise<void> {
  const { picks } = tools.groups;
  const known = picks.at(wish.place);
  // Handled again, or picked again while the draft is there: it is the same pick.
  const isAnew =
    known?.state === 'done' && wish.date > known.date && !keptOf(wish, messages, tools);
  if (known && !isAnew) return advance(known, tools);
  if (messages.length === 0) {
    await writeOwner(tools, talk('pickUnknown', { group: wish.groupTitle }));
    return;
  }
  picks.begin(wish, messages);
  const begun = picks.at(wish.place);
  if (begun) await advance(begun, tools);
}

/** The owner may, and whom people.yaml names. Where that cannot be read, only the owner. */
async function mayDraft(userId: number, { config, groups, log }: GroupTools): Promise<boolean> {
  if (userId === config.ownerId) return true;
  try {
    return (await groups.people.people())[String(userId)]?.mayDraft === true;
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    log.warn('people.yaml cannot be read', { reason: messageOf(error) });
    return false;
  }
}

/** The command that a message is, where it is one, and is meant for this bot. */
export async function ownCommand(message: Message, { groups }: GroupTools) {
  const text = message.text ?? '';
  const first = message.entities?.find(
    ({ type, offset }) => type === 'bot_command' && offset === 0,
  );
  if (!first || message.forward_origin || message.via_bot) return undefined;
  const [name = '', addressee] = text.slice(1, first.length).split('@');
  const isOther =
    addressee !== undefined && addressee.toLowerCase() !== (await groups.username()).toLowerCase();
  return {
    name: isOther ? '' : name.toLowerCase(),
    words: text.slice(first.length).trim(),
  };
}

function titleOf({ title }: Chat): string {
  return title === undefined ? talk('aGroup') : withoutLinks(oneLine(title));
}

function isWorthRemembering(message: Message): boolean {
  return (
    message.is_automatic_forward !== true &&
    speakerOf(message) !== undefined &&
    ((message.text ?? message.caption ?? '') !== '' ||
      mediaWords(message) !== undefined ||
      partsOf(message).length > 0)
  );
}
