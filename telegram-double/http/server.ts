import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findHandler } from '../methods/handlers.ts';
import type { Parameters } from '../world/parameters.ts';
import { notFound, Refusal } from '../world/refusal.ts';
import type { World } from '../world/world.ts';
import type { CallLog } from './callLog.ts';
import { Exchange, errorAnswer, sendAnswer } from './exchange.ts';
import type { CallParameters, Faults } from './faults.ts';
import { readParameters } from './request.ts';

const HOST = '127.0.0.1';

/** Serves paths that are not the Bot API's; true if it did. */
export type ExtraRoute = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<boolean>;

type Parts = {
  readonly token: string;
  readonly world: World;
  readonly faults: Faults;
  readonly log: CallLog;
  readonly extraRoute?: ExtraRoute;
};

/** The HTTP side: finds the handler of a request and carries its outcome back. */
export class BotApiServer {
  readonly #parts: Parts;
  readonly #server: Server;

  constructor(parts: Parts) {
    this.#parts = parts;
    // Node would close a connection that is idle for some seconds, at times while the client is writing to it.
    const options = { keepAliveTimeout: 0 };
    this.#server = createServer(
      options,
      (request, response) => void this.#serve(request, response),
    );
  }

  /** Listens on the loopback interface and returns its URL. */
  async listen(port: number): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#server.once('error', reject);
    this.#server.listen(port, HOST, resolve);
    await promise;
    const address = this.#server.address() as AddressInfo;
    return `http://${HOST}:${address.port}`;
  }

  /** Drops all connections and stops listening. */
  async close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeAllConnections();
    await promise;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#route(request, response);
    } catch (error) {
      if (!response.writableEnded && !response.destroyed) sendAnswer(response, errorAnswer(error));
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${HOST}`);
    const path = decodeURIComponent(url.pathname);
    const [, , fileToken, filePath] = /^(\/file\/bot([^/]+)\/(.+))$/.exec(path) ?? [];
    if (fileToken !== undefined && filePath !== undefined) {
      this.#checkToken(fileToken);
      await this.#download(response, filePath);
      return;
    }
    const [, , token, method] = /^(\/bot([^/]+)\/([^/]+))$/.exec(path) ?? [];
    if (token !== undefined && method !== undefined) {
      if (this.#parts.faults.tears(method)) {
        request.once('data', () => request.socket.resetAndDestroy());
        return;
      }
      const parameters = await readParameters(request, url);
      this.#checkToken(token);
      await this.#call(response, method, parameters);
      return;
    }
    if (!(await this.#parts.extraRoute?.(request, response, url))) throw notFound();
  }

  async #call(
    response: ServerResponse,
    method: string,
    parameters: Parameters<string>,
  ): Promise<void> {
    const { faults, world } = this.#parts;
    const [name, handler] = findHandler(method) ?? [method];
    const exchange = this.#open(response, name, loggedParameters(parameters));
    if (await exchange.strike(faults, 'before')) return;
    try {
      if (handler === undefined) throw notFound('method not found');
      const result = await handler(parameters, world, exchange.signal);
      exchange.call.isCommitted = true;
      exchange.call.answer = { ok: true, result };
    } catch (error) {
      exchange.answer(errorAnswer(error));
      return;
    }
    if (!(await exchange.strike(faults, 'after'))) exchange.answer(exchange.call.answer);
  }

  async #download(response: ServerResponse, path: string): Promise<void> {
    const { faults, world } = this.#parts;
    const exchange = this.#open(response, 'download', { path });
    if (await exchange.strike(faults, 'before')) return;
    const bytes = world.files.at(path)?.bytes;
    if (bytes === undefined) {
      exchange.answer(errorAnswer(notFound()));
      return;
    }
    exchange.call.isCommitted = true;
    if (!(await exchange.strike(faults, 'after'))) exchange.sendBytes(bytes);
  }

  #open(response: ServerResponse, method: string, parameters: CallParameters): Exchange {
    const { log, world } = this.#parts;
    return new Exchange(log.begin(method, parameters, world.now()), response, log);
  }

  #checkToken(token: string): void {
    if (token !== this.#parts.token) throw new Refusal(401, 'Unauthorized');
  }
}

/** Parameters that are words even when they look like JSON. */
const WORDS: ReadonlySet<string> = new Set(['text', 'caption']);

/** Forms carry objects as JSON text; the log shows them as objects, and files as their size. */
function loggedParameters({ values, uploads }: Parameters<string>): CallParameters {
  const plain = Object.entries(values).map(([name, value]) => [
    name,
    WORDS.has(name) ? value : parsed(value),
  ]);
  const files = [...uploads].map(([name, { bytes }]) => [name, `${bytes.length} bytes`]);
  return { ...Object.fromEntries(plain), ...Object.fromEntries(files) };
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
