import { isIP } from 'node:net';
import * as z from 'zod';
import { telegramPace } from './chatPace.ts';
import { logLevels } from './log.ts';

/** Only this machine reaches it. */
const loopback = '127.0.0.1';

/** What happens after an entry's file was written. */
export type PublishMode =
  | { readonly mode: 'none' | 'commit' | 'push' }
  | { readonly mode: 'command'; readonly command: string };

/** A setting that is not left out and does not fit is told with what it is. */
function fitting(
  fits: (text: string) => boolean,
  fault: (text: string) => string,
  missing?: string,
) {
  return z
    .string(missing)
    .refine(fits, { error: ({ input }) => fault(withoutTokens(String(input))) });
}

/** A value without what may be a token that was copied into the wrong place. */
function withoutTokens(text: string): string {
  return text.replace(/\d+:[\w-]{20,}/g, '<token>');
}

function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.parse(text) !== null;
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

/** How to publish, without the command: that may hold a key of a host. */
export function shownPublishMode(text: string): string {
  return text.replace(/(?<=^[^\s:]*[\s:]).+$/s, '…');
}

function withoutFinalSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

/** What a setting lists with commas. */
export function listed(text: string): string[] {
  const all = text.split(',').map((one) => one.trim());
  return all.filter((one) => one !== '');
}

function wrongGroups(text: string): string[] {
  return listed(text).filter((one) => !/^-\d+$/.test(one));
}

/** What the bot reads of its environment, save for a webhook. */
export const settings = z.object({
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
    (text) =>
      `JOURNAL_PUBLISH is "${shownPublishMode(text)}"; expected none, commit, push or command:….`,
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
  JOURNAL_LOOK_SECONDS: fitting(
    (text) => isNumberFrom(1, 3600, text),
    (text) => `JOURNAL_LOOK_SECONDS is "${text}"; expected a number from 1 to 3600.`,
  )
    .transform(Number)
    .default(60),
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

/** What it reads where a webhook is set. */
export const webhookSettings = z.object({
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

/** The name of a setting of the bot in the environment. */
export type SettingName = keyof typeof settings.shape | keyof typeof webhookSettings.shape;

/** What is wrong with a setting. */
export interface SettingFault {
  readonly name: string;
  /** What it is, what was expected, and where to get it. */
  readonly message: string;
}

/** Says of the text of a setting what is wrong with it; undefined where nothing is. */
export function settingFault(name: SettingName): (text: string | undefined) => string | undefined {
  const schema = { ...settings.shape, ...webhookSettings.shape }[name];
  return (text) => schema.safeParse(text || undefined).error?.issues[0]?.message;
}
