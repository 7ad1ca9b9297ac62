import { expect, test } from 'vitest';
import { paceOf } from '../../../bot/base/chatPace.ts';
import { durationInWords, durationMilliseconds } from '../../../bot/outbox/duration.ts';
import { album, text } from '../mirror/mirrorSample.ts';

const posts = (count: number, message = text('w')) =>
  Array.from({ length: count }, (_, number) => ({
    entryId: `/notes/${number}/`,
    channelId: -1001,
    file: `notes/${number}.md`,
    contentHash: 'x',
    page: undefined,
    steps: [{ call: 'send' as const, message }],
  }));

test.each([
  [0, 20, 0],
  [1, 20, 0],
  // One a second, and twenty a minute.
  [20, 20, 19_000],
  [21, 20, 60_000],
  [41, 20, 120_000],
  [5_000, 20, 249 * 60_000 + 19_000],
  [5_000, 0, 0],
])('%i posts at %i a minute take %i milliseconds', (count, pace, milliseconds) => {
  expect(durationMilliseconds(posts(count), paceOf(pace))).toBe(milliseconds);
});

test('each picture of an album counts', () => {
  expect(durationMilliseconds(posts(3, album('abcdefghij')), paceOf(20))).toBe(60_000);
});

test.each([
  [0, 'a moment'],
  [19_000, 'about 19 seconds'],
  [120_000, 'about 2 minutes'],
  [249 * 60_000, 'about 4 hours'],
])('%i milliseconds are %s', (milliseconds, words) => {
  expect(durationInWords(milliseconds)).toBe(words);
});
