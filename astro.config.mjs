import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { scrollback } from './src/build/integration.ts';
import { mdxProcessor } from './src/build/mdx.ts';

export default defineConfig({
  integrations: [scrollback(), mdx({ processor: mdxProcessor() })],
  trailingSlash: 'always',
  build: { concurrency: 32, inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Unchanged pages are kept from the last build; the integration removes what is stale.
  experimental: { incrementalBuild: true },
  vite: { build: { emptyOutDir: false, assetsInlineLimit: 0 } },
});
