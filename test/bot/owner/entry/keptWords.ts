import type { StandingMessage } from '../../../../telegram-double/index.ts';
import type { LiveBot } from '../../liveBot.ts';

/** What a bot has kept, and what it said of that. */
export function keptWords(bot: () => LiveBot) {
  /** The bodies of all notes, front matter apart. */
  async function bodies(): Promise<string[]> {
    const files = await bot().notes();
    const texts = await Promise.all(files.map((file) => bot().read(file)));
    return texts.map((text) => text.replace(/^---\n[\s\S]*?\n---\n/, '').trim());
  }

  const answers = () =>
    bot()
      .said()
      .map((message) => message.text);
  const lastAnswer = (): StandingMessage => {
    const last = bot().said().at(-1);
    if (!last) throw new Error('the bot said nothing');
    return last;
  };
  return { bodies, answers, lastAnswer };
}
