import type { StandingMessage } from '../../../../telegram-double/index.ts';
import type { LiveBot } from '../../liveBot.ts';
import { eventually } from '../../world.ts';

/** The note that a bot makes of its first message, and where the site shows it. */
export const file = 'notes/2026-03-01-120000.md';
export const permalink = 'https://journal.example/notes/2026-03-01-120000/';

/** How an owner writes a note and publishes it, and what comes of that. */
export function publishingSteps(bot: () => LiveBot) {
  /** Sends a text, and gives the bot's acknowledgement. */
  async function drafted(text: string): Promise<StandingMessage> {
    await bot().owner.sends(bot().owner, text);
    await bot().idle();
    const answer = bot().said().at(-1);
    if (!answer) throw new Error('no acknowledgement');
    return answer;
  }

  async function publish(answer: StandingMessage): Promise<void> {
    await bot().owner.presses(answer.message, 'Publish');
    await bot().idle();
  }

  const posts = () =>
    bot()
      .api.messages(bot().channel)
      .map((post) => post.text);
  const lastAnswer = () => bot().said().at(-1)?.text ?? '';
  const isWrittenBack = () =>
    eventually(
      async () => (await bot().read(file)).includes('syndication:') || undefined,
      'syndication in the file',
    );
  return { drafted, publish, posts, lastAnswer, isWrittenBack };
}
