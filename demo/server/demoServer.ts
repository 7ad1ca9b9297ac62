import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { bodyOf, RequestError, sendPart } from './body.ts';
import type { Events } from './events.ts';
import { refusalOf } from './guard.ts';
import { ownFile, ownPage } from './ownFiles.ts';
import type { SiteProxy } from './siteProxy.ts';

/** A file that the page may show. */
export interface ShownFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What the server asks of the demo. */
export interface Served {
  readonly events: Events;
  readonly proxy: SiteProxy;
  readonly scene: ServedScene;
}

interface ServedScene {
  /** Does what the page asks for. @returns what the page gets. */
  grant(wish: unknown): Promise<unknown>;
  /** Keeps a file for a message. @returns its name. */
  upload(bytes: Uint8Array, type: string, fileName: string): string;
  /** A file that a message carries. */
  media(id: string): ShownFile | undefined;
  /** A picture of the journal. */
  picture(file: string): Promise<ShownFile | undefined>;
  /** A text of the journal, as the page shows it. */
  text(file: string): unknown;
}

const mostWishBytes = 2 ** 20;
const mostUploadBytes = 50 * 2 ** 20;
const mostTries = 100;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the page of the demo below `/_demo/`, and the site at all other addresses, to this machine alone. */
export class DemoServer {
  readonly #identity: string;
  readonly #server: Server;
  readonly #begun = Promise.withResolvers<Served>();
  /** Connections that the server itself knows nothing more of. */
  readonly #joined = new Set<Duplex>();
  #served: Served | undefined;
  #port = 0;

  /** `identity` is that by which one demo knows another. */
  constructor(identity: string) {
    this.#identity = identity;
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.on('upgrade', (request, socket, head) => this.#join(request, socket, head));
  }

  /**
   * Takes the wanted port, or the first one above it that nobody has, and keeps it: who asks first whether a port is free
   * loses it to another demo that asks in the same moment. What is asked there waits for {@link serve}.
   *
   * @returns the port.
   */
  async listen(wanted: number): Promise<number> {
    for (let port = wanted; port < wanted + mostTries; port++) {
      if (!(await this.#takes(port))) continue;
      this.#port = port;
      return port;
    }
    throw new Error(
      `The ports ${wanted} to ${wanted + mostTries - 1} are all taken. Name another one: npm run demo -- --port 5000`,
    );
  }

  /** Answers from now on. */
  serve(served: Served): void {
    this.#served = served;
    this.#begun.resolve(served);
  }

  async close(): Promise<void> {
    this.#served?.events.close();
    this.#server.closeAllConnections();
    for (const socket of this.#joined) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #takes(port: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const refused = () => resolve(false);
    this.#server.once('error', refused);
    this.#server.listen(port, '127.0.0.1', () => {
      this.#server.off('error', refused);
      resolve(true);
    });
    return promise;
  }

  #join(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // A connection tells its origin even where it only reads.
    const { origin } = request.headers;
    const isOwn = origin !== undefined && refusalOf(request, this.#port) === undefined;
    if (!isOwn || !this.#served) return void socket.destroy();
    this.#joined.add(socket);
    socket.on('close', () => this.#joined.delete(socket));
    this.#served.proxy.join(request, socket, head);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const refusal = refusalOf(request, this.#port);
      if (refusal !== undefined) throw new RequestError(403, refusal);
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (url.pathname.startsWith('/_demo/')) await this.#answerOwn(request, response, url);
      else if (url.pathname === '/_demo') response.writeHead(302, { location: '/_demo/' }).end();
      else (await this.#begun.promise).proxy.pass(request, response);
    } catch (error) {
      if (response.headersSent) return void response.destroy();
      const status = error instanceof RequestError ? error.status : 400;
      sendJson(response, status, { error: error instanceof Error ? error.message : String(error) });
    }
  }

  async #answerOwn(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    response.setHeader('content-security-policy', policy);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    response.setHeader('referrer-policy', 'same-origin');
    response.setHeader('cache-control', 'no-store');
    const name = decodeURIComponent(url.pathname.slice('/_demo/'.length));
    const { method } = request;
    if (method !== 'GET' && method !== 'POST') throw new RequestError(405, 'expected GET or POST');
    if (name === 'hello') return sendJson(response, 200, { demo: this.#identity });
    const asked = { request, response, name, parameters: url.searchParams };
    const served = await this.#begun.promise;
    await (method === 'POST' ? take(asked, served) : give(asked, served));
  }
}

/** What is asked below `/_demo/`. */
interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly name: string;
  readonly parameters: URLSearchParams;
}

async function take(
  { request, response, name, parameters }: Asked,
  { scene }: Served,
): Promise<void> {
  if (name === 'wish') {
    const wish: unknown = JSON.parse((await bodyOf(request, mostWishBytes)).toString('utf8'));
    return sendJson(response, 200, (await scene.grant(wish)) ?? null);
  }
  if (name !== 'upload') throw new RequestError(404, 'there is nothing at this address');
  const bytes = await bodyOf(request, mostUploadBytes);
  const type = request.headers['content-type'] ?? 'application/octet-stream';
  const file = scene.upload(bytes, type, parameters.get('name') ?? 'file');
  sendJson(response, 200, { file });
}

async function give(
  { request, response, name, parameters }: Asked,
  { events, scene }: Served,
): Promise<void> {
  if (name === 'events') return events.open(response);
  if (name === 'file')
    return sendJson(response, 200, scene.text(parameters.get('name') ?? '') ?? null);
  const [, kind, rest = ''] = /^(media|picture)\/(.+)$/.exec(name) ?? [];
  if (kind !== undefined) {
    const shown = kind === 'media' ? scene.media(rest) : await scene.picture(rest);
    if (!shown) throw new RequestError(404, 'there is no such file');
    return sendPart(request, response, shown.type, shown.bytes);
  }
  const file = name === '' ? await ownPage() : await ownFile(name);
  if (!file) throw new RequestError(404, 'there is nothing at this address');
  response.writeHead(200, { 'content-type': file.type });
  response.end(file.body);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
