import { isAbsolute, join, relative, resolve } from 'node:path';
import type * as z from 'zod';
import { isContentName } from '#journal/content/contentName.ts';
import { type SettingFault, settings, webhookSettings } from './settings.ts';

/** How updates arrive. */
export type Receiving = { readonly mode: 'polling' } | ReturnType<typeof webhookOf>;

/** Everything that the bot reads from its environment, checked. */
export type BotConfig = ReturnType<typeof configOf> & {
  readonly receiving: Receiving;
  /** Absolute path of the content folder. */
  readonly contentFolder: string;
  /** Absolute path of the folder of the bot's SQLite file. */
  readonly stateFolder: string;
};

/** Thrown where the environment does not do; the message names every fault and its cure. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(
      `The bot cannot start:\n${faults.map((fault) => `- ${fault}`).join('\n')}\nRun "npm run setup", which asks for them, or set them in the environment or in .env; .env.example explains all of them.`,
    );
    this.name = 'ConfigError';
  }
}

/** Reads the bot's settings. @throws {ConfigError} with all faults at once. */
export function readConfig(environment: NodeJS.ProcessEnv, projectRoot: string): BotConfig {
  const { config, faults } = readSoundConfig(environment, projectRoot);
  if (faults.length > 0) throw new ConfigError(faults.map(({ message }) => message));
  return config;
}

const ofABot = [
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_OWNER_ID',
  'TELEGRAM_CHANNEL',
  'TELEGRAM_GROUPS',
  'TELEGRAM_WEBHOOK_URL',
] as const;

/** Whether anything of a bot is set: a journal needs none. */
export function isBotBegun(environment: NodeJS.ProcessEnv): boolean {
  return ofABot.some((name) => environment[name]);
}

// Nobody has this one, and no call is made with it.
const standIns = { TELEGRAM_BOT_TOKEN: '0:none', TELEGRAM_OWNER_ID: '1' };

/**
 * The settings as far as they are sound: what is wrong among them is told, and counts as if it were not set. Where the
 * token or the owner is wrong or missing, something stands in its place that no call may be made with.
 */
export function readSoundConfig(
  environment: NodeJS.ProcessEnv,
  projectRoot: string,
): { readonly config: BotConfig; readonly faults: readonly SettingFault[] } {
  // What is set to nothing is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, text]) => text));
  const contentFolder = resolve(projectRoot, given['JOURNAL_CONTENT'] ?? 'content');
  const stateFolder = resolve(projectRoot, given['JOURNAL_STATE'] ?? '.journal');
  const isWebhook = given['TELEGRAM_WEBHOOK_URL'] !== undefined;
  const faults = [settings, ...(isWebhook ? [webhookSettings] : [])].flatMap((schema) =>
    faultsOf(schema, given),
  );
  const wrong = new Set(faults.map(({ name }) => name));
  const sound = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
  const webhook = isWebhook ? webhookSettings.safeParse(sound).data : undefined;
  const receiving: Receiving = webhook ? webhookOf(webhook) : { mode: 'polling' };
  const read = settings.parse({ ...standIns, ...sound });
  return {
    config: { ...configOf(read), receiving, contentFolder, stateFolder },
    faults: [...faults, ...faultsOfState(stateFolder, contentFolder, projectRoot)],
  };
}

function faultsOf(schema: z.ZodObject, given: Readonly<Record<string, unknown>>): SettingFault[] {
  const issues = schema.safeParse(given).error?.issues ?? [];
  return issues.map(({ path, message }) => ({ name: String(path[0]), message }));
}

function configOf(read: z.infer<typeof settings>) {
  return {
    token: read.TELEGRAM_BOT_TOKEN,
    /** The one person that the bot obeys. Numeric: a username can change hands. */
    ownerId: read.TELEGRAM_OWNER_ID,
    /** `@name` or numeric id; undefined where nothing is mirrored. */
    channel: read.TELEGRAM_CHANNEL,
    groups: read.TELEGRAM_GROUPS,
    apiRoot: read.TELEGRAM_API_ROOT,
    publish: read.JOURNAL_PUBLISH,
    /** Address of a running dev server, which shows drafts too; without a final slash. */
    preview: read.JOURNAL_PREVIEW,
    /** How many messages a minute go to the channel; 0 is as many as there are. */
    messagesAMinute: read.TELEGRAM_MESSAGES_A_MINUTE,
    /** How often the journal is looked at for files that were changed by hand. */
    lookSeconds: read.JOURNAL_LOOK_SECONDS,
    logLevel: read.JOURNAL_LOG,
  } as const;
}

function webhookOf(read: z.infer<typeof webhookSettings>) {
  return {
    mode: 'webhook',
    url: read.TELEGRAM_WEBHOOK_URL,
    secret: read.TELEGRAM_WEBHOOK_SECRET,
    port: read.PORT,
    /** The address that is listened on. */
    host: read.TELEGRAM_WEBHOOK_HOST,
  } as const;
}

/** What lies among content, public files or the site itself is published, served or removed by a build. */
function faultsOfState(
  stateFolder: string,
  contentFolder: string,
  projectRoot: string,
): SettingFault[] {
  const inContent = wayInto(contentFolder, stateFolder);
  const isSeen =
    (inContent !== undefined && isContentName(inContent)) ||
    ['public', 'dist'].some((name) => wayInto(join(projectRoot, name), stateFolder) !== undefined);
  return isSeen
    ? [
        {
          name: 'JOURNAL_STATE',
          message: `JOURNAL_STATE is ${stateFolder}, among what is published; expected a folder outside of the content folder, of public/ and of dist/. Move it, and name its new place.`,
        },
      ]
    : [];
}

/** The path from one folder to another within it; undefined where it is not. */
function wayInto(folder: string, path: string): string | undefined {
  const way = relative(folder, path).replaceAll('\\', '/');
  return way === '..' || way.startsWith('../') || isAbsolute(way) ? undefined : way;
}
