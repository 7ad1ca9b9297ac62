import type { Api } from 'grammy';
import type { Clock } from '../base/clock.ts';
import type { BotConfig } from '../base/config.ts';
import { messageOf } from '../base/log.ts';
import { StoppedError } from '../base/runCommand.ts';
import { writeFileAtomic } from '../content/files.ts';

/** Where files are fetched from, and for how long. */
export interface FileSource {
  readonly api: Api;
  readonly config: Pick<BotConfig, 'apiRoot' | 'token'>;
  readonly clock: Clock;
  /** Ends a fetch that is in hand. */
  readonly signal: AbortSignal;
}

const timeoutMilliseconds = 120_000;

/**
 * Fetches a file to `path`. The address holds the token: it appears in no error, log or file.
 *
 * @throws where Telegram refuses, the connection breaks or the file is not whole; nothing is left half-written.
 */
export async function download(source: FileSource, fileId: string, path: string): Promise<void> {
  const { file_path: filePath, file_size: size } = await source.api.getFile(fileId);
  if (filePath === undefined) throw new Error('Telegram gave no path for the file; send it again');
  const bytes = await fetchFile(source, filePath);
  if (size !== undefined && bytes.length !== size)
    throw new Error(`Telegram sent ${bytes.length} bytes of a file that has ${size}`);
  await writeFileAtomic(path, bytes);
}

async function fetchFile(
  { config, clock, signal }: FileSource,
  filePath: string,
): Promise<Uint8Array> {
  const name = filePath.split('/').map(encodeURIComponent).join('/');
  const done = new AbortController();
  const overdue = new AbortController();
  void clock.sleep(timeoutMilliseconds, done.signal).then(() => overdue.abort());
  try {
    const response = await fetch(`${config.apiRoot}/file/bot${config.token}/${name}`, {
      signal: AbortSignal.any([signal, overdue.signal]),
    });
    if (!response.ok) throw new Error(`the answer is ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (signal.aborted) throw new StoppedError('Fetching a file');
    const reason = overdue.signal.aborted
      ? `it took more than ${timeoutMilliseconds / 1000} seconds`
      : messageOf(error);
    // Without its cause, which may hold the address.
    throw new Error(`The file could not be fetched from Telegram: ${reason}`);
  } finally {
    done.abort();
  }
}
