import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { chooses, codeIn, site } from './answers.ts';
import { setupWorld } from './setupWorld.ts';

test('a second run shows what is set, and changes only what is chosen', async () => {
  const one = await setupWorld();
  await one.write('content/site.yaml', site);
  await one.write(
    '.env',
    `# mine\nTELEGRAM_BOT_TOKEN=${one.api.token}\nTELEGRAM_OWNER_ID=1001\nOTHER="a b"\n`,
  );
  const asked = one.asks();
  await chooses(asked, 3);
  const group = one.api.supergroup({ title: 'Kitchen', owner: one.owner, bot: 'left' });
  await asked.sees('Groups of which');
  asked.presses('down', 'enter');
  const code = await codeIn(asked);
  one.owner.addsBot(group, 'member');
  await one.owner.sends(group, `/start@${one.api.bot.username} ${code}`);
  await asked.confirms('“Kitchen”: is that the group?');
  await asked.sees(/sees only commands: its privacy mode is on/);
  one.owner.addsBot(group, 'administrator');
  await asked.confirms('Try again');
  await asked.sees('Kitchen: the bot sees all messages');
  await asked.confirms(`The bot may listen in ${group.id}`);
  await asked.confirms('Write this?');
  expect(await asked.end).toBe(true);
  expect(asked.shown()).toContain('bot 123456:…, owner 1001');
  expect(await one.read('.env')).toBe(
    `# mine\nTELEGRAM_BOT_TOKEN=${one.api.token}\nTELEGRAM_OWNER_ID=1001\nOTHER="a b"\nTELEGRAM_GROUPS=${group.id}\nTELEGRAM_API_ROOT=${one.api.root}\n`,
  );
  expect(await one.read('content/site.yaml')).toBe(site);
});

test('a publish command that is set is kept unseen, and may be another', async () => {
  const one = await setupWorld();
  await one.write('content/site.yaml', site);
  await one.write('.env', 'JOURNAL_PUBLISH="command:true KEY"\n');
  const answers = async (command: string, after: string) => {
    const asked = one.asks();
    await chooses(asked, 4);
    await asked.confirms('What does publishing');
    await asked.sees('Which command?');
    asked.types(command);
    await asked.sees(after);
    asked.presses('enter');
    expect(await asked.end).toBe(true);
    expect(asked.shown()).not.toContain('KEY');
  };
  await answers('', 'All of that is set already');
  await answers('true', 'Write this?');
  expect(parseEnv(await one.read('.env'))['JOURNAL_PUBLISH']).toBe('command:true');
});

test('entries that are there already stay out of the channel where that is wished, and rights that are missing are named', async () => {
  const one = await setupWorld();
  await one.write('content/site.yaml', site);
  await one.write('.env', `TELEGRAM_BOT_TOKEN=${one.api.token}\nTELEGRAM_OWNER_ID=1001\n`);
  for (const day of ['01', '02'])
    await one.write(`content/notes/n${day}.md`, `---\ndate: 2026-02-${day}\n---\n\nWords\n`);
  one.api.setBotRights(one.channel, { can_edit_messages: false });
  const asked = one.asks();
  await chooses(asked, 2);
  await asked.sees('A channel that shows');
  asked.presses('down', 'enter');
  await asked.sees('Its @name');
  asked.types('@ada_days');
  await asked.sees('In Days the bot may not edit messages');
  await asked.sees('Try again');
  one.api.setBotRights(one.channel, { can_edit_messages: true });
  asked.presses('enter');
  await asked.confirms('2 entries are published already');
  await asked.confirms('Write this?');
  expect(await asked.end).toBe(true);
  expect(await one.read('content/site.yaml')).toBe(
    `${site}channel:\n  name: "@ada_days"\n  since: 2026-03-04\n`,
  );
});

test('a channel that is set in the environment is looked at, and nobody is asked which', async () => {
  const one = await setupWorld();
  await one.write('content/site.yaml', site);
  await one.write('.env', `TELEGRAM_BOT_TOKEN=${one.api.token}\nTELEGRAM_OWNER_ID=1001\n`);
  await one.write('content/notes/a.md', '---\ndate: 2026-02-01\n---\n\nWords\n');
  one.api.setBotRights(one.channel, { can_edit_messages: false });
  const asked = one.asks({ TELEGRAM_CHANNEL: '@ada_days' });
  await chooses(asked, 2);
  await asked.sees('TELEGRAM_CHANNEL is set in the environment');
  await asked.sees('In Days the bot may not edit messages');
  one.api.setBotRights(one.channel, { can_edit_messages: true });
  await asked.confirms('Try again');
  await asked.confirms('1 entry is published already');
  await asked.confirms('Write this?');
  expect(await asked.end).toBe(true);
  expect(asked.shown()).not.toContain('A channel that shows');
  expect(await one.read('.env')).not.toContain('TELEGRAM_CHANNEL');
});
