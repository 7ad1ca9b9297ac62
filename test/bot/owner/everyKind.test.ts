import type { Poll } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import type { SentMedia } from '../../../telegram-double/people/sentMedia.ts';
import { type Phone, phone } from './chatWorld.ts';

let owner: Phone;

/** The bodies of all notes, names of files without their numbers. */
async function bodies(): Promise<string[]> {
  const texts = await Promise.all((await owner.bot.notes()).map((file) => owner.bot.read(file)));
  return texts.map((text) =>
    text
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .replace(/-c?\d+\.(\w+\))/g, '.$1')
      .trim(),
  );
}

const media: readonly (readonly [SentMedia, string])[] = [
  [{ kind: 'photo' }, '![ ](photo.jpg)'],
  [{ kind: 'video', file_name: 'v.mp4' }, '[v.mp4](v.mp4)'],
  [{ kind: 'animation', file_name: 'a.mp4' }, '[a.mp4](a.mp4)'],
  [{ kind: 'audio', file_name: 's.mp3' }, '[s.mp3](s.mp3)'],
  [{ kind: 'voice' }, '[Voice note](file.ogg)'],
  [{ kind: 'document', file_name: 'd.pdf' }, '[d.pdf](d.pdf)'],
];

describe.each(media)('%j', (sent, shown) => {
  test.each(['message first', 'edit first'])(
    'is kept with its caption, whose edit is followed: the %s',
    async (order) => {
      owner = await phone();
      const { bot } = owner;
      bot.api.holdUpdates();
      const message = await bot.owner.sendsMedia(bot.owner, { ...sent, caption: 'One' });
      bot.clock.advance(2_000);
      await bot.owner.edits(message, 'Two');
      bot.api.releaseUpdates((updates) =>
        order === 'edit first' ? updates.toReversed() : updates,
      );
      await bot.idle();
      expect(await bodies()).toEqual([`${shown}\n\nTwo`]);
      expect(bot.said()).toHaveLength(1);
    },
  );

  test('is taken in from the channel', async () => {
    owner = await phone();
    const { bot } = owner;
    await bot.owner.sendsMedia(bot.channel, { ...sent, caption: 'One' });
    await bot.idle();
    expect(await bodies()).toEqual([`${shown}\n\nOne`]);
  });
});

test.each<readonly [string, readonly SentMedia[], string]>([
  [
    'documents',
    [
      { kind: 'document', file_name: 'a.pdf' },
      { kind: 'document', file_name: 'b.pdf', caption: 'Both' },
    ],
    '[a.pdf](a.pdf)\n\n[b.pdf](b.pdf)\n\nBoth',
  ],
  [
    'songs',
    [
      { kind: 'audio', file_name: 'a.mp3', caption: 'Both' },
      { kind: 'audio', file_name: 'b.mp3' },
    ],
    '[a.mp3](a.mp3)\n\nBoth\n\n[b.mp3](b.mp3)',
  ],
  [
    'a photo and a film',
    [{ kind: 'photo' }, { kind: 'video', file_name: 'v.mp4' }],
    '![ ](photo.jpg)\n\n[v.mp4](v.mp4)',
  ],
])('an album of %s is one draft, acknowledged once', async (_, items, wanted) => {
  owner = await phone();
  await owner.bot.owner.sendsAlbum(owner.bot.owner, items);
  await owner.bot.idle();
  expect(await bodies()).toEqual([wanted]);
  expect(owner.bot.said()).toHaveLength(1);
});

test('two albums whose items come mixed, late by half a minute and over a restart are two drafts', async () => {
  owner = await phone();
  const { bot } = owner;
  bot.api.holdUpdates();
  const album = (name: string) =>
    bot.owner.sendsAlbum(
      bot.owner,
      [1, 2].map((number) => ({ kind: 'photo' as const, caption: `${name}${number}` })),
    );
  const [a, b] = [await album('a'), await album('b')];
  bot.api.releaseUpdates((updates) => [3, 0, 2, 1].flatMap((at) => updates[at] ?? []));
  await bot.idle();
  for (const [number, [first]] of [a, b].entries()) {
    bot.clock.advance(30_000);
    await owner.restart();
    await owner.say(`In between ${number}`);
    await bot.owner.sendsPhoto(bot.owner, {
      caption: `${'ab'[number]}3`,
      ...(first?.media_group_id && { media_group_id: first.media_group_id }),
    });
    await bot.idle();
  }
  const words = (await bodies()).map((body) => body.match(/^[ab]\d$/gm)?.join(' ') ?? body);
  expect(words.sort()).toEqual(['In between 0', 'In between 1', 'a1 a2 a3', 'b1 b2 b3']);
});

const bot = { id: 9, is_bot: true, first_name: 'Gifs', username: 'gifs' };

test.each([
  ['what another bot wrote', { text: '<b>*x*' }, { via_bot: bot }, '\\<b>\\*x\\*'],
  [
    'a link without a preview',
    { text: 'See https://example.org/a' },
    { link_preview_options: { is_disabled: true } },
    'See <https://example.org/a>',
  ],
  [
    'a preview whose link is not in the words',
    { text: 'See' },
    { link_preview_options: { url: 'https://example.org/p' } },
    'See\n\n<https://example.org/p>',
  ],
] as const)('%s is kept', async (_, text, added, wanted) => {
  owner = await phone();
  await owner.bot.owner.sends(owner.bot.owner, text, { added });
  await owner.bot.idle();
  expect(await bodies()).toEqual([wanted]);
});

test('a poll is kept with its options, from private and from the channel', async () => {
  owner = await phone();
  const poll = { question: '# Which?', options: [{ text: '- a' }, { text: 'b' }] } as Poll;
  await owner.bot.owner.sendsOther(owner.bot.owner, { poll });
  owner.bot.clock.advance(1_000);
  await owner.bot.owner.sendsOther(owner.bot.channel, { poll });
  await owner.bot.idle();
  expect(await bodies()).toEqual(Array(2).fill('\\# Which?\n\n- \\- a\n- b'));
});

test('a contact in the channel is nobody’s wish to keep one', async () => {
  owner = await phone();
  const contact = { phone_number: '+351 555 010', first_name: 'Grace' };
  await owner.bot.owner.sendsOther(owner.bot.channel, { contact });
  await owner.bot.idle();
  expect(await bodies()).toEqual([]);
  expect(JSON.stringify(owner.bot.rows('SELECT body FROM inbox'))).not.toContain('555');
});
