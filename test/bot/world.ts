import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import {
  type BotApi,
  type BotApiOptions,
  type Person,
  startBotApi,
} from '../../telegram-double/index.ts';
import { endByForce } from '../processes.ts';
import type { CommandEnd } from '../runTogether.ts';
import { type BotProcess, runBotCommand, startBotProcess } from './botProcess.ts';

export const ownerId = 1001;

/** A journal folder, a Bot API, an owner and a channel: everything that the bot's tests stand on. */
export interface World {
  readonly api: BotApi;
  readonly owner: Person;
  readonly channel: ReturnType<BotApi['channel']>;
  readonly content: string;
  readonly state: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Starts a command of the bot in this world. */
  start(file?: string, parameters?: readonly string[], nodeFlags?: readonly string[]): BotProcess;
  /** Runs a command of the bot to its end, in a process that it shares with others. */
  command(file: string, parameters?: readonly string[]): Promise<CommandEnd>;
  write(file: string, text: string | Uint8Array): Promise<void>;
  read(file: string): Promise<string>;
  /** Changes words of a file by hand. */
  change(file: string, before: string | RegExp, after: string): Promise<void>;
  /** Puts a picture of one colour there, in the format of its ending. */
  paint(file: string, background?: string, width?: number, height?: number): Promise<void>;
  /** The first line of each text that stands in the channel. */
  headlines(): string[];
  /** Markdown files of the notes, from the content folder. */
  notes(): Promise<string[]>;
  end(): Promise<void>;
}

const site = 'title: A journal\nurl: https://journal.example\ntimeZone: Europe/Lisbon\n';

/** Makes a world in a temporary folder, which ends with the test. */
export async function makeWorld(...parameters: Parameters<typeof openWorld>): Promise<World> {
  const world = await openWorld(...parameters);
  onTestFinished(() => world.end());
  return world;
}

/** Makes a world in a temporary folder, for whoever ends it. */
export async function openWorld(
  options: BotApiOptions = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'scrollback-bot-'));
  const content = join(folder, 'content');
  const state = join(folder, 'state');
  mkdirSync(join(content, 'notes'), { recursive: true });
  writeFileSync(join(content, 'site.yaml'), site);
  const api = await startBotApi(options);
  const owner = api.user({ id: ownerId, first_name: 'Ada' });
  const channel = api.channel({ username: 'journal', owner });
  const environment = {
    TELEGRAM_API_ROOT: api.root,
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_OWNER_ID: String(ownerId),
    TELEGRAM_CHANNEL: '@journal',
    JOURNAL_CONTENT: content,
    JOURNAL_STATE: state,
    // Tests stand still in time, or have none to lose; those of the pace set it.
    TELEGRAM_MESSAGES_A_MINUTE: '0',
    ...settings,
  };
  const write: World['write'] = async (file, text) => {
    // As an editor saves: the bot never sees half a file.
    mkdirSync(join(content, file, '..'), { recursive: true });
    writeFileSync(join(content, file, '../.unsaved'), text);
    renameSync(join(content, file, '../.unsaved'), join(content, file));
  };
  const read = async (file: string) => readFileSync(join(content, file), 'utf8');
  const running: BotProcess[] = [];
  let ended: Promise<void> | undefined;
  const end = async () => {
    await Promise.all(running.map(({ child }) => endByForce(child)));
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    api,
    owner,
    channel,
    content,
    state,
    environment,
    start(file = 'main.ts', parameters = [], nodeFlags = []) {
      const started = startBotProcess(file, environment, parameters, nodeFlags);
      running.push(started);
      return started;
    },
    command: (file, parameters = []) => runBotCommand(file, environment, parameters),
    write,
    read,
    change: async (file, before, after) => write(file, (await read(file)).replace(before, after)),
    async paint(file, ...look) {
      // Few tests paint: they alone load what it takes.
      const { plainPicture } = await import('../plainPicture.ts');
      const format = extname(file).slice(1).replace('jpg', 'jpeg') as 'jpeg' | 'png' | 'avif';
      await write(file, await plainPicture(format, ...look));
    },
    headlines: () => api.messages(channel).map(({ text }) => text.split('\n', 1)[0] ?? ''),
    notes: async () =>
      readdirSync(join(content, 'notes'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md'))
        .map((file) => `notes/${file}`)
        .sort(),
    end: () => {
      ended ??= end();
      return ended;
    },
  };
}

/** Names of the calls that made, changed or took away messages. */
export function changingCalls(api: BotApi): string[] {
  return api
    .calls()
    .map(({ method }) => method)
    .filter((method) => /^(send|edit|copy|forward|deleteMessage)/.test(method));
}

/** The database of a bot, to look at; the bot may live. */
export function openState(folder: string): DatabaseSync {
  // After a kill, whoever opens it first keeps the others out for a moment.
  return new DatabaseSync(join(folder, 'bot.sqlite'), { readOnly: true, timeout: 10_000 });
}

/** Waits until `look` gives something, however slow the machine; fails with what the last look said. */
export async function eventually<T>(
  look: () => T | undefined | Promise<T | undefined>,
  what: string,
  milliseconds = 50_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  // Most waits are for a few milliseconds; a long one must not take the machine from what it waits for.
  for (let wait = 1; ; wait = Math.min(wait * 1.5, 20)) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`Waited ${milliseconds} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
