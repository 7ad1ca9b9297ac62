import { describe, expect, test } from 'vitest';
import type { MirrorState } from '../../../bot/mirror/mirrorState.ts';
import type { Delivery } from '../../../bot/outbox/delivery.ts';
import { copy, delivery, entry, hashOf, plan, text } from '../mirror/mirrorSample.ts';

const nothing = { adoptions: [], handedOver: [], moved: [], deliveries: [], withdrawn: [] };
const one = [text('one')];
const two = [text('two')];

test('a waiting edit is withdrawn where the entry is as the channel shows it again', () => {
  const waiting = delivery({ contentHash: hashOf(two) });
  expect(plan({ entries: [entry(one)], copies: [copy(one)], open: [waiting] }).withdrawn).toEqual([
    waiting,
  ]);
});

test('a waiting first post is withdrawn where its entry is gone', () => {
  const waiting = delivery({ contentHash: hashOf(one) });
  expect(plan({ open: [waiting] })).toEqual({ ...nothing, withdrawn: [waiting] });
});

describe('what was refused is forgotten', () => {
  const refused = (more: Partial<Delivery>) =>
    delivery({ state: 'failed', contentHash: hashOf(two), ...more });
  const gone = 'Bad Request: message to edit not found';
  const edit = { call: 'edit', messageIds: [10], message: text('two') } as const;

  test.each<[string, boolean, Partial<MirrorState>]>([
    ['where its entry is gone', true, { failed: [refused({})] }],
    [
      'where the entry is as the channel shows it again',
      true,
      { entries: [entry(one)], copies: [copy(one)], failed: [refused({})] },
    ],
    ['not where nothing has changed', false, { entries: [entry(two)], failed: [refused({})] }],
    [
      'not where a post cannot be taken down',
      false,
      { copies: [copy(one)], failed: [refused({ contentHash: '' })] },
    ],
    [
      'not where a post was deleted by hand, of which the owner was asked',
      false,
      {
        entries: [entry(one)],
        copies: [copy(one)],
        failed: [refused({ steps: [edit], error: gone })],
      },
    ],
  ])('%s', (_, isForgotten, state) => {
    expect(plan(state).withdrawn).toEqual(isForgotten ? state.failed : []);
  });
});
