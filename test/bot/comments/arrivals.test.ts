import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, test } from 'vitest';
import { eventually } from '../world.ts';
import { forwardOf, publish, talkWorld } from './commentWorld.ts';

type TalkWorld = Awaited<ReturnType<typeof talkWorld>>;

let world: TalkWorld;

const states = () => world.rows('SELECT state FROM deliveries').map(({ state }) => state);
const isPost = ({ chat_id }: Readonly<Record<string, unknown>>) =>
  Number(chat_id) === world.talk.id;

describe('the automatic forward settles an uncertain delivery without asking', () => {
  it.each([
    ['connection reset after the post was made', { when: 'after', kind: 'reset' }],
    ['502 after the post was made', { when: 'after', kind: { status: 502 } }],
    ['message id 0', { when: 'after', kind: 'unusable' }],
  ] as const)('%s', async (_, fault) => {
    world = await talkWorld();
    world.api.fault({ method: 'sendMessage', match: isPost, ...fault });
    await publish(world);
    await eventually(() => states()[0] === 'sent', 'the delivery to be settled');
    expect(world.said()).toEqual([]);
    expect(world.api.botMessages(world.talk)).toHaveLength(1);
    await eventually(
      async () => (await world.read('notes/lift.md')).includes('https://t.me/talk/1'),
      'the syndication',
    );
  });

  test('also when it comes after the owner was asked, who is told then', async () => {
    world = await talkWorld();
    world.api.fault({ method: 'sendMessage', match: isPost, when: 'after', kind: 'reset' });
    world.api.holdUpdates();
    await publish(world);
    await world.told('Nobody knows whether the post of notes/lift.md arrived');
    world.api.releaseUpdates();
    await world.told('The post of notes/lift.md is there after all');
    expect(states()).toEqual(['sent']);
    expect(world.api.botMessages(world.talk)).toHaveLength(1);
  });

  test('also when the process was killed in the middle of the call', async () => {
    world = await talkWorld();
    await world.stop();
    const hang = { method: 'sendMessage', match: isPost, when: 'after', kind: 'hang' } as const;
    const fault = world.api.fault(hang);
    // Processes go by the real clock, the forward's date by the world's: only the second one may hear of it.
    world.api.holdUpdates();
    await publish(world);
    const killed = world.start();
    await eventually(() => fault.count > 0, 'the call');
    await killed.end('SIGKILL');
    world.api.releaseUpdates();
    expect(states()).toEqual(['sending']);
    world.start();
    await eventually(() => states()[0] === 'sent', 'the delivery to be settled');
    expect(world.api.botMessages(world.talk)).toHaveLength(1);
    expect(world.said()).toEqual([]);
  });
});

test('a post that did not arrive is asked about, whatever else was forwarded', async () => {
  world = await talkWorld();
  world.api.fault({ method: 'sendMessage', match: isPost, kind: 'reset' });
  await world.owner.sends(world.talk, 'Something else.');
  await publish(world);
  await world.told('Nobody knows whether the post of notes/lift.md arrived');
  expect(states()).toEqual(['uncertain']);
});

test('a post that did not arrive is asked about once, though a look at the journal comes upon it meanwhile', async () => {
  world = await talkWorld();
  world.api.fault({ method: 'sendMessage', match: isPost, kind: 'reset' });
  await publish(world);
  await eventually(() => states()[0] === 'uncertain', 'the delivery to be uncertain');
  await world.looked();
  const questions = world.said().filter(({ text }) => text.startsWith('Nobody knows'));
  expect(questions).toHaveLength(1);
});

test('a comment that comes before anybody knows whose post it answers finds its entry later', async () => {
  world = await talkWorld('always');
  const { api, ana } = world;
  // Made by hand: the bot learns of it when the entry says so.
  const post = await world.owner.sends(world.talk, 'The lift has moved.');
  await ana.replies(await forwardOf(world), 'Early.');
  await world.idle();
  expect(await world.kept()).toBeUndefined();
  await world.write(
    'notes/lift.md',
    `---\ndate: 2026-02-01\nsyndication:\n  - https://t.me/talk/${post.message_id}\n---\n\nThe lift has moved.\n`,
  );
  world.clock.advance(60_000);
  await eventually(() => {
    world.clock.advance(60_000);
    return world.kept();
  }, 'the comment');
  expect((await world.kept())?.map(({ text }) => text)).toEqual(['Early.']);
  expect(api.calls('sendMessage').filter(({ parameters }) => isPost(parameters))).toEqual([]);
});

test('what nobody’s post is answered by is forgotten after 48 hours', async () => {
  world = await talkWorld('always');
  await world.owner.sends(world.talk, 'Only in the channel.');
  await world.ana.replies(await forwardOf(world), 'Early.');
  await world.idle();
  expect(world.rows('SELECT state FROM comments_held')).toEqual([{ state: 'unplaced' }]);
  world.clock.advance(49 * 3_600_000);
  await eventually(
    () => world.rows('SELECT state FROM comments_held').length === 0,
    'the comment to be forgotten',
  );
});

test('the thread of a post from before the bot came is learned from its first answer', async () => {
  world = await talkWorld('always');
  await world.stop();
  await publish(world);
  world.run();
  await eventually(() => world.api.botMessages(world.talk)[0], 'the post');
  const thread = await forwardOf(world);
  await world.idle();
  const database = new DatabaseSync(join(world.state, 'bot.sqlite'), { timeout: 5_000 });
  database.exec('DELETE FROM comments_threads');
  database.close();
  await world.ana.replies(thread, 'Hello.');
  expect((await eventually(world.kept, 'the comment')).map(({ text }) => text)).toEqual(['Hello.']);
});

test('talk in the group that answers no post is nothing', async () => {
  world = await talkWorld('always');
  await publish(world);
  await forwardOf(world);
  await world.ana.sends(world.discussion, 'Just talk.');
  await world.idle();
  expect(world.rows('SELECT COUNT(*) AS n FROM comments_held')).toEqual([{ n: 0 }]);
});
