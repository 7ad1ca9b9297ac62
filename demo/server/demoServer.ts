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
  /** By what one demo knows another. */
  readonly identity: string;
}

const mostWishBytes = 2 ** 20;
const mostUploadBytes = 50 * 2 ** 20;

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
  readonly #served: Served;
  readonly #server: Server;
  #port = 0;

  constructor(served: Served) {
    this.#served = served;
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.on('upgrade', (request, socket, head) => this.#join(request, socket, head));
  }

  async listen(port: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#server.once('error', reject);
    this.#server.listen(port, '127.0.0.1', resolve);
    await promise;
    this.#port = port;
  }

  async close(): Promise<void> {
    this.#served.events.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // A connection tells its origin even where it only reads.
    const { origin } = request.headers;
    const isOwn = origin !== undefined && refusalOf(request, this.#port) === undefined;
    if (isOwn) this.#served.proxy.join(request, socket, head);
    else socket.destroy();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const refusal = refusalOf(request, this.#port);
      if (refusal !== undefined) throw new RequestError(403, refusal);
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (url.pathname.startsWith('/_demo/')) await this.#answerOwn(request, response, url);
      else if (url.pathname === '/_demo') response.writeHead(302, { location: '/_demo/' }).end();
      else this.#served.proxy.pass(request, response);
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
    if (request.method === 'POST') return this.#take(request, response, name, url);
    if (request.method !== 'GET') throw new RequestError(405, 'expected GET or POST');
    await this.#give(request, response, name, url);
  }

  async #take(
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
    { searchParams }: URL,
  ): Promise<void> {
    if (name === 'wish') {
      const wish: unknown = JSON.parse((await bodyOf(request, mostWishBytes)).toString('utf8'));
      return sendJson(response, 200, (await this.#served.grant(wish)) ?? null);
    }
    if (name !== 'upload') throw new RequestError(404, 'there is nothing at this address');
    const bytes = await bodyOf(request, mostUploadBytes);
    const type = request.headers['content-type'] ?? 'application/octet-stream';
    const file = this.#served.upload(bytes, type, searchParams.get('name') ?? 'file');
    sendJson(response, 200, { file });
  }

  async #give(
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
    { searchParams }: URL,
  ): Promise<void> {
    if (name === 'events') return this.#served.events.open(response);
    if (name === 'hello') return sendJson(response, 200, { demo: this.#served.identity });
    if (name === 'file')
      return sendJson(response, 200, this.#served.text(searchParams.get('name') ?? '') ?? null);
    const [, kind, rest = ''] = /^(media|picture)\/(.+)$/.exec(name) ?? [];
    if (kind !== undefined) {
      const { media, picture } = this.#served;
      const shown = kind === 'media' ? media(rest) : await picture(rest);
      if (!shown) throw new RequestError(404, 'there is no such file');
      return sendPart(request, response, shown.type, shown.bytes);
    }
    const file = name === '' ? await ownPage() : await ownFile(name);
    if (!file) throw new RequestError(404, 'there is nothing at this address');
    response.writeHead(200, { 'content-type': file.type });
    response.end(file.body);
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
