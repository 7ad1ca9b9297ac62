import { describe, expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { keptWords } from '../owner/entry/keptWords.ts';

let bot: LiveBot;

const { bodies, answers, lastAnswer } = keptWords(() => bot);

describe('a contact', () => {
  const contact = { phone_number: '+351 555 010', first_name: 'Grace', last_name: '<b>H' };
  test('is not in the journal before the owner says so', async () => {
    bot = await liveBot();
    await bot.owner.sendsOther(bot.owner, { contact });
    await bot.idle();
    expect(await bot.notes()).toEqual([]);
    expect(lastAnswer().buttons).toEqual(['Keep the name', 'Keep name and number', 'Forget']);
  });

  test.each([
    ['Keep the name', ['Grace \\<b>H']],
    ['Keep name and number', ['Grace \\<b>H, +351 555 010']],
    ['Forget', []],
  ])('is what the owner says: %s', async (button, wanted) => {
    bot = await liveBot();
    await bot.owner.sendsOther(bot.owner, { contact });
    await bot.idle();
    const question = lastAnswer().message;
    // Twice, as fingers do.
    await bot.owner.presses(question, button);
    await bot.owner.presses(question, button);
    await bot.idle();
    expect(await bodies()).toEqual(wanted);
    expect(answers()).toHaveLength(1);
    expect(lastAnswer().text).toMatch(
      wanted.length > 0 ? /^Saved as notes/ : /forgotten|Forgotten/,
    );
    expect(bot.rows('SELECT * FROM draft_contacts')).toEqual([]);
  });

  test('is added to the draft that it answers', async () => {
    bot = await liveBot();
    const first = await bot.owner.sends(bot.owner, 'Words');
    await bot.owner.sendsOther(bot.owner, { contact }, { replyTo: first });
    await bot.idle();
    await bot.owner.presses(lastAnswer().message, 'Keep the name');
    await bot.idle();
    expect(await bodies()).toEqual(['Words\n\nGrace \\<b>H']);
  });

  test('is carried on with the published note that it answers', async () => {
    bot = await liveBot({ JOURNAL_PUBLISH: 'command:echo carried >> ../published' });
    const first = await bot.owner.sends(bot.owner, 'Words');
    await bot.idle();
    await bot.owner.sends(bot.owner, '/publish');
    await bot.looked();
    const carried = async () => (await bot.read('../published')).split('\n').length;
    const before = await carried();
    await bot.owner.sendsOther(bot.owner, { contact }, { replyTo: first });
    await bot.idle();
    await bot.owner.presses(lastAnswer().message, 'Keep the name');
    await bot.idle();
    expect(await carried()).toBeGreaterThan(before);
  });

  test('is forgotten after 48 hours, number and all', async () => {
    bot = await liveBot();
    await bot.owner.sendsOther(bot.owner, { contact });
    await bot.idle();
    bot.clock.advance(48 * 60 * 60 * 1000);
    await bot.owner.presses(lastAnswer().message, 'Keep the name');
    await bot.idle();
    expect(await bot.notes()).toEqual([]);
    expect(lastAnswer().text).toMatch(/^That contact is forgotten/);
    const rows = ['draft_contacts', 'inbox', 'pieces'].map((table) =>
      bot.rows(`SELECT * FROM ${table}`),
    );
    expect(JSON.stringify(rows)).not.toMatch(/555 010|Grace/);
  });

  test('that a stranger presses about stays as it is', async () => {
    bot = await liveBot();
    await bot.owner.sendsOther(bot.owner, { contact });
    await bot.idle();
    const eve = bot.api.user({ id: 666, first_name: 'Eve' });
    await eve.presses(lastAnswer().message, 'Keep name and number');
    await bot.idle();
    expect(await bot.notes()).toEqual([]);
    expect(bot.rows('SELECT * FROM draft_contacts')).toHaveLength(1);
  });
});
