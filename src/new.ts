import { existsSync } from 'node:fs';
import * as fileSystem from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { asTyped, projectFolder } from '#journal/command/place.ts';
import { readContentFolder } from '#journal/content/folder.ts';
import { formatFault, sortFaults } from '#journal/fault/fault.ts';
import { editorOf, openEditor } from './create/editor.ts';
import { newEntry } from './create/newEntry.ts';
import { newCommand, readWish, type Wish } from './create/wish.ts';
import { loadEnvironmentFile, loadOptions } from './files/contentRoot.ts';
import { writeWhole } from './files/writeWhole.ts';
import { runCommand } from './terminal/command.ts';

const usage = `npm run new -- "Title" [options]
npm run new -- --note ["Text"] [options]

Begins an article, or with --note a note, as a draft dated now. Nothing that exists is written over.
  --series ID    the series that it belongs to (series/ID.yaml)
  --tag TAG      a tag; may be given several times
  --folder       a folder of its own, with room for pictures beside it
  --edit         opens it in your editor ($VISUAL, else $EDITOR)`;

const projectRoot = projectFolder(resolve(import.meta.dirname, '..'));

/** Writes the entry and says what to do next. */
async function create(wish: Wish): Promise<void> {
  loadEnvironmentFile(projectRoot);
  const { root, shownRoot, now } = loadOptions(process.env, projectRoot);
  const { texts } = await readContentFolder(root, fileSystem);
  const room = { texts, has: (name: string) => existsSync(join(root, name)) };
  const { entry, faults } = newEntry(wish, room, now);
  if (!entry) {
    const lines = sortFaults(faults).map((fault) => formatFault(fault, shownRoot));
    throw new Error(`Nothing was written.\n${lines.join('\n')}`);
  }
  const path = join(root, entry.file);
  await writeWhole(path, entry.text, true);
  console.log(
    `Wrote ${shownRoot.replace(/\/+$/, '')}/${entry.file}; "${asTyped('npm run dev')}" shows it as a draft.`,
  );
  console.log('To publish it, set its date and remove the line "draft: true".');
  if (!wish.edit) return;
  const editor = editorOf(process.env);
  if (editor === undefined) console.log(`Neither VISUAL nor EDITOR is set; open ${path} yourself.`);
  else await openEditor(editor, path);
}

await runCommand({ ...newCommand, usage }, (flags, words) => create(readWish(flags, words)));
