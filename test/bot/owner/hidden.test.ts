import type { Message, MessageEntity } from 'grammy/types';
import { expect, it, test } from 'vitest';
import { chatTextToMarkdown } from '../../../bot/message/chatText.ts';
import { openLine } from '../../../bot/message/openText.ts';
import { type Phone, phone } from './chatWorld.ts';

/** A chat text in which what stands between `||` is under a spoiler. */
function hidden(marked: string) {
  const entities: MessageEntity[] = [];
  let text = '';
  for (const [index, part] of marked.split('||').entries()) {
    const entity = { type: 'spoiler' as const, offset: text.length, length: part.length };
    if (index % 2 === 1) entities.push(entity);
    text += part;
  }
  const command = /^\/\w+/.exec(text)?.[0].length;
  if (command) entities.unshift({ type: 'bot_command', offset: 0, length: command });
  return { text, entities };
}

const says = (owner: Phone, marked: string, to?: Message) =>
  to ? owner.replyTo(to, hidden(marked)) : owner.say(hidden(marked));

test('words under a spoiler stand nowhere openly, whatever of an entry they are meant for', async () => {
  const owner = await phone();
  await says(owner, '/article The ||butler|| did it\nIt was ||Bob||.');
  const file = 'articles/the-did-it.md';
  expect(await owner.file(file)).toMatch(
    /title: The ▒▒▒ did it\n[\s\S]*\n\nIt was \|\|Bob\|\|\.\n$/,
  );
  await owner.say('/done');
  await says(owner, '/title ||Bob|| again');
  expect(await owner.file(file)).toContain('title: ▒▒▒ again\n');
  expect(owner.last()).toMatch(/^Title: ▒▒▒ again\n/);
  await says(owner, '/tldr It was ||Bob||.');
  expect(await owner.file(file)).toContain('tldr: It was ||Bob||.\n');
  const before = await owner.file(file);
  for (const command of ['/tag sea, ||Bob||', '/slug a-||Bob||', '/series ||Bob||']) {
    await says(owner, command);
    expect(await owner.file(file)).toBe(before);
    expect(owner.last()).not.toContain('Bob');
  }
});

test('nor do they in what a picture shows', async () => {
  const owner = await phone();
  const photo = await owner.sendPhoto();
  const note = 'notes/2026-03-01-120000/index.md';
  await says(owner, '/alt A ||Bob||', photo);
  expect(await owner.file(note)).toMatch(/!\[A ▒▒▒\]\(photo-\d+\.jpg\)/);
  await says(owner, '/alt -', photo);
  await owner.press('Describe the picture');
  await says(owner, '||Bob|| on a boat', owner.lastMessage().message);
  expect(await owner.file(note)).toMatch(/!\[▒▒▒ on a boat\]\(photo-\d+\.jpg\)/);
  await says(owner, '/cover The ||Bob||', photo);
  expect(await owner.file(note)).toContain('alt: The ▒▒▒\n');
});

it.each([
  ['a ||b|| c', 'a ▒▒▒ c'],
  ['||b||', '▒▒▒'],
  ['a||b||c||😀 d||', 'a▒▒▒c▒▒▒'],
  ['||a\nb|| c', '▒▒▒ c'],
])('of %j %j is left in a title', (marked, open) => {
  expect(openLine(hidden(marked))).toBe(open);
});

it('spoilers that touch or overlap are one', () => {
  const spoiler = (offset: number, length: number) => ({
    type: 'spoiler' as const,
    offset,
    length,
  });
  const entities = [spoiler(5, 2), spoiler(1, 2), spoiler(2, 3)];
  expect(openLine({ text: 'abcdefgh', entities })).toBe('a▒▒▒h');
});

it.each(['code', 'pre'] as const)('%s under a spoiler is hidden', (type) => {
  const entities = [
    { type, offset: 2, length: 1 },
    { type: 'spoiler' as const, offset: 2, length: 1 },
  ];
  expect(chatTextToMarkdown({ text: 'a b c', entities })).toMatch(/^a \|\|`?b`?\|\| c$/);
});
