import type { Message } from 'grammy/types';
import { describe, expect, it, test } from 'vitest';
import { render } from '../../render/sample.ts';
import { type GroupWorld, knownGroup, onlyNote, savedNote } from './groupWorld.ts';

let world: GroupWorld;

async function known(people?: string): Promise<GroupWorld> {
  world = await knownGroup(people);
  return world;
}

test('a reply with /draft keeps one message under the name of people.yaml', async () => {
  const { ana, owner, group } = await known('"2002":\n  name: Ana of the lift\n');
  const message = await ana.sends(group, 'It has *moved* again.');
  await owner.replies(message, '/draft');
  expect(await savedNote(world, /^Saved as notes\/.*\nFrom “Friends”\.$/s)).toBe(
    '> **Ana of the lift:** It has \\*moved\\* again.',
  );
});

test('the owner’s own message becomes the note itself', async () => {
  const { owner, group } = await known();
  const message = await owner.sends(group, 'My own words.');
  await owner.reacts(message, '✍');
  expect(await savedNote(world)).toBe('My own words.');
});

test('/draft 3 keeps the last three messages as a conversation, which the site shows as one', async () => {
  const { ana, bob, owner, group } = await known();
  await world.write('site.yaml', `${await world.read('site.yaml')}author: Ada L.\n`);
  await ana.sends(group, 'Too early.');
  await ana.sends(group, 'Where is it?');
  await bob.sends(group, 'On the ground floor.');
  await owner.sends(group, 'They all are.\n\nIn the end.');
  await owner.sends(group, '/draft@scrollback_test_bot 3');
  await world.told('Saved as');
  const body = await onlyNote(world);
  expect(body).toBe(
    '> **Ana:** Where is it?\n>\n> **Bob:** On the ground floor.\n>\n> **Ada L.:** They all are.\n>\n> In the end.',
  );
  expect(render(body).html.match(/class="speaker"/g)).toHaveLength(3);
});

test('/draft 2 in reply to a message ends with that message', async () => {
  const { ana, bob, owner, group } = await known();
  await ana.sends(group, 'One.');
  const two = await bob.sends(group, 'Two.');
  await ana.sends(group, 'Three.');
  await owner.replies(two, '/draft 2');
  expect(await savedNote(world)).toBe('> **Ana:** One.\n>\n> **Bob:** Two.');
});

test('nothing is kept before the owner picks it, and a command for another bot picks nothing', async () => {
  const { ana, owner, group } = await known();
  const message = await ana.sends(group, 'Talk.');
  await owner.sends(group, 'More talk.');
  await owner.replies(message, '/draft@another_bot');
  await owner.reacts(message, '👍');
  await world.idle();
  expect(await world.notes()).toEqual([]);
  expect(world.said()).toEqual([]);
});

test('a message picked by reaction, taken back, set again and by command is kept once', async () => {
  const { ana, owner, group } = await known();
  const message = await ana.sends(group, 'Talk.');
  await owner.reacts(message, '✍');
  await world.told('Saved as');
  await owner.reacts(message);
  await owner.reacts(message, '✍');
  await owner.replies(message, '/draft');
  await world.told('Kept already as');
  for (const { update_id } of world.api.updates()) world.api.repeatUpdate(update_id);
  await world.idle();
  expect(await onlyNote(world)).toBe('> **Ana:** Talk.');
});

test('what is picked again after it was published has no button to publish or discard it', async () => {
  const { ana, owner, group } = await known();
  const message = await ana.sends(group, 'Talk.');
  await owner.replies(message, '/draft');
  await owner.presses((await world.told('Saved as')).message, 'Publish');
  await world.told('Published');
  await owner.replies(message, '/draft');
  const { buttons } = await world.told('Kept already as');
  expect(buttons).toEqual(['Show']);
});

describe('what was kept and is gone from the journal can be picked again', () => {
  it.each([
    ['by command', (message: Message) => world.owner.replies(message, '/draft')],
    [
      'by reaction',
      async (message: Message) => {
        await world.owner.reacts(message);
        await world.owner.reacts(message, '✍');
      },
    ],
  ] as const)('%s', async (_, picksAgain) => {
    const { ana, owner, group } = await known();
    const message = await ana.sends(group, 'Talk.');
    await owner.reacts(message, '✍');
    const news = await world.told('Saved as');
    const [first = ''] = await world.notes();
    await world.press('Discard', news.message);
    expect(await world.notes()).toEqual([]);
    world.clock.advance(1_000);
    await picksAgain(message);
    expect(await savedNote(world, `It was kept before as ${first}, which is gone`)).toBe(
      '> **Ana:** Talk.',
    );
    expect((await world.notes())[0]).not.toBe(first);
    for (const { update_id } of world.api.updates()) world.api.repeatUpdate(update_id);
    await world.idle();
    expect(await world.notes()).toHaveLength(1);
  });

  test('and so can what everybody was left out of', async () => {
    const { ana, owner, group } = await known('');
    const message = await ana.sends(group, 'Talk.');
    await owner.reacts(message, '✍');
    await owner.presses((await world.told('has words of Ana')).message, 'Leave out');
    await world.told('everybody in it is left out');
    world.clock.advance(1_000);
    await owner.reacts(message);
    await owner.reacts(message, '✍');
    await world.idle();
    await owner.presses((await world.told('has words of Ana')).message, 'Use «Ana»');
    expect(await savedNote(world)).toBe('> **Ana:** Talk.');
  });
});

