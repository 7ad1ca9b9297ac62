import { describe, expect, test } from 'vitest';
import type { MirrorState } from '../../../bot/mirror/mirrorState.ts';
import type { ChannelMessage } from '../../../bot/post/channelPost.ts';
import {
  album,
  callsOf,
  copy,
  delivery,
  entry,
  hashOf,
  photo,
  plan,
  text,
} from './mirrorSample.ts';

const nothing = { adoptions: [], handedOver: [], moved: [], deliveries: [], withdrawn: [] };
const one = [text('one')];
const two = [text('two')];

describe('a copy is brought to what its entry says', () => {
  test.each<[string, ChannelMessage[] | undefined, ChannelMessage[], string[]]>([
    ['new', undefined, one, ['send text']],
    ['unchanged', one, one, []],
    ['changed text', one, two, ['edit 10']],
    ['changed caption', [photo('a')], [photo('a', 'new')], ['edit 10']],
    [
      'another picture under the same name',
      [photo('a')],
      [{ ...photo('a'), picture: { file: 'notes/a.jpg', digest: 'b' } } as ChannelMessage],
      ['edit 10'],
    ],
    ['text that gains a picture', one, [photo('a')], ['edit 10']],
    ['picture that is lost', [photo('a')], one, ['delete 10', 'send text']],
    ['picture that becomes two', [photo('a')], [album('ab')], ['delete 10', 'send album']],
    ['album with another caption', [album('ab')], [album('ab', 'new')], ['edit 10,11']],
    ['album that grows', [album('ab')], [album('abc')], ['delete 10,11', 'send album']],
    ['text that grows into two messages', one, [text('one'), text('more')], ['send text']],
    ['text that shrinks to one message', [text('a'), text('b')], [text('a')], ['delete 11']],
    ['both changed and grown', one, [text('x'), text('y')], ['edit 10', 'send text']],
  ])('%s', (_, before, after, calls) => {
    const copies = before === undefined ? [] : [copy(before)];
    expect(callsOf({ entries: [entry(after)], copies })).toEqual(calls);
  });

  const waiting = delivery({ contentHash: hashOf(one) });
  const refused = delivery({ state: 'failed', contentHash: hashOf(one) });
  const elsewhere = copy(one, { channelId: -1002 });
  const half = copy([text('a')], { contentHash: '' });
  const whole = entry([text('a'), text('b')]);
  const lost = entry([album('abc')], { syndicated: [10] });
  const unread = ['notes/2026/moved.md'];

  test.each<[string, Partial<MirrorState>, string[]]>([
    ['gone, whole', { copies: [copy([album('ab'), text('t')])] }, ['delete 10,11,12']],
    ['gone, but not beside a file that nobody knows', { copies: [copy(one)], unread }, []],
    ['refused, once it changes', { entries: [entry(two)], failed: [refused] }, ['send text']],
    ['waiting, with what it says now', { entries: [entry(two)], open: [waiting] }, ['send text']],
    ['left half posted', { entries: [whole], copies: [half] }, ['edit 10', 'send text']],
    ['in another channel', { entries: [entry(two)], copies: [elsewhere] }, ['send text']],
    ['of another shape, the database lost', { entries: [lost] }, ['delete 10', 'send album']],
  ])('%s', (_, state, calls) => {
    expect(callsOf(state)).toEqual(calls);
  });
});

describe('nothing is done', () => {
  test.each<[string, Partial<MirrorState>]>([
    [
      'while a send is uncertain',
      { entries: [entry(two)], open: [delivery({ state: 'uncertain', contentHash: hashOf(one) })] },
    ],
    [
      'while a delivery is under way',
      { entries: [entry(two)], open: [delivery({ state: 'sending', contentHash: hashOf(one) })] },
    ],
    [
      'between the steps of a delivery',
      { entries: [entry(two)], open: [delivery({ step: 1, contentHash: hashOf(one) })] },
    ],
    [
      'where the same is waiting already',
      { entries: [entry(one)], open: [delivery({ contentHash: hashOf(one) })] },
    ],
    [
      'for what Telegram refused, until the entry changes',
      { entries: [entry(one)], failed: [delivery({ state: 'failed', contentHash: hashOf(one) })] },
    ],
    ['for an entry whose file cannot be read now', { copies: [copy(one)], unread: ['notes/a.md'] }],
    ['with the copies of another channel', { copies: [copy(one, { channelId: -1002 })] }],
    [
      'for a removal that Telegram refused',
      { copies: [copy(one)], failed: [delivery({ state: 'failed', contentHash: '' })] },
    ],
  ])('%s', (_, state) => {
    expect(plan(state)).toEqual({ ...nothing });
  });
});

