import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugify } from '#journal/address/slug.ts';
import { type Audience, publicJournal } from '#journal/public/publicJournal.ts';
import {
  type Comment,
  commentAnchor,
  commentsAnchor,
  commentsIn,
  deepestReply,
  discussionAddress,
} from '#journal/public/thread.ts';
import { sampleEntry, sampleJournal, sampleSite } from '../sample.ts';

/** `id`, or `id>parent`, then `?` for a waiting and `-` for a removed one. The times follow the list. */
function commentsFile(...comments: readonly string[]): string {
  const lines = comments.map((comment, minute) => {
    const [, id, parent, mark] = /^(\w+)(?:>(\w+))?([?-])?$/.exec(comment) ?? [];
    const status = mark === '?' ? 'waiting' : mark === '-' ? 'removed' : 'shown';
    const time = `2026-01-03T10:${String(minute).padStart(2, '0')}:00+02:00`;
    const reply = parent === undefined ? '' : `, replyTo: ${parent}`;
    return `  - {id: ${id}, name: Ann, date: "${time}", text: T, status: ${status}${reply}}\n`;
  });
  return `entry: /notes/a/\ncomments:\n${lines.join('')}`;
}

function threads(comments: string, note = '', audience: Audience = { sees: 'everything' }) {
  const journal = sampleJournal({
    'site.yaml': 'title: S\nurl: https://sample.example\ntimeZone: Asia/Tokyo\n',
    'notes/a.md': `---\ndate: 2026-01-02\n${note}\n---\n`,
    'comments/notes/a.yaml': comments,
  });
  return publicJournal(journal, audience).comments.get('/notes/a/');
}

/** `a(b c(d))`, with `d~c` for one that says whom it answers. */
function drawn(list: readonly Comment[] = []): string {
  return list
    .map(({ id, answers, replies }) => {
      const inside = replies.length === 0 ? '' : `(${drawn(replies)})`;
      return `${id}${answers ? `~${answers.id}` : ''}${inside}`;
    })
    .join(' ');
}

it('no heading has the id of a comment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(slugify(`comment--${text}`, 'section')).not.toContain('--');
    }),
  );
  expect([commentAnchor('tg-1-2'), commentsAnchor]).toEqual(['comment--tg-1-2', 'comments--all']);
});

describe('threads show what is shown, oldest first', () => {
  it.each([
    ['a', 'a'],
    ['a b c', 'a b c'],
    ['a b>a c d>a e>b', 'a(b(e) d) c'],
    ['b>a a', 'a(b)'],
    ['a? b', 'b'],
    ['a- b', 'b'],
    ['a? b-', ''],
    ['a b>a- c>b', 'a(c)'],
    ['a b>a? c>b- d>c', 'a(d)'],
    ['a? b>a c', 'b c'],
    ['a b>a c>b d>c e>d', 'a(b(c(d(e))))'],
    ['a b>a c>b d>c e>d f>e g>f h>d', 'a(b(c(d(e f~e g~f h))))'],
    ['a b>a c>b d>c e>d f>e? g>f', 'a(b(c(d(e g~e))))'],
  ])('%s', (comments, expected) => {
    const seen = threads(commentsFile(...comments.split(' ')));
    expect(drawn(seen)).toBe(expected);
    expect(commentsIn(seen ?? [])).toHaveLength(
      expected === '' ? 0 : expected.split(/[ (]/).length,
    );
  });

  it('and a chain of sixty answers lies no deeper than others', () => {
    const chain = Array.from({ length: 60 }, (_, at) => (at === 0 ? 'c0' : `c${at}>c${at - 1}`));
    const depth = (list: readonly Comment[]): number =>
      list.length === 0 ? 0 : 1 + Math.max(...list.map(({ replies }) => depth(replies)));
    const seen = threads(commentsFile(...chain)) ?? [];
    expect(depth(seen)).toBe(deepestReply + 1);
    expect(commentsIn(seen).map(({ id }) => id)).toEqual(chain.map((_, at) => `c${at}`));
  });
});

it('times are those of the journal’s zone', () => {
  expect(threads(commentsFile('a'))?.[0]?.date).toEqual({
    at: Date.parse('2026-01-03T08:00:00Z'),
    day: '2026-01-03',
    time: '17:00',
  });
});

it.each([
  ['published', '', 'a'],
  ['a draft', 'draft: true', ''],
])('comments on an entry that is %s', (_, lines, expected) => {
  const now = { sees: 'published', now: Date.parse('2026-02-01') } as const;
  expect(drawn(threads(commentsFile('a'), lines, now))).toBe(expected);
});

it('comments on a scheduled entry appear with it', () => {
  const at = (now: string) =>
    drawn(threads(commentsFile('a'), '', { sees: 'published', now: Date.parse(now) }));
  expect([at('2026-01-01T14:59Z'), at('2026-01-01T15:00Z')]).toEqual(['', 'a']);
});

it.each<[string, string, string | undefined]>([
  ['syndication: https://t.me/sample/12', '', 'https://t.me/sample/12'],
  ['syndication: [https://b.example/1, https://t.me/c/5/6]', '', 'https://t.me/c/5/6'],
  ['syndication: https://b.example/t.me/1', '', undefined],
  ['tags: a', '', undefined],
  ['syndication: https://t.me/sample/12', 'comments: never', undefined],
])('an entry with "%s" and "%s" is discussed at %s', (lines, site, address) => {
  const entry = sampleEntry('notes/a.md', `date: 2026-01-02\n${lines}`);
  expect(discussionAddress(entry, sampleSite(`${site}\n`))).toBe(address);
});
