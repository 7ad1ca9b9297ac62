import type { ServerResponse } from 'node:http';

const aliveMilliseconds = 15_000;

/** Tells all open pages what changed, as server-sent events. Whoever comes later is told first how things stand. */
export class Events {
  readonly #pages = new Set<ServerResponse>();
  readonly #last = new Map<string, string>();
  readonly #alive = setInterval(() => this.#write(':\n\n'), aliveMilliseconds).unref();

  /** Has a page hear everything from now on. */
  open(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    for (const [name, data] of this.#last) response.write(eventOf(name, data));
    response.write(eventOf('ready', 'null'));
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
  }

  /** Tells how something stands, unless that was told before. */
  state(name: string, value: unknown): void {
    const data = JSON.stringify(value);
    if (this.#last.get(name) === data) return;
    this.#last.set(name, data);
    this.#write(eventOf(name, data));
  }

  /** Tells something once, to whoever is there. */
  news(name: string, value: unknown): void {
    this.#write(eventOf(name, JSON.stringify(value)));
  }

  /** Ends all connections. */
  close(): void {
    clearInterval(this.#alive);
    for (const page of this.#pages) page.end();
  }

  #write(text: string): void {
    for (const page of this.#pages) page.write(text);
  }
}

function eventOf(name: string, data: string): string {
  return `event: ${name}\ndata: ${data}\n\n`;
}
