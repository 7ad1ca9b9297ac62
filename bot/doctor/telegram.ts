import { type Api, GrammyError } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { BotConfig } from '../base/config.ts';
import { messageOf } from '../base/log.ts';
import { webhookSettings } from '../base/settings.ts';
import { isTokenRefused } from '../base/token.ts';
import { examineChannel, examineGroup, lookUp } from './chats.ts';
import { type Finding, fault, well } from './finding.ts';

const largestClockErrorSeconds = 30;
const timeoutMilliseconds = 15_000;

/**
 * Looks at everything that Telegram knows of the bot, save for what settings are about that are `wrong`. Sends nothing and
 * changes nothing.
 */
export async function examineTelegram(
  api: Api,
  config: BotConfig,
  now: () => number,
  wrong: ReadonlySet<string> = new Set(),
): Promise<Finding[]> {
  const clock = await examineClock(config.apiRoot, now);
  if (wrong.has('TELEGRAM_BOT_TOKEN')) return [clock];
  try {
    const me = await api.getMe();
    const known = well('token', `Telegram knows the bot as @${me.username}`);
    const looks = looksAt(api, config, me, now);
    const sound = looks.filter(([, settings]) => settings.every((name) => !wrong.has(name)));
    const found = await Promise.all(sound.map(each));
    return [known, clock, ...found.flat()];
  } catch (error) {
    return [tokenFault(error, config.apiRoot), clock];
  }
}

/** What is looked at, the settings that it is about, and the look. */
type Look = readonly [
  check: string,
  settings: readonly string[],
  look: () => Promise<Finding | Finding[]>,
];

function looksAt(api: Api, config: BotConfig, me: UserFromGetMe, now: () => number): Look[] {
  const { ownerId, channel, groups } = config;
  const group = (id: number): Look => [
    `group ${id}`,
    ['TELEGRAM_GROUPS'],
    () => examineGroup(api, id, me),
  ];
  return [
    ['owner', ['TELEGRAM_OWNER_ID'], () => examineOwner(api, ownerId, me)],
    ['channel', ['TELEGRAM_CHANNEL'], () => examineChannel(api, channel, me)],
    ...groups.map(group),
    ['receiving', Object.keys(webhookSettings.shape), () => examineReceiving(api, config, now)],
  ];
}

/** A line that breaks in the middle of one look leaves the others as they are. */
async function each([check, , look]: Look): Promise<Finding | Finding[]> {
  try {
    return await look();
  } catch (error) {
    const cure = 'Look at the connection of this machine, and look again.';
    return fault(check, `Telegram did not answer: ${messageOf(error)}`, cure);
  }
}

/** What it is that stands in the way of the first call. */
export function tokenFault(error: unknown, apiRoot: string): Finding {
  if (error instanceof GrammyError && isTokenRefused(error))
    return fault(
      'token',
      `Telegram does not know this token (${error.description})`,
      'Copy TELEGRAM_BOT_TOKEN again from @BotFather: /mybots, the bot, "API Token".',
    );
  return fault(
    'Telegram',
    `${apiRoot} does not answer as it should: ${messageOf(error)}`,
    'Look at the connection of this machine, and at TELEGRAM_API_ROOT where it is set.',
  );
}

/** The API's `Date` against the clock of this machine; both know it to the second. */
async function examineClock(apiRoot: string, now: () => number): Promise<Finding> {
  try {
    const began = now();
    const response = await fetch(apiRoot, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    const theirs = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(theirs)) return well('clock', 'the server does not tell the time');
    const seconds = Math.round(((began + now()) / 2 - theirs) / 1000);
    if (Math.abs(seconds) <= largestClockErrorSeconds)
      return well('clock', 'agrees with that of Telegram');
    return fault(
      'clock',
      `is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead of' : 'behind'} that of Telegram: scheduled entries go out at the wrong time`,
      'Set the clock of this machine, best over the network (timedatectl set-ntp true).',
    );
  } catch (error) {
    return fault(
      'clock',
      `could not be compared: ${messageOf(error)}`,
      'Look at the connection of this machine.',
    );
  }
}

async function examineOwner(api: Api, ownerId: number, me: UserFromGetMe): Promise<Finding> {
  const chat = await lookUp(() => api.getChat(ownerId));
  if (chat.found?.type === 'private')
    return well('owner', `${chat.found.first_name} (${ownerId}) can be written to`);
  return fault(
    'owner',
    `TELEGRAM_OWNER_ID is ${ownerId}, and the bot cannot write there: ${chat.refused ?? `it is a ${chat.found?.type}`}`,
    `Open https://t.me/${me.username} as the owner and press Start; if you did, ask @userinfobot for your id.`,
  );
}

async function examineReceiving(
  api: Api,
  { receiving }: BotConfig,
  now: () => number,
): Promise<Finding> {
  const info = await api.getWebhookInfo();
  const waiting = `${info.pending_update_count} updates wait`;
  // The path of a webhook may be a secret.
  const host = URL.parse(info.url ?? '')?.host ?? '';
  if (receiving.mode === 'polling') {
    if (!info.url) return well('receiving', `long polling; ${waiting}`);
    return fault(
      'receiving',
      `a webhook at ${host} gets the updates, and the bot is set to long polling`,
      '"npm run bot" removes the webhook when it starts. If another program set it, stop that one, or make a bot of its own for it.',
    );
  }
  if (info.url !== receiving.url)
    return fault(
      'receiving',
      info.url ? `the webhook is set to another address, at ${host}` : 'the webhook is not set',
      '"npm run bot" sets it when it starts. If it runs, another program with the same token changed it.',
    );
  const failedSecondsAgo = now() / 1000 - (info.last_error_date ?? 0);
  if (info.last_error_message !== undefined && failedSecondsAgo < 60 * 60)
    return fault(
      'receiving',
      `Telegram could not deliver to the webhook: ${info.last_error_message}; ${waiting}`,
      'Look whether the bot runs and whether its address can be reached from outside, with a valid certificate.',
    );
  return well('receiving', `webhook at ${host}; ${waiting}`);
}
