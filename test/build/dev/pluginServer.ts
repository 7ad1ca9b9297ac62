import { createServer, type PluginOption, type ViteDevServer } from 'vite';
import { onTestFinished } from 'vitest';

/** A dev server of a folder with one plugin and nothing else, until the test ends. */
export async function pluginServer(root: string, plugin: PluginOption): Promise<ViteDevServer> {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'silent',
    server: { middlewareMode: true, watch: null, ws: false },
    plugins: [plugin],
  });
  onTestFinished(() => server.close());
  return server;
}
