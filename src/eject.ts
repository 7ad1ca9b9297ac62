import { join, resolve } from 'node:path';
import { projectFolder } from '#journal/command/place.ts';
import { componentNames } from './replace/components.ts';
import { copyText, eject, ejectCommand, wishedComponent } from './replace/eject.ts';
import { runCommand } from './terminal/command.ts';

const usage = `npm run eject -- NAME [--print]

Copies a component of the site into components/, to begin one of your own from. Nothing that exists is written over.
  --print    shows the copy and writes nothing

The components: ${componentNames.join(', ')}`;

const program = resolve(import.meta.dirname, '..');
const folders = { project: projectFolder(program), source: join(program, 'src') };

await runCommand({ ...ejectCommand, usage }, async (flags, words) => {
  if (words.length === 0) return console.log(usage);
  const name = wishedComponent(words);
  console.log(flags['print'] === true ? copyText(name, folders) : eject(name, folders));
});
