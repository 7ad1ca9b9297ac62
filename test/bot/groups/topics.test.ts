import type { Message } from 'grammy/types';
import { describe, expect, it, test } from 'vitest';
import type { Forum } from '../../../telegram-double/index.ts';
import { commentWorld, noteFile } from '../comments/commentWorld.ts';
import { bodyOf } from '../liveBot.ts';
import { everybody, type GroupWorld, knownGroup } from './groupWorld.ts';

let world: GroupWorld;
let forum: Forum;
let secret: Message;
let open: Message;

/** A forum in which people have talked at the same time in General and in two topics. */
async function talked(people?: string): Promise<GroupWorld> {
  world = await knownGroup(people);
  const { owner, ana, bob, group } = world;
  forum = world.api.forum(group.id);
  secret = forum.begins(owner, 'Secret');
  open = forum.begins(owner, 'Open');
  await ana.sends(forum, 'General one.');
  await ana.sends(forum, 'Secret one.', { topic: secret });
  await ana.sends(forum, 'Open one.', { topic: open });
  await bob.sends(forum, 'Secret two.', { topic: secret });
  await bob.sends(forum, 'Open two.', { topic: open });
  await bob.sends(forum, 'General two.');
  await ana.sends(forum, 'Secret three.', { topic: secret });
  return world;
}

async function draft(): Promise<string> {
  const drafts = (await world.notes()).filter((file) => file !== noteFile);
  expect(drafts).toHaveLength(1);
  return bodyOf(await world.read(drafts[0] ?? ''));
}

/** What is in the draft, speaker by speaker. */
async function kept(): Promise<string[]> {
  await world.told('Saved as');
  const note = await draft();
  return [...note.matchAll(/\*\*\w+:\*\* (.+)/g)].map(([, words = '']) => words);
}

describe('/draft 3 takes what was said where it is sent, and nothing from another topic', () => {
  it.each<[string, () => Message | undefined, string[]]>([
    ['in a topic', () => open, ['Open one.', 'Open two.']],
    ['in another one', () => secret, ['Secret one.', 'Secret two.', 'Secret three.']],
    ['in General', () => undefined, ['General one.', 'General two.']],
  ])('%s', async (_, topicOf, expected) => {
    const { owner } = await talked();
    const topic = topicOf();
    await owner.sends(forum, '/draft 3', topic ? { topic } : {});
    expect(await kept()).toEqual(expected);
  });

  it('in reply to a message of a topic', async () => {
    const { owner, ana, bob } = await talked();
    const said = await ana.sends(forum, 'Open three.', { topic: open });
    await bob.sends(forum, 'Open four.', { topic: open });
    await owner.replies(said, '/draft 9');
    expect(await kept()).toEqual(['Open one.', 'Open two.', 'Open three.']);
  });

  it('in reply to a message of General', async () => {
    const { owner, ana } = await talked();
    const said = await ana.sends(forum, 'General three.');
    await ana.sends(forum, 'Open three.', { topic: open });
    await owner.replies(said, '/draft 9');
    expect(await kept()).toEqual(['General one.', 'General two.', 'General three.']);
  });

  it('by a member who may draft', async () => {
    const { ana } = await talked('"2002":\n  name: Ana\n  mayDraft: true\n"2003":\n  name: Bob\n');
    await ana.sends(forum, '/draft 9', { topic: open });
    expect(await kept()).toEqual(['Open one.', 'Open two.']);
  });
});

test('/draft alone takes what was said last in the topic, and not what began it', async () => {
  const { owner } = await talked();
  await owner.sends(forum, '/draft', { topic: open });
  expect(await kept()).toEqual(['Open two.']);
});

test('an answer within a topic, and an answer in General, stay in their topics', async () => {
  const { owner, ana, bob } = await talked();
  await bob.replies(await ana.sends(forum, 'Question.'), 'Answer.');
  await bob.replies(await ana.sends(forum, 'Open three.', { topic: open }), 'Open four.');
  await owner.sends(forum, '/draft 3');
  expect(await kept()).toEqual(['General two.', 'Question.', 'Answer.']);
});

test('a topic that is renamed, closed and opened again is the same, and says nothing by that', async () => {
  const { owner, ana } = await talked();
  forum.renames(owner, open, 'Wide open');
  forum.closes(owner, open);
  await expect(ana.sends(forum, 'Too late.', { topic: open })).rejects.toThrow('TOPIC_CLOSED');
  await owner.sends(forum, '/draft 9', { topic: open });
  expect(await kept()).toEqual(['Open one.', 'Open two.']);
  forum.reopens(owner, open);
});

test('words that are edited stay in their topic', async () => {
  const { owner, ana } = await talked();
  const said = await ana.sends(forum, 'Open three.', { topic: open });
  await ana.edits(said, 'Open 3.');
  await owner.sends(forum, '/draft 2');
  expect(await kept()).toEqual(['General one.', 'General two.']);
});

test('an album in a topic is whole, by reaction too', async () => {
  const { owner, ana } = await talked();
  const [first] = await ana.sendsAlbum(
    forum,
    [{ kind: 'photo', caption: 'Both.' }, { kind: 'photo' }],
    { topic: secret },
  );
  if (first) await owner.reacts(first, '✍');
  await world.told('Saved as');
  expect((await draft()).match(/!\[/g)).toHaveLength(2);
});

test('in a group without topics an answer is part of the conversation', async () => {
  world = await knownGroup();
  const { owner, ana, bob, group } = world;
  const question = await ana.sends(group, 'Where is it?');
  await ana.sends(group, 'Anybody?');
  await bob.replies(question, 'On the ground floor.');
  await owner.sends(group, '/draft 3');
  expect(await kept()).toEqual(['Where is it?', 'Anybody?', 'On the ground floor.']);
});

test('in the channel’s group, what is said below a post is one conversation and the group another', async () => {
  const begun = await commentWorld('never', { TELEGRAM_GROUPS: '-1002000001881' });
  world = { ...begun, group: begun.discussion };
  const { owner, ana, bob, discussion, thread } = begun;
  await begun.write('people.yaml', everybody);
  await ana.sends(discussion, 'In the group.');
  const comment = await ana.replies(thread, 'Below the post.');
  await bob.sends(discussion, 'In the group, too.');
  await bob.replies(comment, 'Below it, too.');
  await owner.replies(thread, '/draft 9');
  expect(await kept()).toEqual(['Below the post.', 'Below it, too.']);
});
