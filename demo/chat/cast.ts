import { randomBytes } from 'node:crypto';
import { type BotApi, type Person, startBotApi } from '../../telegram-double/index.ts';
import type { ChatName } from './view.ts';

/** The people of a demo, the chats that they are in, and the Bot API that they are known to. */
export interface Cast {
  readonly api: BotApi;
  readonly owner: Person;
  /** In the group, the owner first. */
  readonly members: readonly Person[];
  readonly chats: Readonly<Record<ChatName, { readonly id: number }>>;
}

/** Friends of the sample's author. */
export const friends = {
  '1002': { name: 'Cátia' },
  '1003': { name: 'Piet' },
} as const;

/** The name of the channel. */
export const channelName = 'second_drawer';

const ownerId = 1001;
/** The same at each start: what was kept names it. */
const botId = 123_456;
const ids = {
  group: -1_002_000_000_101,
  channel: -1_002_000_000_102,
  comments: -1_002_000_000_103,
};

/** Starts a Bot API with the people and chats of a demo: those of before, where they were kept. */
export async function startCast(saved: Uint8Array | undefined): Promise<Cast> {
  const api = await startBotApi({
    // Any site that is open in a browser on this machine could speak for a bot whose token it knows.
    token: `${botId}:${randomBytes(24).toString('base64url')}`,
    bot: { first_name: 'Scrollback', username: 'scrollback_demo_bot' },
  });
  if (saved) api.records.restore(saved);
  else await introduce(api);
  const owner = api.person(ownerId);
  return {
    api,
    owner,
    members: [owner, ...Object.keys(friends).map((id) => api.person(Number(id)))],
    chats: {
      bot: { id: owner.id },
      group: { id: ids.group },
      channel: { id: ids.channel },
      comments: { id: ids.comments },
    },
  };
}

async function introduce(api: BotApi): Promise<void> {
  const owner = api.user({ id: ownerId, first_name: 'Nell' });
  const [catia, piet] = Object.entries(friends).map(([id, { name }]) =>
    api.user({ id: Number(id), first_name: name }),
  );
  if (!catia || !piet) throw new Error('two friends are in the group');
  const members = [catia, piet];
  const bot = 'administrator' as const;
  const group = api.supergroup({ id: ids.group, title: 'Kitchen', owner, members, bot });
  const comments = { id: ids.comments, title: 'Second Drawer Down: comments', owner, members, bot };
  const linkedGroup = api.supergroup(comments);
  const channel = { id: ids.channel, title: 'Second Drawer Down', username: channelName };
  api.channel({ ...channel, owner, linkedGroup });
  for (const [person, words] of [
    [piet, 'The sink is blocked again.'],
    [catia, 'Which sink?'],
    [piet, 'There has only ever been one sink.'],
  ] as const)
    await person.sends(group, words);
}
