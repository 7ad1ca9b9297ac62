import { projectConfig } from './build/projectConfig.ts';
import { runAstro } from './terminal/astroCommand.ts';
import { astroCommands } from './terminal/astroFlags.ts';

const usage = `npm run dev [-- --port 4322] [-- --host] [-- --open]

Shows the journal at http://localhost:4321, drafts and scheduled entries too, at once as you write.
  --port NUMBER  another port
  --host         for other machines of your network, too (--host ADDRESS: at this address)
  --open         opens it in your browser
Astro's other flags are understood: --root, --config, --outDir, --site, --base, --mode, --force, --allowed-hosts,
--verbose, --silent.`;

await runAstro({ ...astroCommands.dev, usage }, async (config) => {
  const { dev } = await import('astro');
  await dev(await projectConfig(config));
});
