import { setTimeout as delay } from 'node:timers/promises';
import pLimit from 'p-limit';
import { type Fetching, type FoundFile, fileNameFor } from '../format/files.ts';
import {
  type Answered,
  type Asking,
  ask,
  PrivateHostError,
  type Resolve,
  systemResolve,
} from './ask.ts';
import { isThisMachine } from './privateHost.ts';

/** How pictures are downloaded: gently to the old host, and patiently enough for a slow one. */
export const usualLimits = {
  atOnce: 6,
  tries: 4,
  mostBytes: 50_000_000,
  timeoutMilliseconds: 30_000,
  /** Of the first wait between two tries; each further one is twice as long. */
  waitMilliseconds: 1_000,
  /** A host that failed so often in a row is not asked again. */
  mostFailures: 8,
};

type FetchLimits = Readonly<typeof usualLimits>;

const longestWaitMilliseconds = 30_000;

/**
 * Downloads pictures and recordings of an export from where they were. What fails is told, and tried again where that may
 * help. Hosts of private networks are not asked, but for this machine and the site's own: a text that others wrote must not
 * make this machine ask, and publish, what only its own network may see.
 */
export function pictureFetching(
  limits: FetchLimits = usualLimits,
  resolve: Resolve = systemResolve,
): Fetching {
  const limit = pLimit(limits.atOnce);
  const failures = new Map<string, number>();
  return async (address, ownHost) =>
    await limit(async () => {
      const { host, hostname } = new URL(address);
      if ((failures.get(host) ?? 0) >= limits.mostFailures)
        return missing(`${host} does not answer any more; it was not asked again`);
      const mayBePrivate = hostname === ownHost || isThisMachine(hostname);
      const { file, isHosts } = await fetched(address, { limits, resolve, mayBePrivate });
      failures.set(host, isHosts ? (failures.get(host) ?? 0) + 1 : 0);
      return file;
    });
}

interface Manner extends Pick<Asking, 'resolve' | 'mayBePrivate'> {
  readonly limits: FetchLimits;
}

/** What an address gives; `isHosts` where the host is at fault, and not this one address. */
async function fetched(address: string, manner: Manner) {
  const { limits } = manner;
  let wait = limits.waitMilliseconds;
  for (let tried = 1; ; tried++) {
    const answer = await tryOnce(address, manner);
    if (!('again' in answer)) return { file: answer, isHosts: false };
    const { again, most = limits.tries, waitMilliseconds = wait } = answer;
    if (tried >= Math.min(limits.tries, most))
      return { file: missing(`${again}, ${times(tried)}`), isHosts: true };
    await delay(Math.min(waitMilliseconds, longestWaitMilliseconds));
    wait *= 2;
  }
}

/** Whoever took the whole time twice takes it again. */
const mostSlowTries = 2;

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** Why an address may be worth another try. */
interface Again {
  readonly again: string;
  readonly waitMilliseconds?: number | undefined;
  /** Tries that it is worth. */
  readonly most?: number;
}

function missing(why: string): FoundFile {
  return { is: 'missing', why };
}

async function tryOnce(address: string, manner: Manner): Promise<FoundFile | Again> {
  const { limits } = manner;
  const signal = AbortSignal.timeout(limits.timeoutMilliseconds);
  try {
    const response = await answerOf(address, { ...manner, signal });
    if (typeof response === 'string') return missing(response);
    const { status, body } = response;
    if (status !== 429 && status < 500) return await fileOf(address, response, limits);
    body.destroy();
    const wait = Number(response.header('retry-after') || Number.NaN) * 1000;
    const waitMilliseconds = Number.isFinite(wait) ? wait : undefined;
    return { again: `its host answered ${status}`, waitMilliseconds };
  } catch (error) {
    if (!signal.aborted) return { again: `it could not be downloaded (${reasonOf(error)})` };
    const again = `it took more than ${limits.timeoutMilliseconds / 1000} s`;
    return { again, most: mostSlowTries };
  }
}

const mostRedirects = 5;

/** What an address gives, wherever it leads on to; why not, where that is no place to ask. */
async function answerOf(first: string, asking: Asking): Promise<Answered | string> {
  let address = first;
  for (let count = 0; count <= mostRedirects; count++) {
    const { host } = new URL(address);
    const isFirst = host === new URL(first).host;
    const mayBePrivate = isFirst && asking.mayBePrivate;
    const response = await ask(address, { ...asking, mayBePrivate }).catch((error) => {
      // That a host is in a private network and may not be is an answer.
      if (error instanceof PrivateHostError) return error;
      throw error;
    });
    if (response instanceof PrivateHostError)
      return `${isFirst ? host : `it leads on to ${host}, which`} is no address of the internet`;
    const location = response.header('location');
    if (response.status < 300 || response.status > 399 || location === '') return response;
    response.body.destroy();
    const next = URL.parse(location, address);
    if (!next || !/^https?:$/.test(next.protocol)) return `it leads on to ${location}, no page`;
    address = next.href;
  }
  return `it leads on more than ${mostRedirects} times`;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return cause instanceof Error ? cause.message : String(cause);
}

async function fileOf(
  address: string,
  response: Answered,
  { mostBytes }: FetchLimits,
): Promise<FoundFile> {
  const type = response.header('content-type').split(';')[0]?.trim().toLowerCase() ?? '';
  const refuse = (why: string): FoundFile => {
    response.body.destroy();
    return missing(why);
  };
  if (response.status < 200 || response.status > 299)
    return refuse(`its host answered ${response.status}`);
  if (!/^(?:image|video|audio)\/|^application\/(?:octet-stream|pdf|ogg)$|^$/.test(type))
    return refuse(`its address gives ${type}, no picture`);
  const bytes = await bytesOf(response, mostBytes);
  if (!bytes) return missing(`it has more than ${mostBytes} bytes`);
  if (bytes.length === 0) return missing('it is empty');
  if (!/svg|xml/.test(type) && isPage(bytes))
    return missing('its address gives a page, no picture');
  return { is: 'found', name: named(fileNameFor(address), type), bytes };
}

const beginsAsSvg = /^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:svg|!doctype\s+svg)\b/i;

/** Whether a file is a page. A picture of SVG, which hosts may give as mere bytes, begins as one does. */
function isPage(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, 1000)).toString('utf8');
  const beginning = text.replace(/^\uFEFF?\s*/, '');
  return /^<[!?a-z]/i.test(beginning) && !beginsAsSvg.test(beginning);
}

/** All bytes of an answer; undefined where they are too many. */
async function bytesOf({ body }: Answered, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/svg+xml': '.svg',
  'video/mp4': '.mp4',
  'audio/mpeg': '.mp3',
};

/** Many addresses end without saying what kind of file they are, or say another. */
function named(name: string, type: string): string {
  const ending = endings[type];
  if (
    ending === undefined ||
    name.endsWith(ending) ||
    (ending === '.jpg' && name.endsWith('.jpeg'))
  )
    return name;
  return name.replace(/\.(?:jpe?g|png|gif|webp|avif|svg|mp[34]|php|aspx?)$/, '') + ending;
}
