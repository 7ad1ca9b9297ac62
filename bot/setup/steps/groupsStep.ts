import type { Update } from 'grammy/types';
import { listed, settingFault } from '../../base/settings.ts';
import { examineGroup } from '../../doctor/chats.ts';
import { knownLine } from './botSteps.ts';
import { hear } from './hear.ts';
import { oneTimeCode, says } from './listening.ts';
import { examined, type Line, type Session, staysOutside } from './session.ts';

/** Asks in which groups the bot may listen, one after the other. */
export async function askGroups(session: Session): Promise<void> {
  const { answers } = session;
  if (staysOutside(session, 'TELEGRAM_GROUPS')) return;
  const line = await knownLine(session);
  if (!line) return;
  for (;;) {
    const known = listed(answers.setting('TELEGRAM_GROUPS') ?? '');
    const next = await askNext(session, known);
    if (next === 'done') return;
    const removed = next.startsWith('-') ? next : undefined;
    const added = removed === undefined ? await findGroup(session, line) : undefined;
    const groups = [...known.filter((id) => id !== removed), ...(added ? [added] : [])];
    answers.set('TELEGRAM_GROUPS', [...new Set(groups)].join(','));
    // Its privacy mode is on until somebody turns it off.
    if (added !== undefined)
      await examined(session, async () => [await examineGroup(line.api, Number(added), line.me)]);
  }
}

function askNext({ terminal }: Session, known: readonly string[]): Promise<string> {
  const message =
    known.length === 0
      ? 'Groups of which you want to keep conversations? The bot leaves all others.'
      : `The bot may listen in ${known.join(', ')}.`;
  return terminal.choose(message, [
    { value: 'done', label: known.length === 0 ? 'No group' : 'That is all' },
    { value: 'add', label: known.length === 0 ? 'Add a group' : 'Add another' },
    ...known.map((id) => ({ value: id, label: `Take ${id} off the list` })),
  ]);
}

async function findGroup(session: Session, line: Line): Promise<string | undefined> {
  const { terminal } = session;
  const { username } = line.me;
  const code = oneTimeCode();
  terminal.say(
    'Add the bot to the group:',
    `https://t.me/${username}?startgroup=${code}`,
    'Is it there already? Then send in the group:',
    `/start@${username} ${code}`,
  );
  const heard = await hear(session, line, {
    message: `Waiting for the group (${code})…`,
    fits: (update) => groupIn(update, code, session.answers.setting('TELEGRAM_OWNER_ID')),
    byHand: 'Type its id',
  });
  if (heard.is === 'skipped') return undefined;
  if (heard.is === 'by-hand')
    return terminal.text('Its id (-…)', {
      check: (text) =>
        /^-\d+$/.test(text)
          ? settingFault('TELEGRAM_GROUPS')(text)
          : 'Expected a number such as -1001234567890.',
    });
  const { id, title } = heard.found;
  return (await terminal.confirm(`“${title}”: is that the group?`)) ? String(id) : undefined;
}

/** The group in which somebody says the word, or to which the owner has just added the bot. */
function groupIn(
  { message, my_chat_member: change }: Update,
  code: string,
  owner: string | undefined,
) {
  const isAdded =
    owner !== undefined &&
    String(change?.from.id) === owner &&
    ['member', 'administrator'].includes(change?.new_chat_member.status ?? '');
  const chat = isAdded ? change?.chat : message && says(message, code) ? message.chat : undefined;
  return chat?.type === 'group' || chat?.type === 'supergroup' ? chat : undefined;
}
