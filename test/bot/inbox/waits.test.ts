import { expect, test } from 'vitest';
import { postponed } from '../../../bot/inbox/waits.ts';

const minute = 60_000;
const trouble = { with: 'telegram', isMet: 'once', waitMilliseconds: undefined } as const;

test('what waits for somebody who has blocked the bot is tried again ever more seldom, and once a day in the end', () => {
  const waits: number[] = [];
  for (let now = 0; waits.length < 12; now += (waits.at(-1) ?? 0) * minute) {
    const { runAt } = postponed(0, { ...trouble, isLong: true }, now);
    waits.push((runAt - now) / minute);
  }
  expect(waits).toEqual([10, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440]);
});

test('what waits for a line that is broken is tried again within a minute, however long it lasts', () => {
  expect(postponed(0, trouble, 24 * 60 * minute).runAt - 24 * 60 * minute).toBe(minute);
});
