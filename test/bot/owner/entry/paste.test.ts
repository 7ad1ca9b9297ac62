import type { Message, MessageEntity } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { gapBetween, joinedText } from '../../../../bot/message/joinedText.ts';
import { type Phone, phone } from '../chatWorld.ts';

let owner: Phone;

const longest = 4096;
const sentence = (number: number) => `Sentence ${number} says what it has to say in some words.`;
const paragraph = (from: number) =>
  Array.from({ length: 12 }, (_, index) => sentence(from + index)).join(' ');
const twelveThousand = Array.from({ length: 20 }, (_, index) => paragraph(index * 12)).join('\n\n');

/** As clients part a text: behind the last paragraph, or else word, that fits; the server trims the parts. */
function parted(text: string, breaks: readonly string[]): string[] {
  if (text.length <= longest) return [text];
  const fitting = text.slice(0, longest);
  const at = breaks.map((one) => fitting.lastIndexOf(one)).find((one) => one > longest / 2);
  const cut = at ?? longest;
  return [text.slice(0, cut).trim(), ...parted(text.slice(cut).trim(), breaks)];
}

async function paste(parts: readonly string[]): Promise<Message[]> {
  const sent: Message[] = [];
  for (const part of parts) sent.push(await owner.me.sends(owner.me, part));
  await owner.idle();
  return sent;
}

async function bodyOf(file: string): Promise<string> {
  return (await owner.file(file))?.replace(/^---\n[\s\S]*?\n---\n\n/, '').replace(/\n$/, '') ?? '';
}

async function onlyNote(): Promise<string> {
  const notes = await owner.notes();
  expect(notes).toHaveLength(1);
  return notes[0] ?? '';
}

test.each([
  ['at paragraphs', ['\n\n', ' ']],
  ['at words', [' ']],
  ['anywhere', []],
] as const)(
  'a paste of 12,000 characters that was parted %s is one draft, as it was',
  async (_, breaks) => {
    owner = await phone();
    const parts = parted(twelveThousand, breaks);
    expect(parts.length).toBeGreaterThan(2);
    await paste(parts);
    expect(await bodyOf(await onlyNote())).toBe(twelveThousand);
    expect(owner.said().filter(({ text }) => text.startsWith('Saved as'))).toHaveLength(1);
  },
);

const lines = Array.from({ length: 90 }, (_, at) => `line(${at});${at % 3 === 2 ? '\n' : ''}`).join(
  '\n',
);

test.each(['pre', 'blockquote'] as const)(
  'a text whose rest begins with a long %s is one draft, whatever empty lines stand in that',
  async (type) => {
    owner = await phone();
    const entities = [{ type, offset: 0, length: lines.trim().length }];
    await owner.me.sends(owner.me, twelveThousand.slice(0, 2_800));
    await owner.me.sends(owner.me, { text: `${lines.trim()}\n\nThe end.`, entities });
    await owner.idle();
    expect(await bodyOf(await onlyNote())).toMatch(
      /^Sentence 0 [\s\S]*line\(89\);[\s\S]*\n\nThe end\.$/,
    );
  },
);

const point = { latitude: 38.7, longitude: -9.1 };

test.each([
  ['a photo', () => owner.me.sendsPhoto(owner.me, {})],
  ['a place', () => owner.me.sendsOther(owner.me, { location: point })],
  ['a die', () => owner.me.sendsOther(owner.me, { dice: { emoji: '🎲', value: 3 } })],
] as const)('with %s among its parts, a paste is one draft', async (_, between) => {
  owner = await phone();
  const [first = '', ...rest] = parted(twelveThousand, ['\n\n']);
  await owner.me.sends(owner.me, first);
  await between();
  await paste(rest);
  const expectOne = async () => {
    const body = await bodyOf(await onlyNote());
    expect(body.slice(0, twelveThousand.length)).toBe(twelveThousand);
    expect(body.slice(twelveThousand.length).trim().split('\n\n').filter(Boolean)).toHaveLength(1);
  };
  await expectOne();
  await owner.restart("UPDATE inbox SET state = 'pending'");
  await expectOne();
});

