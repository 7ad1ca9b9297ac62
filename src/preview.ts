import { projectConfig } from './build/projectConfig.ts';
import { runAstro } from './terminal/astroCommand.ts';
import { astroCommands } from './terminal/astroFlags.ts';

const usage = `npm run preview [-- --port 4322] [-- --host] [-- --open]

Serves what "npm run build" has built at http://localhost:4321.
  --port NUMBER  another port
  --host         for other machines of your network, too (--host ADDRESS: at this address)
  --open         opens it in your browser
Astro's other flags are understood: --root, --config, --outDir, --site, --base, --mode, --allowed-hosts, --verbose,
--silent.`;

await runAstro({ ...astroCommands.preview, usage }, async (config) => {
  const { preview } = await import('astro');
  await preview(await projectConfig(config));
});
