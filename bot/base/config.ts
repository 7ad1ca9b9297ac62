import { isIP } from 'node:net';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { isContentName } from '#journal/content/contentName.ts';
import { telegramPace } from './chatPace.ts';
import { type LogLevel, logLevels } from './log.ts';

/** Only this machine reaches it. */
const loopback = '127.0.0.1';

/** How updates arrive. */
export type Receiving =
  | { readonly mode: 'polling' }
  | {
      readonly mode: 'webhook';
      readonly url: string;
      readonly secret: string;
      readonly port: number;
      /** The address that is listened on. */
      readonly host: string;
    };

/** What happens after an entry's file was written. */
export type PublishMode =
  | { readonly mode: 'none' | 'commit' | 'push' }
  | { readonly mode: 'command'; readonly command: string };

/** Everything that the bot reads from its environment, checked. */
export interface BotConfig {
  readonly token: string;
  /** The one person that the bot obeys. Numeric: a username can change hands. */
  readonly ownerId: number;
  /** `@name` or numeric id; undefined where nothing is mirrored. */
  readonly channel: string | number | undefined;
  readonly groups: readonly number[];
  readonly apiRoot: string;
  readonly receiving: Receiving;
  readonly publish: PublishMode;
  /** Address of a running dev server, which shows drafts too; without a final slash. */
  readonly preview: string | undefined;
  /** How many messages a minute go to the channel; 0 is as many as there are. */
  readonly messagesAMinute: number;
  readonly logLevel: LogLevel;
  /** Absolute path of the content folder. */
  readonly contentFolder: string;
  /** Absolute path of the folder of the bot's SQLite file. */
  readonly stateFolder: string;
}

