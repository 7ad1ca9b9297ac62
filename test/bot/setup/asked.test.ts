import { parseEnv } from 'node:util';
import { Api } from 'grammy';
import { expect, test } from 'vitest';
import { lockProcess } from '../../../bot/base/lock.ts';
import { chooses, codeIn, givesToken, site } from './answers.ts';
import { setupWorld } from './setupWorld.ts';

test('a new journal from the first question to the last, with a post that is taken back', async () => {
  const one = await setupWorld();
  const asked = one.asks();
  await chooses(asked, 0, 1, 2, 4, 5);
  await asked.sees('it begins here');
  for (const [question, answer] of [
    ['called?', 'Half Past'],
    ['Who writes it?', 'Ada'],
    ['on the web?', 'ada.example'],
    ['language', ''],
    ['time zone', ''],
  ] as const) {
    await asked.sees(question);
    asked.types(answer);
  }
  await givesToken(asked, one);
  const code = await codeIn(asked);
  await one.owner.starts(code);
  await asked.confirms('Ada (@ada, 1001): is that you?');
  await asked.confirms('A channel that shows');
  await asked.sees('Waiting for the channel…');
  one.owner.addsBot(one.channel, 'administrator');
  await asked.confirms('“Days”: is that the channel?');
  await asked.sees('Days: the bot may post, edit and delete');
  await asked.confirms('What does publishing');
  await asked.sees('Post a line into “Days”');
  asked.types('y');
  await asked.sees('taken back.');
  await asked.sees('Write this?');
  expect(asked.shown()).not.toContain(one.api.token);
  asked.presses('enter');
  expect(await asked.end).toBe(true);
  for (const next of ['npm run doctor', 'npm run mirror -- --dry-run', 'npm run bot'])
    expect(asked.shown().split('Next:')[1]).toContain(next);
  expect(await one.read('content/site.yaml')).toMatch(
    /^title: Half Past\nauthor: Ada\nurl: https:\/\/ada\.example\nlanguage: en\ntimeZone: \S+\n$/,
  );
  expect(parseEnv(await one.read('.env'))).toEqual({
    TELEGRAM_BOT_TOKEN: one.api.token,
    TELEGRAM_OWNER_ID: '1001',
    TELEGRAM_CHANNEL: '@ada_days',
    JOURNAL_PUBLISH: 'none',
    // Of the shell alone until then.
    TELEGRAM_API_ROOT: one.api.root,
  });
  expect(await one.rights('.env')).toBe('600');
  expect(one.api.messages(one.channel)).toEqual([]);
});

test('a stranger who writes to the bot does not become its owner, and what waited for the bot still waits', async () => {
  const one = await setupWorld();
  const eve = one.api.user({ id: 666, first_name: 'Eve' });
  await eve.sends(eve, 'I am the owner');
  await one.write('content/site.yaml', site);
  const asked = one.asks();
  await chooses(asked, 1);
  await givesToken(asked, one);
  const code = await codeIn(asked);
  await eve.starts('abcdef');
  await one.owner.sends(one.owner, code.toUpperCase());
  await asked.confirms('Ada (@ada, 1001): is that you?');
  await asked.confirms('Write this?');
  expect(await asked.end).toBe(true);
  expect(parseEnv(await one.read('.env'))['TELEGRAM_OWNER_ID']).toBe('1001');
  const waiting = one.api.pendingUpdates().map(({ message }) => message?.text);
  expect(waiting).toEqual(['I am the owner', '/start abcdef', code.toUpperCase()]);
});

test('what was sent to setup alone is no draft later', async () => {
  const one = await setupWorld();
  await one.write('content/site.yaml', site);
  const asked = one.asks();
  await chooses(asked, 1);
  await givesToken(asked, one);
  await one.owner.sends(one.owner, await codeIn(asked));
  await asked.confirms('is that you?');
  await asked.confirms('Write this?');
  await asked.end;
  expect(one.api.pendingUpdates()).toEqual([]);
});

test('with a wrong token, a running bot and a webhook one is told what to do, and may try again', async () => {
  const one = await setupWorld();
  await one.write('content/site.yaml', site);
  const state = `${one.folder}/.journal`;
  const unlock = lockProcess(state);
  const asked = one.asks();
  await chooses(asked, 1);
  await asked.sees('The token');
  asked.types('1:another');
  await asked.sees('Telegram does not know this token');
  await asked.confirms('Try again');
  await givesToken(asked, one);
  await asked.sees('The bot runs, and gets what is sent to it');
  unlock?.();
  await new Api(one.api.token, { apiRoot: one.api.root }).setWebhook('https://x.example/secret');
  await asked.confirms('Try again');
  expect(await asked.sees('Take the webhook away')).toContain('webhook at x.example gets');
  asked.presses('down', 'enter');
  await one.owner.starts(await codeIn(asked));
  await asked.confirms('is that you?');
  await asked.confirms('Write this?');
  expect(await asked.end).toBe(true);
});

test('the sample is no place for a journal of one’s own, and a folder that start made is', async () => {
  const one = await setupWorld();
  await one.write('content/site.yaml', 'title: Second Drawer Down\nurl: https://journal.example\n');
  const sample = one.asks();
  await chooses(sample, 0);
  await sample.sees('holds the sample journal');
  sample.presses('escape');
  await sample.end;
  await one.write('content/site.yaml', 'title: Half Past\nurl: https://journal.example\n');
  const begun = one.asks();
  await chooses(begun, 0);
  await begun.confirms('called?');
  await begun.confirms('Who writes it?');
  await begun.sees('on the web?');
  begun.types('ada.example');
  await begun.sees('language');
  begun.presses('escape');
  await begun.sees('(was https://journal.example)');
  begun.presses('escape');
  await begun.end;
  expect(begun.shown()).not.toContain('sample');
});

test('whoever leaves writes nothing, unless what was answered is to be kept', async () => {
  const one = await setupWorld();
  await one.write('content/site.yaml', site);
  const left = one.asks();
  await chooses(left, 0);
  await left.sees('called?');
  left.presses('clear');
  left.types('Another');
  await left.sees('Who writes it?');
  left.presses('escape');
  await left.sees('Keep what you answered so far?');
  left.presses('escape');
  expect(await left.end).toBe(false);
  expect(await one.read('content/site.yaml')).toBe(site);
  await expect(one.read('.env')).rejects.toThrow();
  const kept = one.asks();
  await chooses(kept, 0);
  await kept.sees('called?');
  kept.presses('clear');
  kept.types('Another: one');
  await kept.sees('Who writes it?');
  kept.presses('escape');
  await kept.sees('(was Half Past)');
  await kept.confirms('Keep what you answered so far?');
  expect(await kept.end).toBe(true);
  expect(await one.read('content/site.yaml')).toBe(site.replace('"Half Past"', '"Another: one"'));
});
