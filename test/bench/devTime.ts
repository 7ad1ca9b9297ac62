import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { madeUpEntry } from './corpus.ts';
import type { OurGenerator } from './ours.ts';
import { endTree, start } from './processTree.ts';

/** Milliseconds of the development server. */
export interface DevTimes {
  /** From the command to the first page. */
  readonly start: number;
  /** From a save to the page that shows it, one for each save. */
  readonly saves: readonly number[];
}

const saveCount = 5;
/** Where the server tells no page to load anew: as a person would try. */
const impatienceMilliseconds = 1000;
const mostMilliseconds = 120_000;
const port = 43_217;
const origin = `http://127.0.0.1:${port}`;

/** Starts `npm run dev`, waits for a page, and saves an entry again and again as a writer does. */
export async function timeDev(
  ours: OurGenerator,
  entries: number,
  signal: AbortSignal,
): Promise<DevTimes> {
  const began = performance.now();
  const work = await ours.command('dev', ['--port', String(port), '--host', '127.0.0.1']);
  const child = start(work);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(mostMilliseconds)]);
  try {
    await until(deadline, async () => (await page('/', deadline)) !== undefined);
    const started = performance.now() - began;
    const number = Math.floor(entries / 2);
    const { date, name } = madeUpEntry(number, entries);
    const address = `/${date.slice(0, 4)}/${name}/`;
    if ((await page(address, deadline)) === undefined) throw new Error(`${address} is not there`);
    const saves: number[] = [];
    const open = await openPage(deadline);
    for (let save = 0; save < saveCount; save++)
      saves.push(await timeSave(ours, address, `saved${save}word`, open, name, deadline));
    open.close();
    return { start: started, saves };
  } catch (cause) {
    signal.throwIfAborted();
    throw new Error(
      `The development server did not show what was saved. Look whether another program listens at ${origin}. It wrote:\n${said.slice(-4000)}`,
      { cause },
    );
  } finally {
    endTree(child);
  }
}

async function timeSave(
  ours: OurGenerator,
  address: string,
  mark: string,
  open: OpenPage,
  name: string,
  signal: AbortSignal,
): Promise<number> {
  const file = join(ours.entries, `${name}.md`);
  const told = open.next();
  const began = performance.now();
  await appendFile(file, `\n${mark}\n`);
  await told;
  await until(signal, async () => (await page(address, signal))?.includes(mark) === true);
  return performance.now() - began;
}

/** The text of a page; undefined while there is none. */
async function page(address: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await fetch(`${origin}${address}`, { signal });
    const text = await answer.text();
    return answer.ok ? text : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

async function until(signal: AbortSignal, look: () => Promise<boolean>): Promise<void> {
  while (!(await look())) {
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A page that is open in a browser, as far as the server knows. */
interface OpenPage {
  /** Until the page is told to load anew, or somebody loses patience. */
  next(): Promise<void>;
  close(): void;
}

async function openPage(signal: AbortSignal): Promise<OpenPage> {
  const client = (await page('/@vite/client', signal)) ?? '';
  const [, token = ''] = /wsToken = "([^"]+)"/.exec(client) ?? [];
  const socket = new WebSocket(`ws://127.0.0.1:${port}/?token=${token}`, 'vite-hmr');
  await new Promise((resolve) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', resolve, { once: true });
  });
  return {
    next: () =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          socket.removeEventListener('message', heard);
          resolve();
        };
        const heard = ({ data }: MessageEvent) => String(data).includes('full-reload') && done();
        const timer = setTimeout(done, impatienceMilliseconds);
        socket.addEventListener('message', heard);
      }),
    close: () => socket.close(),
  };
}
