import { hash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { systemFault } from '#journal/fault/systemFault.ts';
import type { Receiving } from '../base/config.ts';
import { waitAfter } from '../base/failure.ts';
import { messageOf } from '../base/log.ts';
import { limitConnections, type Trust } from './connectionLimit.ts';
import { allowedUpdates, type ReceiveTools } from './receive.ts';

const largestUpdateBytes = 1024 * 1024;
const requestMilliseconds = 30_000;
const headersMilliseconds = 10_000;
const idleMilliseconds = 60_000;
const largestHeaderBytes = 8 * 1024;
/** Telegram opens up to 40 at a time. */
const mostConnections = 100;
const firstRetryMilliseconds = 1_000;
const graceMilliseconds = 5_000;

type Webhook = Extract<Receiving, { mode: 'webhook' }>;

/** What serving a webhook takes. */
export interface WebhookTools extends ReceiveTools {
  /** A few numbers for `GET /healthz`. */
  health(): Readonly<Record<string, number>>;
  /** How long a request may take to arrive. Default: {@link requestMilliseconds}. */
  readonly requestMilliseconds?: number;
}

/**
 * Serves a webhook until `signal` aborts: an update is in the inbox before Telegram gets its 200. While the rest of the
 * bot finishes (`finished`), everything is answered with 503: Telegram keeps its updates and brings them again.
 */
export async function serveWebhook(
  receiving: Webhook,
  tools: WebhookTools,
  signal: AbortSignal,
  finished: Promise<unknown>,
): Promise<void> {
  const requestTimeout = tools.requestMilliseconds ?? requestMilliseconds;
  const limits = {
    requestTimeout,
    headersTimeout: Math.min(headersMilliseconds, requestTimeout),
    connectionsCheckingInterval: requestTimeout / 10,
    keepAliveTimeout: idleMilliseconds,
    maxHeaderSize: largestHeaderBytes,
  };
  const server = createServer(limits, (request, response) => {
    answer(request, serving).then(
      ({ status, body }) => send(response, status, body),
      (error: unknown) => {
        tools.log.error('a webhook call could not be kept', { reason: messageOf(error) });
        send(response, 500, undefined);
        return tools.notStored(error);
      },
    );
  });
  const trust = limitConnections(server, mostConnections);
  const serving = { ...tools, receiving, signal, trust };
  await listen(server, receiving);
  try {
    await register(serving);
    if (!signal.aborted) await once(signal, 'abort');
    await finished;
  } finally {
    await close(server, tools);
  }
}

interface Serving extends WebhookTools {
  readonly receiving: Webhook;
  readonly signal: AbortSignal;
  readonly trust: Trust;
}

interface Reply {
  readonly status: number;
  readonly body?: object;
}

async function answer(request: IncomingMessage, serving: Serving): Promise<Reply> {
  const { receiving, signal } = serving;
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/healthz') {
    if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405 };
    if (signal.aborted) return { status: 503, body: { ok: false, stopping: true } };
    return { status: 200, body: { ok: true, ...serving.health() } };
  }
  // A proxy in front may take the path of the public address away.
  if (path !== '/' && path !== new URL(receiving.url).pathname) return { status: 404 };
  if (request.method !== 'POST') return { status: 405 };
  const given = String(request.headers['x-telegram-bot-api-secret-token'] ?? '');
  if (!sameText(given, receiving.secret)) return { status: 401 };
  serving.trust(request.socket);
  if (signal.aborted) return { status: 503 };
  return keep(request, serving);
}

async function keep(request: IncomingMessage, tools: WebhookTools): Promise<Reply> {
  const body = await readBody(request);
  if (body === undefined) return { status: 413 };
  const update = parseUpdate(body);
  if (!update) return { status: 400 };
  if (tools.concerns(update)) {
    tools.inbox.accept([update], tools.clock.now());
    tools.received();
  }
  return { status: 200 };
}

function parseUpdate(body: string): Update | undefined {
  try {
    const update = JSON.parse(body) as Update | null;
    return Number.isSafeInteger(update?.update_id) ? (update ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where it is too large; the rest is not read. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > largestUpdateBytes) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, status: number, body: object | undefined): void {
  // Who is refused is not listened to either.
  if (status !== 200) response.setHeader('connection', 'close');
  if (body === undefined) response.writeHead(status).end();
  else {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }
}

/** Tells Telegram where to call, however long it is out of reach. */
async function register({ receiving, api, clock, log, signal }: Serving): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      await api.setWebhook(receiving.url, {
        secret_token: receiving.secret,
        allowed_updates: [...allowedUpdates],
      });
      return;
    } catch (error) {
      if (error instanceof GrammyError && error.error_code >= 400 && error.error_code < 429) {
        throw new Error(
          `Telegram refuses TELEGRAM_WEBHOOK_URL (${receiving.url}): ${error.description}. Expected an address with https that Telegram can reach.`,
          { cause: error },
        );
      }
      const wait = waitAfter(attempt, firstRetryMilliseconds);
      log.warn('the webhook could not be set', {
        reason: messageOf(error),
        nextTryMilliseconds: wait,
      });
      await clock.sleep(wait, signal);
    }
  }
}

/** Digests are of one length, whatever was given: comparing them takes the same time. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(a), digest(b));
}

function listen(server: Server, receiving: Webhook): Promise<void> {
  return new Promise((resolve, reject) => {
    // Without the system's error as its cause: what that says in general would be told in place of this.
    server.once('error', (error) => reject(new Error(whyDeaf(error, receiving))));
    server.listen(receiving.port, receiving.host, () => resolve());
  });
}

function whyDeaf(error: NodeJS.ErrnoException, { port, host }: Webhook): string {
  if (error.code === 'EADDRNOTAVAIL')
    return `${host} is no address of this machine; correct TELEGRAM_WEBHOOK_HOST.`;
  const what = systemFault(error) ?? `Port ${port} cannot be listened on: ${error.message}.`;
  return `${what} PORT says which.`;
}

/** Calls in hand are answered; one that does not end is cut off. */
async function close(server: Server, { clock }: WebhookTools): Promise<void> {
  const closed = new AbortController();
  const done = new Promise<void>((resolve) =>
    server.close(() => {
      closed.abort();
      resolve();
    }),
  );
  await clock.sleep(graceMilliseconds, closed.signal);
  server.closeAllConnections();
  await done;
}
