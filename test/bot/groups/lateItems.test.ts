import type { Message, Poll } from 'grammy/types';
import { expect, test } from 'vitest';
import type { OtherContent } from '../../../telegram-double/people/otherContent.ts';
import { eventually } from '../world.ts';
import { type GroupWorld, knownGroup, onlyNote, savedNote } from './groupWorld.ts';

let world: GroupWorld;

/** Ana's album, of which only `first` has come so far. `comes` brings another item. */
async function album(
  first: number,
  people?: string,
): Promise<{ readonly items: readonly Message[]; comes(index: number): Promise<void> }> {
  world = await knownGroup(people);
  const { api, ana, group } = world;
  api.holdUpdates();
  const items = await ana.sendsAlbum(group, [
    { kind: 'photo', caption: 'Look.' },
    { kind: 'photo' },
    { kind: 'photo' },
  ]);
  const idOf = (index: number) => {
    const update = api
      .updates()
      .find(({ message }) => message?.message_id === items[index]?.message_id);
    return update?.update_id ?? 0;
  };
  api.releaseUpdates(
    (updates) => updates.filter(({ update_id }) => update_id === idOf(first)),
    true,
  );
  await world.idle();
  return {
    items,
    comes: async (index) => {
      const id = idOf(index);
      const settled = `SELECT 1 FROM inbox WHERE update_id = ${id} AND state = 'settled'`;
      await eventually(() => {
        // A call that a bot before made may take it along.
        api.repeatUpdate(id);
        return world.rows(settled)[0];
      }, `item ${index} to be dealt with`);
    },
  };
}

const pictures = async () =>
  [...(await onlyNote(world)).matchAll(/photo-g(\d+)\.jpg/g)].map(([, id]) => Number(id));

const whole = (items: readonly Message[]) =>
  `> **Ana:**\n>\n> ![ ](photo-g${items[0]?.message_id}.jpg)\n>\n> ![ ](photo-g${items[1]?.message_id}.jpg)\n>\n> ![ ](photo-g${items[2]?.message_id}.jpg)\n>\n> Look.`;

test('items of an album that come after the pick of one are in its draft, in their order, and are told once', async () => {
  const { items, comes } = await album(1);
  if (!items[1]) throw new Error('no album');
  await world.owner.reacts(items[1], '✍');
  await world.told('Saved as');
  await comes(2);
  expect(await pictures()).toEqual([items[1].message_id, items[2]?.message_id]);
  await world.stop();
  world.run();
  await comes(0);
  expect(await onlyNote(world)).toBe(whole(items));
  const [file = ''] = await world.notes();
  for (const { message_id } of items)
    expect(await world.read(file.replace('index.md', `photo-g${message_id}.jpg`))).not.toBe('');
  expect(world.said()).toHaveLength(1);
});

test('they join a pick that waits for a name as well', async () => {
  const { items, comes } = await album(0, '');
  if (!items[0]) throw new Error('no album');
  await world.owner.reacts(items[0], '✍');
  const question = await world.told('who is not in people.yaml');
  await comes(2);
  await comes(1);
  await world.owner.presses(question.message, 'Use «Ana»');
  expect(await savedNote(world)).toBe(whole(items));
});

test('in a conversation they stand with the rest of their album', async () => {
  const { items, comes } = await album(0);
  await world.bob.sends(world.group, 'Nice.');
  await world.owner.sends(world.group, '/draft 2');
  await world.told('Saved as');
  await comes(1);
  await comes(2);
  expect(await onlyNote(world)).toBe(`${whole(items)}\n>\n> **Bob:** Nice.`);
});

test('what was edited after it was picked stays as it was picked, and a late item stands below', async () => {
  const { items, comes } = await album(0);
  if (!items[0]) throw new Error('no album');
  await world.owner.reacts(items[0], '✍');
  await world.told('Saved as');
  await world.ana.edits(items[0], 'Buy pills.');
  await world.idle();
  await comes(1);
  const [first, second] = items.map(({ message_id }) => message_id);
  expect(await onlyNote(world)).toBe(
    `> **Ana:**\n>\n> ![ ](photo-g${first}.jpg)\n>\n> Look.\n\n> ![ ](photo-g${second}.jpg)`,
  );
});

test('a draft that was changed by hand keeps what it has, and a late item stands below', async () => {
  const { items, comes } = await album(0);
  if (!items[0]) throw new Error('no album');
  await world.owner.reacts(items[0], '✍');
  await world.told('Saved as');
  const [file = ''] = await world.notes();
  await world.change(file, 'Look.', 'Look at that.');
  await comes(1);
  expect(await onlyNote(world)).toContain('Look at that.');
  expect(await pictures()).toEqual([items[0].message_id, items[1]?.message_id]);
});

test('who was left out stays out', async () => {
  const { comes } = await album(0, '"2003":\n  name: Bob\n');
  await world.bob.sends(world.group, 'Nice.');
  await world.bob.sends(world.group, 'Very.');
  await world.owner.sends(world.group, '/draft 3');
  await world.owner.presses((await world.told('has words of Ana')).message, 'Leave out');
  await world.told('Saved as');
  await comes(1);
  expect(await onlyNote(world)).toBe('> **Bob:** Nice.\n>\n> **Bob:** Very.');
});

test('an album that nobody picked joins nothing', async () => {
  const { comes } = await album(0);
  await comes(1);
  expect(await world.notes()).toEqual([]);
});

const poll = { question: 'Bob: *which*?', options: [{ text: '- a' }, { text: 'b' }] } as Poll;
const shape = { type: 'regular', width: 9, height: 9, is_animated: true, is_video: false } as const;
const sticker = { file_id: 'x', file_unique_id: 'y', emoji: '👍', ...shape };
const contact = { phone_number: '+351 555 010', first_name: 'Grace' };

test.each<readonly [string, OtherContent, string]>([
  ['a poll', { poll }, '> **Ana:** Bob\\: \\*which\\*?\n>\n> - \\- a\n> - b'],
  [
    'a checklist',
    { checklist: { title: 'Ship', tasks: [{ id: 1, text: 'Test' }] } },
    '> **Ana:** Ship\n>\n> - [ ] Test',
  ],
  ['a sticker', { sticker }, '> **Ana:** 👍'],
  ['a die', { dice: { emoji: '🎲', value: 4 } }, '> **Ana:** 🎲 4'],
  ['a contact, as nothing but that it is one', { contact }, '> **Ana:** (contact)'],
])('what is picked is kept whole: %s', async (_, content, wanted) => {
  const world = await knownGroup();
  await world.owner.reacts(await world.ana.sendsOther(world.group, content), '✍');
  expect(await savedNote(world)).toBe(wanted);
});
