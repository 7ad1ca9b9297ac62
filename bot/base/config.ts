import { isIP } from 'node:net';
import { isAbsolute, join, relative, resolve } from 'node:path';
import * as z from 'zod';
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

/** A setting that is not left out and does not fit is told with what it is. */
function fitting(
  fits: (text: string) => boolean,
  fault: (text: string) => string,
  missing?: string,
) {
  return z.string(missing).refine(fits, { error: ({ input }) => fault(String(input)) });
}

function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

function isNumberFrom(least: number, most: number, text: string): boolean {
  const number = Number(text);
  return Number.isInteger(number) && number >= least && number <= most;
}

function isPublishMode(text: string): boolean {
  return /^(?:none|commit|push|command:.+)$/s.test(text);
}

function publishMode(text: string): PublishMode {
  if (text === 'none' || text === 'commit' || text === 'push') return { mode: text };
  return { mode: 'command', command: text.slice('command:'.length) };
}

function withoutFinalSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

function listed(text: string): string[] {
  const all = text.split(',').map((one) => one.trim());
  return all.filter((one) => one !== '');
}

function wrongGroups(text: string): string[] {
  return listed(text).filter((one) => !/^-\d+$/.test(one));
}

const settings = z.object({
  TELEGRAM_BOT_TOKEN: z
    .string(
      'TELEGRAM_BOT_TOKEN is missing. Talk to @BotFather in Telegram, send /newbot, and copy the token that it gives you.',
    )
    // The value is a secret: the message does not repeat it.
    .regex(
      /^\d+:[\w-]{3,}$/,
      'TELEGRAM_BOT_TOKEN does not look like a token (123456:ABC…). Copy it again from @BotFather.',
    ),
  TELEGRAM_OWNER_ID: fitting(
    (text) => /^[1-9]\d{0,15}$/.test(text),
    (text) =>
      `TELEGRAM_OWNER_ID is "${text}"; expected your numeric id, not a username. @userinfobot in Telegram tells it to you.`,
    'TELEGRAM_OWNER_ID is missing. It is your numeric id; @userinfobot in Telegram tells it to you.',
  ).transform(Number),
  TELEGRAM_CHANNEL: fitting(
    (text) => /^(?:@[A-Za-z]\w{3,31}|-100\d+)$/.test(text),
    (text) => `TELEGRAM_CHANNEL is "${text}"; expected the channel's @name or its id (-100…).`,
  )
    .transform((text) => (text.startsWith('@') ? text : Number(text)))
    .optional(),
  TELEGRAM_GROUPS: fitting(
    (text) => wrongGroups(text).length === 0,
    (text) =>
      `TELEGRAM_GROUPS names ${wrongGroups(text).join(', ')}; expected group ids (-…), separated by commas.`,
  )
    .transform((text) => listed(text).map(Number))
    .default([]),
  TELEGRAM_API_ROOT: fitting(
    isAddress,
    (text) => `TELEGRAM_API_ROOT is "${text}"; expected an address with http or https.`,
  )
    .transform(withoutFinalSlash)
    .default('https://api.telegram.org'),
  JOURNAL_PUBLISH: fitting(
    isPublishMode,
    (text) => `JOURNAL_PUBLISH is "${text}"; expected none, commit, push or command:….`,
  )
    .transform(publishMode)
    .default({ mode: 'none' }),
  JOURNAL_PREVIEW: fitting(
    isAddress,
    (text) =>
      `JOURNAL_PREVIEW is "${text}"; expected the address of a running dev server, such as http://localhost:4321.`,
  )
    .transform(withoutFinalSlash)
    .optional(),
  TELEGRAM_MESSAGES_A_MINUTE: fitting(
    (text) => isNumberFrom(0, Number.MAX_VALUE, text),
    (text) =>
      `TELEGRAM_MESSAGES_A_MINUTE is "${text}"; expected a number from 0, which is no limit. Telegram grants 20.`,
  )
    .transform(Number)
    .default(telegramPace.messagesAMinute),
  JOURNAL_LOG: z
    .enum(logLevels, {
      error: ({ input }) => `JOURNAL_LOG is "${input}"; expected ${logLevels.join(', ')}.`,
    })
    .default('info'),
});

