import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inMannerOf, plainLines } from '../../../bot/content/lineEnds.ts';
import { commentFile, commentWorld } from '../comments/commentWorld.ts';
import { phone } from '../owner/chatWorld.ts';

describe('a changed text in the manner of its file', () => {
  test.each([
    ['Windows line ends', 'a\r\nb\r\n', 'a\nx\nb\n', 'a\r\nx\r\nb\r\n'],
    ['a byte order mark', '\uFEFFa\n', 'a\nb\n', '\uFEFFa\nb\n'],
    ['line ends of old Macs', 'a\rb\r', 'a\nb\nx\n', 'a\rb\rx\r'],
    ['mixed ends, most of them Windows', 'a\r\nb\nc\r\n', 'a\nb\nx\nc\n', 'a\r\nb\nx\r\nc\r\n'],
    ['mixed ends, most of them not', 'a\nb\r\nc\n', 'a\nb\nc\nx\n', 'a\nb\r\nc\nx\n'],
    ['no line end', 'a', 'a\nb', 'a\nb'],
    ['a line that goes', 'a\r\nb\r\nc', 'a\nc', 'a\r\nc'],
    ['nothing left', 'a\r\n', '', ''],
  ])('%s', (_, original, changed, wanted) => {
    expect(inMannerOf(original, changed)).toBe(wanted);
  });

  test('reads as what was wanted, and is as it was where nothing changed', () => {
    const text = fc.stringMatching(/^\uFEFF?[ab\r\n]*$/);
    fc.assert(
      fc.property(text, text, (original, other) => {
        const changed = plainLines(other).replaceAll('\r', '');
        expect(plainLines(inMannerOf(original, changed))).toBe(changed);
        expect(inMannerOf(original, plainLines(original))).toBe(original);
      }),
    );
  });
});

describe('every writer keeps line ends, byte order mark and the end of the file', () => {
  const manners = [
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'all of these',
      (text: string) => `\uFEFF${text.replace(/\n+$/, '').replaceAll('\n', '\r\n')}`,
    ],
  ] as const;

  test.each(manners)('%s, in a note', async (_, inManner) => {
    const owner = await phone();
    const said = await owner.say('First');
    const [note = ''] = await owner.notes();
    const path = join(owner.content, note);
    await writeFile(path, inManner(await readFile(path, 'utf8')));
    const seen = async () => {
      const text = await readFile(path, 'utf8');
      expect(text).toBe(inManner(plainLines(text)));
      return plainLines(text).trimEnd();
    };
    await owner.replyTo(said, 'Second');
    expect(await seen()).toMatch(/\n\nFirst\n\nSecond$/);
    await owner.correct(said, 'First, edited\n\nAnd more');
    expect(await seen()).toMatch(/\n\nFirst, edited\n\nAnd more\n\nSecond$/);
    await owner.say('/title A title');
    expect(await seen()).toContain('title: A title\n');
    await owner.say('/undo');
    expect(await seen()).not.toContain('title');
    await owner.say('/publish');
    await owner.looked();
    expect(await seen()).toContain('syndication:');
    expect(await seen()).toMatch(/\n\nFirst, edited\n\nAnd more\n\nSecond$/);
  });

  test.each(manners)('%s, in a file of comments', async (_, inManner) => {
    const world = await commentWorld('always');
    const one = world;
    await one.ana.replies(one.thread, 'First\n\nwith two');
    await one.idle();
    const path = join(one.content, commentFile);
    await writeFile(path, inManner(await readFile(path, 'utf8')));
    const said = await one.bob.replies(one.thread, 'Second');
    await one.bob.replies(one.thread, 'Third');
    await one.idle();
    await one.bob.edits(said, 'Second, edited');
    await one.idle();
    const text = await readFile(path, 'utf8');
    expect(text).toBe(inManner(plainLines(text)));
    expect((await one.kept())?.map((comment) => comment.text)).toEqual([
      'First\n\nwith two',
      'Second, edited',
      'Third',
    ]);
  });
});
