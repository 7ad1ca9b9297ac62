import { describe, expect, test } from 'vitest';
import { everybody, type GroupWorld, knownGroup, savedNote } from './groupWorld.ts';

let world: GroupWorld;

async function known(people?: string): Promise<GroupWorld> {
  world = await knownGroup(people);
  return world;
}

describe('members', () => {
  const withRight = '"2002":\n  name: Ana\n  mayDraft: true\n"2003":\n  name: Bob\n';

  test('whom people.yaml lets draft do, the owner is told, and only the owner can publish', async () => {
    const { ana, bob, group } = await known(withRight);
    const message = await bob.sends(group, 'Said.');
    await ana.replies(message, '/draft');
    const news = await world.told(/^Saved as .*\nAna Souza picked it\. From “Friends”\.$/s);
    const query = await ana.presses(news.message, 'Publish');
    await ana.sends(group, '/publish');
    await world.idle();
    expect(ana.answerTo(query)).toBeUndefined();
    expect(await world.read((await world.notes())[0] ?? '')).toContain('draft: true');
    const another = await bob.sends(group, 'Said too.');
    await ana.reacts(another, '✍');
    await world.idle();
    expect(await world.notes()).toHaveLength(2);
  });

  test('all others draft nothing', async () => {
    const { ana, bob, group } = await known(withRight);
    const message = await ana.sends(group, 'Said.');
    await bob.replies(message, '/draft');
    await bob.reacts(message, '✍');
    await world.idle();
    expect(await world.notes()).toEqual([]);
    expect(world.said()).toEqual([]);
  });

  test('an anonymous administrator or a channel drafts nothing, and is quoted by its title', async () => {
    const { ana, owner, group } = await known(withRight);
    const message = await ana.sends(group, 'Said.');
    await owner.sends(group, '/draft', { as: group, replyTo: message });
    await world.idle();
    expect(await world.notes()).toEqual([]);
    const hidden = await owner.sends(group, 'From nobody.', { as: group });
    await owner.reacts(hidden, '✍');
    expect(await savedNote(world)).toBe('> **Friends:** From nobody.');
  });

  test('who took the owner’s name and username drafts nothing', async () => {
    const { ana, group, api } = await known(withRight);
    const double = api.user({ id: 2009, first_name: 'Ada', username: 'ada' });
    double.joins(group);
    const message = await ana.sends(group, 'Said.');
    await double.replies(message, '/draft');
    await double.reacts(message, '✍');
    await world.idle();
    expect(await world.notes()).toEqual([]);
    expect(world.said()).toEqual([]);
  });

  test('nobody but the owner drafts while people.yaml is wrong', async () => {
    const { ana, bob, owner, group } = await known('"2002":\n  nam: Ana\n');
    const message = await bob.sends(group, 'Said.');
    await ana.replies(message, '/draft');
    await world.idle();
    expect(world.said()).toEqual([]);
    await owner.replies(message, '/draft');
    const question = await world.told(/people\.yaml:2: unknown key "2002\.nam"/);
    expect(await world.notes()).toEqual([]);
    await world.write('people.yaml', everybody);
    await owner.presses(question.message, 'Go on');
    expect(await savedNote(world)).toBe('> **Bob:** Said.');
  });
});
