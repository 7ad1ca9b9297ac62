import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

const waitingPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>The site is starting</title>
<style>:root{color-scheme:light dark}body{margin:20vh auto;max-width:20rem;font:1.1rem/1.5 serif;text-align:center;opacity:.7}</style>
</head><body><p>The site is starting …</p></body></html>`;

/** Passes requests on to the dev server of the site, which the page then has under its own address. */
export class SiteProxy {
  readonly #port: number;
  readonly #onPage: (path: string) => void;

  /** `onPage` is told the path of each page that was shown. */
  constructor(port: number, onPage: (path: string) => void) {
    this.#port = port;
    this.#onPage = onPage;
  }

  /** Whether the site answers. */
  async isUp(): Promise<boolean> {
    try {
      const response = await fetch(`http://127.0.0.1:${this.#port}/`, { method: 'HEAD' });
      return response.status < 500;
    } catch {
      return false;
    }
  }

  /** Answers a request with what the site answers. */
  pass(incoming: IncomingMessage, response: ServerResponse): void {
    const outgoing = request(this.#optionsFor(incoming), (answer) => {
      const headers = { ...answer.headers };
      if (/text\/html/.test(headers['content-type'] ?? '')) {
        headers['content-security-policy'] = "frame-ancestors 'self'";
        const isShown = answer.statusCode === 200 && incoming.method === 'GET';
        if (isShown && isForPeople(incoming)) this.#onPage(pathOf(incoming));
      }
      response.writeHead(answer.statusCode ?? 502, headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    outgoing.on('error', () => {
      if (response.headersSent) return void response.destroy();
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '1' });
      response.end(waitingPage);
    });
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  }

  /** Joins a page to the site's own connection, over which it hears that it is to load anew. */
  join(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    const outgoing = request(this.#optionsFor(incoming));
    // A page that is left breaks off before the site has answered, too.
    socket.on('error', () => outgoing.destroy());
    outgoing.on('upgrade', (answer, other, first) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(['HTTP/1.1 101 Switching Protocols', ...lines, '', ''].join('\r\n'));
      if (first.length > 0) socket.write(first);
      if (head.length > 0) other.write(head);
      for (const [one, another] of [
        [socket, other],
        [other, socket],
      ] as const) {
        one.pipe(another);
        one.on('error', () => another.destroy());
        one.on('close', () => another.destroy());
      }
    });
    outgoing.on('response', () => socket.destroy());
    outgoing.on('error', () => socket.destroy());
    outgoing.end();
  }

  #optionsFor({ method, url, headers }: IncomingMessage) {
    const host = `127.0.0.1:${this.#port}`;
    return {
      host: '127.0.0.1',
      port: this.#port,
      method,
      path: url,
      headers: { ...headers, host },
    };
  }
}

/** The bot looks whether a page is there, too. */
function isForPeople({ headers }: IncomingMessage): boolean {
  return headers['sec-fetch-dest'] === 'iframe' || headers['sec-fetch-dest'] === 'document';
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const path = url.split(/[?#]/)[0] ?? '/';
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
