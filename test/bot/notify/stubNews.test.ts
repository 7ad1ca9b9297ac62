import { expect, test } from 'vitest';
import { StubNews } from '../../../bot/notify/stubNews.ts';
import { type Phone, phone } from '../owner/chatWorld.ts';
import { eventually } from '../world.ts';

const twoDays = 49 * 60 * 60_000;

/** A channel with posts that are too old to be deleted; the answers to what was published, in their order. */
async function oldPosts(count: number): Promise<Phone> {
  const owner = await phone();
  for (let number = 1; number <= count; number++) {
    await owner.say(`Number ${number}`, '/publish');
    await eventually(() => owner.posts().length === number, 'the post');
    owner.clock.advance(60_000);
    await owner.looked();
  }
  owner.clock.advance(twoDays);
  await owner.looked();
  return owner;
}

async function takesDown(owner: Phone, which: number): Promise<void> {
  const said = owner.api.messages(owner.me.id).find(({ text }) => text === `Number ${which}`);
  if (said) await owner.replyTo(said.message, '/unpublish');
  const removed = () => owner.posts()[which - 1] === '(removed)';
  await eventually(removed, 'the removal');
  await owner.idle();
}

const toldOf = (owner: Phone) =>
  owner.texts().filter((text) => text.includes('more than 48 hours old'));

test('posts that are too old to be deleted are told of in one message for all that are taken down together', async () => {
  const owner = await oldPosts(3);
  await takesDown(owner, 1);
  expect(toldOf(owner)).toEqual([
    expect.stringMatching(
      /^https:\S+ is more than 48 hours old, and Telegram lets no bot delete it/,
    ),
  ]);
  await takesDown(owner, 2);
  expect(toldOf(owner)).toEqual([
    expect.stringMatching(
      /^These posts are .* say “\(removed\)” now; you can delete them in the channel:\nhttps:\S+\nhttps:\S+$/,
    ),
  ]);
  owner.clock.advance(60 * 60_000);
  await takesDown(owner, 3);
  expect(toldOf(owner)).toEqual([
    expect.stringMatching(/^These posts are /),
    expect.stringMatching(/^https:\S+ is more than 48 hours old/),
  ]);
});

test('where that message was deleted, another one has all of them', async () => {
  const owner = await oldPosts(2);
  await takesDown(owner, 1);
  const told = owner.said().find(({ text }) => text.includes('more than 48 hours old'));
  if (told) owner.me.deletes(told.message);
  await takesDown(owner, 2);
  expect(toldOf(owner)).toEqual([
    expect.stringMatching(/^These posts are .*\nhttps:\S+\nhttps:\S+$/),
  ]);
});

test('where Telegram wants nothing said for a while, that message grows afterwards', async () => {
  const said: string[] = [];
  let isSilent = false;
  const news = new StubNews(
    {
      say: async (text) => (isSilent ? undefined : said.push(text)),
      replace: async (id, text) => {
        if (!isSilent) said[id - 1] = text;
        return !isSilent;
      },
    },
    { now: () => 0 },
  );
  await news.tell('https://t.me/journal/1', '(removed)');
  isSilent = true;
  await news.tell('https://t.me/journal/2', '(removed)');
  isSilent = false;
  await news.tell('https://t.me/journal/3', '(removed)');
  expect(said).toEqual([expect.stringMatching(/:\nhttps:\S+\/1\nhttps:\S+\/2\nhttps:\S+\/3$/)]);
});
