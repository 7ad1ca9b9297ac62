import { asTyped } from '#journal/command/place.ts';
import { startCommand } from './app/process.ts';
import { type BotConfig, isBotBegun, readSoundConfig } from './base/config.ts';
import type { SettingFault } from './base/settings.ts';
import { telegramApi } from './base/telegramApi.ts';
import { examineApart } from './doctor/apart.ts';
import { type Finding, fault, findingLines, well } from './doctor/finding.ts';
import { examineMachine, isMachineCheck, machineChecks } from './doctor/machine.ts';
import { examineTelegram } from './doctor/telegram.ts';

const usage = `npm run doctor [-- --json]

Looks at everything that the journal and its bot need, and tells what is wrong and how to mend it: the settings, the
token, the owner, the channel and its rights, groups and their privacy, the webhook, the clock, Node, the content folder,
the state folder and its disk, git or the command that publishes, and whether the site answers and shows the newest
entry. Tells what waits to be posted, too. Sends no message and changes no setting. Exit code 1 if something is wrong.
  --json   {ok, findings: [{check, ok, what, cure}]}`;

const callTimeoutSeconds = 20;

const flags = { json: { type: 'boolean' } } as const;

await startCommand({ name: 'doctor', usage, flags }, async ({ projectRoot, flags: given }) => {
  const findings = isBotBegun(process.env)
    ? await examineAll(projectRoot)
    : await examineJournal(projectRoot);
  const ok = findings.every(({ cure }) => cure === undefined);
  if (given['json']) {
    const told = findings.map((one) => ({
      ...one,
      ...(one.cure !== undefined && { cure: asTyped(one.cure) }),
      ok: one.cure === undefined,
    }));
    console.log(JSON.stringify({ ok, findings: told }, null, 2));
  } else console.log(asTyped(findingLines(findings).join('\n')));
  if (!ok) process.exitCode = 1;
});

async function examineAll(projectRoot: string): Promise<Finding[]> {
  const { config, faults } = readSoundConfig(process.env, projectRoot);
  const wrong = new Set(faults.map(({ name }) => name));
  const api = telegramApi(config.token, {
    apiRoot: config.apiRoot,
    timeoutSeconds: callTimeoutSeconds,
  });
  const looks = [
    examineTelegram(api, config, Date.now, wrong),
    ...Object.keys(machineChecks)
      .filter(isMachineCheck)
      .map((check) => examine(check, config)),
  ];
  return [...settingFindings(faults), ...(await Promise.all(looks)).flat()];
}

/** What a journal needs that has no bot. */
async function examineJournal(projectRoot: string): Promise<Finding[]> {
  const { config, faults } = readSoundConfig(process.env, projectRoot);
  const own = faults.filter(({ name }) => !name.startsWith('TELEGRAM_'));
  const looks = (['Node', 'content', 'site'] as const).map((check) => examine(check, config));
  const none = well('bot', 'none is set up, and a journal needs none; "npm run setup" sets one up');
  return [...settingFindings(own), none, ...(await Promise.all(looks)).flat()];
}

/** Apart, but for what no disk can keep waiting. */
function examine(check: keyof typeof machineChecks, config: BotConfig): Promise<Finding[]> {
  return check === 'Node' ? examineMachine(check, config) : examineApart(check);
}

function settingFindings(faults: readonly SettingFault[]): Finding[] {
  const cure =
    'Run "npm run setup", which asks for it, or correct it in .env; .env.example explains every setting.';
  return faults.map(({ message }) => fault('settings', message, cure));
}
