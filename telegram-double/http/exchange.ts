import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { ApiError, ApiResponse, ApiSuccess } from '@grammyjs/types';
import { pause } from '../world/clock.ts';
import { Refusal, tooManyRequests } from '../world/refusal.ts';
import type { Call, CallLog } from './callLog.ts';
import type { FaultKind, Faults, FileFault, When } from './faults.ts';

/** One request that waits for its answer, and the ways in which that can end. */
export class Exchange {
  readonly call: Call;
  readonly signal: AbortSignal;
  readonly #response: ServerResponse;
  readonly #log: CallLog;
  #fileFault: FileFault | undefined;

  constructor(call: Call, response: ServerResponse, log: CallLog) {
    const gone = new AbortController();
    response.on('close', () => response.writableFinished || gone.abort());
    this.signal = gone.signal;
    this.call = call;
    this.#response = response;
    this.#log = log;
  }

  /** Answers in the form of the Bot API. */
  answer(answer: ApiResponse<unknown>): void {
    this.call.answer = answer;
    if (!this.#response.destroyed) sendAnswer(this.#response, answer);
    this.#log.end(this.call);
  }

  /** Answers with a file, or with what a fault leaves of it. */
  sendBytes(bytes: Uint8Array): void {
    const half = bytes.subarray(0, bytes.length >> 1);
    const whole = this.#fileFault === 'short' ? half : bytes;
    this.#response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': whole.length,
    });
    if (this.#fileFault === 'cut' || this.#fileFault === 'stall') {
      const cut = () => this.#fileFault === 'cut' && this.#response.socket?.resetAndDestroy();
      this.#response.write(half, () => setTimeout(cut, 20));
    } else this.#response.end(whole);
    this.#log.end(this.call);
  }

  /** Lets an armed fault hit the call; true if there is nothing left to answer. */
  async strike(faults: Faults, when: When): Promise<boolean> {
    const { method, parameters } = this.call;
    const fault = faults.take(method, when, parameters);
    if (fault === undefined) return false;
    this.call.fault = fault;
    return this.#suffer(fault);
  }

  async #suffer(fault: FaultKind): Promise<boolean> {
    if (fault === 'unusable') {
      if (this.call.answer?.ok) this.call.answer = withoutMessageId(this.call.answer);
      return false;
    }
    if (fault === 'cut' || fault === 'stall' || fault === 'short') {
      this.#fileFault = fault;
      return false;
    }
    if (fault === 'torn') return false;
    if (fault === 'reset' || fault === 'hang') {
      if (fault === 'reset') this.#response.socket?.resetAndDestroy();
      this.#endUnanswered();
      return true;
    }
    if ('delayMilliseconds' in fault) {
      await pause(fault.delayMilliseconds, this.signal);
      return false;
    }
    if ('until' in fault) {
      await fault.until;
      return false;
    }
    if ('retryAfterSeconds' in fault) {
      this.answer(errorAnswer(tooManyRequests(fault.retryAfterSeconds)));
      return true;
    }
    this.#answerWithStatus(fault);
    return true;
  }

  #answerWithStatus(fault: Extract<FaultKind, { status: number }>): void {
    const { status, rawBody, description } = fault;
    if (rawBody === undefined) {
      const words = description ?? STATUS_CODES[status] ?? 'Internal Server Error';
      this.answer(errorAnswer(new Refusal(status, words)));
      return;
    }
    this.#response.writeHead(status, { 'content-type': 'text/html' }).end(rawBody);
    this.#endUnanswered();
  }

  #endUnanswered(): void {
    delete this.call.answer;
    this.#log.end(this.call);
  }
}

/** Writes an answer in the form of the Bot API. */
export function sendAnswer(response: ServerResponse, answer: ApiResponse<unknown>): void {
  response.writeHead(answer.ok ? 200 : answer.error_code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
}

/** The answer to a refused request, or to one on which the double itself failed. */
export function errorAnswer(error: unknown): ApiError {
  const refusal = error instanceof Refusal ? error : new Refusal(500, internalWords(error));
  const { code, message, parameters } = refusal;
  const answer: ApiError = { ok: false, error_code: code, description: message };
  return parameters === undefined ? answer : { ...answer, parameters };
}

function internalWords(error: unknown): string {
  return `Internal Server Error: ${error instanceof Error ? error.stack : String(error)}`;
}

function withoutMessageId({ result }: ApiSuccess<unknown>): ApiSuccess<unknown> {
  const unusable = (message: unknown) => ({ ...Object(message), message_id: 0 });
  return { ok: true, result: Array.isArray(result) ? result.map(unusable) : unusable(result) };
}
