import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import type { StandingMessage } from '../../../telegram-double/index.ts';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';

/** The owner with a telephone: says and presses things, and sees what comes of it. */
export interface Phone {
  readonly bot: LiveBot;
  /** Sends a text and waits for what comes of it. */
  say(text: string): Promise<Message>;
  replyTo(message: Message, text: string): Promise<Message>;
  /** Presses a button under the newest message that has it. Resolves to what popped up. */
  press(button: string): Promise<string | undefined>;
  /** What the bot said last. */
  last(): string;
  lastMessage(): StandingMessage;
  posts(): string[];
  /** The text of a file of the journal; undefined where it is not there. */
  file(name: string): Promise<string | undefined>;
  /** Stops the bot and starts it again. */
  restart(): Promise<void>;
}

/** A world with the bot running and the owner at the telephone. */
export async function phone(...parameters: Parameters<typeof liveBot>): Promise<Phone> {
  const bot = await liveBot(...parameters);
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
  return {
    bot,
    lastMessage,
    say: (text) => settled(bot.owner.sends(bot.owner, text)),
    replyTo: (message, text) => settled(bot.owner.replies(message, text)),
    async press(button) {
      const shown = bot.said().findLast((message) => message.buttons.includes(button));
      if (!shown) throw new Error(`no message has a button "${button}"`);
      const query = await settled(bot.owner.presses(shown.message, button));
      return bot.owner.answerTo(query)?.text;
    },
    last: () => lastMessage().text,
    posts: () => bot.api.messages(bot.channel).map((post) => post.text),
    file: (name) => readFile(join(bot.content, name), 'utf8').catch(() => undefined),
    async restart() {
      const runs = bot.logged().split('the bot runs').length;
      await bot.stop();
      bot.run();
      await eventually(
        () => bot.logged().split('the bot runs').length > runs || undefined,
        'the bot to run again',
      );
      await bot.idle();
    },
  };
}