const wrongSecret =
  'TELEGRAM_WEBHOOK_SECRET is missing or has other characters than A-Z a-z 0-9 _ -. Without it anybody could speak to the bot; make one up.';

const webhookSettings = z.object({
  TELEGRAM_WEBHOOK_URL: fitting(
    isAddress,
    (text) => `TELEGRAM_WEBHOOK_URL is "${text}"; expected an address with https.`,
  ),
  TELEGRAM_WEBHOOK_SECRET: z.string(wrongSecret).regex(/^[\w-]{1,256}$/, wrongSecret),
  PORT: fitting(
    (text) => isNumberFrom(1, 65_535, text),
    (text) => `PORT is "${text}"; expected a number from 1 to 65535.`,
  )
    .transform(Number)
    .default(8080),
  TELEGRAM_WEBHOOK_HOST: fitting(
    (text) => isIP(text) !== 0 || text === 'localhost',
    (text) =>
      `TELEGRAM_WEBHOOK_HOST is "${text}"; expected an address of this machine: 127.0.0.1 for a proxy on it, 0.0.0.0 for all its networks.`,
  ).default(loopback),
});

/** Reads the bot's settings. @throws {ConfigError} with all faults at once. */
export function readConfig(environment: NodeJS.ProcessEnv, projectRoot: string): BotConfig {
  // What is set to nothing is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, text]) => text));
  const contentFolder = resolve(projectRoot, given['JOURNAL_CONTENT'] ?? 'content');
  const stateFolder = resolve(projectRoot, given['JOURNAL_STATE'] ?? '.journal');
  const isWebhook = given['TELEGRAM_WEBHOOK_URL'] !== undefined;
  const read = settings.safeParse(given);
  const webhook = isWebhook ? webhookSettings.safeParse(given) : undefined;
  const faults = [
    ...[read, webhook].flatMap((one) => one?.error?.issues.map(({ message }) => message) ?? []),
    ...faultOfState(stateFolder, contentFolder, projectRoot),
  ];
  if (!read.success || webhook?.success === false || faults.length > 0)
    throw new ConfigError(faults);
  const receiving: Receiving = webhook ? webhookOf(webhook.data) : { mode: 'polling' };
  return { ...configOf(read.data), receiving, contentFolder, stateFolder };
}

function configOf(
  read: z.infer<typeof settings>,
): Omit<BotConfig, 'receiving' | 'contentFolder' | 'stateFolder'> {
  return {
    token: read.TELEGRAM_BOT_TOKEN,
    ownerId: read.TELEGRAM_OWNER_ID,
    channel: read.TELEGRAM_CHANNEL,
    groups: read.TELEGRAM_GROUPS,
    apiRoot: read.TELEGRAM_API_ROOT,
    publish: read.JOURNAL_PUBLISH,
    preview: read.JOURNAL_PREVIEW,
    messagesAMinute: read.TELEGRAM_MESSAGES_A_MINUTE,
    logLevel: read.JOURNAL_LOG,
  };
}

function webhookOf(read: z.infer<typeof webhookSettings>): Receiving {
  return {
    mode: 'webhook',
    url: read.TELEGRAM_WEBHOOK_URL,
    secret: read.TELEGRAM_WEBHOOK_SECRET,
    port: read.PORT,
    host: read.TELEGRAM_WEBHOOK_HOST,
  };
}

/** What lies among content, public files or the site itself is published, served or removed by a build. */
function faultOfState(stateFolder: string, contentFolder: string, projectRoot: string): string[] {
  const inContent = wayInto(contentFolder, stateFolder);
  const isSeen =
    (inContent !== undefined && isContentName(inContent)) ||
    ['public', 'dist'].some((name) => wayInto(join(projectRoot, name), stateFolder) !== undefined);
  return isSeen
    ? [
        `JOURNAL_STATE is ${stateFolder}, among what is published; expected a folder outside of the content folder, of public/ and of dist/. Move it, and name its new place.`,
      ]
    : [];
}

/** The path from one folder to another within it; undefined where it is not. */
function wayInto(folder: string, path: string): string | undefined {
  const way = relative(folder, path).replaceAll('\\', '/');
  return way === '..' || way.startsWith('../') || isAbsolute(way) ? undefined : way;
}