test('entries go out in the order in which they are given, an article only with its page', () => {
  const entries = ['/a/', '/b/', '/c/'].map((id) =>
    entry(one, { id, page: id === '/b/' ? 'https://x.example/b/' : undefined }),
  );
  const { deliveries } = plan({ entries });
  expect(deliveries.map((each) => [each.entryId, each.page])).toEqual([
    ['/a/', undefined],
    ['/b/', 'https://x.example/b/'],
    ['/c/', undefined],
  ]);
});

test('an edit of an article waits for no page', () => {
  const entries = [entry(two, { page: 'https://x.example/a/' })];
  expect(plan({ entries, copies: [copy(one)] }).deliveries[0]?.page).toBeUndefined();
});

test('an entry that was renamed without an alias is known by its syndication', () => {
  const renamed = entry(two, { id: '/notes/b/', file: 'notes/b.md', syndicated: [10] });
  const { adoptions, deliveries } = plan({ entries: [renamed], copies: [copy(one)] });
  expect(adoptions).toMatchObject([
    { formerId: '/notes/a/', copy: { entryId: '/notes/b/', file: 'notes/b.md' } },
  ]);
  expect(deliveries.map((each) => [each.entryId, each.steps.map((step) => step.call)])).toEqual([
    ['/notes/b/', ['edit']],
  ]);
});

test('with the database lost, syndication is enough: the post is edited, and none is made', () => {
  const known = entry([album('ab'), text('more')], { syndicated: [10, 11, 12] });
  expect(plan({ entries: [known] }).adoptions).toMatchObject([
    {
      formerId: undefined,
      copy: { messages: [{ ids: [10, 11] }, { ids: [12] }], contentHash: '' },
    },
  ]);
  expect(callsOf({ entries: [known] })).toEqual(['edit 10,11', 'edit 12']);
});

describe('nobody’s post is taken for another’s', () => {
  test('a file that was copied with its syndication is a new entry', () => {
    const original = entry(one, { syndicated: [10] });
    const twin = entry(two, { id: '/notes/b/', file: 'notes/b.md', syndicated: [10] });
    const { adoptions, deliveries } = plan({ entries: [original, twin], copies: [copy(one)] });
    expect(adoptions).toEqual([]);
    expect(deliveries.map((each) => [each.entryId, each.steps.map((step) => step.call)])).toEqual([
      ['/notes/b/', ['send']],
    ]);
  });

  test('with the database lost, of two that name one post the older has it', () => {
    const twin = entry(two, { id: '/notes/b/', file: 'notes/b.md', syndicated: [10] });
    const { adoptions } = plan({ entries: [entry(one, { syndicated: [10] }), twin] });
    expect(adoptions.map((each) => each.copy.entryId)).toEqual(['/notes/a/']);
  });
});

test('a note of another picture takes no delivery over, though neither has a word', () => {
  const uncertain = delivery({
    state: 'uncertain',
    steps: [{ call: 'send', message: photo('p', 'https://x.example/a/') }],
  });
  const other = entry([photo('q', 'https://x.example/b/')], { id: '/notes/b/', file: 'b.md' });
  const { handedOver, deliveries } = plan({ entries: [other], open: [uncertain] });
  expect([handedOver, deliveries.map(({ entryId }) => entryId)]).toEqual([[], ['/notes/b/']]);
});

describe('an entry that was renamed while its post was uncertain takes the delivery over', () => {
  const uncertain = delivery({
    state: 'uncertain',
    contentHash: 'x',
    steps: [{ call: 'send', message: text('one\n\nhttps://x.example/a/') }],
  });
  test.each([
    ['by its file', 'notes/a.md', 'changed'],
    ['by its words', 'notes/b.md', 'one'],
  ])('%s', (_, file, words) => {
    const renamed = entry([text(`${words}\n\nhttps://x.example/b/`)], { id: '/notes/b/', file });
    expect(plan({ entries: [renamed], open: [uncertain] })).toEqual({
      ...nothing,
      handedOver: [{ delivery: uncertain, entryId: '/notes/b/', file }],
    });
  });
});

test('an entry whose file was moved is known by its new file', () => {
  const { moved, deliveries } = plan({
    entries: [entry(one, { file: 'notes/2026/a.md' })],
    copies: [copy(one)],
  });
  expect(moved).toMatchObject([{ entryId: '/notes/a/', file: 'notes/2026/a.md' }]);
  expect(deliveries).toEqual([]);
});
