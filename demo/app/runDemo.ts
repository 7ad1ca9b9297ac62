import { createWriteStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { channelName, friends, startCast } from '../chat/cast.ts';
import { addressAt, openDemoFolder, removeDemoFolder } from '../folder/demoFolder.ts';
import { freePort } from '../processes/ports.ts';
import { type Program, programFolder, startProgram } from '../processes/program.ts';
import { DemoServer } from '../server/demoServer.ts';
import { Events } from '../server/events.ts';
import { SiteProxy } from '../server/siteProxy.ts';
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
const sitePort = 4460;
const askAgainMilliseconds = 150;

/** Starts everything: the stand-in, the bot, the site, and the page that shows them. */
export async function runDemo(options: DemoOptions): Promise<RunningDemo> {
  const path = resolve(options.folder);
  const below = relative(process.cwd(), path);
  const shownFolder = below === '' || below.startsWith('..') ? path : below;
  const running = await runningDemo(path);
  if (running !== undefined)
    throw new Error(
      `A demo runs with the folder ${shownFolder} already: ${running}\nLook there, or name another folder: npm run demo -- --folder another-demo`,
    );
  if (options.isReset) await removeDemoFolder(path);
  const content = resolve(programFolder, process.env['JOURNAL_CONTENT'] || 'content');
  const sample = { content, channel: channelName, people: friends, now: new Date() };
  const { folder, isNew } = await openDemoFolder(path, sample);
  const port = await freePort(options.port ?? (folder.port || usualPort));
  await folder.serveAt(port);
  const saved = !isNew && existsSync(folder.chats) ? await readFile(folder.chats) : undefined;
  const cast = await startCast(saved);
  const events = new Events();
  const scene = new Scene(cast, folder, events, shownFolder);
  const site = await freePort(sitePort);
  const proxy = new SiteProxy(site, (page) => scene.sees(page));
  const server = new DemoServer({
    events,
    proxy,
    identity: path,
    grant: (wish) => scene.grant(wish),
    upload: (bytes, type, name) => scene.upload(bytes, type, name),
    media: (id) => scene.media(id),
    picture: (file) => scene.picture(file),
    text: (file) => scene.text(file),
  });
  await scene.start();
  await server.listen(port);
  const log = createWriteStream(folder.log, { flags: 'a' });
  const start = (file: string, args: readonly string[], environment: NodeJS.ProcessEnv) =>
    startProgram({
      file,
      args,
      environment: { ...kept(process.env), ...environment },
      log,
      onLine: (line) => {
        const words = toldLine(line);
        if (words !== undefined) options.tell(words);
      },
    });
  const common = { JOURNAL_CONTENT: folder.content, JOURNAL_STATE: folder.state };
  const programs: Record<string, Program> = {
    site: start('src/dev', ['--port', String(site), '--host', '127.0.0.1'], common),
    bot: start('bot/main', [], {
      ...common,
      ...botEnvironment,
      JOURNAL_PREVIEW: addressAt(port),
      TELEGRAM_API_ROOT: cast.api.root,
      TELEGRAM_BOT_TOKEN: cast.api.token,
      TELEGRAM_OWNER_ID: String(cast.owner.id),
      TELEGRAM_CHANNEL: `@${channelName}`,
      TELEGRAM_GROUPS: String(cast.chats.group.id),
    }),
  };
  void waitForSite(proxy, scene);
  const ends = Object.entries(programs).map(async ([name, { ended }]) => {
    const reason = `The ${name} of the demo is gone: ${await ended}. ${folder.log} tells why.`;
    scene.say({ trouble: reason });
    return reason;
  });
  return {
    address: `${addressAt(port)}/_demo/`,
    failed: Promise.race(ends),
    async stop() {
      scene.stop();
      await Promise.all([...Object.values(programs).map((one) => one.stop()), server.close()]);
      await cast.api.stop();
      scene.save();
      log.end();
    },
  };
}

/** What a person has set for a journal and a bot of their own stays out of the demo, set or named in .env. */
const botEnvironment = {
  // The site needs no build: it shows what there is.
  JOURNAL_PUBLISH: 'command:exit 0',
  JOURNAL_LOG: 'info',
  JOURNAL_LOOK_SECONDS: '2',
  TELEGRAM_MESSAGES_A_MINUTE: '0',
  TELEGRAM_WEBHOOK_URL: '',
  TELEGRAM_WEBHOOK_SECRET: '',
  TELEGRAM_WEBHOOK_HOST: '',
  PORT: '',
};

function kept(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const others = Object.entries(environment).filter(
    ([name]) => !/^(JOURNAL|TELEGRAM|npm)_|^SOURCE_DATE_EPOCH$|^PORT$/.test(name),
  );
  return Object.fromEntries(others);
}

async function waitForSite(proxy: SiteProxy, scene: Scene): Promise<void> {
  while (!(await proxy.isUp()))
    await new Promise((resolve) => setTimeout(resolve, askAgainMilliseconds).unref());
  scene.say({ isSiteUp: true });
}
