import { AsyncLocalStorage } from 'node:async_hooks';
import { type ClientRequestArgs, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import type { ApiClientOptions } from 'grammy';

const longestConnectingMilliseconds = 20_000;

/** Calls that do something once more when they are made once more. */
const sends = /\/(?:send|copy|forward)[A-Z][A-Za-z]*$/;

/** Says of a call that its connection was never made: nothing of it arrived. */
export const neverConnected = 'NEVER_CONNECTED';

class NeverConnectedError extends Error {
  readonly code = neverConnected;
}

/**
 * How a client reaches the Bot API. What may be repeated goes over connections that are kept. Each send has one of its
 * own: a server, or a router on the way, ends one that is idle when it likes, and of what was written to it in that moment
 * nobody knows whether it arrived.
 */
export function connections(apiRoot: string): NonNullable<ApiClientOptions['baseFetchConfig']> {
  const agent = (keepAlive: boolean) =>
    apiRoot.startsWith('https:')
      ? tellingOfConnections(new HttpsAgent({ keepAlive }), 'secureConnect')
      : tellingOfConnections(new HttpAgent({ keepAlive }), 'connect');
  const kept = agent(true);
  const single = agent(false);
  return { compress: true, agent: ({ pathname }: URL) => (sends.test(pathname) ? single : kept) };
}

// An agent is not told for which call it opens a connection.
const givenUp = new AsyncLocalStorage<AbortSignal | undefined>();

/** Makes a call whose connection, where it does not stand yet, is not waited for when `signal` aborts. */
export function callUntil<T>(signal: AbortSignal | undefined, call: () => T): T {
  return givenUp.run(signal, call);
}

/** Has an agent write nothing before a connection stands, and say so where none came to stand. */
function tellingOfConnections<Kind extends HttpAgent>(
  agent: Kind,
  standing: 'connect' | 'secureConnect',
): Kind {
  const open = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const socket = open(options);
    if (!socket || !callback) return socket;
    waitFor(socket, standing, options, callback);
    return undefined;
  };
  return agent;
}

function waitFor(
  socket: Duplex,
  standing: string,
  { host }: ClientRequestArgs,
  callback: (error: Error | null, socket: Duplex) => void,
): void {
  const signal = givenUp.getStore();
  const end = (error: Error | null) => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    socket.off(standing, stand).off('error', fail).off('close', fail);
    callback(error, socket);
  };
  const stand = () => end(null);
  const giveUp = (reason: string, cause?: unknown) => {
    socket.on('error', () => {});
    socket.destroy();
    end(new NeverConnectedError(`no connection to ${host} was made: ${reason}`, { cause }));
  };
  const fail = (cause?: unknown) =>
    giveUp(cause instanceof Error ? wordsOf(cause) : 'it was closed', cause);
  const stop = () => giveUp('its call was given up');
  const seconds = longestConnectingMilliseconds / 1000;
  const timer = setTimeout(
    () => giveUp(`nothing came of it within ${seconds} seconds`),
    longestConnectingMilliseconds,
  );
  signal?.addEventListener('abort', stop);
  socket.on(standing, stand).on('error', fail).on('close', fail);
}

/** Where a host has several addresses, the error has no words but those of each. */
function wordsOf(error: Error): string {
  if (!(error instanceof AggregateError)) return error.message;
  return error.errors.map((one) => (one instanceof Error ? one.message : String(one))).join(', ');
}