/** Thrown where the environment does not do; the message names every fault and its cure. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(
      `The bot cannot start:\n${faults.map((fault) => `- ${fault}`).join('\n')}\nSet them in the environment or in the file .env; .env.example lists all of them.`,
    );
    this.name = 'ConfigError';
  }
}

/** Reads the bot's settings. @throws {ConfigError} with all faults at once. */
export function readConfig(environment: NodeJS.ProcessEnv, projectRoot: string): BotConfig {
  const faults: string[] = [];
  const config = {
    token: readToken(environment.TELEGRAM_BOT_TOKEN, faults),
    ownerId: readOwner(environment.TELEGRAM_OWNER_ID, faults),
    channel: readChannel(environment.TELEGRAM_CHANNEL, faults),
    groups: readGroups(environment.TELEGRAM_GROUPS, faults),
    apiRoot: readApiRoot(environment.TELEGRAM_API_ROOT, faults),
    receiving: readReceiving(environment, faults),
    publish: readPublish(environment.JOURNAL_PUBLISH, faults),
    preview: readPreview(environment['JOURNAL_PREVIEW'], faults),
    messagesAMinute: readPace(environment['TELEGRAM_MESSAGES_A_MINUTE'], faults),
    logLevel: readLogLevel(environment['JOURNAL_LOG'], faults),
    contentFolder: resolve(projectRoot, environment.JOURNAL_CONTENT || 'content'),
    stateFolder: resolve(projectRoot, environment.JOURNAL_STATE || '.journal'),
  };
  refuseSeenState(config, projectRoot, faults);
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

/** What lies among content, public files or the site itself is published, served or removed by a build. */
function refuseSeenState(
  { stateFolder, contentFolder }: Pick<BotConfig, 'stateFolder' | 'contentFolder'>,
  projectRoot: string,
  faults: string[],
): void {
  const inContent = wayInto(contentFolder, stateFolder);
  const isSeen =
    (inContent !== undefined && isContentName(inContent)) ||
    ['public', 'dist'].some((name) => wayInto(join(projectRoot, name), stateFolder) !== undefined);
  if (isSeen)
    faults.push(
      `JOURNAL_STATE is ${stateFolder}, among what is published; expected a folder outside of the content folder, of public/ and of dist/. Move it, and name its new place.`,
    );
}

/** The path from one folder to another within it; undefined where it is not. */
function wayInto(folder: string, path: string): string | undefined {
  const way = relative(folder, path).replaceAll('\\', '/');
  return way === '..' || way.startsWith('../') || isAbsolute(way) ? undefined : way;
}

function readToken(text: string | undefined, faults: string[]): string {
  if (!text) {
    faults.push(
      'TELEGRAM_BOT_TOKEN is missing. Talk to @BotFather in Telegram, send /newbot, and copy the token that it gives you.',
    );
    return '';
  }
  // The value is a secret: the message does not repeat it.
  if (!/^\d+:[\w-]{3,}$/.test(text))
    faults.push(
      'TELEGRAM_BOT_TOKEN does not look like a token (123456:ABC…). Copy it again from @BotFather.',
    );
  return text;
}

function readOwner(text: string | undefined, faults: string[]): number {
  if (!text) {
    faults.push(
      'TELEGRAM_OWNER_ID is missing. It is your numeric id; @userinfobot in Telegram tells it to you.',
    );
    return 0;
  }
  if (!/^[1-9]\d{0,15}$/.test(text))
    faults.push(
      `TELEGRAM_OWNER_ID is "${text}"; expected your numeric id, not a username. @userinfobot in Telegram tells it to you.`,
    );
  return Number(text);
}

function readChannel(text: string | undefined, faults: string[]): string | number | undefined {
  if (!text) return undefined;
  if (/^@[A-Za-z]\w{3,31}$/.test(text)) return text;
  if (/^-100\d+$/.test(text)) return Number(text);
  faults.push(`TELEGRAM_CHANNEL is "${text}"; expected the channel's @name or its id (-100…).`);
  return undefined;
}

function readGroups(text: string | undefined, faults: string[]): number[] {
  const ids = (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const wrong = ids.filter((one) => !/^-\d+$/.test(one));
  if (wrong.length > 0)
    faults.push(
      `TELEGRAM_GROUPS names ${wrong.join(', ')}; expected group ids (-…), separated by commas.`,
    );
  return ids.map(Number);
}

function readApiRoot(text: string | undefined, faults: string[]): string {
  const root = text || 'https://api.telegram.org';
  if (!/^https?:\/\//.test(root) || !URL.canParse(root))
    faults.push(`TELEGRAM_API_ROOT is "${root}"; expected an address with http or https.`);
  return root.replace(/\/+$/, '');
}

function readPreview(text: string | undefined, faults: string[]): string | undefined {
  if (!text) return undefined;
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    faults.push(
      `JOURNAL_PREVIEW is "${text}"; expected the address of a running dev server, such as http://localhost:4321.`,
    );
  return text.replace(/\/+$/, '');
}

function readPace(text: string | undefined, faults: string[]): number {
  const pace = text ? Number(text) : telegramPace.messagesAMinute;
  if (Number.isInteger(pace) && pace >= 0) return pace;
  faults.push(
    `TELEGRAM_MESSAGES_A_MINUTE is "${text}"; expected a number from 0, which is no limit. Telegram grants 20.`,
  );
  return telegramPace.messagesAMinute;
}

function readLogLevel(text: string | undefined, faults: string[]): LogLevel {
  const level = logLevels.find((one) => one === (text || 'info'));
  if (!level) faults.push(`JOURNAL_LOG is "${text}"; expected ${logLevels.join(', ')}.`);
  return level ?? 'info';
}

function readReceiving(environment: NodeJS.ProcessEnv, faults: string[]): Receiving {
  const url = environment.TELEGRAM_WEBHOOK_URL;
  if (!url) return { mode: 'polling' };
  const secret = environment.TELEGRAM_WEBHOOK_SECRET ?? '';
  const port = Number(environment.PORT || 8080);
  const host = environment['TELEGRAM_WEBHOOK_HOST'] || loopback;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    faults.push(`TELEGRAM_WEBHOOK_URL is "${url}"; expected an address with https.`);
  if (!/^[\w-]{1,256}$/.test(secret))
    faults.push(
      'TELEGRAM_WEBHOOK_SECRET is missing or has other characters than A-Z a-z 0-9 _ -. Without it anybody could speak to the bot; make one up.',
    );
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    faults.push(`PORT is "${environment.PORT}"; expected a number from 1 to 65535.`);
  if (!isIP(host) && host !== 'localhost')
    faults.push(
      `TELEGRAM_WEBHOOK_HOST is "${host}"; expected an address of this machine: 127.0.0.1 for a proxy on it, 0.0.0.0 for all its networks.`,
    );
  return { mode: 'webhook', url, secret, port, host };
}

function readPublish(text: string | undefined, faults: string[]): PublishMode {
  const mode = text || 'none';
  if (mode === 'none' || mode === 'commit' || mode === 'push') return { mode };
  if (mode.startsWith('command:') && mode.length > 'command:'.length)
    return { mode: 'command', command: mode.slice('command:'.length) };
  faults.push(`JOURNAL_PUBLISH is "${mode}"; expected none, commit, push or command:….`);
  return { mode: 'none' };
}
