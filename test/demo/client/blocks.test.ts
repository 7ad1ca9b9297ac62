import { expect, it } from 'vitest';
import type { MessageView } from '../../../demo/chat/view.ts';
import { blocksOf, spoken } from '../../../demo/client/chat/blocks.ts';

const message = (id: number, date: number, more: Partial<MessageView> = {}): MessageView => ({
  id,
  date,
  author: { id: 1, name: 'Piet', kind: 'person' },
  isEdited: false,
  text: `words ${id}`,
  entities: [],
  isPost: false,
  buttons: [],
  reactions: [],
  mayDelete: true,
  ...more,
});
const dayOf = (seconds: number) => String(Math.floor(seconds / 86_400));

it('what one person says at once stands together, and a pause, another person and another day part it', () => {
  const other = { author: { id: 2, name: 'Cátia', kind: 'person' } } as const;
  const all = [
    message(1, 0),
    message(2, 60),
    message(3, 70, other),
    message(4, 80),
    message(5, 500),
    message(6, 86_400),
  ];
  expect(blocksOf(all, dayOf).map(({ isFollowing, isNewDay }) => [isFollowing, isNewDay])).toEqual([
    [false, true],
    [true, false],
    [false, false],
    [false, false],
    [false, false],
    [false, true],
  ]);
});

it('an album is one block, with the words of the picture that has some', () => {
  const album = { album: 'a', text: '' };
  const all = [
    message(1, 0, album),
    message(2, 0, { ...album, text: 'Two walls' }),
    message(3, 1, { album: 'b' }),
  ];
  const [first, second, ...others] = blocksOf(all, dayOf);
  expect(others).toEqual([]);
  expect(first?.messages.map(({ id }) => id)).toEqual([1, 2]);
  expect(first && spoken(first).text).toBe('Two walls');
  expect(second?.messages.map(({ id }) => id)).toEqual([3]);
});
