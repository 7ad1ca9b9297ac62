import type { IncomingMessage, ServerResponse } from 'node:http';

/** Thrown for a request that cannot be answered; `status` is HTTP's. */
export class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'RequestError';
    this.status = status;
  }
}

/** The body of a request. @throws where it is longer than `mostBytes`. */
export async function bodyOf(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes)
      throw new RequestError(413, `that is more than ${Math.round(mostBytes / 2 ** 20)} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Sends a file, or the part of it that is asked for: films are asked for in parts. */
export function sendPart(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  bytes: Uint8Array,
): void {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const start = from === '' ? Math.max(0, bytes.length - Number(to || bytes.length)) : Number(from);
  const end = from === '' || to === '' ? bytes.length - 1 : Math.min(Number(to), bytes.length - 1);
  const isPart = request.headers.range !== undefined && start <= end;
  response.writeHead(isPart ? 206 : 200, {
    'content-type': type,
    'content-length': isPart ? end - start + 1 : bytes.length,
    'accept-ranges': 'bytes',
    ...(isPart && { 'content-range': `bytes ${start}-${end}/${bytes.length}` }),
  });
  response.end(isPart ? bytes.subarray(start, end + 1) : bytes);
}
