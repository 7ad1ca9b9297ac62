import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentsFile, readComments } from '#journal/content/comments.ts';
import { withoutForbiddenCharacters } from '#journal/fault/characters.ts';
import { Lock } from '../../../bot/base/lock.ts';
import { CommentFiles } from '../../../bot/comments/commentFile.ts';
import { CommentText } from '../../../bot/comments/commentText.ts';
import type { HeldComment } from '../../../bot/comments/heldComment.ts';
import { temporaryFolder } from '../../load/temporary.ts';

const awkward = [
  '- ',
  '? ',
  ': ',
  ' #',
  '#',
  '&a',
  '*a',
  '!t',
  '|',
  '>',
  '"',
  "'",
  '%',
  '@',
  '`',
  '{',
  '}',
  '[',
  ']',
  ',',
  '---',
  '...',
  '\n',
  '\n\n',
  ' ',
  '\t',
  '\\',
  'null',
  '~',
  '<<',
  '=',
  '\u2028',
  '\uFEFF',
  '\u00A0',
  '\uFFFE',
  'a',
  'é',
  '✍',
  '\u{1F600}',
  '\u202E',
  'comments:',
  'entry: x',
  'status: removed',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'grapheme' })), { maxLength: 12 })
  // As every update enters.
  .map((parts) => withoutForbiddenCharacters(parts.join('')))
  .filter((all) => all.trim() !== '');
const name = text.map((all) => all.replace(/\p{Cc}/gu, ' ').trim()).filter((all) => all !== '');

const held = (messageId: number, more: Partial<HeldComment>): HeldComment => ({
  id: messageId,
  chatId: -1002000001881,
  messageId,
  threadId: 1,
  entryId: '/a/',
  isOwn: false,
  senderId: 5,
  name: 'Ana',
  url: undefined,
  date: 1_772_366_400,
  version: 1_772_366_400,
  text: 'Words.',
  plain: '',
  replyTo: undefined,
  state: 'shown',
  revision: 1,
  allowedRevision: 1,
  refusedRevision: undefined,
  writtenRevision: undefined,
  writtenText: undefined,
  writtenPlain: undefined,
  toldRevision: undefined,
  noticeId: undefined,
  ...more,
});

test('any text and any name come back from the file as they went in, first written and then changed', async () => {
  const folder = await temporaryFolder();
  const files = new CommentFiles(folder, new Lock());
  const file = commentsFile('/a/');
  await fc.assert(
    fc
      .asyncProperty(
        fc.array(fc.tuple(name, text, text), { minLength: 1, maxLength: 3 }),
        async (all) => {
          for (const [index, [by, first]] of all.entries())
            await files.show('/a/', [held(index + 1, { name: by, text: first })], 'UTC', () => []);
          for (const [index, [by, first, then]] of all.entries()) {
            const before = { revision: 2, writtenRevision: 1, writtenText: first };
            const version = 1_772_366_460;
            const changed = held(index + 1, { name: by, text: then, version, ...before });
            const outcomes = await files.show('/a/', [changed], 'UTC', () => []);
            expect([...outcomes.values()]).toEqual(['written']);
          }
          const { comments } = readComments(file, await readFile(join(folder, file), 'utf8'));
          expect(comments?.comments.map((one) => [one.name, one.text])).toEqual(
            all.map(([by, first, then]) => [by, then.trim() === first.trim() ? first : then]),
          );
        },
      )
      .afterEach(() => rm(join(folder, file), { force: true })),
    { numRuns: 100, examples: [[[['!', '\u2028- ', '---\uFEFF']]]] },
  );
});

test.each([
  ['a byte order mark', '\uFEFF'],
  ['a space that does not break', '\u00A0'],
  ['the space of Chinese', '\u3000'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
])('%s at the end of a file by hand stays a part of the last comment', (_, end) => {
  const one = '{ id: tg-1-1, name: Ana, date: 2026-03-01T12:00:00Z, text: One }';
  const two = `{ id: tg-1-2, name: Ana, date: 2026-03-01T12:00:00Z, text: Two${end} }`;
  const byHand = [
    `entry: /a/\ncomments: [${one}, ${two}]\n`,
    `entry: /a/\ncomments:\n- ${one}\n- ${two}\n`,
    `entry: /a/\ncomments:\n- id: tg-1-1\n  name: Ana\n  date: 2026-03-01T12:00:00Z\n  text: One\n- id: tg-1-2\n  name: Ana\n  date: 2026-03-01T12:00:00Z\n  text: Two${end}\n`,
  ];
  for (const source of byHand) {
    const text = new CommentText('a.yaml', '/a/', source);
    expect(text.hide(held(1, { chatId: -1 }))).toBe(true);
    const { comments } = readComments('a.yaml', text.source ?? '');
    expect(comments?.comments.map((comment) => [comment.text, comment.status])).toEqual([
      ['One', 'removed'],
      [readComments('a.yaml', source).comments?.comments[1]?.text, 'shown'],
    ]);
  }
});

test.each(['\u2028', '\u2029'])(
  '%j in a comment does not make its file one that is written anew',
  (sign) => {
    const text = new CommentText('a.yaml', '/a/', undefined);
    text.show(held(1, { text: `Words${sign}more: ${sign}- x` }), 'UTC');
    const withNote = `${text.source}`.replace('entry: /a/', 'entry:   /a/');
    const edited = new CommentText('a.yaml', '/a/', withNote);
    edited.show(held(2, { text: 'Second.' }), 'UTC');
    expect(edited.source?.startsWith(withNote)).toBe(true);
  },
);
