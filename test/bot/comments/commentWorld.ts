import type { Message } from 'grammy/types';
import { commentsFile, readComments } from '#journal/content/comments.ts';
import type { CommentMatter } from '#journal/schema/commentsSchema.ts';
import type { Person, StandingMessage } from '../../../telegram-double/index.ts';
import { expectSilence, toldIn } from '../groups/groupWorld.ts';
import type { LiveBot } from '../liveBot.ts';
import { type Phone, phone } from '../owner/chatWorld.ts';
import { eventually } from '../world.ts';

const discussionId = -1002000001881;

/** A channel with its group, a mirrored note, and people who comment on it. */
export interface CommentWorld extends Phone {
  readonly talk: { readonly id: number };
  readonly discussion: { readonly id: number };
  readonly ana: Person;
  readonly bob: Person;
  /** The note's post as Telegram forwarded it into the group: what comments answer. */
  readonly thread: Message;
  told(words: string | RegExp): Promise<StandingMessage>;
  /** What the file of the note's comments says, read as the site reads it; undefined where there is none. */
  kept(): Promise<readonly CommentMatter[] | undefined>;
}

export const entryId = '/notes/lift/';
export const noteFile = 'notes/lift.md';
export const commentFile = commentsFile(entryId);

/** A world in which nothing has been published yet; the bot is silent in its group, and with everybody but the owner. */
export async function talkWorld(
  comments: 'ask' | 'always' | 'never' = 'ask',
  settings: Readonly<Record<string, string>> = {},
): Promise<Omit<CommentWorld, 'thread'>> {
  const live = await phone({ TELEGRAM_CHANNEL: '@talk', ...settings }, { isStopped: true });
  const { api, owner } = live;
  const ana = api.user({ id: 2002, first_name: 'Ana', last_name: 'Souza' });
  const bob = api.user({ id: 2003, first_name: 'Bob' });
  const discussion = api.supergroup({
    id: discussionId,
    title: 'Talk',
    owner,
    members: [ana, bob],
    bot: 'administrator',
  });
  const talk = api.channel({
    username: 'talk',
    title: 'The channel',
    owner,
    linkedGroup: discussion,
  });
  await live.write('site.yaml', `${await live.read('site.yaml')}comments: ${comments}\n`);
  expectSilence(live, [discussion, ana, bob]);
  live.run();
  await eventually(() => api.calls('getUpdates').length > 0, 'the bot to run');
  return {
    ...live,
    talk,
    discussion,
    ana,
    bob,
    told: (words) => toldIn(live, words),
    kept: async () => {
      const source = await live.read(commentFile).catch(() => undefined);
      if (source === undefined) return undefined;
      const { comments: read, faults } = readComments(commentFile, source);
      if (!read) throw new Error(JSON.stringify(faults));
      return read.comments;
    },
  };
}

/** A world with a note in the channel, and its thread in the group. */
export async function commentWorld(
  comments: 'ask' | 'always' | 'never' = 'ask',
  settings: Readonly<Record<string, string>> = {},
): Promise<CommentWorld> {
  const world = await talkWorld(comments, settings);
  await publish(world);
  const thread = await forwardOf(world);
  await world.idle();
  return { ...world, thread };
}

/** Puts a note into the journal, which the mirror finds. */
export async function publish(world: Pick<LiveBot, 'write' | 'clock'>): Promise<void> {
  await world.write(noteFile, '---\ndate: 2026-02-01\n---\n\nThe lift has moved.\n');
  world.clock.advance(60_000);
}

/** The first automatic forward in the group. */
export function forwardOf({ api }: LiveBot): Promise<Message> {
  return eventually(
    () => api.updates().find(({ message }) => message?.is_automatic_forward)?.message,
    'the automatic forward',
  );
}
