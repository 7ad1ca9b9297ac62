import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Fault, formatFault, sortFaults } from '#journal/fault.ts';
import { Bodies, digestOf } from './loader/bodies.ts';
import { type LoadOptions, loadEnvironmentFile, loadOptions } from './loader/contentRoot.ts';
import { loadJournal } from './loader/loadJournal.ts';
import { filesBelow } from './loader/outputFolder.ts';
import { Assets } from './media/assets.ts';

const usage = `npm run check [-- --json]

Tells everything that is wrong in the content folder, without building. Exit code 1 if the build would stop.
Faults in the text of drafts are told too; they stop nothing.
  --json   a JSON array of {file, line, what, expected, cure, draft}`;

const projectRoot = resolve(fileURLToPath(new URL('..', import.meta.url)));

/** Everything that is wrong in a content folder. */
async function findFaults(options: LoadOptions): Promise<readonly Fault[]> {
  const cache = join(tmpdir(), 'scrollback-check', digestOf(options.root));
  const caches = { bodies: new Bodies(cache), assets: new Assets(cache) };
  const publicFiles = (await filesBelow(join(projectRoot, 'public'))).map((file) => `/${file}`);
  const { faults } = await loadJournal(
    options,
    { sees: 'published', now: options.now },
    caches,
    publicFiles,
  );
  caches.bodies.save();
  return sortFaults(faults);
}

try {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) console.log(usage);
  else {
    loadEnvironmentFile(projectRoot);
    const options = loadOptions(process.env, projectRoot);
    const faults = await findFaults(options);
    const stopping = faults.filter((fault) => !fault.draft);
    if (values.json) console.log(JSON.stringify(faults, null, 2));
    else if (faults.length === 0) console.log(`Nothing is wrong in ${options.shownRoot}.`);
    else
      for (const fault of faults)
        console.log(`${fault.draft ? 'in a draft: ' : ''}${formatFault(fault, options.shownRoot)}`);
    if (stopping.length > 0) process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
