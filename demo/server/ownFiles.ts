import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, extname, join } from 'node:path';

/** A file as it is sent. */
export interface SentFile {
  readonly type: string;
  readonly body: string | Uint8Array;
}

const folder = join(import.meta.dirname, '..');
const faces = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/brygada-1918/package.json')),
  'files',
);

/** Files of the page itself: `program/client/page.ts`, `face/….woff2`. Undefined for any other name. */
export async function ownFile(name: string): Promise<SentFile | undefined> {
  const [, face] = /^face\/(brygada-1918-latin-[47]00-(?:normal|italic)\.woff2)$/.exec(name) ?? [];
  if (face !== undefined) return { type: 'font/woff2', body: await readFile(join(faces, face)) };
  const [, path] =
    /^program\/((?:(?:client|text)\/(?:[\w-]+\/)?[\w-]+|story\/steps)\.(?:ts|js|css))$/.exec(
      name,
    ) ?? [];
  return path === undefined ? undefined : programFile(join(folder, path));
}

/** The page, which names its program by the ending that it has here. */
export async function ownPage(): Promise<SentFile> {
  const html = await readFile(join(folder, 'client/page.html'), 'utf8');
  const body = html.replace('page.ts', `page${extname(import.meta.filename)}`);
  return { type: 'text/html; charset=utf-8', body };
}

async function programFile(path: string): Promise<SentFile | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    if (path.endsWith('.css')) return { type: 'text/css; charset=utf-8', body: text };
    const body = path.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
    return { type: 'text/javascript; charset=utf-8', body };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
