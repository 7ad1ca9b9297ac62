import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentsFile, readComments } from '#journal/content/comments.ts';
import { withoutForbiddenCharacters } from '#journal/fault/characters.ts';
import { Lock } from '../../../bot/base/lock.ts';
import { CommentFiles } from '../../../bot/comments/commentFile.ts';
import type { HeldComment } from '../../../bot/comments/heldComment.ts';

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
  const folder = await mkdtemp(join(tmpdir(), 'scrollback-comments-'));
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
    { numRuns: 100 },
  );
  await rm(folder, { recursive: true });
});
