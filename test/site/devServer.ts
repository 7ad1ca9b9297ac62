import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../freePort.ts';
import { endByForce, surroundings } from '../processes.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** A dev server as a person starts it. */
export interface DevServer {
  readonly origin: string;
  /** Everything that it has written to its terminal. */
  text(): string;
  /** Ends it, and all that it started. */
  stop(): Promise<void>;
}

/**
 * `astro dev` as a child process, ready when this resolves. `folder` is for what it keeps, `now` its present moment.
 *
 * @throws with its output where it ends before it serves.
 */
export async function startDevServer(options: {
  readonly content: string;
  readonly folder: string;
  readonly now: string;
}): Promise<DevServer> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  await mkdir(options.folder, { recursive: true });
  const modules = join(options.folder, 'node_modules');
  if (!existsSync(modules)) await symlink(join(project, 'node_modules'), modules, 'junction');
  const child = spawn(
    process.execPath,
    [
      join(project, 'node_modules/astro/bin/astro.mjs'),
      'dev',
      // Others of this checkout run beside it.
      '--ignore-lock',
      ...['--root', project, '--config', 'test/site/astro.config.mjs'],
      ...['--host', '127.0.0.1', '--port', String(port)],
    ],
    {
      cwd: options.folder,
      env: {
        ...surroundings,
        NO_COLOR: '1',
        ASTRO_TELEMETRY_DISABLED: '1',
        ASTRO_DEV_BACKGROUND: '0',
        JOURNAL_CONTENT: options.content,
        SCROLLBACK_TEST_CACHE: join(options.folder, 'cache'),
        SOURCE_DATE_EPOCH: String(Math.floor(Date.parse(options.now) / 1000)),
        TZ: 'America/Los_Angeles',
      },
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  const server = { origin, text: () => text, stop: () => endByForce(child) };
  try {
    await serving(origin, child);
  } catch (error) {
    await server.stop();
    throw new Error(`The dev server did not start:\n${text}`, { cause: error });
  }
  return server;
}

async function serving(origin: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}`);
    try {
      await fetch(`${origin}/@vite/client`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
