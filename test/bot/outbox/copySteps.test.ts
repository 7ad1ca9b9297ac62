import { expect, test } from 'vitest';
import { stepsTo } from '../../../bot/outbox/copySteps.ts';
import { album, copy } from '../mirror/mirrorSample.ts';

/** What a copy that holds an album shows after each call that brings it to another. */
const ways = (from: string, to: string, more = {}, words = 'w') =>
  stepsTo([album(to, words)], copy([album(from)], more)).map((step) =>
    step.call === 'edit' && step.message.type === 'album'
      ? `${step.message.text} ${step.message.pictures.map(({ digest }) => digest).join('')}`
      : step.call,
  );

test.each([
  ['two pictures change', ways('abc', 'xbz'), ['w xbc', 'w xbz']],
  ['only the caption changes', ways('abc', 'abc', {}, 'new'), ['new abc']],
  ['caption and first picture change: they go together', ways('ab', 'xb', {}, 'new'), ['new xb']],
  ['caption and last picture change', ways('abc', 'abz', {}, 'new'), ['new abc', 'new abz']],
  ['nobody knows what it says', ways('abc', 'abz', { contentHash: '' }), ['w abc', 'w abz']],
  ['nobody knows, and nothing seems to differ', ways('ab', 'ab', { contentHash: '' }), ['w ab']],
  ['its last picture goes', ways('abc', 'ab'), ['w ab', 'delete']],
  ['its first picture goes', ways('abc', 'bc'), ['w bb', 'w bc', 'delete']],
])('an album is edited a call at a time where %s', (_, made, expected) => {
  expect(made).toEqual(expected);
});

test('the last of an album’s edits leaves its pictures under their new names', () => {
  const old = album('ab');
  if (old.type !== 'album') throw new Error('no album');
  const renamed = {
    ...old,
    pictures: old.pictures.map((one, index) => ({
      file: `notes/new/${one.digest}.jpg`,
      digest: index === 0 ? 'x' : one.digest,
    })),
  };
  expect(stepsTo([renamed], copy([old])).at(-1)).toMatchObject({ message: renamed });
});
