import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { changingCalls } from '../world.ts';

let bot: LiveBot;

beforeEach(async () => {
  bot = await liveBot();
});

const address = 'https://journal.example/notes/a/';
const mp4 = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isommp41', 'latin1');
const still = (background = '#06f') =>
  sharp({ create: { width: 20, height: 20, channels: 3, background } });
const moving = async (format: 'gif' | 'webp') => {
  const frames = [await still().png().toBuffer(), await still('#f00').png().toBuffer()];
  return sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
};

const keep = (name: string, bytes: Uint8Array | string) => bot.write(`notes/a/${name}`, bytes);

/** Writes the note and lets the bot look at it. */
async function write(body: string): Promise<void> {
  await bot.save('notes/a/index.md', `---\ndate: 2026-02-01\n---\n\n${body}\n`);
}

const posts = () =>
  bot.api
    .messages(bot.channel)
    .map(({ media, text }) => [media?.kind ?? 'text', text.replace(`\n\n${address}`, '')]);
const links = () =>
  bot.api
    .messages(bot.channel)
    .flatMap(({ message }) => message.entities ?? message.caption_entities ?? [])
    .flatMap((entity) => (entity.type === 'text_link' ? [entity.url] : []));

describe('alone in its note', () => {
  test('a GIF that moves is an animation, with its bytes', async () => {
    const bytes = await moving('gif');
    await keep('w.gif', bytes);
    await write('![a wave](w.gif)\n\nWords');
    expect(posts()).toEqual([['animation', 'Words']]);
    expect(Buffer.from(bot.api.messages(bot.channel)[0]?.media?.bytes ?? []).equals(bytes)).toBe(
      true,
    );
  });

  test.each([
    ['a GIF of one picture', 'w.gif', () => still().gif().toBuffer()],
    [
      'a WebP that moves',
      'w.webp',
      async () =>
        sharp(await moving('gif'), { animated: true })
          .webp()
          .toBuffer(),
    ],
    [
      'a drawing',
      'w.svg',
      async () =>
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle r="9"/></svg>',
    ],
    ['an AVIF', 'w.avif', () => still().avif().toBuffer()],
    [
      'a GIF that is too large to be sent as it is',
      'w.gif',
      async () => Buffer.concat([await moving('gif'), Buffer.alloc(21 * 1024 * 1024)]),
    ],
  ])('%s is a photo', async (_, name, bytes) => {
    await keep(name, await bytes());
    await write(`![ ](${name})\n\nWords`);
    expect(posts()).toEqual([['photo', 'Words']]);
    expect(bot.said()).toEqual([]);
  });

  test.each([
    ['a link', '[Video](sea.mp4)\n\nWords', 'Words'],
    ['a link with words of its own', '[The *sea*](sea.mp4)\n\nWords', 'The sea\n\nWords'],
    ['a picture', '![the sea](sea.mp4)\n\nWords', 'Words'],
  ])('a film is a video, written as %s', async (_, body, words) => {
    await keep('sea.mp4', mp4);
    await write(body);
    expect(posts()).toEqual([['video', words]]);
    expect(links()).toEqual([]);
  });

  test('what is edited, or becomes another kind, is the same post', async () => {
    await keep('sea.mp4', mp4);
    await keep('w.gif', await moving('gif'));
    await write('One');
    bot.api.clearCalls();
    await write('[Video](sea.mp4)\n\nOne');
    await write('[Video](sea.mp4)\n\nTwo');
    await write('![ ](w.gif)\n\nTwo');
    expect(posts()).toEqual([['animation', 'Two']]);
    expect(changingCalls(bot.api)).toEqual([
      'editMessageMedia',
      'editMessageCaption',
      'editMessageMedia',
    ]);
  });
});

test.each([
  ['a film', 'sea.mp4', '[Video](sea.mp4)\n\nWords', 'sendVideo', async () => mp4],
  ['an animation', 'w.gif', '![ ](w.gif)\n\nWords', 'sendAnimation', () => moving('gif')],
] as const)(
  '%s of which nobody knows whether it arrived is settled by forwarding it to the bot',
  async (_, name, body, method, bytes) => {
    await keep(name, await bytes());
    bot.api.fault({ method, when: 'after', kind: 'reset' });
    await write(body);
    expect(bot.rows('SELECT state FROM deliveries')).toEqual([{ state: 'uncertain' }]);
    const [post] = bot.api.messages(bot.channel);
    if (!post) throw new Error('no post');
    await bot.owner.forwards(post.message, bot.owner);
    await bot.idle();
    expect(bot.texts().at(-1)).toBe('Thank you: the post of notes/a/index.md is there.');
    expect(bot.rows('SELECT state FROM deliveries')).toEqual([{ state: 'sent' }]);
    expect(await bot.notes()).toEqual(['notes/a/index.md']);
  },
);

describe('a link to the page stands for', () => {
  test.each([
    ['a film of more than 20 MB', 'sea.mp4', Buffer.concat([mp4, Buffer.alloc(21 * 1024 * 1024)])],
    ['a film that is none', 'sea.mp4', 'no film'],
    ['a film that Telegram would show as a document', 'sea.webm', 'webm'],
    ['a recording', 'sea.mp3', 'mp3'],
  ])('%s', async (_, name, bytes) => {
    await keep(name, bytes);
    await write(`[The sea](${name})\n\nWords`);
    expect([posts(), links()]).toEqual([[['text', 'The sea\n\nWords']], [address]]);
    await write(`![The sea](${name})\n\nWords`);
    expect([posts(), links()]).toEqual([[['text', 'The sea\n\nWords']], [address]]);
    expect(bot.said()).toEqual([]);
  });

  test('a film among pictures, which are an album; a GIF among them stands still', async () => {
    await keep('sea.mp4', mp4);
    await keep('w.gif', await moving('gif'));
    await keep('p.png', await still().png().toBuffer());
    await write('![ ](w.gif)\n![ ](p.png)\n\n[The sea](sea.mp4)');
    expect(posts()).toEqual([
      ['photo', 'The sea'],
      ['photo', ''],
    ]);
    expect(links()).toEqual([address]);
  });
});
