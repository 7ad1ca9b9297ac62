import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { button, fitsBehind, keyboardOf, readButton } from '../../../bot/button/button.ts';
import {
  type ButtonKind,
  type ButtonMeaning,
  type ButtonValues,
  buttonKinds,
} from '../../../bot/button/buttonKinds.ts';
import { filesBelow } from '../../../src/files/outputFolder.ts';

const kinds = Object.keys(buttonKinds) as ButtonKind[];
const id = fc.integer({ min: 0, max: 999_999_999 });
const person = fc.integer({ min: -(2 ** 52), max: 2 ** 52 });
const page = fc.option(id, { nil: undefined });

const arbitraries: { readonly [Kind in ButtonKind]: fc.Arbitrary<ButtonValues<Kind>> } = {
  publish: fc.record({ draft: id, page }),
  discard: fc.record({ draft: id, page }),
  show: fc.record({ draft: id }),
  drafts: fc.record({ page: id }),
  alt: fc.record({ draft: id }),
  contact: fc.record({ choice: fc.constantFrom('name', 'both', 'forget'), message: id }),
  done: fc.record({ draft: id }),
  series: fc.record({ draft: id, part: id, token: fc.stringMatching(/^[0-9a-f]{12}$/) }),
  newseries: fc.record({ draft: id, part: id, id: fc.stringMatching(/^[a-z-]{0,30}$/) }),
  resend: fc.record({ delivery: id, question: id }),
  repost: fc.record({ delivery: id }),
  mirror: fc.record({
    question: fc.constantFrom('posts', 'removals', 'journal'),
    version: fc.integer({ min: 0, max: 2 ** 40 }),
    answer: fc.constantFrom('all', 'from-now', 'down', 'keep', 'go', 'later'),
  }),
  comment: fc.record({
    action: fc.constantFrom('allow', 'keep', 'restore', 'ignore', 'remove'),
    comment: id,
    revision: page,
  }),
  comments: fc.record({
    action: fc.constantFrom('allow', 'hide', 'next'),
    sender: person,
    newest: id,
  }),
  who: fc.record({
    pick: id,
    person,
    answer: fc.constantFrom('use', 'other', 'out', 'go'),
  }),
};

describe('what is behind a button', () => {
  it.each(kinds)('%s is read back as it was meant, and is not more than Telegram takes', (kind) => {
    const property = fc.property(arbitraries[kind] as fc.Arbitrary<never>, (values) => {
      const { callback_data } = button('Press', kind, values);
      expect(readButton(callback_data)).toEqual({ kind, values });
      expect(Buffer.byteLength(callback_data)).toBeLessThanOrEqual(64);
    });
    fc.assert(property, { numRuns: 200 });
  });

  const standing: readonly (readonly [string, ButtonMeaning])[] = [
    ['publish:7', { kind: 'publish', values: { draft: 7, page: undefined } }],
    ['publish:7:2', { kind: 'publish', values: { draft: 7, page: 2 } }],
    ['discard:7', { kind: 'discard', values: { draft: 7, page: undefined } }],
    ['discard:7:2', { kind: 'discard', values: { draft: 7, page: 2 } }],
    ['show:7', { kind: 'show', values: { draft: 7 } }],
    ['drafts:3', { kind: 'drafts', values: { page: 3 } }],
    ['alt:7', { kind: 'alt', values: { draft: 7 } }],
    ['contact:both:51', { kind: 'contact', values: { choice: 'both', message: 51 } }],
    ['done:7', { kind: 'done', values: { draft: 7 } }],
    ['series:7:0:0a1b', { kind: 'series', values: { draft: 7, part: 0, token: '0a1b' } }],
    [
      'newseries:7:2:long-walks',
      { kind: 'newseries', values: { draft: 7, part: 2, id: 'long-walks' } },
    ],
    ['newseries:7:0:', { kind: 'newseries', values: { draft: 7, part: 0, id: '' } }],
    ['newseries:7:0:海', { kind: 'newseries', values: { draft: 7, part: 0, id: '海' } }],
    ['resend:4:1', { kind: 'resend', values: { delivery: 4, question: 1 } }],
    ['repost:4', { kind: 'repost', values: { delivery: 4 } }],
    [
      'mirror:posts:99:from-now',
      { kind: 'mirror', values: { question: 'posts', version: 99, answer: 'from-now' } },
    ],
    [
      'comment:allow:5:2',
      { kind: 'comment', values: { action: 'allow', comment: 5, revision: 2 } },
    ],
    [
      'comment:remove:5',
      { kind: 'comment', values: { action: 'remove', comment: 5, revision: undefined } },
    ],
    [
      'comments:hide:-1001:9',
      { kind: 'comments', values: { action: 'hide', sender: -1001, newest: 9 } },
    ],
    ['who:1:3001:use', { kind: 'who', values: { pick: 1, person: 3001, answer: 'use' } }],
    ['who:1:0:go', { kind: 'who', values: { pick: 1, person: 0, answer: 'go' } }],
  ];

  it.each(standing)('%s, which stands in chats already, is understood', (data, meaning) => {
    expect(readButton(data)).toEqual(meaning);
    const { kind, values } = meaning;
    expect(button('Press', kind, values as never).callback_data).toBe(data);
  });

  it('every kind is among those', () => {
    expect(new Set(standing.map(([, { kind }]) => kind))).toEqual(new Set(kinds));
  });

  it.each([
    '',
    'publish',
    'publish:',
    'publish:x',
    'publish:1.5',
    'publish:1:',
    'publish:1:2:3',
    'nonsense:1',
    'constructor:1',
    'mirror:bogus:1:all',
    'who:1:2:bogus',
    'series:1',
  ])('%j is no button of the bot', (data) => {
    expect(readButton(data)).toBeUndefined();
  });

  it('that is too large is refused before it is sent', () => {
    const values = { draft: 1, part: 0, id: 'a'.repeat(60) };
    expect(fitsBehind('newseries', values)).toBe(false);
    expect(() => button('New', 'newseries', values)).toThrow('a button takes 64 bytes, got 74');
    expect(() => button('New', 'newseries', { ...values, id: 'a:b' })).toThrow('got "a:b"');
  });
});

it('rows without a button are left out', () => {
  const one = button('Show', 'show', { draft: 1 });
  expect(keyboardOf([], [one], [])).toEqual({ inline_keyboard: [[one]] });
});

it('no code writes a button past the table, and none of the table is never shown', async () => {
  const bot = fileURLToPath(new URL('../../../bot', import.meta.url));
  const files = (await filesBelow(bot)).filter((file) => !file.startsWith('button/'));
  const sources = await Promise.all(files.map((file) => readFile(join(bot, file), 'utf8')));
  const past = files.filter((_, at) => /callback_data|InlineKeyboard/.test(sources[at] ?? ''));
  expect(past).toEqual([]);
  const shown = new Set(
    sources.flatMap((source) => [...source.matchAll(/[, ]'([a-z]+)',\s/g)].map(([, word]) => word)),
  );
  expect(kinds.filter((kind) => !shown.has(kind))).toEqual([]);
});
