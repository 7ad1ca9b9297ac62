import { spawn } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { runCommand } from '../src/terminal/command.ts';
import { type Call, startBotApi } from '../telegram-double/index.ts';

const help = `npm run demo

The bot without Telegram: it talks to a stand-in on this machine, on a copy of the journal. Nothing leaves the machine,
and the copy is removed at the end. You are the owner. What you type is sent to the bot; besides:
  :press WORDS   press the newest button of that name, as in ":press Publish"
  :reply TEXT    answer the bot's newest message
  :photo         send a picture
  :quit          end`;

const projectRoot = resolve(import.meta.dirname, '..');
let isWanted = false;
await runCommand({ name: 'demo', usage: help, flags: {} }, async () => {
  isWanted = true;
});
if (!isWanted) process.exit();
const folder = await mkdtemp(join(tmpdir(), 'scrollback-demo-'));
const content = join(folder, 'content');
await cp(resolve(projectRoot, process.env['JOURNAL_CONTENT'] || 'content'), content, {
  recursive: true,
});
// The published entries of the copy stay out of the demo's channel: only what you publish appears there.
if (!/^channel:/m.test(await readFile(join(content, 'site.yaml'), 'utf8'))) {
  const since = new Date().toISOString();
  await appendFile(
    join(content, 'site.yaml'),
    `\nchannel: { name: '@demo_channel', since: '${since}' }\n`,
  );
}

const api = await startBotApi();
const owner = api.user({ id: 1001, first_name: 'You' });
const channel = api.channel({ username: 'demo_channel', title: 'Demo channel', owner });
api.onCall(show);
const bot = spawn(process.execPath, [resolve(projectRoot, 'bot/main.ts')], {
  cwd: projectRoot,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    PATH: process.env['PATH'],
    TELEGRAM_API_ROOT: api.root,
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_OWNER_ID: String(owner.id),
    TELEGRAM_CHANNEL: '@demo_channel',
    JOURNAL_CONTENT: content,
    JOURNAL_STATE: join(folder, 'state'),
    // Set and empty: a .env for the real bot must not get into the demo.
    JOURNAL_PUBLISH: '',
    TELEGRAM_GROUPS: '',
    TELEGRAM_WEBHOOK_URL: '',
  },
});

console.log(`${help}\n\nThe copy of the journal: ${content}\n`);
const lines = createInterface({ input: process.stdin });
lines.on(
  'line',
  (line) => void obey(line.trim()).catch((error: unknown) => console.error(String(error))),
);
lines.on('close', () => void end());
process.on('SIGINT', () => void end());

async function obey(line: string): Promise<void> {
  const [, command = '', rest = ''] = /^:(\w+) ?(.*)$/.exec(line) ?? [];
  const newest = api.botMessages(owner).at(-1);
  if (command === 'quit') return end();
  if (command === 'photo') await owner.sendsPhoto(owner);
  else if (command === 'reply' && newest) await owner.replies(newest.message, rest);
  else if (command === 'press') {
    const holder = api.botMessages(owner).findLast((message) => message.buttons.includes(rest));
    if (holder) await owner.presses(holder.message, rest);
    else console.log(`There is no button "${rest}".`);
  } else if (command !== '') console.log(help);
  else if (line !== '') await owner.sends(owner, line);
}

/** Shows what the bot says, and what appears in the channel. */
function show({ method, parameters, answer }: Call): void {
  if (!/^(send|edit|delete)/.test(method) || answer?.ok !== true) return;
  const where = Number(parameters['chat_id']) === channel.id ? 'channel' : 'bot';
  const text = String(parameters['text'] ?? parameters['caption'] ?? '');
  const buttons = api.botMessages(owner).at(-1)?.buttons ?? [];
  const shown =
    where === 'bot' && buttons.length > 0 && method === 'sendMessage'
      ? `  [${buttons.join('] [')}]`
      : '';
  console.log(`${where} (${method}): ${text}${shown}`);
}

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  bot.kill('SIGTERM');
  await new Promise((resolve) =>
    bot.exitCode === null ? bot.once('exit', resolve) : resolve(undefined),
  );
  await api.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
}
