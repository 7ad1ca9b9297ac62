import type { AstroConfig } from 'astro';
import { withSlashes } from '#journal/file/withSlashes.ts';

/** What a system that tells nothing of changes has its owner set (https://github.com/paulmillr/chokidar#performance). */
const pollingVariable = 'CHOKIDAR_USEPOLLING';

/** Whether files are to be asked for again and again, as on disks of which the system tells nothing. */
export function isPolling(
  { vite }: Pick<AstroConfig, 'vite'>,
  environment: NodeJS.ProcessEnv,
): boolean {
  const asked = environment[pollingVariable]?.toLowerCase();
  if (asked === undefined) return vite.server?.watch?.usePolling === true;
  return !['', '0', 'false'].includes(asked);
}

/** Whether a path is in one of those folders, which the server's own watcher leaves alone. */
export function passedOver(folders: readonly string[]): (path: string) => boolean {
  const beginnings = folders.map((folder) => `${withSlashes(folder).replace(/\/+$/, '')}/`);
  return (path) => {
    const inside = `${withSlashes(path)}/`;
    return beginnings.some((beginning) => inside.startsWith(beginning));
  };
}
