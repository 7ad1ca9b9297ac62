import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Phone, phone } from './chatWorld.ts';

let owner: Phone;

/** Presses a button of the newest message that has it, and once more before anything was answered. */
async function pressTwice(button: string): Promise<(string | undefined)[]> {
  const { bot } = owner;
  const shown = bot.said().findLast(({ buttons }) => buttons.includes(button));
  if (!shown) throw new Error(`no button "${button}"`);
  const queries = [
    await bot.owner.presses(shown.message, button),
    await bot.owner.presses(shown.message, button),
  ];
  await bot.idle();
  return queries.map((query) => bot.owner.answerTo(query)?.text);
}

test('Done ends an article once', async () => {
  owner = await phone();
  await owner.say('/article Sea');
  expect(await pressTwice('Done')).toEqual(['Done: articles/sea.md.', 'Done: articles/sea.md.']);
  expect(owner.bot.said()).toHaveLength(1);
});

test('Discard puts a draft away once, and one /undo brings it back', async () => {
  owner = await phone();
  await owner.say('Kept');
  owner.bot.clock.advance(1000);
  await owner.say('Thrown');
  const [first, second] = await pressTwice('Discard');
  expect(first).toMatch(/^Discarded: /);
  expect(second).toMatch(/ is no longer there\./);
  expect(await readdir(join(owner.bot.state, 'discarded'))).toHaveLength(1);
  expect(await owner.bot.notes()).toHaveLength(1);
  await owner.say('/undo');
  expect(await owner.bot.notes()).toHaveLength(2);
});

test('the button of a series sets it once, and one /undo takes it away', async () => {
  owner = await phone();
  await owner.say('Words');
  await owner.bot.write('series/sea.yaml', 'title: The sea\n');
  await owner.say('/series other');
  await pressTwice('The sea');
  const [file = ''] = await owner.bot.notes();
  expect(await owner.file(file)).toContain('series: sea');
  await owner.say('/undo');
  expect(await owner.file(file)).not.toContain('series');
});

test('the button of a new series asks once: what comes behind the answer is a draft', async () => {
  owner = await phone();
  await owner.say('Words');
  await owner.say('/series other');
  await pressTwice('New series: other');
  await owner.say('The other one');
  expect(owner.last()).toMatch(/^Series: other\n/);
  owner.bot.clock.advance(1000);
  await owner.say('More words');
  expect(owner.last()).toMatch(/^Saved as /);
});

test('the page of a list is turned once', async () => {
  owner = await phone();
  for (let number = 10; number < 22; number++)
    await owner.bot.write(
      `notes/n${number}.md`,
      `---\ndate: 2026-01-${number}\ndraft: true\n---\n\nNote ${number}\n`,
    );
  await owner.say('/drafts');
  await pressTwice('▶');
  expect(owner.last()).toMatch(/Page 2 of 3/);
  expect(owner.bot.said()).toHaveLength(1);
});
