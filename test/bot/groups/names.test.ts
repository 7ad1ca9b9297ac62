import { expect, test } from 'vitest';
import { everybody, type GroupWorld, groupWorld, onlyNote, savedNote } from './groupWorld.ts';

let world: GroupWorld;

async function asked(): Promise<GroupWorld> {
  world = await groupWorld();
  const { ana, owner, group } = world;
  await ana.sends(group, 'Hello.');
  await owner.sends(group, '/draft 1');
  await world.told('has words of Ana Souza, @anas, who is not in people.yaml');
  return world;
}

const people = () => world.read('people.yaml');
const question = () => world.told('who is not in people.yaml');

test('nothing is written before one tap, which takes the first name, for this draft and all later ones', async () => {
  const { owner, ana, group } = await asked();
  expect(await world.notes()).toEqual([]);
  await expect(people()).rejects.toThrow('ENOENT');
  await owner.presses((await question()).message, 'Use «Ana»');
  expect(await savedNote(world)).toBe('> **Ana:** Hello.');
  expect(await people()).toBe('"2002":\n  name: Ana\n');
  await owner.reacts(await ana.sends(group, 'Again.'), '✍');
  await world.idle();
  expect(await world.notes()).toHaveLength(2);
});

test('another name is asked for and kept, and the answer does not become a draft', async () => {
  const { owner } = await asked();
  await owner.presses((await question()).message, 'Another name');
  const prompt = await world.told('Write the name as a reply');
  await owner.replies(prompt.message, 'two\nlines');
  const again = await world.told('Expected a name on one line');
  const answer = await owner.replies(again.message, 'A.: "the #1"');
  expect(await savedNote(world)).toBe('> **A.: "the #1":** Hello.');
  expect(await people()).toBe('"2002":\n  name: \'A.: "the #1"\'\n');
  await owner.edits(answer, 'Anna');
  await world.told('change it there');
  expect(await world.notes()).toHaveLength(1);
});

test('who is left out is not in the draft, nor in people.yaml', async () => {
  const { owner, bob, group } = await asked();
  await owner.presses((await question()).message, 'Leave out');
  await world.told('everybody in it is left out');
  await bob.sends(group, 'I may.');
  await owner.sends(group, '/draft 2');
  await owner.presses((await question()).message, 'Leave out');
  await owner.presses((await world.told('has words of Bob')).message, 'Use «Bob»');
  expect(await savedNote(world)).toBe('> **Bob:** I may.');
  expect(await people()).toBe('"2003":\n  name: Bob\n');
});

test('a restart in the middle of the question, and updates that come twice, change nothing', async () => {
  const { owner, api } = await asked();
  await world.stop();
  world.run();
  for (const { update_id } of api.updates()) api.repeatUpdate(update_id);
  await world.idle();
  expect(world.said().filter(({ text }) => text.includes('not in people.yaml'))).toHaveLength(1);
  const asks = (await question()).message;
  await owner.presses(asks, 'Use «Ana»');
  await world.told('Saved as');
  for (const { update_id } of api.updates()) api.repeatUpdate(update_id);
  await world.idle();
  expect(await onlyNote(world)).toBe('> **Ana:** Hello.');
  expect(await people()).toBe('"2002":\n  name: Ana\n');
});

test('a question pressed while site.yaml cannot be read stays, and is answered by the next press', async () => {
  const { owner } = await asked();
  const site = await world.read('site.yaml');
  await world.write('site.yaml', 'titel: A journal\n');
  const asks = (await question()).message;
  await owner.presses(asks, 'Use «Ana»');
  await world.told('The journal cannot be read at present');
  await world.write('site.yaml', site);
  await owner.presses(asks, 'Use «Ana»');
  expect(await savedNote(world)).toBe('> **Ana:** Hello.');
});

