import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Answers } from '../../../bot/setup/answers/answers.ts';
import { readGiven } from '../../../bot/setup/flags.ts';
import { setUp } from '../../../bot/setup/setUp.ts';
import { type BotApi, type Person, startBotApi } from '../../../telegram-double/index.ts';
import { type AskedTerminal, askedTerminal } from './askedTerminal.ts';

/** A project that is not set up yet, a bot that @BotFather has made, and somebody who owns a channel. */
export interface SetupWorld {
  readonly folder: string;
  readonly api: BotApi;
  readonly owner: Person;
  readonly channel: ReturnType<BotApi['channel']>;
  /** Begins to ask; resolves with whether it came to its end. */
  asks(surroundings?: Record<string, string>): AskedTerminal & { readonly end: Promise<boolean> };
  write(file: string, text: string): Promise<void>;
  read(file: string): Promise<string>;
  /** The rights of a file, such as 600. */
  rights(file: string): Promise<string>;
  end(): Promise<void>;
}

export const now = Date.parse('2026-03-04T12:00:00Z');

/** One in a temporary folder, until the test ends. */
export async function setupWorld(): Promise<SetupWorld> {
  const world = await makeSetupWorld();
  onTestFinished(() => world.end());
  return world;
}

/** One that has to be ended. */
export async function makeSetupWorld(): Promise<SetupWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'scrollback-setup-'));
  await mkdir(join(folder, 'content/notes'), { recursive: true });
  const api = await startBotApi();
  const owner = api.user({ id: 1001, first_name: 'Ada', username: 'ada', started: false });
  const channel = api.channel({ title: 'Days', username: 'ada_days', owner });
  return {
    folder,
    api,
    owner,
    channel,
    asks(surroundings = {}) {
      const asked = askedTerminal();
      const place = {
        projectRoot: folder,
        environmentFile: join(folder, '.env'),
        surroundings: { TELEGRAM_API_ROOT: api.root, ...surroundings },
      };
      const end = Answers.of(place).then((answers) =>
        setUp(
          { terminal: asked.terminal, answers, now: () => now, secrets: [], own: new Map() },
          readGiven({}),
        ),
      );
      return { ...asked, end };
    },
    async write(file, text) {
      await mkdir(join(folder, file, '..'), { recursive: true });
      await writeFile(join(folder, file), text);
    },
    read: (file) => readFile(join(folder, file), 'utf8'),
    rights: async (file) => ((await stat(join(folder, file))).mode & 0o777).toString(8),
    async end() {
      await api.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
