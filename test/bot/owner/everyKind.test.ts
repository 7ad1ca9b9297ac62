import type { Poll } from 'grammy/types';
import { beforeEach, expect, test } from 'vitest';
import type { SentMedia } from '../../../telegram-double/people/sentMedia.ts';
import { type Phone, phone } from './chatWorld.ts';

let owner: Phone;

beforeEach(async () => {
  owner = await phone();
});

/** The bodies of all notes, names of files without their numbers. */
const bodies = async () =>
  (await owner.bodies()).map((body) => body.replace(/-c?\d+\.(\w+\))/g, '.$1'));

const media: readonly (readonly [SentMedia, string])[] = [
  [{ kind: 'photo' }, '![ ](photo.jpg)'],
  [{ kind: 'video', file_name: 'v.mp4' }, '[v.mp4](v.mp4)'],
  [{ kind: 'animation', file_name: 'a.mp4' }, '[a.mp4](a.mp4)'],
  [{ kind: 'audio', file_name: 's.mp3' }, '[s.mp3](s.mp3)'],
  [{ kind: 'voice' }, '[Voice note](file.ogg)'],
  [{ kind: 'document', file_name: 'd.pdf' }, '[d.pdf](d.pdf)'],
];

test.each(['message first', 'edit first'])(
  'media are kept with their captions, whose edits are followed: the %s',
  async (order) => {
    owner.api.holdUpdates();
    for (const [sent] of media) {
      const message = await owner.me.sendsMedia(owner.me, { ...sent, caption: 'One' });
      owner.clock.advance(60_000);
      await owner.me.edits(message, 'Two');
    }
    owner.api.releaseUpdates((updates) =>
      order === 'edit first' ? updates.toReversed() : updates,
    );
    await owner.idle();
    expect(await bodies()).toEqual(media.map(([, shown]) => `${shown}\n\nTwo`));
    expect(owner.said()).toHaveLength(media.length);
  },
);

test('media are taken in from the channel', async () => {
  for (const [sent] of media) {
    await owner.me.sendsMedia(owner.channel, { ...sent, caption: 'One' });
    owner.clock.advance(60_000);
    await owner.idle();
  }
  expect(await bodies()).toEqual(media.map(([, shown]) => `${shown}\n\nOne`));
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
  [
    'a photo with words and a film',
    [
      { kind: 'photo', caption: 'Both' },
      { kind: 'video', file_name: 'v.mp4' },
    ],
    '![ ](photo.jpg)\n\n[v.mp4](v.mp4)\n\nBoth',
  ],
])('an album of %s is one draft, acknowledged once', async (_, items, wanted) => {
  await owner.sendAlbum(items);
  expect(await bodies()).toEqual([wanted]);
  expect(owner.said()).toHaveLength(1);
});

test('two albums whose items come mixed, late by half a minute and over a restart are two drafts', async () => {
  owner.api.holdUpdates();
  const album = (name: string) =>
    owner.me.sendsAlbum(
      owner.me,
      [1, 2].map((number) => ({ kind: 'photo' as const, caption: `${name}${number}` })),
    );
  const [a, b] = [await album('a'), await album('b')];
  owner.api.releaseUpdates((updates) => [3, 0, 2, 1].flatMap((at) => updates[at] ?? []));
  await owner.idle();
  for (const [number, [first]] of [a, b].entries()) {
    owner.clock.advance(30_000);
    await owner.restart();
    await owner.say(`In between ${number}`);
    await owner.sendPhoto({
      caption: `${'ab'[number]}3`,
      ...(first?.media_group_id && { media_group_id: first.media_group_id }),
    });
  }
  const words = (await bodies()).map((body) => body.match(/^[ab]\d$/gm)?.join(' ') ?? body);
  expect(words.sort()).toEqual(['In between 0', 'In between 1', 'a1 a2 a3', 'b1 b2 b3']);
});

test('a poll is kept with its options, from private and from the channel', async () => {
  const poll = { question: '# Which?', options: [{ text: '- a' }, { text: 'b' }] } as Poll;
  await owner.me.sendsOther(owner.me, { poll });
  owner.clock.advance(1_000);
  await owner.me.sendsOther(owner.channel, { poll });
  await owner.idle();
  expect(await bodies()).toEqual(Array(2).fill('\\# Which?\n\n- \\- a\n- b'));
});

test('a contact in the channel is nobody’s wish to keep one', async () => {
  const contact = { phone_number: '+351 555 010', first_name: 'Grace' };
  await owner.me.sendsOther(owner.channel, { contact });
  await owner.idle();
  expect(await bodies()).toEqual([]);
  expect(JSON.stringify(owner.rows('SELECT body FROM inbox'))).not.toContain('555');
});
