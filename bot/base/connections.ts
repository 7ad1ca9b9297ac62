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
  /** What its connection had written before it, in bytes. */
  before?: number;
}

// An agent is not told for which call it opens a connection.
const calls = new AsyncLocalStorage<Underway>();

/** https://nodejs.org/api/diagnostics_channel.html#http */
const requestCreated = 'http.client.request.created';

function noteRequest(message: unknown): void {
  const underway = calls.getStore();
  const { request } = message as { readonly request?: unknown };
  if (!underway || !(request instanceof ClientRequest)) return;
  underway.request = request;
  // One that is kept has written other calls.
  request.once('socket', ({ bytesWritten }) => {
    underway.before = bytesWritten;
  });
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

/** What is larger may be on its way long after it was handed to the system, and Telegram has work with it. */
const largeBytes = 1_000_000;
/** So many times longer is the answer to it waited for. */
const largePatience = 5;

/**
 * Makes a call, with a signal for it. Its connection, where it does not stand yet, is not waited for when that aborts. A
 * file takes as long as it takes where the line is slow.
 *
 * @throws what it throws; where it ended before the call was written to its end, an error that says so.
 */
export async function callUntil<T>(
  { signal, silentSeconds, method, stopped }: Patience,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const underway: Underway = { signal: either };
  const silence = silenceOf(underway, silentSeconds, stopped);
  const tooLong = silence.met.then((why) => {
    const reason = new Error(`Request to '${method}' ${why}`);
    throw new HttpError(`Network request for '${method}' failed!`, reason);
  });
  try {
    return await Promise.race([calls.run(underway, () => call(either)), tooLong]);
  } catch (error) {
    const isCut = error instanceof HttpError && wasConnected(error) && isPartial(underway);
    throw isCut ? asCut(error) : error;
  } finally {
    silence.stop();
    stop.abort();
  }
}

/** Resolves, to what happened, once nothing more of a call was written for so long, or it is in the way of a stop. */
function silenceOf(underway: Underway, seconds: number, stopped: AbortSignal | undefined) {
  const { promise: met, resolve } = Promise.withResolvers<string>();
  let written = 0;
  let looks = 0;
  const look = () => {
    const now = (underway.request?.socket?.bytesWritten ?? 0) - (underway.before ?? 0);
    looks = now > written ? 0 : looks + 1;
    written = now;
    const isStopped = stopped?.aborted === true;
    if (isStopped && isPartial(underway)) resolve('was given up: the bot stops');
    const isLarge = written > largeBytes && !isPartial(underway) && !isStopped;
    const patience = isLarge ? largePatience : 1;
    if (looks >= looksPerSilence * patience)
      resolve(`timed out after ${seconds * patience} seconds`);
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

function wasConnected({ error: cause }: HttpError): boolean {
  return !(cause instanceof Error && 'code' in cause && cause.code === neverConnected);
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
