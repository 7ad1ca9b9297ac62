import { describe, expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../../liveBot.ts';
import { eventually } from '../../world.ts';
import { file, permalink, publishingSteps } from './publishingSteps.ts';

let bot: LiveBot;

const { drafted, publish, posts, lastAnswer, isWrittenBack } = publishingSteps(() => bot);

describe('a post of which nobody knows whether it arrived', () => {
  test.each(['before', 'after'] as const)(
    'is told, and sent again only by the button; the connection broke %s',
    async (when) => {
      bot = await liveBot();
      const answer = await drafted('Hello');
      bot.api.fault({ method: 'sendMessage', when, kind: 'reset', match: toChannel });
      await publish(answer);
      await eventually(() => lastAnswer().startsWith('Nobody knows') || undefined, 'the question');
      expect(posts()).toHaveLength(when === 'after' ? 1 : 0);
      bot.clock.advance(3_600_000);
      await bot.stop();
      bot.run();
      await bot.idle();
      expect(posts()).toHaveLength(when === 'after' ? 1 : 0);
      const question = bot.said().at(-1);
      if (when === 'before' && question) {
        expect(question.buttons).toEqual(['Send again']);
        await bot.owner.presses(question.message, 'Send again');
        await bot.owner.presses(question.message, 'Send again');
        await bot.idle();
        expect(posts()).toEqual([`Hello\n\n${permalink}`]);
        await isWrittenBack();
      }
    },
  );

  test('is settled by forwarding it to the bot', async () => {
    bot = await liveBot();
    const answer = await drafted('Hello');
    bot.api.fault({ method: 'sendMessage', when: 'after', kind: 'reset', match: toChannel });
    await publish(answer);
    await eventually(() => lastAnswer().startsWith('Nobody knows') || undefined, 'the question');
    const [post] = bot.api.messages(bot.channel);
    if (!post) throw new Error('no post');
    await bot.owner.forwards(post.message, bot.owner);
    await bot.idle();
    expect(lastAnswer()).toBe(`Thank you: the post of ${file} is there.`);
    await isWrittenBack();
    expect(posts()).toHaveLength(1);
    expect(await bot.notes()).toEqual([file]);
    // From here on it is a copy like any other.
    await bot.write(file, (await bot.read(file)).replace('Hello', 'Hello again'));
    bot.clock.advance(61_000);
    await eventually(() => posts()[0]?.startsWith('Hello again') || undefined, 'the edited post');
  });

  test('is not settled by another post that is forwarded to be quoted', async () => {
    bot = await liveBot();
    await publish(await drafted('Before'));
    const byHand = await bot.owner.sends(bot.channel, 'By hand');
    bot.clock.advance(1000);
    const answer = await drafted('Hello');
    bot.api.fault({ method: 'sendMessage', when: 'before', kind: 'reset', match: toChannel });
    await publish(answer);
    await eventually(() => lastAnswer().startsWith('Nobody knows') || undefined, 'the question');
    const [before] = bot.api.messages(bot.channel);
    if (!before) throw new Error('no post');
    await bot.owner.forwards(before.message, bot.owner);
    bot.clock.advance(3000);
    await bot.owner.forwards(byHand, bot.owner);
    await bot.idle();
    expect(bot.rows("SELECT file FROM deliveries WHERE state = 'uncertain'")).toHaveLength(1);
    // Two notes, the post by hand that became one, and the two quotations.
    expect(await bot.notes()).toHaveLength(5);
  });

  test('is settled by forwarding it where it is an album, and can be edited then', async () => {
    bot = await liveBot();
    await bot.owner.sendsAlbum(bot.owner, [{ kind: 'photo', caption: 'Two' }, { kind: 'photo' }]);
    await bot.idle();
    const [answer] = bot.said();
    if (!answer) throw new Error('no acknowledgement');
    bot.api.fault({ method: 'sendMediaGroup', when: 'after', kind: 'reset' });
    await publish(answer);
    await eventually(() => lastAnswer().startsWith('Nobody knows') || undefined, 'the question');
    const album = bot.api.messages(bot.channel);
    expect(album).toHaveLength(2);
    await bot.owner.forwardsAlbum(
      album.map(({ message }) => message),
      bot.owner,
    );
    await bot.idle();
    expect(lastAnswer()).toMatch(/^Thank you/);
    const [note = '', ...others] = await bot.notes();
    expect(others).toEqual([]);
    expect(bot.rows('SELECT messages FROM copies').map(({ messages }) => messages)).toEqual([
      expect.stringContaining(`"ids":[${album.map(({ id }) => id).join()}]`),
    ]);
    await eventually(
      async () => (await bot.read(note)).includes('syndication:') || undefined,
      'syndication in the file',
    );
    await bot.write(note, (await bot.read(note)).replace('Two', 'Both'));
    bot.clock.advance(61_000);
    await eventually(() => posts()[0]?.startsWith('Both') || undefined, 'the edited caption');
  });

  test('leaves its entry alone until it is settled, whatever the file says', async () => {
    bot = await liveBot();
    const answer = await drafted('Hello');
    bot.api.fault({
      method: 'sendMessage',
      when: 'before',
      kind: { status: 502 },
      match: toChannel,
    });
    await publish(answer);
    await eventually(() => lastAnswer().startsWith('Nobody knows') || undefined, 'the question');
    await bot.write(file, (await bot.read(file)).replace('Hello', 'Changed'));
    bot.clock.advance(61_000);
    await bot.idle();
    expect(posts()).toEqual([]);
    await bot.owner.sends(bot.owner, '/status');
    await bot.idle();
    expect(lastAnswer()).toContain(`Uncertain: ${file}: `);
  });
});

function toChannel(parameters: Readonly<Record<string, unknown>>): boolean {
  return Number(parameters['chat_id']) === bot.channel.id;
}
