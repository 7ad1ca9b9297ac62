import { expect, onTestFinished } from 'vitest';
import type { BotApi, Person, StandingMessage } from '../../../telegram-double/index.ts';
import type { LiveBot } from '../liveBot.ts';
import { type Phone, phone } from '../owner/chatWorld.ts';
import { eventually } from '../world.ts';

const groupId = -1002000000777;

/** The owner, two friends and the bot in a group that the settings name. */
export interface GroupWorld extends Phone {
  readonly group: { readonly id: number };
  readonly ana: Person;
  readonly bob: Person;
  /** Waits for the newest thing that the bot said to the owner in words like these. */
  told(words: string | RegExp): Promise<StandingMessage>;
}

/**
 * Makes a world with a group and runs the bot in it: whatever happens in a test, it is silent in the group and with everybody
 * but the owner.
 */
export async function groupWorld(
  settings: Readonly<Record<string, string>> = {},
  prepare: (api: BotApi, owner: Person) => void = () => undefined,
): Promise<GroupWorld> {
  const live = await phone(
    { TELEGRAM_GROUPS: String(groupId), ...settings },
    { isStopped: true, channel: settings['TELEGRAM_CHANNEL'] !== undefined },
  );
  prepare(live.api, live.owner);
  const ana = live.api.user({ id: 2002, first_name: 'Ana', last_name: 'Souza', username: 'anas' });
  const bob = live.api.user({ id: 2003, first_name: 'Bob' });
  const group = live.api.supergroup({
    id: groupId,
    title: 'Friends',
    owner: live.owner,
    members: [ana, bob],
    bot: 'administrator',
  });
  live.run();
  // Only then does Telegram know which updates the bot wants.
  await eventually(() => live.api.calls('getUpdates').length > 0, 'the bot to run');
  expectSilence(live, [group, ana, bob]);
  return { ...live, group, ana, bob, told: (words) => toldIn(live, words) };
}

/** Expects that the bot has said nothing in chats when the test ends. */
export function expectSilence({ api }: LiveBot, chats: readonly { readonly id: number }[]): void {
  onTestFinished(() => {
    for (const chat of chats) expect(api.botMessages(chat)).toEqual([]);
  });
}

/** Makes such a world whose `people.yaml` names people. */
export async function knownGroup(people = everybody): Promise<GroupWorld> {
  const world = await groupWorld();
  await world.write('people.yaml', people);
  return world;
}

/** Waits for the newest thing that the bot said to the owner in words like these. */
export function toldIn(live: LiveBot, words: string | RegExp): Promise<StandingMessage> {
  return eventually(
    () => live.said().findLast(({ text }) => text.search(words) !== -1),
    `the owner to be told ${words}`,
  );
}

/** The text of the only note, without its front matter. */
export async function onlyNote(live: LiveBot): Promise<string> {
  const [body = '', ...others] = await live.bodies();
  expect(others).toEqual([]);
  return body;
}

/** The text of the only note, once the owner was told in words like these. */
export async function savedNote(live: LiveBot, words: string | RegExp = 'Saved as') {
  await toldIn(live, words);
  return onlyNote(live);
}

export const everybody = '"2002":\n  name: Ana\n"2003":\n  name: Bob\n';
