import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadEnvFile } from 'node:process';

/** Which folder is built, and when "now" is. Read from the environment once, by whoever starts the work. */
export interface LoadOptions {
  /** Absolute path of the content folder. */
  readonly root: string;
  /** The same folder as the person named it, for messages. */
  readonly shownRoot: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Takes over the settings of the project's `.env`, where there is one; what is set already stays. */
export function loadEnvironmentFile(projectRoot: string): void {
  const file = join(projectRoot, '.env');
  if (existsSync(file)) loadEnvFile(file);
}

/**
 * Reads `JOURNAL_CONTENT` (default `content`, from `projectRoot`) and `SOURCE_DATE_EPOCH` (seconds since 1970, the
 * convention of reproducible-builds.org), which fixes "now" for the gate.
 *
 * @throws where the folder does not exist.
 */
export function loadOptions(environment: NodeJS.ProcessEnv, projectRoot: string): LoadOptions {
  const shownRoot = environment['JOURNAL_CONTENT'] || 'content';
  const root = resolve(projectRoot, shownRoot);
  const status = statSync(root, { throwIfNoEntry: false });
  if (!status?.isDirectory()) {
    throw new Error(
      `The content folder ${shownRoot} ${status ? 'is no folder' : 'does not exist'} (looked for ${root}). Expected a folder with site.yaml, articles/ and notes/. Create it, or name another one with JOURNAL_CONTENT.`,
    );
  }
  // The bundler knows files by their real paths.
  return { root: realpathSync(root), shownRoot, now: readNow(environment.SOURCE_DATE_EPOCH) };
}

/**
 * The moment that counts as now, in milliseconds since 1970: that of `SOURCE_DATE_EPOCH`, where it is set.
 *
 * @throws where it is set to anything but whole seconds.
 */
export function readNow(seconds: string | undefined): number {
  if (!seconds) return Date.now();
  if (!/^\d{1,12}$/.test(seconds)) {
    throw new Error(
      `SOURCE_DATE_EPOCH is "${seconds}". Expected whole seconds since 1970, such as 1795219200. Correct it, or leave it out to build as of now.`,
    );
  }
  return Number(seconds) * 1000;
}
