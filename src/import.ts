import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { asTyped, projectFolder, typedFolder } from '#journal/command/place.ts';
import { loadEnvironmentFile, readNow } from './files/contentRoot.ts';
import { pictureFetching } from './import/fetch/pictures.ts';
import { importJournal } from './import/importJournal.ts';
import { memoryKeeper } from './import/memory.ts';
import { nextWords, reportWords, totalsOf } from './import/report/report.ts';
import { runCommand } from './terminal/command.ts';
import { Progress } from './terminal/progress.ts';

const usage = `npm run import -- PATH [options]

Brings a journal from elsewhere into the content folder: an export, or the folder of another generator. Nothing that
exists is written over, and what was imported before is left as it is.
  --from NAME       what it is, where that is not recognised
  --to FOLDER       the content folder that it comes into, instead of ${'`content`'} (or JOURNAL_CONTENT)
  --dry-run         tells what would come, and writes nothing
  --fetch-images    downloads pictures that the export does not have from where they were
  --json FILE       writes the whole report there, too
Exit code 1 if something that should have come did not.`;

const projectRoot = projectFolder(resolve(import.meta.dirname, '..'));

const flags = {
  from: { type: 'string' },
  // npm takes "--to" for its "--token-description": where that is lost, all would come into the wrong folder.
  to: { type: 'string', npmTakesItFor: ['token-description'] },
  dryRun: { type: 'boolean' },
  fetchImages: { type: 'boolean' },
  json: { type: 'string' },
} as const;

const command = {
  name: 'import',
  words: 'the folder or the file to import',
  usage,
  flags: {
    from: flags.from,
    to: flags.to,
    'dry-run': flags.dryRun,
    'fetch-images': flags.fetchImages,
    json: flags.json,
  },
};

await runCommand(command, async (given, words) => {
  const [path, ...more] = words;
  if (path === undefined || more.length > 0)
    throw new Error(
      `${words.length === 0 ? 'nothing to import was named' : `"${more[0]}" is one path too many`}; expected npm run import -- PATH\n\n${usage}`,
    );
  loadEnvironmentFile(projectRoot);
  const own = process.env['JOURNAL_CONTENT'] || 'content';
  const to = textOf(given['to']);
  const root = to === undefined ? resolve(projectRoot, own) : resolve(typed(to));
  const dryRun = given['dry-run'] === true;
  const progress = new Progress(process.stderr, () => performance.now());
  const keepSmall = memoryKeeper();
  const report = await importJournal({
    path: typed(path),
    root,
    shownRoot: to ?? own,
    from: textOf(given['from']),
    dryRun,
    now: readNow(process.env['SOURCE_DATE_EPOCH']),
    fetching: given['fetch-images'] === true && !dryRun ? pictureFetching() : undefined,
    progress: (words) => {
      progress.tell(words);
      keepSmall();
    },
  });
  progress.clear();
  const totals = totalsOf(report);
  const json = textOf(given['json']);
  if (json !== undefined)
    await writeFile(typed(json), `${JSON.stringify({ ...report, totals }, null, 2)}\n`);
  console.log(reportWords(report));
  const isOwn = root === resolve(projectRoot, own);
  const next = nextWords(report, isOwn ? undefined : to && resolve(to) === root ? to : root);
  if (next !== '') console.log(asTyped(next));
  if (totals.outcomes.failed > 0) process.exitCode = 1;
});

/** A path as it was meant where it was typed. */
function typed(path: string): string {
  const folder = typedFolder();
  return folder === undefined ? path : resolve(folder, path);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
