import type { ChatFullInfo, Update } from 'grammy/types';
import { settingFault } from '../../base/settings.ts';
import { examineChannel, lookUp } from '../../doctor/chats.ts';
import { knownLine } from './botSteps.ts';
import { askEntries } from './entriesStep.ts';
import { stopping } from './finding.ts';
import { hear } from './hear.ts';
import { examined, type Line, type Session, staysOutside } from './session.ts';

type Way = 'keep' | 'name' | 'wait' | 'none';

/** Asks which channel the journal goes to, looks at the bot's rights there, and at what is there already. */
export async function askChannel(session: Session): Promise<void> {
  const { answers } = session;
  const isOutside = staysOutside(session, 'TELEGRAM_CHANNEL');
  const line = await knownLine(session);
  if (!line) return;
  const way = isOutside ? 'keep' : await askWay(session);
  if (way === 'none') return answers.set('TELEGRAM_CHANNEL', '');
  const reference = await findReference(session, line, way);
  if (reference === undefined) return;
  if (!isOutside) answers.set('TELEGRAM_CHANNEL', reference);
  // The rights in the channel, and in the group where its posts are discussed.
  await examined(session, () => examineChannel(line.api, numbered(reference), line.me));
  await askEntries(session, reference);
}

function askWay({ terminal, answers }: Session): Promise<Way> {
  const known = answers.setting('TELEGRAM_CHANNEL');
  return terminal.choose<Way>('A channel that shows what you publish?', [
    ...(known === undefined
      ? []
      : [{ value: 'keep' as const, label: `Keep ${known}`, hint: 'looks at the rights again' }]),
    { value: 'wait', label: 'Find it', hint: 'you add the bot, or forward a post to it' },
    { value: 'name', label: 'Type its @name or id' },
    { value: 'none', label: 'No channel' },
  ]);
}

async function findReference(
  session: Session,
  line: Line,
  way: Exclude<Way, 'none'>,
): Promise<string | undefined> {
  if (way === 'keep') return session.answers.setting('TELEGRAM_CHANNEL');
  if (way === 'name') return typeReference(session);
  const { username } = line.me;
  session.terminal.say(
    'Add the bot to its administrators, with the rights to post, edit and delete messages:',
    `https://t.me/${username}?startchannel&admin=post_messages+edit_messages+delete_messages`,
    `Is it one already? Then forward a post of the channel to @${username}.`,
  );
  const heard = await hear(session, line, {
    message: 'Waiting for the channel…',
    fits: (update) => channelIn(update, session.answers.setting('TELEGRAM_OWNER_ID')),
    byHand: 'Type its @name or id',
  });
  if (heard.is === 'by-hand') return typeReference(session);
  if (heard.is === 'skipped') return undefined;
  const { id, title, username: name } = heard.found;
  if (await session.terminal.confirm(`“${title}”: is that the channel?`))
    return name === undefined ? String(id) : `@${name}`;
  return findReference(session, line, way);
}

function typeReference({ terminal, answers }: Session): Promise<string> {
  return terminal.text('Its @name, or its id (-100…)', {
    initial: answers.setting('TELEGRAM_CHANNEL'),
    example: '@journal',
    check: settingFault('TELEGRAM_CHANNEL'),
  });
}

/** The channel to which its owner has just added the bot, or of which he forwarded a post. */
function channelIn(update: Update, owner: string | undefined) {
  const { message, my_chat_member: change } = update;
  const by = change?.from ?? message?.from;
  if (by === undefined || (owner !== undefined && String(by.id) !== owner)) return undefined;
  const isAdministrator = change?.new_chat_member.status === 'administrator';
  if (change?.chat.type === 'channel' && isAdministrator) return change.chat;
  const origin = message?.chat.type === 'private' ? message.forward_origin : undefined;
  return origin?.type === 'channel' ? origin.chat : undefined;
}

/** A channel as Telegram takes it. */
export function numbered(reference: string): string | number {
  return reference.startsWith('@') ? reference : Number(reference);
}

/** What Telegram knows of a channel. @throws {FindingError} where that is nothing. */
export async function channelOf(
  { api, me }: Line,
  reference: string,
): Promise<ChatFullInfo.ChannelChat> {
  const { found, refused } = await lookUp(() => api.getChat(numbered(reference)));
  if (found?.type === 'channel') return found;
  throw stopping(
    'channel',
    `Telegram says of ${reference}: ${refused ?? `it is a ${found?.type}`}`,
    `Check the name, and add @${me.username} to the administrators of the channel.`,
  );
}
