import { buildFromKept } from './build/buildFromKept.ts';
import { needsSync, projectConfig } from './build/projectConfig.ts';
import { runAstro } from './terminal/astroCommand.ts';
import { astroCommands } from './terminal/astroFlags.ts';

const usage = `npm run build [-- --outDir FOLDER]

Builds the journal into plain files for any static host, in dist/ or FOLDER. What is wrong in the content is told all at
once and stops it; the files that were there stay as they were.
Astro's other flags are understood: --root, --config, --site, --base, --mode, --force, --devOutput, --verbose,
--silent.`;

await runAstro({ ...astroCommands.build, usage }, async (config, flags) => {
  if (await buildFromKept(flags)) return;
  const { build } = await import('astro');
  const sync = needsSync(config);
  const options = { devOutput: flags['devOutput'] === true, sync };
  await build(await projectConfig(config), options);
});
