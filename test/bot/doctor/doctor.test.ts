import { execFileSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Api } from 'grammy';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../bot/base/config.ts';
import { examineApart } from '../../../bot/doctor/apart.ts';
import type { Finding } from '../../../bot/doctor/finding.ts';
import { examineMachine } from '../../../bot/doctor/machine.ts';
import { examineTelegram } from '../../../bot/doctor/telegram.ts';
import type { BotApiOptions } from '../../../telegram-double/index.ts';
import { projectRoot } from '../botProcess.ts';
import { makeWorld, type World } from '../world.ts';
import { serveSite } from './servedSite.ts';
import { told } from './told.ts';

const make = (settings: Record<string, string> = {}, options: BotApiOptions = {}) =>
  makeWorld(options, settings);

/** What the doctor finds wrong with Telegram. */
async function faultsOf(one: World, settings: Record<string, string> = {}, clockAhead = 0) {
  const config = readConfig({ ...one.environment, ...settings }, projectRoot);
  const api = new Api(config.token, { apiRoot: config.apiRoot, timeoutSeconds: 5 });
  return told(await examineTelegram(api, config, () => Date.now() + clockAhead));
}

test('with everything in order it says so, with exit code 0, and sends nothing', async () => {
  const one = await make();
  const server = await serveSite({ '/': 'Welcome' });
  await one.write('site.yaml', `title: A journal\nurl: ${server.root}\n`);
  const { code, output } = await one.command('doctorCommand.ts');
  server.close();
  expect(output).toMatch(/All is well\.\n$/);
  expect(output).not.toContain('FAULT');
  expect(code).toBe(0);
  expect(one.api.calls().filter(({ method }) => !method.startsWith('get'))).toEqual([]);
  expect(await readdir(one.state)).not.toContain('.doctor');
});

test('who has no bot has no fault: the journal alone is looked at, and nobody is called', async () => {
  const one = await make();
  await one.write('site.yaml', 'title: A journal\nurl: https://journal.example\n');
  const none = { TELEGRAM_BOT_TOKEN: '', TELEGRAM_OWNER_ID: '', TELEGRAM_CHANNEL: '' };
  Object.assign(one.environment, none);
  const { code, output } = await one.command('doctorCommand.ts', []);
  expect(output).toMatch(/^ok {5}bot +none is set up.*"npm run setup" sets one up$/m);
  expect(output).toMatch(/^ok {5}content/m);
  expect(output).toMatch(/All is well\.\n$/);
  expect(code).toBe(0);
  expect(one.api.calls()).toEqual([]);
  await one.write('notes/a.md', '---\ndtae: 2026-01-01\n---\n\nWords\n');
  Object.assign(one.environment, { JOURNAL_PUBLISH: 'sometimes' });
  const wrong = await one.command('doctorCommand.ts', []);
  expect(wrong.output).toMatch(/^FAULT +settings +JOURNAL_PUBLISH/m);
  expect(wrong.output).toMatch(/^FAULT +content/m);
  expect(wrong.code).toBe(1);
});

test('all faults are told at once, each with its cure, as JSON too, with exit code 1 and without the token', async () => {
  // A folder that can hold nothing.
  const state = { JOURNAL_STATE: '/proc/x' };
  const one = await make({ TELEGRAM_GROUPS: '-1009', JOURNAL_PUBLISH: 'commit', ...state });
  await one.write('notes/a.md', '---\ndtae: 2026-01-01\n---\n\nWords\n');
  one.api.setBotRights(one.channel, { can_delete_messages: false });
  const { code, out, output } = await one.command('doctorCommand.ts', ['--json']);
  expect(code).toBe(1);
  const { ok, findings } = JSON.parse(out);
  expect(ok).toBe(false);
  const wrong = findings.filter((finding: { ok: boolean }) => !finding.ok);
  expect(wrong.map((finding: Finding) => finding.check)).toEqual(
    expect.arrayContaining(['channel', 'group -1009', 'content', 'git', 'state']),
  );
  const found = findings.map(({ check, what }: Finding) => `${check}: ${what}`);
  expect(found).toContainEqual(
    expect.stringMatching(/^state: \/proc\/x cannot be written: ENOENT/),
  );
  expect(found).toContainEqual(expect.stringMatching(/^Node: /));
  for (const finding of wrong) expect(finding.cure).toMatch(/\w{3}/);
  expect(output).not.toContain(one.api.token);
});

describe('what does not answer', () => {
  test('something in the content folder that nobody writes to is given up, and all else is looked at', async () => {
    const one = await make();
    execFileSync('mkfifo', [join(one.content, 'notes/a.md')]);
    await rm(join(one.content, 'site.yaml'));
    execFileSync('mkfifo', [join(one.content, 'site.yaml')]);
    const environment = { ...process.env, ...one.environment };
    const [content] = await examineApart('content', { limitMilliseconds: 1_000, environment });
    expect(content?.what).toBe('does not answer: it was given up after 1 seconds');
    expect(content?.cure).toContain('JOURNAL_CONTENT');
    const [state] = await examineApart('state', { environment });
    expect(state).toEqual({ check: 'state', what: `${one.state}; the bot does not run` });
  });

  test('what was found counts, however the process that looked ends', async () => {
    const one = await make();
    const ending = "--import=data:text/javascript,process.on('exit',()=>{process.exitCode=3})";
    const environment = { ...process.env, ...one.environment, NODE_OPTIONS: ending };
    const [state] = await examineApart('state', { environment });
    expect(state).toEqual({ check: 'state', what: `${one.state}; the bot does not run` });
  });
});

