import { Api } from 'grammy';
import { startProcess } from './app/process.ts';
import { examineApart } from './doctor/apart.ts';
import { findingLines } from './doctor/finding.ts';
import { isMachineCheck, machineChecks } from './doctor/machine.ts';
import { examineTelegram } from './doctor/telegram.ts';

const usage = `npm run doctor [-- --json]

Looks at everything that the bot needs, and tells what is wrong and how to mend it: the token, the owner, the channel
and its rights, groups and their privacy, the webhook, the clock, Node, the content folder, the state folder, git.
Sends no message and changes no setting. Exit code 1 if something is wrong.
  --json   {ok, findings: [{check, ok, what, cure}]}`;

const callTimeoutSeconds = 20;

const flags = { json: { type: 'boolean' } } as const;

await startProcess({ name: 'doctor', usage, flags }, async ({ config, flags: given }) => {
  const api = new Api(config.token, {
    apiRoot: config.apiRoot,
    timeoutSeconds: callTimeoutSeconds,
  });
  const looks = [
    examineTelegram(api, config, Date.now),
    ...Object.keys(machineChecks)
      .filter(isMachineCheck)
      .map((check) => examineApart(check)),
  ];
  const findings = (await Promise.all(looks)).flat();
  const ok = findings.every(({ cure }) => cure === undefined);
  if (given['json']) {
    const told = findings.map((one) => ({ ...one, ok: one.cure === undefined }));
    console.log(JSON.stringify({ ok, findings: told }, null, 2));
  } else console.log(findingLines(findings).join('\n'));
  if (!ok) process.exitCode = 1;
});
