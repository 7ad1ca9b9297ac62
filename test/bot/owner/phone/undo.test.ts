import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../world.ts';
import { draftedPhone, note, type Phone, phone, syndicated } from '../chatWorld.ts';

describe('/undo takes back the last change', () => {
  test('whole', async () => {
    const owner = await draftedPhone();
    const before = await owner.file(note);
    for (const [command, what] of [
      ['/title A title', 'setting title of'],
      ['/tag sea', 'setting tags of'],
      ['/schedule tomorrow', 'scheduling'],
      ['/slug x', 'setting slug of'],
    ] as const) {
      await owner.say(command);
      expect(await owner.file(note)).not.toBe(before);
      expect(await owner.ask('/undo')).toBe(`Taken back: ${what} ${note}.`);
      expect(await owner.file(note)).toBe(before);
    }
  });

  test('one by one, down to the beginning, over a restart', async () => {
    const owner = await draftedPhone('One');
    await owner.replyTo(owner.lastMessage().message, 'Two');
    await owner.say('/title Three');
    await owner.restart();
    await owner.say('/undo');
    expect(await owner.file(note)).not.toContain('Three');
    await owner.say('/undo');
    expect(await owner.file(note)).toMatch(/\n\nOne\n$/);
    await owner.say('/undo');
    expect(await owner.file(note)).toBeUndefined();
    expect(await readdir(join(owner.state, 'discarded'))).toHaveLength(1);
    expect(await owner.ask('/undo')).toBe('There is nothing left to take back.');
  });

  test('of a publishing: a draft again, its post gone, though the mirror wrote into the file', async () => {
    const owner = await draftedPhone();
    await owner.say('/publish');
    await syndicated(owner);
    expect(await owner.ask('/undo')).toBe(
      `Taken back: publishing ${note}. The site shows it until the next "npm run build".`,
    );
    await eventually(() => owner.posts().length === 0, 'the removal');
    expect(await owner.file(note)).toContain('draft: true');
  });

  test('brings a discarded entry back, with its pictures and its comments', async () => {
    const owner = await draftedPhone('/article Sea');
    await owner.sendPhoto();
    await owner.say('/done');
    const comments = 'comments/2026/sea.yaml';
    await owner.write(comments, 'entry: /2026/sea/\ncomments: []\n');
    const files = (await readdir(join(owner.content, 'articles'))).sort();
    expect(files).toHaveLength(2);
    expect(await owner.ask('/discard')).toMatch(
      /^Discarded: articles\/sea\.md\n\/undo brings it back; it is kept in /,
    );
    expect(await readdir(join(owner.content, 'articles'))).toEqual([]);
    expect(await owner.file(comments)).toBeUndefined();
    await owner.say('/undo');
    expect((await readdir(join(owner.content, 'articles'))).sort()).toEqual(files);
    expect(await owner.file(comments)).toContain('/2026/sea/');
  });

  test('not where the file was changed by hand since, and says so', async () => {
    const owner = await draftedPhone();
    await owner.say('/title A title');
    await owner.write(note, `${await owner.file(note)}\nBy hand.\n`);
    const before = await owner.file(note);
    expect(await owner.ask('/undo')).toContain(`${note} was changed since, by hand`);
    expect(await owner.file(note)).toBe(before);
  });

  test('once, where its answer is lost and it is handled again', async () => {
    const owner = await draftedPhone();
    await owner.say('/title One', '/title Two');
    owner.api.fault({ method: 'sendMessage', kind: { status: 502 } });
    await owner.say('/undo');
    await owner.wait(10_000);
    expect(await owner.file(note)).toContain('title: One\n');
  });
});

describe('an edit that was taken back', () => {
  const body = async (owner: Phone) => (await owner.file(note))?.split('\n---\n\n')[1];

  const edited = async (owner: Phone, message: Message, words: string) => {
    owner.clock.advance(5_000);
    await owner.correct(message, words);
  };

  test('leaves its message to be edited again, and that to be taken back as well', async () => {
    const owner = await phone();
    const message = await owner.say('One');
    await edited(owner, message, 'Two');
    await edited(owner, message, 'Three');
    for (const [words, left] of [
      ['/undo', 'Two\n'],
      ['/undo', 'One\n'],
      ['Four', 'Four\n'],
      ['/undo', 'One\n'],
      ['Five', 'Five\n'],
    ] as const) {
      if (words === '/undo') await owner.say(words);
      else await edited(owner, message, words);
      expect(await body(owner)).toBe(left);
    }
    expect(owner.texts()).not.toContainEqual(expect.stringContaining('by hand'));
  });

  test.each([[['Two', 'Three', 'Four']], [['Two', 'Three', 'Two']]])(
    'brings back what the edit before it said, be that of the same second: %j',
    async (edits) => {
      const owner = await phone();
      const message = await owner.say('One');
      owner.clock.advance(5_000);
      for (const words of edits) await owner.me.edits(message, words);
      await owner.idle();
      for (const left of ['Three\n', 'Two\n', 'One\n']) {
        await owner.say('/undo');
        expect(await body(owner)).toBe(left);
      }
    },
  );

  test('stays away where it is handled again after that', async () => {
    const owner = await phone();
    const message = await owner.say('One');
    await edited(owner, message, 'Two');
    await owner.say('/undo');
    await owner.restart("UPDATE inbox SET state = 'pending' WHERE body LIKE '%edited_message%'");
    expect(await body(owner)).toBe('One\n');
  });

  test('leaves the other words of its draft, and its caption below its picture', async () => {
    const owner = await phone();
    const first = await owner.sendPhoto({ caption: 'One' });
    await owner.replyTo(first, 'Two');
    await edited(owner, first, 'Three');
    await owner.say('/undo');
    await edited(owner, first, 'Four');
    const [file = ''] = await owner.notes();
    expect(await owner.read(file)).toContain(
      `\n\n![ ](photo-${first.message_id}.jpg)\n\nFour\n\nTwo\n`,
    );
  });
});

