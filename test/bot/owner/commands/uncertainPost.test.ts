import type { Message } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import type { BotApi } from '../../../../telegram-double/index.ts';
import { eventually } from '../../world.ts';
import { draftedPhone, note, type Phone, permalink, phone, syndicated } from '../chatWorld.ts';

let owner: Phone;

/** Publishes what is drafted while its call fails so that nobody knows whether the post arrived. */
async function publishUncertainly(
  fault: Partial<Parameters<BotApi['fault']>[0]> = { when: 'after' },
): Promise<void> {
  const { toChannel: match } = owner;
  owner.api.fault({ method: 'sendMessage', kind: 'reset', match, ...fault });
  await owner.press('Publish');
  await eventually(() => owner.last().startsWith('Nobody knows'), 'the question');
}

/** The one post in the channel. */
function onlyPost(): Message {
  const [post, ...others] = owner.api.messages(owner.channel);
  if (!post || others.length > 0) throw new Error('there is not one post');
  return post.message;
}

describe('a post of which nobody knows whether it arrived', () => {
  test.each(['before', 'after'] as const)(
    'is told, and sent again only by the button; the connection broke %s',
    async (when) => {
      owner = await draftedPhone();
      await publishUncertainly({ when });
      expect(owner.posts()).toHaveLength(when === 'after' ? 1 : 0);
      owner.clock.advance(3_600_000);
      await owner.restart();
      expect(owner.posts()).toHaveLength(when === 'after' ? 1 : 0);
      const question = owner.said().at(-1);
      if (when === 'before' && question) {
        expect(question.buttons).toEqual(['Send again']);
        await owner.me.presses(question.message, 'Send again');
        await owner.press('Send again', question.message);
        expect(owner.posts()).toEqual([`Hello\n\n${permalink}`]);
        await syndicated(owner);
      }
    },
  );

  test('is settled by forwarding it to the bot', async () => {
    owner = await draftedPhone();
    await publishUncertainly();
    await owner.forward(onlyPost());
    expect(owner.last()).toBe(`Thank you: the post of ${note} is there.`);
    await syndicated(owner);
    expect(owner.posts()).toHaveLength(1);
    expect(await owner.notes()).toEqual([note]);
    // From here on it is a copy like any other.
    await owner.change(note, 'Hello', 'Hello again');
    owner.clock.advance(61_000);
    await eventually(() => owner.posts()[0]?.startsWith('Hello again'), 'the edited post');
  });

  test('is not settled by another post that is forwarded to be quoted', async () => {
    owner = await draftedPhone('Before');
    await owner.press('Publish');
    const byHand = await owner.me.sends(owner.channel, 'By hand');
    owner.clock.advance(1000);
    await owner.say('Hello');
    await publishUncertainly({});
    const [before] = owner.api.messages(owner.channel);
    if (!before) throw new Error('no post');
    await owner.me.forwards(before.message, owner.me);
    owner.clock.advance(3000);
    await owner.forward(byHand);
    expect(owner.rows("SELECT file FROM deliveries WHERE state = 'uncertain'")).toHaveLength(1);
    // Two notes, the post by hand that became one, and the two quotations.
    expect(await owner.notes()).toHaveLength(5);
  });

  test('is settled by forwarding it where it is an album, and can be edited then', async () => {
    owner = await phone();
    await owner.sendAlbum([{ kind: 'photo', caption: 'Two' }, { kind: 'photo' }]);
    await publishUncertainly({ method: 'sendMediaGroup', when: 'after' });
    const album = owner.api.messages(owner.channel);
    expect(album).toHaveLength(2);
    await owner.me.forwardsAlbum(
      album.map(({ message }) => message),
      owner.me,
    );
    await owner.idle();
    expect(owner.last()).toMatch(/^Thank you/);
    const [note = '', ...others] = await owner.notes();
    expect(others).toEqual([]);
    expect(owner.rows('SELECT messages FROM copies').map(({ messages }) => messages)).toEqual([
      expect.stringContaining(`"ids":[${album.map(({ id }) => id).join()}]`),
    ]);
    await syndicated(owner, note);
    await owner.change(note, 'Two', 'Both');
    owner.clock.advance(61_000);
    await eventually(() => owner.posts()[0]?.startsWith('Both'), 'the edited caption');
  });

  test('leaves its entry alone until it is settled, whatever the note says', async () => {
    owner = await draftedPhone();
    await publishUncertainly({ kind: { status: 502 } });
    await owner.change(note, 'Hello', 'Changed');
    await owner.wait(61_000);
    expect(owner.posts()).toEqual([]);
    expect(await owner.ask('/status')).toContain(`Uncertain: ${note}: `);
  });
});

const words = /nobody knows whether it arrived\. Look there\. If it is there, forward it to me/;

test('/unpublish while nobody knows whether the post arrived says so, and the forward takes it down', async () => {
  owner = await draftedPhone();
  await publishUncertainly();
  expect(await owner.ask('/unpublish')).toMatch(words);
  expect(await owner.ask('/unpublish')).toMatch(words);
  await owner.me.forwards(onlyPost(), owner.me);
  await owner.looked();
  expect(owner.posts()).toEqual([]);
  expect(await owner.ask('/unpublish')).not.toMatch(words);
});

test('/discard says so as well', async () => {
  owner = await draftedPhone();
  await publishUncertainly();
  expect(await owner.ask('/unpublish', '/discard')).toMatch(/^Discarded: /);
  expect(owner.last()).toMatch(words);
});
