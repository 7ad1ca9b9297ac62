import type { Message, Update } from 'grammy/types';
import { settingFault } from '../../base/settings.ts';
import type { Setting } from '../answers/answers.ts';
import { FindingError } from './finding.ts';
import { hear } from './hear.ts';
import { oneTimeCode, says } from './listening.ts';
import { connect, type Line, type Session, staysOutside, tried } from './session.ts';

/** Asks whose bot it is: its token, then its owner. */
export async function askBot(session: Session): Promise<void> {
  const line = await askToken(session);
  if (line) await askOwner(session, line);
}

/** The bot, for steps that need no more than that; asked for where no token is known yet. */
export async function knownLine(session: Session): Promise<Line | undefined> {
  const token = session.answers.setting('TELEGRAM_BOT_TOKEN');
  if (session.line) return session.line;
  if (token === undefined) return askToken(session);
  const line = await tried(session, () => connect(session.answers, token));
  if (line) session.line = line;
  return line;
}

async function askToken(session: Session): Promise<Line | undefined> {
  const { terminal, answers } = session;
  const known = answers.setting('TELEGRAM_BOT_TOKEN');
  if (known !== undefined && !settingFault('TELEGRAM_BOT_TOKEN')(known)) {
    const line = await tried(session, () => connect(answers, known), 'Give another token');
    if (line && (await isKept(session, 'TELEGRAM_BOT_TOKEN', `The bot is @${line.me.username}.`))) {
      session.line = line;
      return line;
    }
  }
  terminal.say(
    'A bot of your own: in Telegram, talk to @BotFather and send /newbot. It asks for a name and gives you a token, 123456:ABC…',
  );
  let token: string | undefined;
  const line = await tried(
    session,
    async () => {
      token ??= await terminal.secret(
        'The token (it is not shown)',
        settingFault('TELEGRAM_BOT_TOKEN'),
      );
      session.secrets.push(token);
      try {
        return await connect(answers, token);
      } catch (error) {
        // A token that is wrong is asked for anew; a line that broke is no fault of it.
        if (error instanceof FindingError && error.finding.check === 'token') token = undefined;
        throw error;
      }
    },
    'Go on without a bot',
  );
  if (!line || token === undefined) return undefined;
  answers.set('TELEGRAM_BOT_TOKEN', token);
  session.line = line;
  terminal.well(`Telegram knows the bot as @${line.me.username}`);
  return line;
}

/** Whether a value that is set stays. */
async function isKept(session: Session, name: Setting, words: string): Promise<boolean> {
  if (staysOutside(session, name, `${words} `)) return true;
  return session.terminal.choose(words, [
    { value: true, label: 'Keep it' },
    { value: false, label: 'Another one' },
  ]);
}

async function askOwner(session: Session, line: Line): Promise<void> {
  const { answers } = session;
  const known = answers.setting('TELEGRAM_OWNER_ID');
  if (known !== undefined && (await isKept(session, 'TELEGRAM_OWNER_ID', `Its owner is ${known}.`)))
    return;
  const owner = await learnOwner(session, line);
  if (owner !== undefined) answers.set('TELEGRAM_OWNER_ID', owner);
}

/** From a message with a word that only who sits here knows. */
async function learnOwner(session: Session, line: Line): Promise<string | undefined> {
  const { terminal } = session;
  const { username } = line.me;
  for (;;) {
    const code = oneTimeCode();
    terminal.say(
      'The bot obeys one person alone. Let it see who you are: open',
      `https://t.me/${username}?start=${code}`,
      `and press Start; or send @${username} the word ${code}`,
    );
    const heard = await hear(session, line, {
      message: `Waiting for your message (${code})…`,
      fits: (update) => ownMessage(update, code),
      byHand: 'Type my numeric id',
    });
    if (heard.is === 'skipped') return undefined;
    if (heard.is === 'by-hand')
      return terminal.text('Your numeric id', {
        example: '@userinfobot tells it',
        check: settingFault('TELEGRAM_OWNER_ID'),
      });
    const { from } = heard.found;
    if (await terminal.confirm(`${nameOf(from)}: is that you?`)) return String(from.id);
  }
}

type Sent = Message & { readonly from: NonNullable<Message['from']> };

function ownMessage({ message }: Update, code: string): Sent | undefined {
  const { from } = message ?? {};
  if (!message || !from || from.is_bot || message.chat.type !== 'private') return undefined;
  return says(message, code) ? { ...message, from } : undefined;
}

function nameOf({ first_name, last_name, username, id }: Sent['from']): string {
  const name = [first_name, last_name].filter(Boolean).join(' ');
  return `${name} (${username === undefined ? '' : `@${username}, `}${id})`;
}
