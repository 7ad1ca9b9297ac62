import { createWriteStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { typedFolder } from '#journal/command/place.ts';
import { type Cast, channelName, friends, startCast } from '../chat/cast.ts';
import {
  addressAt,
  type DemoFolder,
  openDemoFolder,
  removeDemoFolder,
} from '../folder/demoFolder.ts';
import { freePort } from '../processes/ports.ts';
import { codeFolder, type Program, startProgram } from '../processes/program.ts';
import { DemoServer } from '../server/demoServer.ts';
import { Events } from '../server/events.ts';
import { SiteProxy } from '../server/siteProxy.ts';
import { endAll } from './endAll.ts';
import { toldLine } from './logLine.ts';
import { runningDemo } from './runningDemo.ts';
import { Scene } from './scene.ts';

/** How a demo is started. */
export interface DemoOptions {
  /** Where its journal is; made where it is not there. */
  readonly folder: string;
  /** The first port to try; without one, that of the last start. */
  readonly port: number | undefined;
  /** Whether it begins anew. */
  readonly isReset: boolean;
  /** Says something to whoever started it. */
  tell(words: string): void;
}

/** A demo that runs. */
export interface RunningDemo {
  /** Where its page is. */
  readonly address: string;
  /** Resolves, with the reason, when a part of it ended by itself. */
  readonly failed: Promise<string>;
  /** Ends all of it. */
  stop(): Promise<void>;
}

const usualPort = 4400;
const askAgainMilliseconds = 150;

/** Starts everything: the stand-in, the bot, the site, and the page that shows them. */
export async function runDemo(options: DemoOptions): Promise<RunningDemo> {
  const opened = await openedFolder(options);
  const ends: (() => unknown)[] = [];
  const stop = () => endAll(ends.splice(0));
  try {
    return { ...(await start(opened, options, ends)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface OpenedFolder {
  readonly folder: DemoFolder;
  readonly isNew: boolean;
  /** As a person knows it. */
  readonly shown: string;
}

/** @throws where a demo runs with it, or it holds something else. */
async function openedFolder({ folder: name, isReset }: DemoOptions): Promise<OpenedFolder> {
  const typedIn = typedFolder() ?? process.cwd();
  const path = resolve(typedIn, name);
  const below = relative(typedIn, path);
  const shown = below === '' || below.startsWith('..') ? path : below;
  const running = await runningDemo(path);
  if (running !== undefined)
    throw new Error(
      `A demo runs with the folder ${shown} already: ${running}\nLook there, or name another folder: npm run demo -- --folder another-demo`,
    );
  if (isReset) await removeDemoFolder(path);
  const content = join(codeFolder, 'content');
  const sample = { content, channel: channelName, people: friends, now: new Date() };
  return { ...(await openDemoFolder(path, sample)), shown };
}

/** Starts one part after the other; `ends` gets what ends each. */
async function start(
  { folder, isNew, shown }: OpenedFolder,
  { port: wanted, tell }: DemoOptions,
  ends: (() => unknown)[],
): Promise<Omit<RunningDemo, 'stop'>> {
  const server = new DemoServer(folder.path);
  const close = () => server.close();
  ends.push(close);
  const port = await server.listen(wanted ?? (folder.port || usualPort));
  await folder.serveAt(port);
  const saved = !isNew && existsSync(folder.chats) ? await readFile(folder.chats) : undefined;
  const cast = await startCast(saved);
  ends.push(() => cast.api.stop());
  const events = new Events();
  const scene = new Scene(cast, folder, events, shown);
  ends.push(() => scene.stop());
  const site = await freePort();
  const proxy = new SiteProxy(site, (page) => scene.sees(page));
  await scene.start();
  server.serve({ scene, events, proxy });
  // Nobody is answered out of what has ended.
  ends.push(close);
  const programs = startPrograms(folder, cast, { port, site, tell });
  ends.push(() => Promise.all(programs.map((one) => one.stop())));
  void waitForSite(proxy, scene);
  const failures = programs.map(async ({ name, ended }) => {
    const reason = `"npm run ${name}" of the demo is gone: ${await ended}. ${folder.log} tells why.`;
    scene.say({ trouble: reason });
    return reason;
  });
  return { address: `${addressAt(port)}/_demo/`, failed: Promise.race(failures) };
}

function startPrograms(
  { content, state, log: logFile }: DemoFolder,
  cast: Cast,
  {
    port,
    site,
    tell,
  }: Pick<DemoOptions, 'tell'> & { readonly port: number; readonly site: number },
): Program[] {
  const log = createWriteStream(logFile, { flags: 'a' });
  log.on('error', (error) => tell(`What the demo logs cannot be written: ${error.message}`));
  const onLine = (line: string) => {
    const words = toldLine(line);
    if (words !== undefined) tell(words);
  };
  const common = { ...kept(process.env), JOURNAL_CONTENT: content, JOURNAL_STATE: state };
  const environment = { ...common, ...botEnvironment(cast, addressAt(port)) };
  const args = ['--port', String(site), '--host', '127.0.0.1'];
  return [
    startProgram({ name: 'dev', args, environment: common, log, onLine }),
    startProgram({ name: 'bot', args: [], environment, log, onLine }),
  ];
}

/** What a person has set for a journal and a bot of their own stays out of the demo, set or named in .env. */
function botEnvironment({ api, owner, chats }: Cast, preview: string): NodeJS.ProcessEnv {
  return {
    TELEGRAM_API_ROOT: api.root,
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_OWNER_ID: String(owner.id),
    TELEGRAM_CHANNEL: `@${channelName}`,
    TELEGRAM_GROUPS: String(chats.group.id),
    TELEGRAM_MESSAGES_A_MINUTE: '0',
    TELEGRAM_WEBHOOK_URL: '',
    TELEGRAM_WEBHOOK_SECRET: '',
    TELEGRAM_WEBHOOK_HOST: '',
    PORT: '',
    JOURNAL_PREVIEW: preview,
    // The site needs no build: it shows what there is.
    JOURNAL_PUBLISH: 'command:exit 0',
    JOURNAL_LOG: 'info',
    JOURNAL_LOOK_SECONDS: '2',
  };
}

function kept(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^(JOURNAL|TELEGRAM|npm)_|^(SOURCE_DATE_EPOCH|PORT|NODE_ENV)$/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !own.test(name)));
}

async function waitForSite(proxy: SiteProxy, scene: Scene): Promise<void> {
  while (!(await proxy.isUp()))
    await new Promise((resolve) => setTimeout(resolve, askAgainMilliseconds).unref());
  scene.say({ isSiteUp: true });
}
