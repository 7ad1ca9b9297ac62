import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { type BotConfig, readSoundConfig } from '../../base/config.ts';
import { settingFault } from '../../base/settings.ts';
import { telegramApi } from '../../base/telegramApi.ts';
import type { Finding } from '../../doctor/finding.ts';
import { tokenFault } from '../../doctor/telegram.ts';
import { type Answers, type Setting, settingNames } from '../answers/answers.ts';
import { FindingError, faultsIn, stopping } from './finding.ts';
import { LeftError, type Terminal } from './terminal.ts';

const callTimeoutSeconds = 20;

/** The bot as Telegram knows it. */
export interface Line {
  readonly api: Api;
  readonly me: UserFromGetMe;
}

/** What every step works with. */
export interface Session {
  readonly terminal: Terminal;
  readonly answers: Answers;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What no output may have in it. */
  readonly secrets: string[];
  /** Updates that were meant for setup alone, by id, and whether the bot would make a draft of them. */
  readonly own: Map<number, boolean>;
  /** The bot, once its token is known. */
  line?: Line;
}

/** Asks Telegram whose token it is. @throws {FindingError} where it is nobody's, or nobody answers. */
export async function connect(answers: Answers, token: string): Promise<Line> {
  const wrong = settingFault('TELEGRAM_API_ROOT')(answers.setting('TELEGRAM_API_ROOT'));
  // It would count as if it were not set, and somebody else be asked.
  if (wrong) throw stopping('TELEGRAM_API_ROOT', 'does not fit', wrong);
  const { apiRoot } = configOf(answers);
  const api = telegramApi(token, { apiRoot, timeoutSeconds: callTimeoutSeconds });
  try {
    return { api, me: await api.getMe() };
  } catch (error) {
    throw new FindingError(tokenFault(error, apiRoot), { cause: error });
  }
}

/** The settings as they will be, as far as they are sound. */
export function configOf(answers: Answers): BotConfig {
  const { projectRoot, surroundings } = answers.place;
  const own = settingNames.map((name) => [name, answers.setting(name)] as const);
  return readSoundConfig({ ...surroundings, ...Object.fromEntries(own) }, projectRoot).config;
}

/** Whether a setting can only stay, since it is set outside of `.env`; that is said, behind `words`. */
export function staysOutside({ terminal, answers }: Session, name: Setting, words = ''): boolean {
  const isOutside = answers.isSetOutside(name);
  if (isOutside)
    terminal.say(`${words}${name} is set in the environment, which counts before .env.`);
  return isOutside;
}

/**
 * Does a step that may fail for a reason that can be mended meanwhile: it is told with its cure, and tried again or
 * passed over. Undefined where it was passed over.
 */
export async function tried<T>(
  { terminal }: Session,
  step: () => Promise<T>,
  skip = 'Skip this',
): Promise<T | undefined> {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (error instanceof LeftError) throw error;
      tell(terminal, findingOf(error));
      const next = await terminal.choose<'again' | 'skip'>('What next?', [
        { value: 'again', label: 'Try again' },
        { value: 'skip', label: skip },
      ]);
      if (next === 'skip') return undefined;
    }
  }
}

/** Tells what a look finds. What is wrong first is tried again once it is mended, or borne. */
export async function examined(
  session: Session,
  look: () => Promise<readonly Finding[]>,
): Promise<void> {
  const step = async () => {
    const findings = await look();
    const [first] = faultsIn(findings);
    for (const one of findings) if (one !== first) tell(session.terminal, one);
    if (first) throw new FindingError(first);
  };
  await tried(session, step, 'Go on all the same');
}

/** Tells what was found. */
export function tell(terminal: Terminal, { what, cure }: Finding): void {
  if (cure === undefined) terminal.well(what);
  else terminal.wrong(sentence(what), cure);
}

function findingOf(error: unknown): Finding {
  if (error instanceof FindingError) return error.finding;
  return {
    check: '',
    what: error instanceof Error ? error.message : String(error),
    cure: 'Mend that, and try again.',
  };
}

function sentence(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
