import { expect, test } from 'vitest';
import { phone } from './chatWorld.ts';

test('a draft is called by its words, of which no two run together at the end of a line', async () => {
  const owner = await phone();
  await owner.say('Bread\nMilk\nTea');
  await owner.say('/drafts');
  expect(owner.last()).toMatch(/^1\. Bread Milk Tea\n/);
  await owner.say('/find milk');
  expect(owner.last()).toMatch(/^1\. Bread Milk Tea\n/);
});

test.each([
  ['> [!TIP]\n> A tip.', 'A tip.'],
  ['> A word.\n>\n> -- Ana, *Work* {lang=pt}', 'A word.'],
  ['![A square](sq.png)\nCaption\n-- Photographer', 'Caption'],
  ['- one\\\n  two\n- three', 'one two'],
  ['# Only a heading', 'Only a heading'],
  ['![A square](sq.png)', '(without words)'],
])('%j is called “%s”', async (body, name) => {
  const owner = await phone();
  await owner.bot.write('notes/n.md', `---\ndate: 2026-01-01\ndraft: true\n---\n\n${body}\n`);
  await owner.say('/drafts');
  expect(owner.last()).toBe(`1. ${name}\n    notes/n.md`);
});