test('an edit before the pick is what is kept; one after it changes nothing', async () => {
  const { ana, owner, group } = await known();
  const message = await ana.sends(group, 'Wrnog.');
  await ana.edits(message, 'Right.');
  await owner.reacts(message, '✍');
  await world.told('Saved as');
  await ana.edits(message, 'Something else.');
  await world.idle();
  expect(await onlyNote(world)).toBe('> **Ana:** Right.');
});

test('a message from before the bot came is kept out of the reply itself', async () => {
  const { ana, owner, group } = await known();
  world.api.holdUpdates();
  const message = await ana.sends(group, 'Long ago.');
  await owner.replies(message, '/draft');
  world.api.releaseUpdates((updates) => updates.filter((one) => one.message?.text === '/draft'));
  expect(await savedNote(world)).toBe('> **Ana:** Long ago.');
});

test('a reaction to a message that the bot never saw is told, with the way out', async () => {
  const { ana, owner, group } = await known();
  world.api.holdUpdates();
  const message = await ana.sends(group, 'Long ago.');
  await owner.reacts(message, '✍');
  world.api.releaseUpdates((updates) => updates.filter((one) => one.message_reaction));
  await world.told('Reply to it with /draft');
  expect(await world.notes()).toEqual([]);
});

test('photos of a pick lie beside the draft, an album under one name, apart from those of a private chat with the same ids', async () => {
  const { ana, owner, group } = await known();
  const [first] = await ana.sendsAlbum(group, [
    { kind: 'photo', caption: 'Look.' },
    { kind: 'photo' },
  ]);
  if (!first) throw new Error('no album');
  await owner.reacts(first, '✍');
  await world.told('Saved as');
  const body = await onlyNote(world);
  expect(body).toBe(
    `> **Ana:**\n>\n> ![ ](photo-g${first.message_id}.jpg)\n>\n> ![ ](photo-g${first.message_id + 1}.jpg)\n>\n> Look.`,
  );
  const [file = ''] = await world.notes();
  expect(file).toMatch(/\/index\.md$/);
  expect(await world.read(file.replace('index.md', `photo-g${first.message_id}.jpg`))).not.toBe('');
});

test('what is too large to fetch, or no file, is a word', async () => {
  const { ana, bob, owner, group } = await known();
  await ana.sendsMedia(group, { kind: 'video', size: 25_000_000 });
  await bob.sends(group, 'Nice.');
  await owner.sends(group, '/draft 2');
  expect(await savedNote(world)).toBe('> **Ana:** (video)\n>\n> **Bob:** Nice.');
});

test('nobody puts words into another’s mouth', async () => {
  const { ana, bob, owner, group } = await known();
  const entities = [{ type: 'bold' as const, offset: 5, length: 4 }];
  await ana.sends(group, { text: 'Yes.\nBob: I agree.', entities });
  await bob.sends(group, 'I did not say that.');
  await owner.sends(group, '/draft 2');
  await world.told('Saved as');
  const { html } = render(await onlyNote(world));
  expect(html.match(/class="speaker">[^<]*/g)).toEqual([
    'class="speaker">Ana:',
    'class="speaker">Bob:',
  ]);
  expect(html).toContain('I agree.');
});

describe('what was forwarded is nobody’s own words', () => {
  test('a post of a channel is quoted with its source', async () => {
    const { ana, owner, group, api } = await known();
    const news = api.channel({ username: 'thenews', title: 'The *News*', owner: ana });
    const post = await ana.sends(news, 'Lift moved.\n\nBob: I saw it.');
    await owner.reacts(await owner.forwards(post, group), '✍');
    expect(await savedNote(world)).toBe(
      `> Lift moved.\n>\n> Bob: I saw it.\n>\n> — [The \\*News\\*](https://t.me/thenews/${post.message_id})`,
    );
  });

  test('in a conversation it stands below who brought it, and a person in it is not named unasked', async () => {
    const { ana, bob, owner, group, api } = await known();
    const eve = api.user({ id: 2010, first_name: 'Eve' });
    const said = await eve.sends(eve, {
      text: 'Bob: I did it.',
      entities: [{ type: 'bold', offset: 0, length: 4 }],
    });
    await ana.forwards(said, group);
    await bob.sends(group, 'Really?');
    await owner.sends(group, '/draft 2');
    await world.told('Saved as');
    const body = await onlyNote(world);
    expect(body).toMatch(
      /^> \*\*Ana:\*\*\n>\n> > \*\*Bob\\:\*\* I did it\.\n>\n> \*\*Bob:\*\* Really\?$/,
    );
    expect(render(body).html.match(/class="speaker">[^<]*/g)).toEqual([
      'class="speaker">Ana:',
      'class="speaker">Bob:',
    ]);
  });
});

test('two picks of one message at once are one draft', async () => {
  const { ana, owner, group } = await known('');
  const message = await ana.sends(group, 'Talk.');
  await owner.reacts(message, '✍');
  await world.replyTo(message, '/draft');
  await owner.presses((await world.told('has words of Ana')).message, 'Use «Ana»');
  expect(await savedNote(world, 'Kept already as')).toBe('> **Ana:** Talk.');
});
