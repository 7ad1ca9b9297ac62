import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Phone, phone } from './chatWorld.ts';

let owner: Phone;

async function carriedOn(): Promise<number> {
  const published = await readFile(join(owner.bot.content, '../published'), 'utf8');
  return published.split('\n').length - 1;
}

test.each(['/unpublish', '/title New'])(
  '%s that ended between its file and the publishing of it is published when it comes again',
  async (command) => {
    owner = await phone({ JOURNAL_PUBLISH: 'command:sleep 0.2; echo once >> ../published' });
    await owner.say('Hello');
    await owner.say('/publish');
    await owner.say(command);
    const before = await carriedOn();
    const [note = ''] = await owner.bot.notes();
    const text = await owner.file(note);
    await owner.bot.stop();
    owner.bot.edit(
      "UPDATE inbox SET state = 'pending' WHERE sequence = (SELECT MAX(sequence) FROM inbox)",
    );
    owner.bot.run();
    await owner.bot.idle();
    expect(await carriedOn()).toBe(before + 1);
    expect(await owner.file(note)).toBe(text);
  },
);

test('what another bot put into the owner’s mouth commands nothing', async () => {
  owner = await phone();
  await owner.say('Hello');
  const bot = { id: 5005, is_bot: true, first_name: 'Gif', username: 'gif_bot' } as const;
  await owner.bot.owner.sends(owner.bot.owner, '/publish', { added: { via_bot: bot } });
  await owner.bot.idle();
  const notes = await owner.bot.notes();
  expect(notes).toHaveLength(2);
  for (const note of notes) expect(await owner.file(note)).toContain('draft: true');
});
