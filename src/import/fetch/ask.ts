import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import { isPrivateAddress, isPrivateLiteral } from './privateHost.ts';

/** What a host answers to one question. */
export interface Answered {
  readonly status: number;
  /** Empty where the answer does not have it. */
  header(name: string): string;
  readonly body: Readable;
}

/** Finds the addresses of a host by its name. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

/** How the system finds them. */
export const systemResolve: Resolve = async (name) => await lookup(name, { all: true });

/** Why a host is not asked: only its own network may see it. */
export class PrivateHostError extends Error {}

/** How one address is asked. */
export interface Asking {
  readonly signal: AbortSignal;
  /** Whether it may be in a private network. */
  readonly mayBePrivate: boolean;
  readonly resolve: Resolve;
}

/**
 * Asks for an address once, without following where it leads on. The connection goes to an address that was looked at: a
 * name that means another one a moment later gains nothing.
 *
 * @throws a {@link PrivateHostError} where the host is in a private network and may not be.
 */
export async function ask(address: string, asking: Asking): Promise<Answered> {
  const url = new URL(address);
  if (!asking.mayBePrivate && isPrivateLiteral(url.hostname)) throw new PrivateHostError(url.host);
  const message = await answered(url, asking);
  const { statusCode: status = 0, headers } = message;
  return {
    status,
    header: (name) => String(headers[name] ?? ''),
    body: unpacked(message, String(headers['content-encoding'] ?? '')),
  };
}

function answered(url: URL, asking: Asking): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  const headers = {
    accept: 'image/*, video/*, audio/*, */*;q=0.5',
    'accept-encoding': 'identity',
    'user-agent': 'Scrollback',
  };
  return new Promise((resolve, reject) => {
    const { signal } = asking;
    request(url, { signal, headers, lookup: checkedLookup(asking) })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

function checkedLookup({ mayBePrivate, resolve }: Asking): LookupFunction {
  return (name, { all }, done) => {
    const checked = async () => {
      const found = await resolve(name);
      if (!mayBePrivate && found.some((one) => isPrivateAddress(one.address)))
        throw new PrivateHostError(name);
      if (found.length === 0) throw new Error(`${name} has no address`);
      return [...found];
    };
    checked().then(
      (found) => {
        const [first] = found;
        if (all === true) done(null, found);
        else done(null, first?.address ?? '', first?.family);
      },
      (error: NodeJS.ErrnoException) => done(error, []),
    );
  };
}

/** Some hosts pack what they were asked for as it is. */
function unpacked(message: IncomingMessage, encoding: string): Readable {
  const unpacker =
    encoding === 'br'
      ? createBrotliDecompress()
      : /^(?:x-)?(?:gzip|deflate)$/.test(encoding)
        ? createUnzip()
        : undefined;
  // What is wrong on the way is told to who reads the end of it.
  return unpacker ? pipeline(message, unpacker, () => undefined) : message;
}
