import type { Api } from 'grammy';
import { writeFileAtomic } from '../files.ts';

/** Where files are fetched from. */
export interface FileSource {
  readonly api: Api;
  readonly apiRoot: string;
  readonly token: string;
}

const timeoutMilliseconds = 120_000;

/**
 * Fetches a file to `path`. The address holds the token: it appears in no error, log or file.
 *
 * @throws where Telegram refuses or the connection breaks; nothing is left half-written.
 */
export async function download(source: FileSource, fileId: string, path: string): Promise<void> {
  const { file_path: filePath } = await source.api.getFile(fileId);
  if (filePath === undefined) throw new Error('Telegram gave no path for the file; send it again');
  const response = await fetch(`${source.apiRoot}/file/bot${source.token}/${filePath}`, {
    signal: AbortSignal.timeout(timeoutMilliseconds),
  }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.name : 'unknown error';
    throw new Error(`The file could not be fetched from Telegram (${reason}); it is tried again`);
  });
  if (!response.ok)
    throw new Error(`Telegram answered ${response.status} for the file; it is tried again`);
  await writeFileAtomic(path, new Uint8Array(await response.arrayBuffer()));
}
