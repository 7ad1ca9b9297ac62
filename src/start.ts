import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { typedFolder } from '#journal/command/place.ts';
import { readNow } from './files/contentRoot.ts';
import { requireUsablePath } from './files/usablePath.ts';
import { writeWhole } from './files/writeWhole.ts';
import { dependencyIn } from './start/dependency.ts';
import { beginGit } from './start/git.ts';
import { journalFiles } from './start/journalFiles.ts';
import { runCommand } from './terminal/command.ts';

const usage = `npm run start -- FOLDER

Begins a journal of your own in a new folder: a first article and a first note, the settings, and Scrollback as its one
dependency. Nothing that exists is written over: the folder has to be new, or empty.`;

const program = resolve(import.meta.dirname, '..');

await runCommand({ name: 'start', words: 'the new folder', usage, flags: {} }, async (_, words) => {
  const [name, ...more] = words;
  if (name === undefined || more.length > 0)
    throw new Error(
      `${name === undefined ? 'no folder was named' : `"${more[0]}" is one folder too many`}; expected npm run start -- FOLDER\n\n${usage}`,
    );
  const folder = resolve(typedFolder() ?? process.cwd(), name);
  requireUsablePath(folder);
  refuseFull(folder, name);
  mkdirSync(folder, { recursive: true });
  const files = journalFiles({
    name: basename(folder),
    dependency: await dependencyIn(folder, (words) => console.error(words)),
    now: readNow(process.env['SOURCE_DATE_EPOCH']),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    environment: readFileSync(join(program, '.env.example'), 'utf8'),
    workflow: readFileSync(join(program, '.github/workflows/deploy.yml'), 'utf8'),
  });
  for (const [file, text] of files) await writeWhole(join(folder, file), text, true);
  console.log(`A journal begins in ${folder}. ${await beginGit(folder)}`);
  console.log(`What to do next:\n  cd ${quoted(name)}\n  npm install\n  npm run dev`);
});

/** A repository that has just been made for it may be there. */
function refuseFull(folder: string, name: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new Error(`${name} is a file. Expected the name of a new folder, or of an empty one.`);
  const around = dirname(folder);
  const there = existsSync(folder) ? readdirSync(folder).filter((one) => one !== '.git') : [];
  if (there.length > 0)
    throw new Error(
      `${name} is not empty: ${there.slice(0, 3).join(', ')}${there.length > 3 ? ' and more' : ''}. Nothing was written. Name a new folder, such as ${join(around, `${basename(folder)}-journal`)}, or move what is there.`,
    );
}

function quoted(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : `"${path}"`;
}
