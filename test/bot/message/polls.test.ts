import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Poll, PollMedia, PollOption } from 'grammy/types';
import { expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { keptWords } from '../owner/entry/keptWords.ts';

let bot: LiveBot;

const { bodies, answers } = keptWords(() => bot);
const location = { latitude: 38.7, longitude: -9.1 };
const venue = { location, title: 'Café', address: 'Rua 1' };
const map = 'https://www.openstreetmap.org/?mlat=38.7\\&mlon=-9.1';
const link = { url: 'https://e.org/a_b' };

/** A poll in which something stands with the question, and with the first of two options. */
function pollWith(media: PollMedia | undefined, ofOption: PollMedia | undefined): Poll {
  const options = [{ text: 'a', ...(ofOption && { media: ofOption }) }, { text: 'b' }];
  const poll: Pick<Poll, 'question' | 'media'> & { options: Partial<PollOption>[] } = {
    question: 'Which?',
    ...(media && { media }),
    options,
  };
  return poll as Poll;
}

const photo = () => {
  const { file_id, file_unique_id } = bot.owner.uploads(
    new TextEncoder().encode('picture'),
    'x.jpg',
  );
  return [{ file_id, file_unique_id, width: 9, height: 9 }];
};

test.each<readonly [string, PollMedia | undefined, PollMedia | undefined, string]>([
  ['the question', { link }, undefined, 'Which?\n\n<https://e.org/a_b>\n\n- a\n- b'],
  ['an option', undefined, { link }, 'Which?\n\n- a\\\n  <https://e.org/a_b>\n- b'],
  ['an option, to a map', undefined, { venue }, `Which?\n\n- a\\\n  [Café](${map}), Rua 1\n- b`],
])('a link that stands with %s of a poll is kept', async (_, media, ofOption, wanted) => {
  bot = await liveBot();
  await bot.owner.sendsOther(bot.owner, { poll: pollWith(media, ofOption) });
  await bot.idle();
  expect(await bodies()).toEqual([wanted]);
  expect(answers()).toEqual([expect.stringMatching(/^Saved as \S+$/)]);
});

test('a picture that stands with the question of a poll lies beside the draft', async () => {
  bot = await liveBot();
  const sent = await bot.owner.sendsOther(bot.owner, {
    poll: pollWith({ photo: photo() }, undefined),
  });
  await bot.idle();
  const name = `photo-${sent.message_id}.jpg`;
  expect(await bodies()).toEqual([`![ ](${name})\n\nWhich?\n\n- a\n- b`]);
  const folder = dirname(join(bot.content, (await bot.notes())[0] ?? ''));
  expect(await readFile(join(folder, name), 'utf8')).toBe('picture');
});

test('that pictures of its options are not kept is said', async () => {
  bot = await liveBot();
  await bot.owner.sendsOther(bot.owner, { poll: pollWith(undefined, { photo: photo() }) });
  await bot.idle();
  expect(await bodies()).toEqual(['Which?\n\n- a\n- b']);
  expect(answers()).toEqual([expect.stringMatching(/^Saved as \S+\nphoto \(not kept\)$/)]);
});