test('each part is edited by itself, is answered as that draft, and comes but once', async () => {
  owner = await phone();
  const [first, second, third] = await paste(parted(twelveThousand, ['\n\n']));
  if (!first || !second || !third) throw new Error('too few parts');
  const person = owner.me;
  const edit = async (message: Message, from: string, to: string) => {
    await person.edits(message, (message.text ?? '').replace(from, to));
    await owner.idle();
  };
  await edit(second, (second.text ?? '').slice(0, 20), 'Another beginning');
  await edit(first, 'Sentence 0 ', 'The first sentence ');
  await edit(third, (third.text ?? '').slice(0, 16), 'The third');
  const wanted = twelveThousand
    .replace((second.text ?? '').slice(0, 20), 'Another beginning')
    .replace('Sentence 0 ', 'The first sentence ')
    .replace((third.text ?? '').slice(0, 16), 'The third');
  expect(await bodyOf(await onlyNote())).toBe(wanted);
  await owner.replyTo(second, 'A word more');
  expect(await bodyOf(await onlyNote())).toBe(`${wanted}\n\nA word more`);
  await owner.restart("UPDATE inbox SET state = 'pending'");
  expect(await bodyOf(await onlyNote())).toBe(`${wanted}\n\nA word more`);
});

test('a restart between the parts, a note command, an article and a reply change nothing', async () => {
  owner = await phone();
  const [first = '', ...others] = parted(twelveThousand, ['\n\n']);
  await paste([first]);
  await owner.restart();
  await paste(others);
  const note = await onlyNote();
  expect(await bodyOf(note)).toBe(twelveThousand);
  owner.clock.advance(60_000);
  await paste(parted(`/note ${twelveThousand}`, ['\n\n']));
  const [, other = ''] = await owner.notes();
  expect(await bodyOf(other)).toBe(twelveThousand);
  owner.clock.advance(60_000);
  await owner.say('/article Long');
  await paste(parted(twelveThousand, [' ']));
  expect(await bodyOf('articles/long.md')).toBe(twelveThousand);
  owner.clock.advance(60_000);
  await paste(['Something else.']);
  expect(await bodyOf('articles/long.md')).toBe(`${twelveThousand}\n\nSomething else.`);
});

test('a command that comes right behind a long text is done, and words that begin with a slash are the rest of it', async () => {
  owner = await phone();
  const long = twelveThousand.slice(0, 4_000);
  await paste([long, '/title A title', '/publish']);
  expect(await owner.file(await onlyNote())).toMatch(/^---\ndate: .*\ntitle: A title\n/);
  expect(await bodyOf(await onlyNote())).toBe(long);
  owner.clock.advance(60_000);
  await paste([long, '/usr/bin and /bin']);
  const [, other = ''] = await owner.notes();
  expect(await bodyOf(other)).toMatch(/\/usr\/bin and \/bin$/);
});

test('what only looks like it stays apart: messages at once that would have been parted elsewhere, and a long one with another later', async () => {
  owner = await phone();
  await paste(['One', 'Two']);
  expect(await owner.notes()).toHaveLength(2);
  const long = Array.from({ length: 6 }, (_, at) => paragraph(at).slice(0, 400)).join('\n\n');
  await paste([long, `Written apart, and sent at once.\n\n${long}`]);
  expect(await owner.notes()).toHaveLength(4);
  owner.clock.advance(60_000);
  await paste([paragraph(0).repeat(5).slice(0, 3_000)]);
  owner.clock.advance(5_000);
  await paste(['Much later']);
  expect(await owner.notes()).toHaveLength(6);
});

describe('a joined text', () => {
  const pre = (length: number): MessageEntity[] => [
    { type: 'pre', language: 'ts', offset: 0, length },
  ];

  test('has one code block where it was cut within one', () => {
    const before = { text: `${'const a = 1;\n'.repeat(300)}end`, entities: pre(3903) };
    const after = { text: 'const b = 2;', entities: pre(12) };
    const gap = gapBetween(before, after);
    expect(gap).toBe('\n');
    const joined = joinedText([
      { ...before, gap: '' },
      { ...after, gap },
    ]);
    expect(joined.entities).toEqual(pre(joined.text.length));
  });

  test.each([
    ['cut within a word', 'x'.repeat(longest), 'yz', ''],
    ['cut at a space', 'x'.repeat(longest - 3), 'word', ' '],
    ['cut at a line', 'x'.repeat(3_000), 'A line', '\n'],
    ['cut at a paragraph', `a\n\n${'x'.repeat(3_000)}`, 'A paragraph', '\n\n'],
  ])('%s', (_, before, after, gap) => {
    const plain = (text: string) => ({ text, entities: [] });
    expect(gapBetween(plain(before), plain(after))).toBe(gap);
  });
});
