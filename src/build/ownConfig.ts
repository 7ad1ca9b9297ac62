import type { AstroConfig } from 'astro';

/** What a site is that Scrollback makes, whatever the content. */
export const ownConfig = {
  trailingSlash: 'always',
  // Addresses end in a slash, wherever they stand.
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Unchanged files are kept from the last build; what is stale is removed at its end.
  vite: { build: { emptyOutDir: false, assetsInlineLimit: 0 } },
} as const;

/**
 * Makes sure that all pages become files, as a site has them that needs no server. `buildOutput` is undefined where nothing
 * is made, whatever Astro's types say: `astro sync` and `astro check` look at no page.
 *
 * @throws with what is to be done where Astro was asked for more: by an adapter, its configuration or a page.
 */
export function checkOutput(
  { adapter, output }: Pick<AstroConfig, 'adapter' | 'output'>,
  buildOutput: 'static' | 'server' | undefined,
): void {
  if (buildOutput !== 'server') return;
  const { reason, cure } = causeOf(adapter?.name, output);
  throw new Error(
    `Scrollback makes plain files for any static host, and ${reason} has Astro make a server, too. Expected that all pages are files. ${cure}`,
  );
}

function causeOf(adapter: string | undefined, output: string): { reason: string; cure: string } {
  if (adapter !== undefined)
    return {
      reason: `the adapter ${adapter}`,
      cure: 'Take "adapter" out of astro.config.mjs, and have the host serve the output folder as it is.',
    };
  if (output === 'server')
    return {
      reason: '"output" in astro.config.mjs',
      cure: 'Take that line out.',
    };
  return {
    reason: 'a page of yours with "export const prerender = false"',
    cure: 'Take that line out of the page, which is below src/pages.',
  };
}
