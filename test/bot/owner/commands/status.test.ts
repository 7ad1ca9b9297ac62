import { expect, test } from 'vitest';
import { talkWorld } from '../../comments/commentWorld.ts';
import { eventually } from '../../world.ts';
import { type Phone, phone } from '../chatWorld.ts';

let owner: Phone;

const groupId = -1002000000777;
const goneId = -1002000000778;

test('/status tells what was refused, what is uncertain, what was given up, and how the groups stand', async () => {
  owner = await phone({ TELEGRAM_GROUPS: `${groupId},${goneId}` });
  const match = owner.toChannel;
  owner.api.supergroup({ id: groupId, owner: owner.me, bot: 'member' });
  owner.api.fault({ method: 'sendMessage', kind: 'reset', match });
  await owner.save('notes/u.md', '---\ndate: 2026-02-01\n---\n\nU\n');
  const description = 'Bad Request: no reason at all';
  owner.api.fault({ method: 'sendMessage', kind: { status: 400, description }, match });
  await owner.save('notes/r.md', '---\ndate: 2026-02-02\n---\n\nR\n');
  await owner.restart(
    `INSERT INTO inbox (update_id, body, run_at, received_at, state) VALUES (5, '{}', 0, 0, 'failed'), (6, '{}', ${owner.clock.now() + 300_000}, 0, 'pending')`,
  );
  const text = await owner.ask('/status');
  expect(text).toContain('Inbox: 1 waiting, 1 set aside; /retry tries them again\n');
  expect(text).toContain('Outbox: 0 waiting\n');
  expect(text).toContain(`Refused: notes/r.md: ${description}\n`);
  expect(text).toMatch(/Uncertain: notes\/u\.md: .*ECONNRESET/);
  expect(text).toContain(`Group Supergroup (${groupId}): member\n`);
  expect(text).toMatch(new RegExp(`Group ${goneId}: could not be asked \\(.*chat not found`));
  expect(text).not.toContain(owner.api.token);
});

test('/status tells of the group where the channel is discussed', async () => {
  const world = await talkWorld();
  await world.owner.sends(world.owner, '/status');
  const { text } = await world.told('Group Talk');
  expect(text).toContain(`Group Talk (${world.discussion.id}): administrator`);
});

test('/status tells of a group that became a supergroup under its new id', async () => {
  const oldId = -4_000_777;
  owner = await phone({ TELEGRAM_GROUPS: String(oldId) });
  const group = owner.api.group({ id: oldId, owner: owner.me, bot: 'administrator' });
  const supergroup = owner.api.migrates(group);
  await eventually(() => owner.said().length > 0, 'the news');
  const text = await owner.ask('/status');
  expect(text).toContain(`Group Group (${supergroup.id}): administrator`);
  expect(text).not.toContain(String(oldId));
});

test('a post that was in the air when the process was killed is asked about at the start', async () => {
  owner = await phone();
  const later = { retryAfterSeconds: 30 };
  owner.api.fault({ method: 'sendMessage', kind: later });
  await owner.write('notes/u.md', '---\ndate: 2026-02-01\n---\n\nU\n');
  owner.clock.advance(60_000);
  await eventually(
    () => owner.rows("SELECT 1 FROM deliveries WHERE state = 'pending' AND error IS NOT NULL")[0],
    'the refusal',
  );
  await owner.restart("UPDATE deliveries SET state = 'sending'");
  // The clock stands still: nothing of the first minute is needed.
  const asked = await eventually(() => owner.said()[0], 'the question');
  expect(asked.text).toMatch(/^Nobody knows whether the post of notes\/u\.md arrived/);
  expect(asked.buttons).toEqual(['Send again']);
  expect(owner.api.messages(owner.channel)).toEqual([]);
});

test('/status tells which questions wait for an answer', async () => {
  owner = await phone();
  for (const name of ['a', 'b', 'c', 'd'])
    await owner.write(`notes/${name}.md`, `---\ndate: 2026-02-01\n---\n\n${name}\n`);
  await owner.looked();
  await owner.sendOther({ contact: { first_name: 'Bea', phone_number: '+1' } });
  const text = await owner.ask('/status');
  expect(text).toContain('Waits for your answer: 4 new entries, whether to post them\n');
  expect(text).toContain('Waits for your answer: 1 contact\n');
});
