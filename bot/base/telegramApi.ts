import { Api, type ApiClientOptions, HttpError, type RawApi } from 'grammy';
import { isRecord } from '#journal/file/record.ts';
import { callUntil, connections } from './connections.ts';

const telegramRoot = 'https://api.telegram.org';
/** No call takes longer, however slowly its file goes out. */
const longestCallSeconds = 15 * 60;
const usualTimeoutSeconds = 60;

/**
 * A client of the Bot API. `timeoutSeconds` counts from the last part of a call that was written: what is large takes
 * long. What is not whole when `stopped` aborts is given up. An answer that has not the form of one, as a proxy on the
 * way may give it, is a broken connection to it: what was called may have happened.
 */
export function telegramApi(
  token: string,
  { timeoutSeconds = usualTimeoutSeconds, ...options }: ApiClientOptions = {},
  stopped?: AbortSignal,
): Api {
  const baseFetchConfig = connections(options.apiRoot ?? telegramRoot);
  const api = new Api(token, { ...options, timeoutSeconds: longestCallSeconds, baseFetchConfig });
  api.config.use(async (call, method, payload, given) => {
    const signal = given as AbortSignal | undefined;
    const patience = { signal, silentSeconds: timeoutSeconds, method, stopped };
    const answer = await callUntil(patience, (until) =>
      call(method, payload, until as typeof given),
    );
    if (isAnswerTo(method, answer)) return answer;
    const reason = `The answer to '${method}' is none that Telegram gives`;
    // Without the answer: it may hold somebody's words, and errors are logged.
    throw new HttpError(reason, new Error(reason));
  });
  return api;
}

/** Whether Telegram can have said this: https://core.telegram.org/bots/api#making-requests */
function isAnswerTo(method: keyof RawApi, answer: unknown): boolean {
  if (!isRecord(answer)) return false;
  const { ok, result, error_code: code, description, parameters } = answer;
  if (ok === true) return isResultOf(method, result);
  const retryAfter = isRecord(parameters) ? parameters['retry_after'] : undefined;
  const isCode = Number.isInteger(code) && Number(code) >= 400;
  const isWait = retryAfter === undefined || Number.isFinite(retryAfter);
  return ok === false && isCode && typeof description === 'string' && isWait;
}

/** Of what is looked into without a further question. */
function isResultOf(method: keyof RawApi, result: unknown): boolean {
  if (method === 'getUpdates') return Array.isArray(result) && result.every(isUpdate);
  if (method === 'sendMediaGroup') return Array.isArray(result) && result.every(isMessage);
  if (sending.has(method)) return isMessage(result);
  return result !== undefined && result !== null;
}

const sending: ReadonlySet<keyof RawApi> = new Set([
  'sendMessage',
  'sendPhoto',
  'sendAnimation',
  'sendVideo',
]);

function isUpdate(value: unknown): boolean {
  return isRecord(value) && Number.isSafeInteger(value['update_id']);
}

function isMessage(value: unknown): boolean {
  return isRecord(value) && Number.isSafeInteger(value['message_id']);
}
