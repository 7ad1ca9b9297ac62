import type { ResponseParameters } from '@grammyjs/types';

/** A request that the Bot API refuses: its HTTP code, its words, and what a client may act on. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.name = 'Refusal';
    this.code = code;
    this.parameters = parameters;
  }
}

/** 400: the request itself is wrong. */
export function badRequest(words: string): Refusal {
  return new Refusal(400, `Bad Request: ${words}`);
}

/** 403: the bot may not do this here. */
export function forbidden(words: string): Refusal {
  return new Refusal(403, `Forbidden: ${words}`);
}

/** 404: no such method or file. */
export function notFound(words?: string): Refusal {
  return new Refusal(404, words === undefined ? 'Not Found' : `Not Found: ${words}`);
}

/** 409: two receivers of updates exclude each other. */
export function conflict(words: string): Refusal {
  return new Refusal(409, `Conflict: ${words}`);
}

/** 429: come back after so many seconds. */
export function tooManyRequests(retryAfterSeconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${retryAfterSeconds}`, {
    retry_after: retryAfterSeconds,
  });
}
