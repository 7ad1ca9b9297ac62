import { expect } from 'vitest';
import type { LiveBot } from '../liveBot.ts';

/** A note of a day of February 2026. */
export const note = (words: string, matter = '', day = 1) =>
  `---\ndate: 2026-02-0${day}\n${matter}---\n\n${words}\n`;

/** What is done and looked at, again and again, where a bot holds a plan back. */
export function heldSteps(bot: () => LiveBot) {
  const posts = () => bot().headlines();
  const told = () => bot().texts();
  const asked = (button: string) =>
    bot()
      .said()
      .filter(({ buttons }) => buttons.includes(button));
  const changes = () =>
    bot()
      .api.calls()
      .filter(
        ({ method, parameters }) =>
          /^(send|edit|delete)/.test(method) && parameters['chat_id'] === bot().channel.id,
      );

  async function write(count: number, first = 0): Promise<void> {
    for (let number = first; number < first + count; number++)
      await bot().write(`notes/n${number}.md`, note(`Note ${number}`, '', number + 1));
  }

  async function press(button: string): Promise<void> {
    await bot().owner.presses(bot().withButton(button).message, button);
    await bot().idle();
    await bot().looked();
  }

  async function start(): Promise<void> {
    bot().run();
    await bot().looked();
  }

  /** Mirrors so many notes, whatever that takes. */
  async function mirrored(count: number): Promise<void> {
    await write(count);
    await start();
    if (count > 3) await press('All, oldest first');
    expect(posts()).toHaveLength(count);
    bot().api.clearCalls();
  }

  return { posts, told, asked, changes, write, press, start, mirrored };
}
