import type { Poll } from 'grammy/types';
import { expect, test } from 'vitest';
import type { OtherContent } from '../../../telegram-double/people/otherContent.ts';
import { everybody, groupWorld, onlyNote } from './groupWorld.ts';

const location = { latitude: 38.7, longitude: -9.1 };
const map = 'https://www.openstreetmap.org/?mlat=38.7\\&mlon=-9.1';
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
  ['a place', { location }, `> **Ana:** [38.7, -9.1](${map})`],
  [
    'a place with a name',
    { venue: { location, title: 'Café', address: 'Rua 1' } },
    `> **Ana:** [Café](${map}), Rua 1`,
  ],
  ['a sticker', { sticker }, '> **Ana:** 👍'],
  ['a die', { dice: { emoji: '🎲', value: 4 } }, '> **Ana:** 🎲 4'],
  ['a contact, as nothing but that it is one', { contact }, '> **Ana:** (contact)'],
])('what is picked is kept whole: %s', async (_, content, wanted) => {
  const world = await groupWorld();
  await world.write('people.yaml', everybody);
  await world.owner.reacts(await world.ana.sendsOther(world.group, content), '✍');
  await world.told('Saved as');
  expect(await onlyNote(world)).toBe(wanted);
});