describe('Telegram', () => {
  test('a line that breaks at one look leaves the others', async () => {
    const one = await make();
    one.api.fault({ method: 'getWebhookInfo', when: 'before', kind: 'reset' });
    one.api.setBotRights(one.channel, { can_post_messages: false });
    const faults = await faultsOf(one);
    expect(faults).toEqual([
      expect.stringMatching(/^channel: .*may not post/),
      expect.stringMatching(/^receiving: Telegram did not answer: .* -> Look at the connection/),
    ]);
  });

  test('a token that it does not know', async () => {
    const one = await make();
    expect(await faultsOf(one, { TELEGRAM_BOT_TOKEN: '1:another' })).toEqual([
      expect.stringMatching(/^token: .*Unauthorized.* -> Copy TELEGRAM_BOT_TOKEN again/),
    ]);
  });

  test('a server that does not answer', async () => {
    const one = await make();
    const faults = await faultsOf(one, { TELEGRAM_API_ROOT: 'http://127.0.0.1:9' });
    expect(faults).toHaveLength(2);
    expect(faults[0]).toMatch(/^Telegram: .* -> Look at the connection/);
    expect(faults.join()).not.toContain(one.api.token);
  });

  test('an owner who never pressed Start', async () => {
    const one = await make();
    one.api.user({ id: 77, first_name: 'B', started: false });
    expect(await faultsOf(one, { TELEGRAM_OWNER_ID: '77' })).toEqual([
      expect.stringMatching(
        /^owner: .*chat not found -> Open https:\/\/t\.me\/scrollback_test_bot/,
      ),
    ]);
  });

  test('a channel that is none, and one where rights are missing', async () => {
    const one = await make();
    expect(await faultsOf(one, { TELEGRAM_CHANNEL: '@nowhere' })).toEqual([
      expect.stringMatching(/^channel: TELEGRAM_CHANNEL is @nowhere: .*chat not found -> /),
    ]);
    one.api.setBotRights(one.channel, { can_post_messages: false, can_edit_messages: false });
    expect(await faultsOf(one)).toEqual([
      expect.stringMatching(/^channel: .*may not post, edit messages -> .*administrators/),
    ]);
  });

  test('a linked group whose messages the bot does not see, and one that it is not in', async () => {
    const one = await make();
    const group = one.api.supergroup({ title: 'Talk', owner: one.owner, bot: 'member' });
    one.api.channel({ username: 'linked', owner: one.owner, linkedGroup: group });
    const settings = { TELEGRAM_CHANNEL: '@linked' };
    expect(await faultsOf(one, settings)).toEqual([
      expect.stringMatching(/^comments: in Talk .*privacy mode is on.* -> .*\/setprivacy/),
    ]);
    const away = one.api.supergroup({ title: 'Away', owner: one.owner, bot: 'left' });
    expect(await faultsOf(one, { TELEGRAM_GROUPS: String(away.id) })).toEqual([
      expect.stringMatching(/^group -\d+: the bot is not in the group .* -> Add @/),
    ]);
  });

  test('with privacy mode off a member sees enough', async () => {
    const one = await make({}, { bot: { can_read_all_group_messages: true } });
    const group = one.api.supergroup({ title: 'Talk', owner: one.owner, bot: 'member' });
    expect(await faultsOf(one, { TELEGRAM_GROUPS: String(group.id) })).toEqual([]);
  });

  test('a webhook while the bot polls; its path is not told', async () => {
    const one = await make();
    const api = new Api(one.api.token, { apiRoot: one.api.root });
    await api.setWebhook('https://elsewhere.example/very-secret-path');
    const faults = await faultsOf(one);
    expect(faults).toEqual([
      expect.stringMatching(/^receiving: a webhook at elsewhere\.example gets the updates/),
    ]);
    expect(faults.join()).not.toContain('very-secret-path');
  });

  test('a webhook that is not set, and one that Telegram cannot reach', async () => {
    const one = await make();
    const settings = {
      TELEGRAM_WEBHOOK_URL: 'http://127.0.0.1:9/hook',
      TELEGRAM_WEBHOOK_SECRET: 'hush',
    };
    expect(await faultsOf(one, settings)).toEqual([
      expect.stringMatching(/^receiving: the webhook is not set -> /),
    ]);
    const api = new Api(one.api.token, { apiRoot: one.api.root });
    await api.setWebhook('http://127.0.0.1:9/hook');
    await one.owner.sends(one.owner, 'Anybody there?');
    await expect
      .poll(async () => (await faultsOf(one, settings)).join())
      .toMatch(/^receiving: Telegram could not deliver .*Connection refused; 1 updates wait -> /);
  });

  test.each([
    [40_000, 'ahead of'],
    [-40_000, 'behind'],
  ])('a clock that is %i ms wrong', async (wrong, words) => {
    const one = await make();
    expect(await faultsOf(one, {}, wrong)).toEqual([
      expect.stringMatching(new RegExp(`^clock: is \\d+ seconds ${words} .* -> Set the clock`)),
    ]);
  });
});

test('many posts at once, of which the owner would be asked, are told, and nobody is called', async () => {
  const begun = await makeWorld();
  for (let number = 0; number < 5; number++)
    await begun.write(`notes/n${number}.md`, '---\ndate: 2026-02-01\n---\n\nWords\n');
  const findings = await examineMachine('mirror', readConfig(begun.environment, projectRoot));
  expect(findings).toEqual([
    {
      check: 'mirror',
      what: expect.stringMatching(
        /^5 entries would go to @journal at once, .* The bot asks in chat/,
      ),
      cure: undefined,
    },
  ]);
  expect(begun.api.calls()).toEqual([]);
});
