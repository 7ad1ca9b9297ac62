import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Phone, phone } from './chatWorld.ts';

/** Telegram waits for an answer to a button for less, and keeps the press for more. */
const awayMilliseconds = 90_000;
const unknown = 'I no longer know what this button was for. /drafts shows the drafts.';

let owner: Phone;

beforeEach(async () => {
  owner = await phone();
});

/** Presses a button of the newest message that has one while the bot is away; what the bot says when it is back. */
async function pressWhileAway(button: string, meanwhile: () => void): Promise<string[]> {
  const before = owner.said().length;
  const { message } = owner.withButton(button);
  await owner.stop();
  meanwhile();
  const query = await owner.me.presses(message, button);
  owner.clock.advance(awayMilliseconds);
  owner.run();
  await owner.idle();
  expect(owner.me.answerTo(query)).toBeUndefined();
  return owner.texts().slice(before);
}

test.each(['Publish', 'Discard', 'Show'])(
  '"%s" under a draft that is not known any more, pressed while the bot is away, is answered by a message',
  async (button) => {
    await owner.say('Words');
    const forget = () => owner.edit('PRAGMA foreign_keys = OFF; DELETE FROM drafts');
    expect(await pressWhileAway(button, forget)).toEqual([unknown]);
  },
);

test('"Show" under a draft whose file is gone, pressed while the bot is away, is answered by a message', async () => {
  await owner.say('Words');
  const [file = ''] = await owner.notes();
  await rm(join(owner.content, file));
  const [news] = await pressWhileAway('Show', () => {});
  expect(news).toContain(`${file} is no longer there.`);
});

test('"Publish" that is pressed while the bot is away publishes, and says so in one place', async () => {
  await owner.say('Words');
  const [file = ''] = await owner.notes();
  expect(await pressWhileAway('Publish', () => {})).toEqual([]);
  expect(await owner.file(file)).not.toContain('draft: true');
  expect(owner.last()).toContain('Published');
});

/** Presses a button of the newest message that has it, and once more before anything was answered. */
async function pressTwice(button: string): Promise<(string | undefined)[]> {
  const { message } = owner.withButton(button);
  const queries = [
    await owner.me.presses(message, button),
    await owner.me.presses(message, button),
  ];
  await owner.idle();
  return queries.map((query) => owner.me.answerTo(query)?.text);
}

test('Done ends an article once', async () => {
  await owner.say('/article Sea');
  expect(await pressTwice('Done')).toEqual(['Done: articles/sea.md.', 'Done: articles/sea.md.']);
  expect(owner.said()).toHaveLength(1);
});

test('Discard puts a draft away once, and one /undo brings it back', async () => {
  await owner.say('Kept');
  owner.clock.advance(1000);
  await owner.say('Thrown');
  const [first, second] = await pressTwice('Discard');
  expect(first).toMatch(/^Discarded: /);
  expect(second).toMatch(/ is no longer there\./);
  expect(await readdir(join(owner.state, 'discarded'))).toHaveLength(1);
  expect(await owner.notes()).toHaveLength(1);
  await owner.say('/undo');
  expect(await owner.notes()).toHaveLength(2);
});

test('the button of a series sets it once, and one /undo takes it away', async () => {
  await owner.say('Words');
  await owner.write('series/sea.yaml', 'title: The sea\n');
  await owner.say('/series other');
  await pressTwice('The sea');
  const [file = ''] = await owner.notes();
  expect(await owner.file(file)).toContain('series: sea');
  await owner.say('/undo');
  expect(await owner.file(file)).not.toContain('series');
});

test('the button of a new series asks once: what comes behind the answer is a draft', async () => {
  await owner.say('Words', '/series other');
  await pressTwice('New series: other');
  expect(await owner.ask('The other one')).toMatch(/^Series: other\n/);
  owner.clock.advance(1000);
  expect(await owner.ask('More words')).toMatch(/^Saved as /);
});

test('the page of a list is turned once', async () => {
  for (let number = 10; number < 22; number++)
    await owner.write(
      `notes/n${number}.md`,
      `---\ndate: 2026-01-${number}\ndraft: true\n---\n\nNote ${number}\n`,
    );
  await owner.say('/drafts');
  await pressTwice('▶');
  expect(owner.last()).toMatch(/Page 2 of 3/);
  expect(owner.said()).toHaveLength(1);
});
