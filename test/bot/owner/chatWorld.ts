import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import type { Person, StandingMessage } from '../../../telegram-double/index.ts';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';

/** What somebody sends, but for where to: the private chat with the bot. */
type Sent<Method extends 'sendsPhoto' | 'sendsMedia' | 'sendsAlbum' | 'sendsOther'> =
  Parameters<Person[Method]> extends [unknown, ...infer Rest] ? Rest : never;

type Words = Parameters<Person['sends']>[1];

/** The owner with a telephone: says and presses things, waits for what comes of each, and sees it. */
export interface Phone extends LiveBot {
  /** Who holds the telephone: does things that are not waited for, or elsewhere. */
  readonly me: Person;
  /** Says one thing after the other, each when the one before was dealt with. Resolves to the last. */
  say(...texts: readonly [Words, ...Words[]]): Promise<Message>;
  /** Says such things, and gives what the bot said last. */
  ask(...texts: readonly [Words, ...Words[]]): Promise<string>;
  sendPhoto(...sent: Sent<'sendsPhoto'>): Promise<Message>;
  sendMedia(...sent: Sent<'sendsMedia'>): Promise<Message>;
  sendAlbum(...sent: Sent<'sendsAlbum'>): Promise<Message[]>;
  /** Sends what is neither text nor a file. */
  sendOther(...sent: Sent<'sendsOther'>): Promise<Message>;
  forward(message: Message): Promise<Message>;
  replyTo(...said: Parameters<Person['replies']>): Promise<Message>;
  /** Edits what was sent. */
  correct(...edited: Parameters<Person['edits']>): Promise<Message>;
  /** Presses a button, under the newest message that has it where none is named. Resolves to what popped up. */
  press(button: string, under?: Message): Promise<string | undefined>;
  /** What the bot said last. */
  last(): string;
  lastMessage(): StandingMessage;
  /** The text of a file of the journal; undefined where it is not there. */
  file(name: string): Promise<string | undefined>;
}

/** The file of the first message, and its address on the site. */
export const note = 'notes/2026-03-01-120000.md';
export const permalink = 'https://journal.example/notes/2026-03-01-120000/';

/** A world with the bot running and the owner at the telephone. */
export async function phone(...parameters: Parameters<typeof liveBot>): Promise<Phone> {
  const bot = await liveBot(...parameters);
  const me = bot.owner;
  const settled = async <T>(done: Promise<T>): Promise<T> => {
    const result = await done;
    await bot.idle();
    return result;
  };
  const lastMessage = () => {
    const message = bot.said().at(-1);
    if (!message) throw new Error('the bot has said nothing');
    return message;
  };
  const say: Phone['say'] = async (first, ...others) => {
    let said = await settled(me.sends(me, first));
    for (const words of others) said = await settled(me.sends(me, words));
    return said;
  };
  return {
    ...bot,
    me,
    lastMessage,
    say,
    ask: (...texts) => say(...texts).then(() => lastMessage().text),
    sendPhoto: (...sent) => settled(me.sendsPhoto(me, ...sent)),
    sendMedia: (...sent) => settled(me.sendsMedia(me, ...sent)),
    sendAlbum: (...sent) => settled(me.sendsAlbum(me, ...sent)),
    sendOther: (...sent) => settled(me.sendsOther(me, ...sent)),
    forward: (message) => settled(me.forwards(message, me)),
    replyTo: (...said) => settled(me.replies(...said)),
    correct: (...edited) => settled(me.edits(...edited)),
    async press(button, under = bot.withButton(button).message) {
      const query = await settled(me.presses(under, button));
      return me.answerTo(query)?.text;
    },
    last: () => lastMessage().text,
    file: (name) => readFile(join(bot.content, name), 'utf8').catch(() => undefined),
  };
}

/** The owner's phone after one message. */
export async function draftedPhone(
  text = 'Hello',
  ...world: Parameters<typeof phone>
): Promise<Phone> {
  const owner = await phone(...world);
  await owner.say(text);
  return owner;
}

/** So many photos without words. */
export const photos = (count: number) =>
  Array.from({ length: count }, () => ({ kind: 'photo' as const }));

/** Waits until the mirror has written back what it posted. */
export const syndicated = (owner: Phone, file = note) =>
  eventually(
    async () => (await owner.file(file))?.includes('syndication:'),
    'syndication in the file',
  );
