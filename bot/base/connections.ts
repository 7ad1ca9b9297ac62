import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest, type ClientRequestArgs, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import { type ApiClientOptions, HttpError } from 'grammy';

const longestConnectingMilliseconds = 20_000;

/** Calls that do something once more when they are made once more. */
const sends = /\/(?:send|copy|forward)[A-Z][A-Za-z]*$/;

/** Says of a call that its connection was never made: nothing of it arrived. */
export const neverConnected = 'NEVER_CONNECTED';

/** Says of a call that its connection broke before all of it was written: a part of a request is none. */
export const neverWhole = 'NEVER_WHOLE';

class NeverConnectedError extends Error {
  readonly code = neverConnected;
}

class NeverWholeError extends Error {
  readonly code = neverWhole;
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
  unsubscribe(requestCreated, noteRequest);
  subscribe(requestCreated, noteRequest);
  const kept = agent(true);
  const single = agent(false);
  return { compress: true, agent: ({ pathname }: URL) => (sends.test(pathname) ? single : kept) };
}

/** A call that is under way. */
interface Underway {
  readonly signal: AbortSignal | undefined;
  request?: ClientRequest;
}

// An agent is not told for which call it opens a connection.
const calls = new AsyncLocalStorage<Underway>();

/** https://nodejs.org/api/diagnostics_channel.html#http */
const requestCreated = 'http.client.request.created';

function noteRequest(message: unknown): void {
  const underway = calls.getStore();
  const { request } = message as { readonly request?: unknown };
  if (underway && request instanceof ClientRequest) underway.request = request;
}

/** How long a call is waited for. */
export interface Patience {
  /** Where the call is given up for another reason. */
  readonly signal: AbortSignal | undefined;
  /** How long nothing may happen: nothing more of it be written, no answer come. */
  readonly silentSeconds: number;
  /** Named in the error. */
  readonly method: string;
  /** Aborts when the bot stops: a call is then given up that is not written to its end. */
  readonly stopped?: AbortSignal | undefined;
}

/** How often a call is looked at while it is waited for. */
const looksPerSilence = 20;

/**
 * Makes a call, with a signal for it. Its connection, where it does not stand yet, is not waited for when that aborts. A
 * file takes as long as it takes where the line is slow.
 *
 * @throws what it throws; where the connection broke, or nothing happened any more, before the call was written to its
 * end, an error that says so.
 */
export async function callUntil<T>(
  { signal, silentSeconds, method, stopped }: Patience,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const underway: Underway = { signal: either };
  const silence = silenceOf(underway, silentSeconds, stopped);
  const tooLong = silence.met.then(() => {
    const reason = new Error(`Request to '${method}' timed out after ${silentSeconds} seconds`);
    const error = new HttpError(`Network request for '${method}' failed!`, reason);
    const given = isPartial(underway) ? asCut(error) : error;
    stop.abort();
    throw given;
  });
  try {
    return await Promise.race([calls.run(underway, () => call(either)), tooLong]);
  } catch (error) {
    const isBroken = error instanceof HttpError && isReset(error.error) && isPartial(underway);
    throw isBroken ? asCut(error) : error;
  } finally {
    silence.stop();
  }
}

/** Resolves once nothing more of a call was written for so long, or it is in the way of a stop. */
function silenceOf(
  underway: Underway,
  seconds: number,
  stopped: AbortSignal | undefined,
): { readonly met: Promise<void>; stop(): void } {
  const { promise: met, resolve } = Promise.withResolvers<void>();
  let written = 0;
  let looks = 0;
  const look = () => {
    const now = underway.request?.socket?.bytesWritten ?? 0;
    looks = now > written ? 0 : looks + 1;
    written = now;
    const isInTheWay = stopped?.aborted === true && isPartial(underway);
    if (looks >= looksPerSilence || isInTheWay) resolve();
  };
  const timer = setInterval(look, (seconds * 1000) / looksPerSilence);
  return { met, stop: () => clearInterval(timer) };
}

function asCut({ message, error }: HttpError): HttpError {
  return new HttpError(
    message,
    new NeverWholeError('the connection broke during the call', { cause: error }),
  );
}

/** Whether the end of a request was not even handed to its connection. */
function isPartial({ request }: Underway): boolean {
  return request !== undefined && !request.writableEnded;
}

function isReset(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return false;
  return cause.code === 'ECONNRESET' || cause.code === 'EPIPE';
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
  const signal = calls.getStore()?.signal;
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