describe('of a text that came in several messages', () => {
  const long = (letter: string) => letter.repeat(4096);

  const pasted = async (...texts: string[]) => {
    const owner = await phone();
    const sent: Message[] = [];
    for (const text of texts) sent.push(await owner.me.sends(owner.me, text));
    await owner.idle();
    const edits = async (which: number, words: string) => {
      owner.clock.advance(5_000);
      const message = sent[which];
      if (message) await owner.correct(message, words);
    };
    const isNow = async (...parts: string[]) =>
      expect(await owner.file(note)).toContain(`\n---\n\n${parts.join('')}\n`);
    return { owner, edits, isNow };
  };

  test('what was taken back of one stays away when another is edited, and each can be edited again', async () => {
    const { owner, edits, isNow } = await pasted(long('A'), 'rest');
    await edits(0, long('B'));
    await owner.say('/undo');
    await isNow(long('A'), 'rest');
    await edits(1, 'other');
    await isNow(long('A'), 'other');
    await edits(0, long('C'));
    await isNow(long('C'), 'other');
    await owner.say('/undo', '/undo');
    await isNow(long('A'), 'rest');
    expect(owner.texts()).not.toContainEqual(expect.stringContaining('your edit is not in it'));
  });

  test('edits of one second are taken back one by one', async () => {
    const { owner, isNow } = await pasted(long('A'), 'rest');
    owner.clock.advance(5_000);
    const [, rest] = owner.api.messages(owner.me);
    if (!rest) throw new Error('nothing was sent');
    for (const words of ['two', 'three']) await owner.me.edits(rest.message, words);
    await owner.idle();
    await owner.say('/undo');
    await isNow(long('A'), 'two');
    await owner.say('/undo');
    await isNow(long('A'), 'rest');
  });

  test('its messages are taken back one by one, and what is left can be edited', async () => {
    const { owner, edits, isNow } = await pasted(long('A'), long('B'), 'rest');
    await owner.say('/undo');
    await isNow(long('A'), long('B'));
    await edits(0, long('C'));
    await isNow(long('C'), long('B'));
    await edits(2, 'other');
    expect(owner.last()).toContain('your edit is not in it');
    await isNow(long('C'), long('B'));
    await owner.say('/undo', '/undo');
    await isNow(long('A'));
  });

  test('an edit that was in the way of one by hand is taken once it no longer is', async () => {
    const { owner, edits, isNow } = await pasted(long('A'), 'rest');
    const before = await owner.file(note);
    await owner.write(note, 'By hand.');
    await edits(1, 'other');
    expect(owner.last()).toContain('your edit is not in it');
    await owner.write(note, before ?? '');
    await edits(1, 'another');
    await isNow(long('A'), 'another');
  });
});

describe('of two messages with the same words', () => {
  test.each([
    [0, 'Other\n\nSame\n'],
    [1, 'Same\n\nOther\n'],
  ])('an edit is one of that which was edited: %i', async (which, body) => {
    const owner = await phone();
    const first = await owner.say('Same');
    const sent = [first, await owner.replyTo(first, 'Same')];
    owner.clock.advance(5_000);
    await owner.correct(sent[which] ?? first, 'Other');
    expect(await owner.file(note)).toContain(`\n---\n\n${body}`);
  });

  test('an edit of the one that was taken back changes nothing of the other', async () => {
    const owner = await draftedPhone('Same');
    const second = await owner.replyTo(owner.lastMessage().message, 'Same');
    await owner.say('/undo');
    owner.clock.advance(5_000);
    await owner.correct(second, 'Other');
    expect(await owner.file(note)).toMatch(/\n---\n\nSame\n$/);
    expect(owner.last()).toContain('your edit is not in it');
  });
});

test.each([
  ['the words of another message', 'Same'],
  ['none', ''],
])(
  'an edit of a picture that was taken back, with %s below it, changes nothing',
  async (_, caption) => {
    const owner = await phone();
    const first = await owner.sendPhoto({ caption: 'One' });
    await owner.replyTo(first, 'Same');
    const picture = await owner.sendPhoto({ caption }, { replyTo: first });
    await owner.say('/undo');
    const [file = ''] = await owner.notes();
    const before = await owner.read(file);
    owner.clock.advance(5_000);
    await owner.correct(picture, 'Other');
    expect(await owner.read(file)).toBe(before);
    expect(before).toMatch(/One\n\nSame\n$/);
    expect(owner.last()).toContain('your edit is not in it');
  },
);

test('an article that is undone away takes no more messages', async () => {
  const owner = await phone();
  await owner.say('/article Sea', '/undo');
  expect(await owner.file('articles/sea.md')).toBeUndefined();
  expect(await owner.ask('A note.')).toMatch(/^Saved as notes\//);
});
