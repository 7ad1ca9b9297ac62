import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';

/**
 * Answers with a file. One that is no longer there is for `next` to answer, as is what keeps it from being read: whoever
 * moves a file about does so while pages ask for it.
 */
export function sendFile(
  file: string,
  type: string | undefined,
  response: ServerResponse,
  next: (error?: unknown) => void,
): void {
  const stream = createReadStream(file);
  stream.once('open', () => {
    if (type) response.setHeader('content-type', type);
    stream.pipe(response);
  });
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (response.headersSent) return void response.destroy();
    response.removeHeader('content-type');
    next(error.code === 'ENOENT' ? undefined : error);
  });
  response.on('close', () => stream.destroy());
}
