import { describe, expect, it } from 'vitest';
import { cell, json, oneOf, orNull, RowError, rowReader } from '../../../bot/state/rows.ts';

const read = rowReader('drafts', {
  id: 'number',
  mediaGroup: 'text?',
  isOwn: 'flag',
  state: oneOf(['taking', 'taken']),
  steps: orNull(json<number[]>()),
});
const row = { id: 7, media_group: null, is_own: 1, state: 'taken', steps: '[1,2]', more: 0 };

it('a row is read by the names of its columns', () => {
  expect(read(row)).toEqual({
    id: 7,
    mediaGroup: undefined,
    isOwn: true,
    state: 'taken',
    steps: [1, 2],
  });
  expect(cell(row, 'drafts.id', 'number')).toBe(7);
});

describe('what is not what the code expects is told with its table and column', () => {
  it.each<[string, object, string]>([
    [
      'a column that was not asked for',
      { id: undefined },
      'nothing in drafts.id; expected a number',
    ],
    ['null', { id: null }, 'null in drafts.id; expected a number'],
    ['a text for a number', { id: '7' }, 'a text of 1 characters in drafts.id; expected a number'],
    ['a number for a text', { media_group: 7 }, '7 in drafts.media_group; expected a text or null'],
    ['a number that is no flag', { is_own: 2 }, '2 in drafts.is_own; expected 0 or 1'],
    [
      'another state',
      { state: 'x' },
      'a text of 1 characters in drafts.state; expected taking or taken',
    ],
    ['no JSON', { steps: '[1' }, 'a text of 2 characters in drafts.steps; expected JSON or null'],
  ])('%s', (_, change, words) => {
    expect(() => read({ ...row, ...change })).toThrow(RowError);
    expect(() => read({ ...row, ...change })).toThrow(`The bot's database holds ${words}`);
  });

  it('no row at all', () => {
    expect(() => cell(undefined, 'inbox.at', 'number?')).toThrow(
      "The bot's database holds nothing in inbox.at; expected a number or null",
    );
  });
});
