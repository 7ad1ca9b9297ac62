import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { controlRoute } from './control.ts';
import { type BotApi, type Call, DEFAULT_TOKEN, type Person, startBotApi } from './index.ts';

const HELP = `A Bot API on this machine, for trying a bot by hand.

  npx node telegram-double/serve.ts [--port 8081] [--token TOKEN] [--owner 1001] [--channel @name]

Lines that you type go to the bot as messages of the owner. Lines that begin with a colon:
  :press WORDS     press the newest button with these words
  :photo FILE      send a photo
  :post TEXT       post in the channel
  :messages        show the private chat and the channel
  :quit

POST /control/<action> and GET /control/messages?chat=… do the same for programs.`;

/** The one that Telegram's own server for the Bot API takes. */
const USUAL_PORT = 8081;

type Scene = { readonly api: BotApi; readonly owner: Person; readonly channelId: number };

const COMMANDS: Readonly<Record<string, (scene: Scene, rest: string) => Promise<void> | void>> = {
  press: pressNewest,
  async photo({ owner }, file) {
    await owner.sendsPhoto(owner, { bytes: await readFile(file) });
  },
  async post({ owner, channelId }, text) {
    await owner.sends(channelId, text);
  },
  messages({ api, owner, channelId }) {
    for (const chat of [owner.id, channelId]) {
      for (const { id, byBot, text, buttons, media } of api.messages(chat)) {
        const author = byBot ? 'bot' : 'person';
        console.log(
          `${chat}/${id} ${author}: ${media?.kind ?? ''} ${text} ${buttonWords(buttons)}`,
        );
      }
    }
  },
  async quit({ api }) {
    await api.stop();
    process.exit(0);
  },
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      token: { type: 'string', default: DEFAULT_TOKEN },
      owner: { type: 'string', default: '1001' },
      channel: { type: 'string', default: '@journal' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const { token } = values;
  const api = await start(token, values.port);
  const owner = api.user({ id: Number(values.owner), first_name: 'Owner' });
  const linkedGroup = api.supergroup({ title: 'Comments', owner, bot: 'administrator' });
  const username = values.channel.replace(/^@/, '');
  const channel = api.channel({ title: 'Journal', username, owner, linkedGroup });
  api.onCall(report);
  console.log(`TELEGRAM_API_ROOT=${api.root} TELEGRAM_BOT_TOKEN=${token}`);
  console.log(`TELEGRAM_OWNER_ID=${owner.id} TELEGRAM_CHANNEL=@${username}`);
  await obey({ api, owner, channelId: channel.id });
}

/** Where no port was asked for and the usual one is taken, any other does: what is printed names it. */
async function start(token: string, port: string | undefined): Promise<BotApi> {
  const options = { token, extraRoute: controlRoute };
  try {
    return await startBotApi({ ...options, port: Number(port ?? USUAL_PORT) });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (isTaken && port === undefined) return startBotApi(options);
    throw isTaken
      ? new Error(
          `The port ${port} is taken by another program. Choose another one, or leave --port out: then a free one is found.`,
        )
      : error;
  }
}

async function obey(scene: Scene): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      await obeyLine(scene, line);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
}

async function obeyLine(scene: Scene, line: string): Promise<void> {
  if (line.trim() === '') return;
  const [, name = '', rest = ''] = /^:(\w+) ?(.*)$/.exec(line) ?? [];
  const command = COMMANDS[name];
  if (command !== undefined) await command(scene, rest);
  else if (name !== '') console.log(HELP);
  else await scene.owner.sends(scene.owner, line);
}

async function pressNewest({ api, owner }: Scene, words: string): Promise<void> {
  const standing = api.messages(owner).findLast(({ buttons }) => buttons.includes(words));
  if (standing === undefined) throw new Error(`no message has a button "${words}"`);
  await owner.presses(standing.message, words);
}

function report({ method, parameters, answer }: Call): void {
  if (method === 'getUpdates') return;
  const outcome = answer === undefined ? 'no answer' : answer.ok ? 'ok' : answer.description;
  console.log(`< ${method} ${JSON.stringify(parameters)}: ${outcome}`);
}

function buttonWords(buttons: readonly string[]): string {
  return buttons.map((words) => `[${words}]`).join(' ');
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
