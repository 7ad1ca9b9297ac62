import type { Message, User } from 'grammy/types';
import { button, keyboardOf } from '../button/button.ts';
import type { ButtonValues } from '../button/buttonKinds.ts';
import type { Press, PressHandler } from '../button/press.ts';
import { type Names, PeopleError } from '../content/peopleFile.ts';
import { fullName, oneLine, speakerOf } from '../message/speaker.ts';
import {
  answerButton,
  placeOf,
  replaceText,
  reply,
  tellPresser,
  writeOwner,
} from '../notify/replies.ts';
import { withoutLinks } from '../notify/withoutLinks.ts';
import { cutShort, cutTo, talk } from '../talk/talk.ts';
import type { GroupTools } from './groupTools.ts';
import { writePick } from './pickedDraft.ts';
import type { GroupPick } from './pickStore.ts';

const longestName = 80;
/** In place of a person: the question is about people.yaml itself. */
const noPerson = 0;

/** Goes on with a pick: asks about the first person whose name nobody has given yet, or writes the draft. */
export async function advance(pick: GroupPick, tools: GroupTools): Promise<void> {
  const { picks, people } = tools.groups;
  const fresh = picks.byId(pick.id);
  if (fresh?.state !== 'asking') return;
  let names: Names;
  try {
    names = await people.names(tools.config.ownerId);
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    return askToMend(fresh, error.message, tools);
  }
  const leftOut = picks.leftOut(fresh);
  const messages = picks.messages(fresh).filter((message) => {
    const speaker = speakerOf(message);
    return speaker !== undefined && !leftOut.has(speaker.id);
  });
  const unknown = messages.map((message) => strangerOf(message, names, tools)).find(Boolean);
  if (unknown) return ask(fresh, unknown, tools);
  await writePick(fresh, messages, names, tools);
}

/** A person who is in no list of names; the owner always has one. */
function strangerOf(message: Message, { people }: Names, tools: GroupTools): User | undefined {
  const speaker = speakerOf(message);
  if (speaker?.kind !== 'person' || speaker.id === tools.config.ownerId) return undefined;
  return people[String(speaker.id)] ? undefined : speaker.user;
}

async function ask(pick: GroupPick, user: User, tools: GroupTools): Promise<void> {
  const { groups } = tools;
  if (pick.asked === user.id) return;
  const first = oneLine(user.first_name);
  const answering = (label: string, answer: ButtonValues<'who'>['answer']) =>
    button(label, 'who', { pick: pick.id, person: user.id, answer });
  const known =
    user.username === undefined ? fullName(user) : `${fullName(user)}, @${user.username}`;
  const name = talk('useNameButton', { name: cutShort(24, first) });
  const keyboard = keyboardOf(
    [answering(name, 'use')],
    [answering(talk('otherNameButton'), 'other'), answering(talk('leaveOutButton'), 'out')],
  );
  const question = talk('askName', { group: pick.groupTitle, name: withoutLinks(known) });
  await writeOwner(tools, question, keyboard);
  groups.picks.asked(pick, user.id);
}

async function askToMend(pick: GroupPick, reason: string, tools: GroupTools): Promise<void> {
  const { groups } = tools;
  if (pick.asked === noPerson) return;
  const goOn = button(talk('goOnButton'), 'who', { pick: pick.id, person: noPerson, answer: 'go' });
  const why = `${talk('peopleUnread', { group: pick.groupTitle })}\n${cutTo(2_000, reason)}`;
  await writeOwner(tools, `${why}\n${talk('mendThenButton')}`, keyboardOf([goOn]));
  groups.picks.asked(pick, noPerson);
}

/** Does what a button under a question says. */
export const settleName: PressHandler<'who', GroupTools> = async (
  press,
  { pick: pickId, person: userId, answer },
  tools,
) => {
  const { api, groups } = tools;
  const pick = groups.picks.byId(pickId);
  if (pick?.state !== 'asking' || pick.asked !== userId) {
    const isForgotten = pick === undefined;
    const news = talk(isForgotten ? 'pickForgotten' : 'answeredAlready');
    return tellPresser(press, news, api);
  }
  switch (answer) {
    case 'use': {
      const name = oneLine(userOf(pick, userId, tools)?.first_name ?? '');
      return settle(press, talk('nameThen', { name }), tools, () =>
        groups.people.add(userId, name),
      );
    }
    case 'out':
      return settle(press, talk('leftOut'), tools, async () => groups.picks.leaveOut(pick, userId));
    case 'go':
      groups.picks.asked(pick, -1);
      return settle(press, talk('lookAgain'), tools, async () => {});
    case 'other':
      await answerButton(press, talk('writeName'), api);
      return promptForName(pick, userId, tools);
    default:
      return answer satisfies never;
  }
};

/** Takes the owner's reply to the question for a name. @returns whether the message was one. */
export async function nameGiven(message: Message, tools: GroupTools): Promise<boolean> {
  const { api, groups } = tools;
  const prompt = groups.picks.prompt(message.reply_to_message?.message_id ?? 0);
  if (!prompt) return false;
  const pick = groups.picks.byId(prompt.pickId);
  const say = (text: string) => reply(api, placeOf(message), text);
  if (pick?.state !== 'asking' || pick.asked !== prompt.userId) {
    // The answer itself, come twice, or edited after it was used.
    if (message.edit_date !== undefined) await say(talk('nameThere'));
    return true;
  }
  const name = (message.text ?? '').trim();
  if (name === '' || name.length > longestName || oneLine(name) !== name.replace(/ +/g, ' ')) {
    const { message_id } = await api.sendMessage(
      message.chat.id,
      talk('nameExpected', { count: longestName }),
      { reply_markup: { force_reply: true } },
    );
    groups.picks.prompted(message_id, pick, prompt.userId);
    return true;
  }
  try {
    await groups.people.add(prompt.userId, oneLine(name));
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    await say(`${cutTo(2_000, error.message)}\n${talk('mendThenName')}`);
    return true;
  }
  await say(talk('nameKept', { name: oneLine(name) }));
  await advanceAll(tools);
  return true;
}

async function settle(
  press: Press,
  news: string,
  tools: GroupTools,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    await answerButton(press, talk('mendFirst'), tools.api);
    await reply(tools.api, press, error.message);
    return;
  }
  await answerButton(press, news, tools.api);
  await replaceText(tools.api, press, news);
  await advanceAll(tools);
}

/** One answer may be what several picks wait for. */
async function advanceAll(tools: GroupTools): Promise<void> {
  for (const pick of tools.groups.picks.asking()) await advance(pick, tools);
}

async function promptForName(pick: GroupPick, userId: number, tools: GroupTools): Promise<void> {
  const user = userOf(pick, userId, tools);
  const id = await writeOwner(
    tools,
    user ? talk('askNameOf', { name: withoutLinks(fullName(user)) }) : talk('askNameOfSomebody'),
    { force_reply: true, input_field_placeholder: cutTo(64, talk('namePlaceholder')) },
  );
  tools.groups.picks.prompted(id, pick, userId);
}

function userOf(pick: GroupPick, userId: number, { groups }: GroupTools): User | undefined {
  return groups.picks.messages(pick).find(({ from }) => from?.id === userId)?.from;
}
