import { connect, type Socket } from 'node:net';
import { Api } from 'grammy';
import { expect, onTestFinished } from 'vitest';
import { createLog } from '../../../bot/base/log.ts';
import { Inbox } from '../../../bot/inbox/inbox.ts';
import { serveWebhook } from '../../../bot/inbox/webhook.ts';
import { openDatabase } from '../../../bot/state/database.ts';
import { freePort } from '../../freePort.ts';
import { manualClock } from '../manualClock.ts';
import { makeWorld } from '../world.ts';

/** A line to a webhook on which nothing has been said yet. */
export interface Line {
  readonly socket: Socket;
  readonly closed: Promise<void>;
}

/** A webhook that a bot without a journal serves; its secret is "hush". */
export interface ServedWebhook {
  readonly port: number;
  open(): Promise<Line>;
  /** Brings an update as Telegram does, and leaves the line open. */
  bring(update: object): Promise<{ answer: string; socket: Socket }>;
  end(): Promise<void>;
}

/** Serves a webhook until the test ends; each request has to arrive within `requestMilliseconds`. */
export async function servedWebhook(requestMilliseconds: number): Promise<ServedWebhook> {
  const world = await makeWorld();
  const port = await freePort();
  const stop = new AbortController();
  const database = openDatabase(world.state);
  const clock = manualClock();
  const receiving = {
    mode: 'webhook',
    url: `http://127.0.0.1:${port}/hook`,
    secret: 'hush',
    port,
    host: '127.0.0.1',
  } as const;
  const tools = {
    api: new Api(world.api.token, { apiRoot: world.api.root }),
    inbox: new Inbox(database, 1001),
    clock,
    log: createLog(() => undefined, [], clock.now),
    concerns: () => true,
    received: () => undefined,
    notStored: async () => undefined,
    health: () => ({}),
    requestMilliseconds,
  };
  const ended = serveWebhook(receiving, tools, stop.signal, Promise.resolve()).finally(() =>
    database.close(),
  );
  await expect.poll(() => world.api.calls('setWebhook').length, { timeout: 30_000 }).toBe(1);
  const sockets: Socket[] = [];
  const open = async (): Promise<Line> => {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => undefined);
    const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    await Promise.race([
      new Promise<void>((resolve) => socket.on('connect', () => resolve())),
      closed,
    ]);
    socket.resume();
    return { socket, closed };
  };
  const served: ServedWebhook = {
    port,
    open,
    async bring(update) {
      const { socket, closed } = await open();
      const heard = new Promise<string>((resolve) =>
        socket.once('data', (chunk) => resolve(String(chunk))),
      );
      const body = JSON.stringify(update);
      socket.write(
        `POST /hook HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: hush\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      return { answer: await Promise.race([heard, closed.then(() => 'closed')]), socket };
    },
    async end() {
      if (stop.signal.aborted) return;
      stop.abort();
      for (const socket of sockets) socket.destroy();
      await ended;
      await world.end();
    },
  };
  onTestFinished(() => served.end());
  return served;
}
