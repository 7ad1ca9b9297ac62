import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What is made for tests, and how it is put away. */
export interface Prepared {
  /** What tests are told, so that they find it. */
  readonly place: string;
  end(): Promise<void>;
}

/** Something that tests may ask for. */
export interface Offer {
  /** Makes it, or says what is known of what was made before. */
  give(order: unknown): Promise<string>;
  end(): Promise<void>;
}

/** Offers things to the processes of tests, each by its name. */
export async function serveOffers(offers: ReadonlyMap<string, Offer>): Promise<Prepared> {
  const server = createServer((request, response) => void answer(offers, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    place: `http://127.0.0.1:${port}`,
    end: async () => {
      await Promise.all([...offers.values()].map((offer) => offer.end()));
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(
  offers: ReadonlyMap<string, Offer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const name = request.url?.slice(1) ?? '';
    const offer = offers.get(name);
    if (!offer) throw new Error(`Nobody offers ${name}`);
    response.end(await offer.give(JSON.parse(await text(request))));
  } catch (error) {
    response.statusCode = 500;
    response.end(error instanceof Error ? error.message : String(error));
  }
}

/** What is made when it is first asked for, and there for all who ask later. */
export function madeOnce(make: () => Promise<Prepared>): Offer {
  let made: Promise<Prepared> | undefined;
  return {
    give: async () => {
      made ??= make();
      return (await made).place;
    },
    end: async () => (await made?.catch(() => undefined))?.end(),
  };
}
