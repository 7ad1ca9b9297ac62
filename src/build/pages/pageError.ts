import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Components of a person's own. */
export interface OwnComponents {
  /** Those in the place of ours, whose names they have; `written` is the path as the configuration has it. */
  readonly replaced: readonly { readonly name: string; readonly written: string }[];
  /** Absolute paths of the folders that they lie in. */
  readonly folders: readonly string[];
}

/**
 * What is told of a page that could not be made: one sentence where a component of the person's own is what failed, and
 * else the error as it is.
 */
export function pageError(error: unknown, page: string, components: OwnComponents): unknown {
  if (!(error instanceof Error)) return error;
  const failed = failedComponent(error, components);
  if (failed === undefined) return error;
  return new Error(
    `${failed.what} failed on the page ${page}: ${error.message}; expected a component that shows what it is handed (src/replace/props.ts has its props); correct it, or take ${failed.out} out of "components" in astro.config.mjs`,
    { cause: error },
  );
}

/** Whether a page has nothing in it, or the declaration that Astro writes before anything else. */
export function isEmptyPage(content: string | Uint8Array | undefined): boolean {
  if (content === undefined || content.length > 100) return false;
  return /^\s*(?:<!doctype html>\s*)?$/i.test(Buffer.from(content).toString());
}

/** What is told of a page of ours that came out empty. */
export function emptyPage(page: string): Error {
  return new Error(
    `the page ${page} came out empty: a component of yours shows nothing; expected one that shows what it is handed, or leads elsewhere by Astro.response, with status 301 and a header "location"; correct it`,
  );
}

function failedComponent({ stack = '' }: Error, { replaced, folders }: OwnComponents) {
  const names = [...stack.matchAll(/AstroComponentInstance\.(.+?) \[as factory\]/g)].map(
    ([, name = '']) => name,
  );
  // The innermost comes first.
  for (const name of names) {
    const own = replaced.find(({ written }) => stemOf(written) === name);
    if (own)
      return {
        what: `${own.written}, which stands in the place of ${own.name},`,
        out: own.name,
      };
    const file = `${name}.astro`;
    if (folders.some((folder) => existsSync(join(folder, file))))
      return { what: `${file}, which a component of yours imports,`, out: 'that one' };
  }
  return undefined;
}

function stemOf(path: string): string {
  return basename(path.replaceAll('\\', '/'), '.astro');
}
