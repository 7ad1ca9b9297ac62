import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { beforeEach, describe, expect, test } from 'vitest';
import { draftedPhone, note, type Phone } from '../chatWorld.ts';

const sea = 'notes/sea.md';

let owner: Phone;
let answer: Message;

/** A draft of two messages, and one that was taken back. */
beforeEach(async () => {
  owner = await draftedPhone('One');
  answer = owner.lastMessage().message;
  await owner.replyTo(answer, 'Two');
  await owner.replyTo(answer, 'Three');
  await owner.say('/undo');
});

const moved = () => rename(join(owner.content, note), join(owner.content, sea));

describe('a draft that was renamed by hand', () => {
  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['is added to', () => owner.replyTo(answer, 'Four'), /One\n\nTwo\n\nFour\n$/],
    ['is described', () => owner.say('/title A title'), /\ntitle: A title\n/],
    [
      'is published by its button',
      () => owner.press('Publish', answer),
      /^---\ndate: .*\n(?!draft)/,
    ],
    ['has its last change taken back', () => owner.say('/undo'), /One\n$/],
  ])('%s', async (_, act, wanted) => {
    await moved();
    await act();
    expect(await owner.file(sea)).toMatch(wanted);
    expect(owner.texts()).toContainEqual(expect.stringContaining(sea));
    expect(await owner.notes()).toEqual([sea]);
  });

  test('follows the edit of its message, and what is renamed once more', async () => {
    const message = await owner.say('/note Other');
    const file = (await owner.notes()).find((one) => one !== note) ?? '';
    for (const [from, to, words] of [
      [file, 'notes/lake.md', 'Lake'],
      ['notes/lake.md', 'notes/pond.md', 'Pond'],
    ] as const) {
      await rename(join(owner.content, from), join(owner.content, to));
      owner.clock.advance(1_000);
      await owner.correct(message, `/note ${words}`);
      expect(await owner.file(to)).toMatch(new RegExp(`\n\n${words}\n$`));
    }
  });

  test.each<[string, (source: string) => Record<string, string>]>([
    ['its words are others', (source) => ({ [sea]: source.replace('One', 'Other') })],
    ['two files have them', (source) => ({ [sea]: source, 'notes/lake.md': source })],
  ])('is gone where %s', async (_, filesOf) => {
    const source = (await owner.file(note)) ?? '';
    await moved();
    for (const [file, text] of Object.entries(filesOf(source))) await owner.write(file, text);
    await owner.replyTo(answer, '/title A title');
    expect(owner.last()).toMatch(new RegExp(`^${note} is no longer there`));
  });

  test('is not looked for where it was discarded', async () => {
    const source = (await owner.file(note)) ?? '';
    await owner.say('/discard');
    await owner.write(sea, source);
    await owner.replyTo(answer, '/title A title');
    expect(await owner.file(sea)).toBe(source);
    await owner.say('/undo');
    expect(await owner.file(note)).toBe(source);
  });
});
