import { expect, test } from 'vitest';
import { talkWorld } from '../../comments/commentWorld.ts';
import { type LiveBot, liveBot } from '../../liveBot.ts';
import { eventually } from '../../world.ts';

let bot: LiveBot;

const groupId = -1002000000777;
const goneId = -1002000000778;

async function status(): Promise<string> {
  await bot.owner.sends(bot.owner, '/status');
  await bot.idle();
  return bot.said().at(-1)?.text ?? '';
}

test('/status tells what was refused, what is uncertain, what was given up, and how the groups stand', async () => {
  bot = await liveBot({ TELEGRAM_GROUPS: `${groupId},${goneId}` });
  const match = ({ chat_id }: Readonly<Record<string, unknown>>) =>
    Number(chat_id) === bot.channel.id;
  bot.api.supergroup({ id: groupId, owner: bot.owner, bot: 'member' });
  bot.api.fault({ method: 'sendMessage', when: 'before', kind: 'reset', match });
  await bot.write('notes/u.md', '---\ndate: 2026-02-01\n---\n\nU\n');
  await bot.looked();
  const description = 'Bad Request: no reason at all';
  bot.api.fault({ method: 'sendMessage', kind: { status: 400, description }, match });
  await bot.write('notes/r.md', '---\ndate: 2026-02-02\n---\n\nR\n');
  await bot.looked();
  await bot.stop();
  bot.edit(
    `INSERT INTO inbox (update_id, body, run_at, received_at, state) VALUES (5, '{}', 0, 0, 'failed'), (6, '{}', ${bot.clock.now() + 300_000}, 0, 'pending')`,
  );
  bot.run();
  const text = await status();
  expect(text).toContain('Inbox: 1 waiting, 1 set aside; /retry tries them again\n');
  expect(text).toContain('Outbox: 0 waiting\n');
  expect(text).toContain(`Refused: notes/r.md: ${description}\n`);
  expect(text).toMatch(/Uncertain: notes\/u\.md: .*ECONNRESET/);
  expect(text).toContain(`Group Supergroup (${groupId}): member\n`);
  expect(text).toMatch(new RegExp(`Group ${goneId}: could not be asked \\(.*chat not found`));
  expect(text).not.toContain(bot.api.token);
});

test('/status tells of the group where the channel is discussed', async () => {
  const world = await talkWorld();
  bot = world;
  expect(await status()).toContain(`Group Talk (${world.discussion.id}): administrator`);
});

test('/status tells of a group that became a supergroup under its new id', async () => {
  const oldId = -4_000_777;
  bot = await liveBot({ TELEGRAM_GROUPS: String(oldId) });
  const group = bot.api.group({ id: oldId, owner: bot.owner, bot: 'administrator' });
  const supergroup = bot.api.migrates(group);
  await eventually(() => bot.said().length > 0 || undefined, 'the news');
  const text = await status();
  expect(text).toContain(`Group Group (${supergroup.id}): administrator`);
  expect(text).not.toContain(String(oldId));
});

test('a post that was in the air when the process was killed is asked about at the start', async () => {
  bot = await liveBot();
  const later = { retryAfterSeconds: 30 };
  bot.api.fault({ method: 'sendMessage', when: 'before', kind: later });
  await bot.write('notes/u.md', '---\ndate: 2026-02-01\n---\n\nU\n');
  bot.clock.advance(60_000);
  await eventually(
    () => bot.rows("SELECT 1 FROM deliveries WHERE state = 'pending' AND error IS NOT NULL")[0],
    'the refusal',
  );
  await bot.stop();
  bot.edit("UPDATE deliveries SET state = 'sending'");
  bot.run();
  // The clock stands still: nothing of the first minute is needed.
  const asked = await eventually(() => bot.said()[0], 'the question');
  expect(asked.text).toMatch(/^Nobody knows whether the post of notes\/u\.md arrived/);
  expect(asked.buttons).toEqual(['Send again']);
  expect(bot.api.messages(bot.channel)).toEqual([]);
});

test('/status tells which questions wait for an answer', async () => {
  bot = await liveBot();
  for (const name of ['a', 'b', 'c', 'd'])
    await bot.write(`notes/${name}.md`, `---\ndate: 2026-02-01\n---\n\n${name}\n`);
  await bot.looked();
  await bot.owner.sendsOther(bot.owner, { contact: { first_name: 'Bea', phone_number: '+1' } });
  await bot.idle();
  const text = await status();
  expect(text).toContain('Waits for your answer: 4 new entries, whether to post them\n');
  expect(text).toContain('Waits for your answer: 1 contact\n');
});

test('/draft in private says what it is for', async () => {
  bot = await liveBot();
  await bot.owner.sends(bot.owner, '/draft');
  await bot.idle();
  expect(bot.said().at(-1)?.text).toMatch(/^\/draft is for groups/);
});