test('a question pressed twice is answered once', async () => {
  const { owner } = await asked();
  const asks = (await question()).message;
  const [first, second] = [
    await owner.presses(asks, 'Use «Ana»'),
    await owner.presses(asks, 'Leave out'),
  ];
  await world.told('Saved as');
  await world.idle();
  expect(owner.answerTo(first)?.text).toBe('Ana, then.');
  expect(owner.answerTo(second)?.text).toBe('That is answered already.');
});

test('an edit while the question waits is what is kept', async () => {
  world = await groupWorld();
  const { ana, owner, group } = world;
  const message = await ana.sends(group, 'Helo.');
  await owner.reacts(message, '✍');
  await question();
  await ana.edits(message, 'Hello.');
  await world.idle();
  await owner.presses((await question()).message, 'Use «Ana»');
  expect(await savedNote(world)).toBe('> **Ana:** Hello.');
});

test('one answer serves every pick that waits for it', async () => {
  const { owner, bob, group } = await asked();
  await bob.sends(group, 'Hi.');
  await owner.sends(group, '/draft 2');
  await world.idle();
  await owner.presses((await world.told('has words of Ana')).message, 'Use «Ana»');
  await world.press('Use «Bob»', (await world.told('has words of Bob')).message);
  expect(await world.notes()).toHaveLength(2);
});

test('people.yaml keeps every line that its owner wrote', async () => {
  world = await groupWorld();
  const own = "# The people of the lift.\n'2003':   # Robert\n    name:   Bob";
  await world.write('people.yaml', own);
  const { ana, owner, group } = world;
  await owner.reacts(await ana.sends(group, 'Hello.'), '✍');
  await owner.presses((await question()).message, 'Use «Ana»');
  await world.told('Saved as');
  expect(await people()).toBe(`${own}\n"2002":\n  name: Ana\n`);
});

test('a people.yaml that cannot be added to is told, with the lines to write', async () => {
  world = await groupWorld();
  await world.write('people.yaml', '{ "2003": { name: Bob } }\n');
  const { ana, owner, group } = world;
  await owner.reacts(await ana.sends(group, 'Hello.'), '✍');
  await owner.presses((await question()).message, 'Use «Ana»');
  await world.told('Add these lines by hand:\n"2002":\n  name: "Ana"');
  expect(await world.notes()).toEqual([]);
  await world.write('people.yaml', everybody);
  await owner.presses((await question()).message, 'Use «Ana»');
  await world.told('Saved as');
});

test('a people.yaml that was broken while a name was asked for is told, and takes the name once mended', async () => {
  const { owner } = await asked();
  await owner.presses((await question()).message, 'Another name');
  const prompt = await world.told('Write the name as a reply');
  await world.write('people.yaml', '"2003":\n  nam: Bob\n');
  await owner.replies(prompt.message, 'Anna');
  await world.told(
    /people\.yaml:2: unknown key "2003\.nam".*Mend people\.yaml, then send the name once more/s,
  );
  expect(await world.notes()).toEqual([]);
  await world.write('people.yaml', '"2003":\n  name: Bob\n');
  await owner.replies(prompt.message, 'Anna');
  expect(await savedNote(world)).toBe('> **Anna:** Hello.');
});

test('a name that reads like a command is none that a tap would send', async () => {
  world = await groupWorld();
  const eve = world.api.user({ id: 2010, first_name: '/publish' });
  eve.joins(world.group);
  await world.owner.reacts(await eve.sends(world.group, 'Boo.'), '✍');
  const { message } = await question();
  expect(message.entities?.map(({ type }) => type) ?? []).not.toContain('bot_command');
});

test('a name without anything that can be seen is not offered', async () => {
  world = await groupWorld();
  const eve = world.api.user({ id: 2010, first_name: '\u202E\u200B\n' });
  eve.joins(world.group);
  await world.owner.reacts(await eve.sends(world.group, 'Boo.'), '✍');
  await world.owner.presses((await question()).message, 'Use «Somebody»');
  expect(await savedNote(world)).toBe('> **Somebody:** Boo.');
});
