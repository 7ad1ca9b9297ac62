import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { scrollback } from './src/build/integration.ts';
import { mdxProcessor } from './src/build/mdx.ts';

export default defineConfig({
  integrations: [scrollback(), mdx({ processor: mdxProcessor() })],
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Unchanged files are kept from the last build; the integration removes what is stale.
  vite: { build: { emptyOutDir: false, assetsInlineLimit: 0 } },
});
